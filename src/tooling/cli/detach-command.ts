import { SetupError } from "../../error/setup-error.ts";
import { type NamedUserPool, namedUserPool } from "../aws/named-user-pool.ts";
import { newestRecord, recordedPool, recordIn, setAside } from "../deploy/attach-record.ts";
import { type Clients, clientsIn } from "../deploy/clients.ts";
import { type Detachment, namedDetachment, recordedDetachment } from "../deploy/detachment.ts";
import { exitCodeOf } from "../deploy/done-text.ts";
import { printable } from "../terminal/printable.ts";
import { type ChangeOptions, changeCommand, tellManaged } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";

export interface DetachOptions extends ChangeOptions, FunctionOptions {
  readonly userPoolId?: string;
  /** What `attach` has kept. */
  readonly record?: string;
  readonly drift?: boolean;
}

/** `detach`: undoes what a record tells, or takes the named functions off a pool. */
export async function detachCommand(options: DetachOptions): Promise<number> {
  const pool = options.userPoolId === undefined ? undefined : namedUserPool(options.userPoolId);
  const functions = functionsIn(options);
  const isNamed = Object.keys(functions).length > 0;
  if (isNamed && options.record !== undefined) {
    throw new SetupError("Say --record or which functions, not both: the record tells which.");
  }
  if (isNamed && pool === undefined) throw new SetupError("Which pool? Say --user-pool-id.");
  if (isNamed && pool !== undefined) {
    const { clients, drift } = await ready(pool, options);
    return detached(clients, await namedDetachment(clients, pool.id, functions, drift), options);
  }
  const file = recordFile(options.record, pool);
  const record = recordIn(file);
  const recorded = recordedPool(record);
  if (pool !== undefined && (recorded.id !== pool.id || recorded.region !== pool.region)) {
    throw new SetupError(
      `The record is of the pool ${recorded.id} in ${recorded.region}, not of ${pool.id} in ${pool.region}.`,
    );
  }
  console.log(`Undoing the attach that ${printable(file)} tells of.`);
  const { clients, drift } = await ready(recorded, options);
  const detachment = await recordedDetachment(clients, record, drift);
  const code = await detached(clients, detachment, options);
  // One of which something was left alone is not undone: it stays the newest.
  if (code !== 0 || options.dryRun || detachment.unaffected.length > 0) return code;
  if (!setAside(file))
    console.error(printable(`${file} could not be renamed: take it away, for it is undone.`));
  return code;
}

/** To look is free: a dry run may look at a pool that a stack manages. */
async function ready({ id, region }: NamedUserPool, { drift = false, dryRun = false }: DetachOptions) {
  const clients = clientsIn(region);
  if (dryRun && !drift) await tellManaged(clients, id);
  return { clients, drift: drift || dryRun };
}

function recordFile(record: string | undefined, pool: NamedUserPool | undefined): string {
  if (record !== undefined) return record;
  if (pool === undefined) {
    throw new SetupError("Which pool? Say --user-pool-id, or --record with the file that attach has kept.");
  }
  const newest = newestRecord(process.cwd(), pool);
  if (newest !== undefined) return newest;
  throw new SetupError(
    `There is no record of an attach to ${pool.id} in ${pool.region} here: name the functions, as in --custom-message <function>.`,
  );
}

async function detached(
  clients: Clients,
  { change, unaffected }: Detachment,
  options: ChangeOptions,
): Promise<number> {
  for (const { trigger, before } of unaffected) {
    console.log(printable(`${trigger} is left alone: the pool has ${before ?? "no function for it"}.`));
  }
  // Whatever comes back was there before: that nobody's function is replaced unasked, attach has seen to.
  const done = await changeCommand(clients, change, options);
  if (typeof done === "string") return done === "no" ? 2 : 0;
  return exitCodeOf(done);
}
