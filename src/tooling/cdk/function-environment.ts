import { SetupError } from "../../log/fault.ts";
import { referenceIn } from "../../parameter/reference.ts";
import { settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import { type SettingName, settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { reservedFindings } from "./reserved-findings.ts";
import { tokenText } from "./token-text.ts";

/** Variables by name; one that is `undefined` is as good as left out. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of one trigger's function: of `shared` those settings that it reads and whatever is no setting
 * of ours, and all of its `own`.
 */
export function functionEnvironment(
  trigger: TriggerName,
  shared: Environment = {},
  own: Environment = {},
): Readonly<Record<string, string>> {
  const read: readonly string[] = settingsOf(trigger);
  const all = Object.entries(shared).filter(
    ([name]) => !Object.hasOwn(settings, name) || read.includes(name),
  );
  return Object.fromEntries(
    [...all, ...Object.entries(own)].filter((each): each is [string, string] => each[1] !== undefined),
  );
}

/**
 * Refuses environments in which a setting is wrong, with a line for each mistake. Of what is known at
 * deployment only, nothing can be said: it passes.
 *
 * @param unread settings of ours that the user's own triggers do without
 * @throws SetupError
 */
export function checkEnvironments(
  environments: ReadonlyMap<TriggerName, Readonly<Record<string, string>>>,
  unread: readonly SettingName[] = [],
): void {
  const triggersOf = new Map<string, TriggerName[]>();
  for (const [trigger, environment] of environments) {
    for (const { message } of findingsOf(trigger, environment, unread)) {
      triggersOf.set(message, [...(triggersOf.get(message) ?? []), trigger]);
    }
  }
  const lines = [...triggersOf].map(([message, triggers]) => `${triggers.join(", ")}: ${message}`);
  if (lines.length > 0) throw new SetupError(lines.join("\n"));
}

function findingsOf(
  trigger: TriggerName,
  environment: Readonly<Record<string, string>>,
  unread: readonly SettingName[],
) {
  const texts = Object.entries(environment).map(([name, value]) => [name, tokenText(value)] as const);
  const unknown = new Set(
    texts.flatMap(([name, { text, tokens }]) => (tokens && !referenceIn(text) ? name : [])),
  );
  // A variable of somebody's own may hold anything, unless it names a store as ours do.
  const own = texts.filter(([, { text }]) => /^(ssm|secret|appconfig):/.test(text)).map(([name]) => name);
  const names = new Set<string>([...settingsOf(trigger).filter((name) => !unread.includes(name)), ...own]);
  const wrong = settingFindings(
    Object.fromEntries(texts.map(([name, { text }]) => [name, text])),
    [...names].filter((name) => !unknown.has(name)),
  );
  return [...wrong, ...reservedFindings(Object.keys(environment))];
}
