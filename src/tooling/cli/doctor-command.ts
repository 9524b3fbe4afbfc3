import { SetupError } from "../../log/fault.ts";
import { settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import { environmentIn } from "../doctor/environment-file.ts";

const TRIGGERS = ["custom-message", "user-migration", "pre-sign-up", "post-confirmation"];

export interface DoctorOptions {
  readonly environment?: string;
  readonly trigger?: string;
  readonly json?: boolean;
}

/** `doctor`: 1 when a setting is wrong. What a variable names in a store is not asked for. */
export async function doctorCommand({ environment, trigger, json }: DoctorOptions): Promise<number> {
  if (trigger !== undefined && !TRIGGERS.includes(trigger)) {
    throw new SetupError(`--trigger must be one of: ${TRIGGERS.join(", ")}.`);
  }
  const variables = environment === undefined ? process.env : environmentIn(environment);
  const names = settingsOf(trigger);
  const findings = settingFindings(variables, names);
  if (json) console.log(JSON.stringify({ ok: findings.length === 0, settings: findings }, undefined, 2));
  else if (findings.length === 0) console.log(`All is well with ${names.length} settings.`);
  else for (const { message } of findings) console.log(message);
  return findings.length === 0 ? 0 : 1;
}
