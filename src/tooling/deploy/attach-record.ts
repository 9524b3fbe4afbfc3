import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type NamedUserPool, namedUserPool } from "../aws/named-user-pool.ts";
import type { InvokePermission } from "./invoke-permission.ts";
import type { PoolChange, TriggerChange } from "./pool-change.ts";

/** The record of an `attach`: how to undo it, and the previous pool. It contains no secret. */
export interface AttachRecord {
  readonly userPoolId: string;
  readonly attached: readonly TriggerChange[];
  readonly permitted: readonly InvokePermission[];
  /** The previous answers of DescribeUserPool and GetUserPoolMfaConfig. */
  readonly before: PoolChange["described"]["json"];
}

/** The folder of the records, in the project's folder. */
export const RECORDS = ".cognito-recovery";

/**
 * Writes the record of a change, before the change is made, and returns the file's path in `root`.
 *
 * @throws SetupError when it cannot be written: then nothing may be changed
 */
export function writeRecord(root: string, { described, triggers, ours }: PoolChange, now: Date): string {
  const record: AttachRecord = {
    userPoolId: described.pool.Id,
    attached: triggers,
    permitted: ours,
    before: described.json,
  };
  const file = join(RECORDS, `${described.pool.Id}.${now.toISOString().replaceAll(":", "-")}.json`);
  try {
    mkdirSync(join(root, RECORDS), { recursive: true });
    // Never overwrites a record: each is the only copy of a pool's previous settings.
    writeFileSync(join(root, file), `${JSON.stringify(record, undefined, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    throw new SetupError(
      `The record of the pool's current settings, ${file}, cannot be written: nothing was changed.`,
      {
        cause,
      },
    );
  }
  return file;
}

/** Removes the record of a change that was not made. */
export function removeRecord(root: string, file: string): void {
  rmSync(join(root, file), { force: true });
}

/** Renames the record of a change that was undone, so that the previous record is the newest. Returns whether that succeeded. */
export function setAside(file: string): boolean {
  try {
    renameSync(file, `${file}.undone`);
    return true;
  } catch {
    return false;
  }
}

/** Returns the pool of a record. Replicas share an id, but each description has its own ARN. */
export function recordedPool({ userPoolId, before }: AttachRecord): NamedUserPool {
  const { Arn } = (before?.UserPool ?? {}) as { Arn?: string };
  return namedUserPool(Arn ?? userPoolId);
}

/** Returns the newest record of a pool that is not undone; `undefined` when there is none. */
export function newestRecord(root: string, { id, region }: NamedUserPool): string | undefined {
  let files: string[];
  try {
    files = readdirSync(join(root, RECORDS));
  } catch {
    return undefined;
  }
  return files
    .filter((file) => file.startsWith(`${id}.`) && file.endsWith(".json"))
    .sort()
    .map((file) => join(RECORDS, file))
    .findLast((file) => recordedPool(recordIn(join(root, file))).region === region);
}

/**
 * Reads a record.
 *
 * @param folder where a relative path starts; the current folder when left out
 * @throws SetupError that names the file when it cannot be read or is not a record
 */
export function recordIn(file: string, folder = ""): AttachRecord {
  try {
    const record: Partial<AttachRecord> = JSON.parse(readFileSync(resolve(folder, file), "utf8"));
    if (record.userPoolId && Array.isArray(record.attached) && Array.isArray(record.permitted)) {
      return record as AttachRecord;
    }
  } catch (cause) {
    throw new SetupError(`${file} cannot be read, or is not the record of an attach.`, { cause });
  }
  throw new SetupError(`${file} is not the record of an attach: name a file in ${RECORDS}/.`);
}
