import { SetupError } from "../../error/setup-error.ts";
import { settingFindings } from "../../parameter/setting-findings.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { readEnvironment } from "../doctor/read-environment.ts";
import { settingsRead } from "../doctor/settings-read.ts";
import { printable } from "../terminal/printable.ts";
import type { PoolDoctorOptions } from "./pool-doctor-command.ts";

export interface DoctorOptions extends PoolDoctorOptions {
  readonly environment?: string;
  readonly trigger?: string;
}

/** `doctor`: of a pool where one is named, else of settings: 1 when one is wrong; a warning alone is 0. What a variable names in a store is not asked for. */
export async function doctorCommand(options: DoctorOptions): Promise<number> {
  const { environment, trigger, json } = options;
  if (options.userPoolId !== undefined || options.from !== undefined) {
    if (environment !== undefined || trigger !== undefined) {
      throw new SetupError(
        "--environment and --trigger look at settings alone: a pool's functions bring their own.",
      );
    }
    return (await import("./pool-doctor-command.ts")).poolDoctorCommand(options);
  }
  if (options.attribute !== undefined) {
    throw new SetupError("--attribute is held against a pool's schema: name the pool too.");
  }
  if (trigger !== undefined && !triggerNames.some((name) => name === trigger)) {
    throw new SetupError(`--trigger must be one of: ${triggerNames.join(", ")}.`);
  }
  const variables = environment === undefined ? process.env : readEnvironment(environment);
  const names = await settingsRead(process.cwd(), trigger);
  const findings = settingFindings(variables, names);
  const warnings = misspeltSettings(variables);
  const all = [...findings, ...warnings];
  if (json) {
    console.log(JSON.stringify({ ok: findings.length === 0, settings: findings, warnings }, undefined, 2));
  } else if (all.length === 0) console.log(`All is well with ${names.length} settings.`);
  else for (const { message } of all) console.log(printable(message));
  return findings.length === 0 ? 0 : 1;
}
