import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import { triggerNameOf } from "../build/trigger-files.ts";
import { isAttached } from "../doctor/attached.ts";
import type { Facts } from "../doctor/facts.ts";
import { factsFromFiles } from "../doctor/facts-from-files.ts";
import type { FailureReasons } from "../doctor/failure-reasons.ts";
import { missingFacts } from "../doctor/missing-facts.ts";
import { poolReportJson, poolReportText } from "../doctor/pool-report.ts";
import { returnedAttributes } from "../doctor/returned-attributes.ts";
import { diagnosis } from "../doctor/rule.ts";
import { poolRules } from "../doctor/rules/pool-rules.ts";
import { inkFor } from "../terminal/ink.ts";
import type { Io } from "./io.ts";
import type { OutOption } from "./out-option.ts";
import { print } from "./print.ts";

export interface PoolDoctorOptions extends OutOption {
  readonly userPoolId?: string;
  readonly from?: readonly string[];
  readonly attribute?: readonly string[];
  readonly json?: boolean;
}

/** `doctor` of a pool: 1 when there is an error, which means that recovery fails for people. */
export async function poolDoctorCommand(options: PoolDoctorOptions, io: Io): Promise<number> {
  const root = io.cwd;
  const { facts, reasons } = await withReturned(root, await gathered(root, options), options);
  const report = {
    ...diagnosis(poolRules, facts),
    facts,
    missingFacts: missingFacts(
      facts,
      reasons,
      options.from ? "No file contains it." : "AWS did not return it.",
    ),
  };
  print(
    io,
    options.json ? poolReportJson(report) : poolReportText(report, inkFor(io.stdout, io.environment)),
  );
  return report.findings.some(({ severity }) => severity === "error") ? 1 : 0;
}

interface Gathered {
  readonly facts: Facts;
  readonly reasons: FailureReasons;
}

async function gathered(root: string, { userPoolId, from }: PoolDoctorOptions): Promise<Gathered> {
  const triggers = triggersOf(root);
  if (from !== undefined && userPoolId !== undefined) {
    throw new SetupError("--from and --user-pool-id are two sources of the same facts: use one of them.");
  }
  if (userPoolId === undefined)
    return { facts: factsFromFiles(from ?? [], triggers, root), reasons: new Map() };
  const { factsOfPool } = await import("../doctor/facts-of-pool.ts");
  return factsOfPool(userPoolId, triggers);
}

/** Returns the triggers that the project has; without a project, all of ours. */
function triggersOf(root: string) {
  const folder = join(root, "triggers");
  const files = existsSync(folder) ? readdirSync(folder).map(triggerNameOf) : [];
  const own = triggerNames.filter((name) => files.includes(name));
  return own.length > 0 ? own : triggerNames;
}

async function withReturned(
  root: string,
  { facts, reasons }: Gathered,
  { attribute, out }: PoolDoctorOptions,
): Promise<Gathered> {
  if (!isAttached("user-migration", facts.pool)) return { facts, reasons };
  if (attribute)
    return {
      facts: {
        ...facts,
        returnedAttributes: { ever: attribute, always: attribute, source: "--attribute" },
      },
      reasons,
    };
  const returned = await returnedAttributes(root, out);
  return "reason" in returned
    ? { facts, reasons: new Map([...reasons, ["returnedAttributes", returned.reason]]) }
    : { facts: { ...facts, returnedAttributes: returned }, reasons };
}
