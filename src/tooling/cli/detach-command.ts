import { SetupError } from "../../log/fault.ts";
import { regionOf } from "../aws/user-pool-id.ts";
import { clientsIn } from "../deploy/clients.ts";
import { detaching, undoing } from "../deploy/detach.ts";
import { newestRecord, recordIn } from "../deploy/record.ts";
import { printable } from "../replay/printable.ts";
import { type ChangeOptions, changeCommand } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";

export interface DetachOptions extends ChangeOptions, FunctionOptions {
  readonly userPoolId?: string;
  /** What `attach` has kept. */
  readonly record?: string;
  readonly drift?: boolean;
}

/** `detach`: undoes what a record tells, or takes the named functions off a pool. */
export async function detachCommand(options: DetachOptions): Promise<number> {
  const { userPoolId, drift = false } = options;
  const functions = functionsIn(options);
  const isNamed = Object.keys(functions).length > 0;
  if (isNamed && options.record !== undefined) {
    throw new SetupError("Say --record or which functions, not both: the record tells which.");
  }
  if (isNamed && userPoolId !== undefined) {
    const clients = clientsIn(regionOf(userPoolId));
    return told(clients, await detaching(clients, userPoolId, functions, drift), options);
  }
  const record = recordIn(recordFile(options));
  if (userPoolId !== undefined && record.userPoolId !== userPoolId) {
    throw new SetupError(`The record is of the pool ${record.userPoolId}, not of ${userPoolId}.`);
  }
  const clients = clientsIn(regionOf(record.userPoolId));
  return told(clients, await undoing(clients, record, drift), options);
}

function recordFile({ record, userPoolId }: DetachOptions): string {
  if (record !== undefined) return record;
  if (userPoolId === undefined) {
    throw new SetupError("Which pool? Say --user-pool-id, or --record with the file that attach has kept.");
  }
  regionOf(userPoolId);
  const newest = newestRecord(process.cwd(), userPoolId);
  if (newest !== undefined) return newest;
  throw new SetupError(
    `There is no record of an attach to ${userPoolId} here: name the functions, as in --custom-message <function>.`,
  );
}

async function told(
  clients: ReturnType<typeof clientsIn>,
  { change, leftAlone }: Awaited<ReturnType<typeof undoing>>,
  options: ChangeOptions,
): Promise<number> {
  for (const { trigger, before = "" } of leftAlone) {
    console.log(printable(`${trigger} is left alone: the pool has ${before}.`));
  }
  // What comes back was there before; nobody's function gives way unasked.
  return changeCommand(clients, change, { ...options, replace: true });
}
