import { UserPool } from "aws-cdk-lib/aws-cognito";
import { App, Stack } from "aws-cdk-lib/core";
import { RecoveryTriggers, type RecoveryTriggersProps } from "cognito-recovery/cdk";
import { temporaryProject } from "../temporary-project.ts";
import { sampleBundles } from "./sample-bundles.ts";

export interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read a template at many depths
  readonly Properties: any;
  readonly [attribute: string]: unknown;
}

/**
 * Returns the synthesized resources: stack -> logical id -> resource. Skips CDK's validation, which takes seconds;
 * test/tooling/cloudformation/ validates a whole template.
 */
export function synthesized(app: App): Readonly<Record<string, Readonly<Record<string, Resource>>>> {
  const { stacks } = app.synth({ skipValidation: true });
  return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template.Resources]));
}

/** Returns the resources of a type. */
export function ofType(resources: Readonly<Record<string, Resource>>, type: string): Resource[] {
  return Object.values(resources).filter((resource) => resource.Type === type);
}

/** An app whose files are removed after the test. */
export function app(): App {
  return new App({ outdir: temporaryProject(), analyticsReporting: false, treeMetadata: false });
}

export const environment = { LEGACY_DATABASE: "secret:recovery/legacy#url" };

/** The construct with a pool of its own, in one stack. */
export function recovery(props: Partial<RecoveryTriggersProps> = {}) {
  const stack = new Stack(app(), "Auth");
  const userPool = props.userPool ?? new UserPool(stack, "Pool");
  const bundles = props.bundles ?? sampleBundles();
  const made = new RecoveryTriggers(stack, "Recovery", { environment, ...props, userPool, bundles });
  const resources = () => synthesized(stack.node.root as App).Auth ?? {};
  return { stack, made, resources };
}

/** Returns the policy statements of a trigger's function. */
export function statementsOf(resources: Readonly<Record<string, Resource>>, key: string) {
  return Object.entries(resources).flatMap(([id, { Type, Properties }]) =>
    Type === "AWS::IAM::Policy" && id.startsWith(`Recovery${key}`) ? Properties.PolicyDocument.Statement : [],
  );
}
