import { resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type NamedUserPool, namedUserPool } from "../aws/named-user-pool.ts";
import { newestRecord, recordedPool, recordIn, setAside } from "../deploy/attach-record.ts";
import { type Clients, clientsIn } from "../deploy/clients.ts";
import { type Detachment, namedDetachment, recordedDetachment } from "../deploy/detachment.ts";
import { exitCodeOf } from "../deploy/done-text.ts";
import { printable } from "../terminal/printable.ts";
import { type ChangeOptions, changeCommand, printManagingStack } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";
import type { Io } from "./io.ts";
import { print, printError } from "./print.ts";

export interface DetachOptions extends ChangeOptions, FunctionOptions {
  readonly userPoolId?: string;
  /** The file that `attach` has written. */
  readonly record?: string;
  readonly drift?: boolean;
}

/** `detach`: undoes the attach of a record, or removes the named functions from a pool. */
export async function detachCommand(options: DetachOptions, io: Io): Promise<number> {
  const pool = options.userPoolId === undefined ? undefined : namedUserPool(options.userPoolId);
  const functions = functionsIn(options);
  const isNamed = Object.keys(functions).length > 0;
  if (isNamed && options.record !== undefined) {
    throw new SetupError("Use --record or name functions, not both: the record contains their names.");
  }
  if (isNamed && pool === undefined) throw new SetupError("Which pool? Name it with --user-pool-id.");
  if (isNamed && pool !== undefined) {
    const { clients, drift } = await ready(pool, options, io);
    return detached(clients, await namedDetachment(clients, pool.id, functions, drift), options, io);
  }
  const file = recordFile(options.record, pool, io);
  const record = recordIn(file, io.cwd);
  const recorded = recordedPool(record);
  if (pool !== undefined && (recorded.id !== pool.id || recorded.region !== pool.region)) {
    throw new SetupError(
      `The record is of the pool ${recorded.id} in ${recorded.region}, not of ${pool.id} in ${pool.region}.`,
    );
  }
  print(io, `Undoing the attach of ${printable(file)}.`);
  const { clients, drift } = await ready(recorded, options, io);
  const detachment = await recordedDetachment(clients, record, drift);
  const code = await detached(clients, detachment, options, io);
  // A record that was undone only in part remains the newest.
  if (code !== 0 || options.dryRun || detachment.unaffected.length > 0) return code;
  if (!setAside(resolve(io.cwd, file)))
    printError(
      io,
      printable(
        `${file} could not be renamed. Its attach is undone: remove the file, so that no later detach uses it.`,
      ),
    );
  return code;
}

/** Returns the clients, and whether a pool that a stack manages is accepted: a dry run accepts it too. */
async function ready(
  { id, region }: NamedUserPool,
  { drift = false, dryRun = false }: DetachOptions,
  io: Io,
) {
  const clients = clientsIn(region);
  if (dryRun && !drift) await printManagingStack(clients, id, io);
  return { clients, drift: drift || dryRun };
}

function recordFile(record: string | undefined, pool: NamedUserPool | undefined, { cwd }: Io): string {
  if (record !== undefined) return record;
  if (pool === undefined) {
    throw new SetupError(
      "Which pool? Name it with --user-pool-id, or name the file that attach wrote with --record.",
    );
  }
  const newest = newestRecord(cwd, pool);
  if (newest !== undefined) return newest;
  throw new SetupError(
    `There is no record of an attach to ${pool.id} in ${pool.region} here: name the functions, as in --custom-message <function>.`,
  );
}

async function detached(
  clients: Clients,
  { change, unaffected }: Detachment,
  options: ChangeOptions,
  io: Io,
): Promise<number> {
  for (const { trigger, before } of unaffected) {
    print(io, printable(`${trigger} is unchanged: the pool has ${before ?? "no function for it"}.`));
  }
  // Restored functions need no further confirmation: attach has asked before it replaced them.
  const done = await changeCommand(clients, change, options, io);
  if (typeof done === "string") return done === "no" ? 2 : 0;
  return exitCodeOf(done);
}
