import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { Annotations, AspectPriority, Aspects, CfnResource, Reference, Tokenization } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { settingsOf } from "../../parameter/setting-findings.ts";
import { settings } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { diagnosis } from "../doctor/rule.ts";
import { poolRules } from "../doctor/rules/pool-rules.ts";
import type { Severity } from "../doctor/severity.ts";
import type { Json } from "../json/json.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Environment } from "./function-environment.ts";
import { resourceProperties } from "./resource-properties.ts";
import { isUnresolved, settingsFromPool } from "./settings-from-pool.ts";
import { templateFacts, unresolvedProperties } from "./template-facts.ts";

type Functions = Readonly<Partial<Record<TriggerName, LambdaFunction>>>;
type Environments = ReadonlyMap<TriggerName, Environment>;

/** Rules that only the command applies: settings are checked already, and CDK gives every pool texts of its own. */
const commandOnly: ReadonlySet<string> = new Set([
  "setting-required",
  "setting-invalid",
  "setting-misspelt",
  "message-may-be-overridden",
]);

/**
 * Applies doctor's rules to a pool of the same app when the app is synthesized. Errors become CDK's errors, which
 * stop a `cdk deploy`, and warnings CDK's warnings. Only the command checks facts that AWS alone knows.
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
  // After the aspects that change something.
  Aspects.of(scope).add({ visit }, { priority: AspectPriority.READONLY });
}

function judge(scope: IConstruct, pool: CfnUserPool, functions: Functions, environments: Environments): void {
  const properties = resourceProperties(pool);
  const unresolved = unresolvedProperties(properties);
  const unresolvedSettings = unsetSettings(environments).filter((name) => isUnresolved(name, unresolved));
  warnOf(scope, unresolvedSettings, "the pool's properties that determine it are known only at deployment");
  if (unresolved.length > 0) {
    Annotations.of(scope).addWarningV2(
      "cognito-recovery:pool-not-checked",
      `${pool.node.path} is not checked, because these properties are known only at deployment: ${unresolved.join(", ")}. Run ${commandLine("doctor --user-pool-id <id>")} after the deployment.`,
    );
    return;
  }
  const made = Object.entries(functions) as [TriggerName, LambdaFunction][];
  const facts = templateFacts({
    pool: properties,
    clients: clientsOf(pool),
    functions: new Map(made.map(([trigger, fn]) => [trigger, resourceProperties(resourceOf(fn))])),
  });
  for (const { rule, severity, subject, message, consequence, suggestion } of diagnosis(poolRules, facts)
    .findings) {
    if (commandOnly.has(rule)) continue;
    const sentence = `${subject === undefined ? "" : `${subject}: `}${message} ${consequence} ${suggestion}`;
    annotations[severity](scope, `cognito-recovery:${rule}`, sentence);
  }
}

const annotations: Readonly<Record<Severity, (scope: IConstruct, id: string, sentence: string) => void>> = {
  error: (scope, id, sentence) => Annotations.of(scope).addError(`${sentence} (${id})`),
  warning: (scope, id, sentence) => Annotations.of(scope).addWarningV2(id, sentence),
  // addInfoV2 is newer than the oldest CDK that the package takes.
  note: (scope, id, sentence) => Annotations.of(scope).addInfo(`${sentence} (${id})`),
};

/** Warns of unset settings that have to match a pool from elsewhere, whose properties are not known. */
export function warnOfUnsetSettings(scope: IConstruct, environments: Environments): void {
  warnOf(scope, unsetSettings(environments), "the pool is not part of this app");
}

function warnOf(scope: IConstruct, names: readonly (keyof typeof settingsFromPool)[], why: string): void {
  for (const name of names) {
    const { words } = settings[name].kind;
    const properties = settingsFromPool[name].properties.join(" and ");
    Annotations.of(scope).addWarningV2(
      `cognito-recovery:unset-${name}`,
      `${name} defaults to ${words[0]}, because ${why}: set it in \`environment\` to the value for the pool's ${properties} (${words.join(", ")}).`,
    );
  }
}

/** Returns the settings that have to match the pool and that some function reads without a value. */
function unsetSettings(environments: Environments): readonly (keyof typeof settingsFromPool)[] {
  const names = Object.keys(settingsFromPool) as (keyof typeof settingsFromPool)[];
  return names.filter((name) =>
    [...environments].some(
      ([trigger, environment]) => settingsOf(trigger).includes(name) && environment[name] === undefined,
    ),
  );
}

/** Returns the pool's app clients in the same app, by their paths. */
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
