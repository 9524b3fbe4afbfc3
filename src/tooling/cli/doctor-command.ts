import { SetupError } from "../../error/setup-error.ts";
import { settingFindings } from "../../parameter/setting-findings.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { readEnvironment } from "../doctor/read-environment.ts";
import { settingsRead } from "../doctor/settings-read.ts";
import { printable } from "../terminal/printable.ts";
import type { Io } from "./io.ts";
import type { PoolDoctorOptions } from "./pool-doctor-command.ts";
import { print } from "./print.ts";

export interface DoctorOptions extends PoolDoctorOptions {
  readonly environment?: string;
  readonly trigger?: string;
}

/** `doctor`: checks a pool if one is named, otherwise settings. Returns 1 when a setting is wrong, 0 with warnings alone. No store is read. */
export async function doctorCommand(options: DoctorOptions, io: Io): Promise<number> {
  const { environment, trigger, json } = options;
  if (options.userPoolId !== undefined || options.from !== undefined) {
    if (environment !== undefined || trigger !== undefined) {
      throw new SetupError(
        "--environment and --trigger are for a check without a pool: the functions of a pool have their own settings.",
      );
    }
    return (await import("./pool-doctor-command.ts")).poolDoctorCommand(options, io);
  }
  if (options.attribute !== undefined) {
    throw new SetupError("--attribute is compared with a pool's schema: name the pool too.");
  }
  if (trigger !== undefined && !triggerNames.some((name) => name === trigger)) {
    throw new SetupError(`--trigger must be one of: ${triggerNames.join(", ")}.`);
  }
  const variables = environment === undefined ? io.environment : readEnvironment(environment, io.cwd);
  const names = await settingsRead(io.cwd, trigger);
  const findings = settingFindings(variables, names);
  const warnings = misspeltSettings(variables);
  const all = [...findings, ...warnings];
  if (json) {
    print(io, JSON.stringify({ ok: findings.length === 0, settings: findings, warnings }, undefined, 2));
  } else if (all.length === 0) print(io, `No problems in ${names.length} settings.`);
  else for (const { message } of all) print(io, printable(message));
  return findings.length === 0 ? 0 : 1;
}
