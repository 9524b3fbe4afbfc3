import { SetupError } from "../../error/setup-error.ts";
import { referenceIn } from "../../parameter/reference.ts";
import { settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import { type SettingName, settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { reservedFindings } from "./reserved-findings.ts";
import { tokenText } from "./token-text.ts";

/** Variables by name; `undefined` is the same as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the variables of one trigger's function: from `shared` the settings that it reads and all variables that
 * are not our settings, and all of `own`.
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
 * Rejects environments with an invalid setting. A value that is known only at deployment is accepted.
 *
 * @param unread settings that the user's own triggers do not read
 * @throws SetupError with a line for each mistake
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
  // The user's own variables may contain anything, unless they name a store as ours do.
  const own = texts.filter(([, { text }]) => /^(ssm|secret|appconfig):/.test(text)).map(([name]) => name);
  const names = new Set<string>([...settingsOf(trigger).filter((name) => !unread.includes(name)), ...own]);
  const invalid = settingFindings(
    Object.fromEntries(texts.map(([name, { text }]) => [name, text])),
    [...names].filter((name) => !unknown.has(name)),
  );
  return [...invalid, ...reservedFindings(Object.keys(environment))];
}
