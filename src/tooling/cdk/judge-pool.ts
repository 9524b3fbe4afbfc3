import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Annotations, AspectPriority, Aspects, CfnResource, Reference, Tokenization } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { settingsOf } from "../../parameter/setting-findings.ts";
import { settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { diagnosis, type Severity } from "../doctor/rule.ts";
import { poolRules } from "../doctor/rules/pool-rules.ts";
import type { Json } from "../replay/raw-event.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Environment } from "./function-environment.ts";
import { resourceProperties } from "./resource-properties.ts";
import { isUndecided, settingsFromPool } from "./settings-from-pool.ts";
import { templateFacts, unresolvedProperties } from "./template-facts.ts";

type Functions = Readonly<Partial<Record<TriggerName, LambdaFunction>>>;
type Environments = ReadonlyMap<TriggerName, Environment>;

/** Rules that are left to the command: settings are checked already, and CDK gives every pool texts of its own. */
const leftToCommand: ReadonlySet<string> = new Set([
  "setting-vital",
  "setting-wrong",
  "setting-misspelt",
  "message-may-be-overridden",
]);

/**
 * Puts a pool of the same app to doctor's rules when the app is synthesized: its errors are CDK's errors, which
 * end a `cdk deploy`, its warnings CDK's warnings. What AWS alone knows is left to the command.
 */
export function judgePool(
  scope: IConstruct,
  pool: CfnUserPool,
  functions: Functions,
  environments: Environments,
): void {
  const visit = (node: IConstruct) => {
    if (node === scope) judge(scope, pool, functions, environments);
  };
  // After those that change something.
  Aspects.of(scope).add({ visit }, { priority: AspectPriority.READONLY });
}

function judge(scope: IConstruct, pool: CfnUserPool, functions: Functions, environments: Environments): void {
  const properties = resourceProperties(pool);
  const unresolved = unresolvedProperties(properties);
  const undecided = unsetSettings(environments).filter((name) => isUndecided(name, unresolved));
  warnOf(scope, undecided, "what decides it in the pool is known at deployment only");
  if (unresolved.length > 0) {
    Annotations.of(scope).addWarningV2(
      "cognito-recovery:pool-not-judged",
      `Whether ${pool.node.path} would defeat a recovery is not judged here, for these properties are known at deployment only: ${unresolved.join(", ")}. Run ${commandLine("doctor --user-pool-id <id>")} when it is deployed.`,
    );
    return;
  }
  const made = Object.entries(functions) as [TriggerName, LambdaFunction][];
  const facts = templateFacts({
    pool: properties,
    clients: clientsOf(pool),
    functions: new Map(made.map(([trigger, fn]) => [trigger, resourceProperties(resourceOf(fn))])),
  });
  for (const { rule, severity, subject, what, consequence, mending } of diagnosis(poolRules, facts)
    .findings) {
    if (leftToCommand.has(rule)) continue;
    const sentence = `${subject === undefined ? "" : `${subject}: `}${what} ${consequence} ${mending}`;
    annotations[severity](scope, `cognito-recovery:${rule}`, sentence);
  }
}

const annotations: Readonly<Record<Severity, (scope: IConstruct, id: string, sentence: string) => void>> = {
  error: (scope, id, sentence) => Annotations.of(scope).addError(`${sentence} (${id})`),
  warning: (scope, id, sentence) => Annotations.of(scope).addWarningV2(id, sentence),
  // addInfoV2 is newer than the oldest CDK that the package takes.
  note: (scope, id, sentence) => Annotations.of(scope).addInfo(`${sentence} (${id})`),
};

/** Warns of the settings that have to fit a pool about which nothing is known here, unless they are set. */
export function warnOfUnsetSettings(scope: IConstruct, environments: Environments): void {
  warnOf(scope, unsetSettings(environments), "the pool is not one of this app");
}

function warnOf(scope: IConstruct, names: readonly (keyof typeof settingsFromPool)[], why: string): void {
  for (const name of names) {
    const { words } = settings[name].kind;
    const properties = settingsFromPool[name].properties.join(" and ");
    Annotations.of(scope).addWarningV2(
      `cognito-recovery:unset-${name}`,
      `${name} is taken to be ${words[0]}, since ${why}: set it in \`environment\` to what fits the pool's ${properties} (${words.join(", ")}).`,
    );
  }
}

/** The settings that have to fit the pool, that some function reads, and that nobody has set for it. */
function unsetSettings(environments: Environments): readonly (keyof typeof settingsFromPool)[] {
  const names = Object.keys(settingsFromPool) as (keyof typeof settingsFromPool)[];
  return names.filter((name) =>
    [...environments].some(
      ([trigger, environment]) => settingsOf(trigger).includes(name) && environment[name] === undefined,
    ),
  );
}

/** The app clients of a pool that are made in this app too, by their paths. */
function clientsOf(pool: CfnUserPool): Readonly<Record<string, Json>> {
  const clients = pool.node.root.node
    .findAll()
    .filter(
      (each): each is CfnResource & { readonly userPoolId: string } =>
        CfnResource.isCfnResource(each) && each.cfnResourceType === "AWS::Cognito::UserPoolClient",
    )
    .filter(({ userPoolId }) => isReferenceTo(pool, userPoolId));
  return Object.fromEntries(clients.map((client) => [client.node.path, resourceProperties(client)]));
}

function isReferenceTo(pool: CfnUserPool, text: string): boolean {
  const token = Tokenization.reverseCompleteString(text);
  return token !== undefined && Reference.isReference(token) && token.target === pool;
}

function resourceOf(fn: LambdaFunction): CfnResource {
  return fn.node.defaultChild as CfnResource;
}
