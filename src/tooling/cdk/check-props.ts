import { SetupError } from "../../error/setup-error.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { RecoveryTriggersProps } from "./recovery-triggers.ts";

const names = triggerNames.join(", ");

/**
 * Refuses what TypeScript would, for whoever writes JavaScript or reads a value from somewhere.
 *
 * @throws SetupError that names the prop and says what to write
 */
export function checkProps({ userPool, bundles, triggers, decryptWith = [] }: RecoveryTriggersProps): void {
  if (typeof userPool !== "object" || userPool === null || !("node" in userPool)) {
    throw new SetupError(
      '`userPool` should be a user pool of CDK: of one from elsewhere write UserPool.fromUserPoolId(this, "Pool", "<id>").',
    );
  }
  if (typeof bundles !== "string" || bundles === "") {
    throw new SetupError(
      `\`bundles\` should be the folder that \`${commandLine("build")}\` writes: write bundles: "dist".`,
    );
  }
  if (triggers !== undefined && (!Array.isArray(triggers) || triggers.length === 0)) {
    throw new SetupError(
      `\`triggers\` should be a list with one or more of ${names}: leave it out for all that were built.`,
    );
  }
  for (const { keyArn } of decryptWith) {
    // IAM allows by the key alone: a policy that names an alias grants nothing.
    if (keyArn.includes(":alias/")) throw new SetupError(notAKey);
  }
}

const notAKey =
  "`decryptWith` should be keys, and one of them is an alias: give the key itself, as by Key.fromKeyArn.";

/**
 * Refuses settings for one trigger that nobody would get.
 *
 * @throws SetupError
 */
export function checkOnly(
  only: NonNullable<RecoveryTriggersProps["only"]>,
  deployed: readonly TriggerName[],
): void {
  const given = (Object.keys(only) as TriggerName[]).filter((name) => only[name] !== undefined);
  for (const name of given) {
    if (!triggerNames.includes(name)) {
      throw new SetupError(`There is no trigger ${name}, which \`only\` names: write ${names}.`);
    }
    if (!deployed.includes(name)) {
      throw new SetupError(
        `\`only\` has settings for ${name}, which is not deployed (${deployed.join(", ")} is): build it and put it into \`triggers\`, or take it out of \`only\`.`,
      );
    }
  }
}
