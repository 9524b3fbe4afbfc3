import { ManagedPolicy } from "aws-cdk-lib/aws-iam";
import type { CfnFunction } from "aws-cdk-lib/aws-lambda";
import { CfnParameter, type Stack } from "aws-cdk-lib/core";
import { SetupError } from "../../error/setup-error.ts";
import { settings } from "../../parameter/settings.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import type { RecoveryTriggers } from "../cdk/recovery-triggers.ts";

/**
 * Puts the functions that read the legacy store into a VPC whose subnets and security groups are parameters.
 * Custom message stays outside: it reads nothing there.
 *
 * @throws SetupError when no function reads the legacy store
 */
export function inVpc(stack: Stack, { functions }: RecoveryTriggers): void {
  const readers: readonly string[] = settings.LEGACY_DATABASE.readBy;
  const inside = triggerNames.flatMap((name) => (readers.includes(name) ? (functions[name] ?? []) : []));
  if (inside.length === 0) {
    throw new SetupError(
      `--vpc is for the functions that read the legacy store (${readers.join(", ")}), and none of them is deployed here: omit --vpc.`,
    );
  }
  const list = (id: string, type: string, description: string) =>
    new CfnParameter(stack, id, { type, description }).valueAsList;
  const subnetIds = list(
    "SubnetIds",
    "List<AWS::EC2::Subnet::Id>",
    "The subnets of the functions that read the legacy store: private subnets that can reach it.",
  );
  const securityGroupIds = list(
    "SecurityGroupIds",
    "List<AWS::EC2::SecurityGroup::Id>",
    "The security groups of these functions.",
  );
  for (const fn of inside) {
    (fn.node.defaultChild as CfnFunction).vpcConfig = { subnetIds, securityGroupIds };
    // The network interfaces have no resource that the role's own policy could name in advance.
    fn.role?.addManagedPolicy(
      ManagedPolicy.fromAwsManagedPolicyName("service-role/AWSLambdaENIManagementAccess"),
    );
  }
}
