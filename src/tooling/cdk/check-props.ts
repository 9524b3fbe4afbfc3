import { SetupError } from "../../error/setup-error.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { RecoveryTriggersProps } from "./recovery-triggers-props.ts";

const names = triggerNames.join(", ");

/**
 * Rejects what TypeScript would reject, for apps in JavaScript.
 *
 * @throws SetupError that names the prop and says what to write
 */
export function checkProps({ userPool, bundles, triggers, decryptWith = [] }: RecoveryTriggersProps): void {
  if (typeof userPool !== "object" || userPool === null || !("node" in userPool)) {
    throw new SetupError(
      '`userPool` should be a user pool of CDK: for one from elsewhere write UserPool.fromUserPoolId(this, "Pool", "<id>").',
    );
  }
  if (typeof bundles !== "string" || bundles === "") {
    throw new SetupError(
      `\`bundles\` should be the folder that \`${commandLine("build")}\` writes, for example bundles: "dist".`,
    );
  }
  if (triggers !== undefined && (!Array.isArray(triggers) || triggers.length === 0)) {
    throw new SetupError(
      `\`triggers\` should be a list with one or more of ${names}: omit it for all built triggers.`,
    );
  }
  for (const { keyArn } of decryptWith) {
    // A policy that names an alias grants nothing.
    if (keyArn.includes(":alias/")) throw new SetupError(notAKey);
  }
}

const notAKey = "`decryptWith` contains an alias: pass the key itself, for example with Key.fromKeyArn.";

/** @throws SetupError when `only` names a trigger that does not exist or is not deployed */
export function checkOnly(
  only: NonNullable<RecoveryTriggersProps["only"]>,
  deployed: readonly TriggerName[],
): void {
  const present = (Object.keys(only) as TriggerName[]).filter((name) => only[name] !== undefined);
  for (const name of present) {
    if (!triggerNames.includes(name)) {
      throw new SetupError(`\`only\` names ${name}, which is not a trigger. Triggers are ${names}.`);
    }
    if (!deployed.includes(name)) {
      throw new SetupError(
        `\`only\` has settings for ${name}, which is not deployed (deployed: ${deployed.join(", ")}): build it and add it to \`triggers\`, or remove it from \`only\`.`,
      );
    }
  }
}
