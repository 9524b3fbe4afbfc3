import { SetupError } from "../../error/setup-error.ts";
import { carryOut, type Done } from "../deploy/carry-out.ts";
import { changeText } from "../deploy/change-text.ts";
import type { Clients } from "../deploy/clients.ts";
import { doneText } from "../deploy/done-text.ts";
import { managedPoolMessage } from "../deploy/managing-stack.ts";
import { isEmpty, type PoolChange, type TriggerChange } from "../deploy/pool-change.ts";
import { inkFor } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { confirmed } from "./confirmed.ts";
import type { Io } from "./io.ts";
import { print, printError } from "./print.ts";

export interface ChangeOptions {
  /** Show the change and make none. */
  readonly dryRun?: boolean;
  /** Skip confirmation. */
  readonly yes?: boolean;
  /** Replace functions attached by others too, with `yes`. */
  readonly replace?: boolean;
}

/** The steps that a command adds to a change. */
export interface Around {
  /** The triggers whose function, attached by others, is replaced: that takes a confirmation of its own. */
  readonly replaced?: readonly TriggerChange[];
  /** Runs after the confirmation, before the change; returns a line to print. */
  readonly before?: () => string;
}

/**
 * Prints a change of a pool, asks for confirmation, makes the change and prints its result; or returns why it was
 * not made.
 */
export async function changeCommand(
  clients: Clients,
  change: PoolChange,
  options: ChangeOptions,
  io: Io,
  { replaced = [], before }: Around = {},
): Promise<Done | "nothing to do" | "dry run" | "no"> {
  const ink = inkFor(io.stdout, io.environment);
  print(io, changeText(change, replaced, ink));
  if (isEmpty(change)) return "nothing to do";
  if (options.dryRun) {
    print(io, "Nothing was changed: this was a dry run.");
    return "dry run";
  }
  if (!(await isConfirmed(replaced, options, io))) {
    print(io, "Nothing was changed.");
    return "no";
  }
  if (before) print(io, before());
  const done = await carryOut(clients, change);
  const text = doneText(done, change, ink);
  if (done.is === "changed") print(io, text);
  else printError(io, text);
  return done;
}

async function isConfirmed(
  replaced: readonly TriggerChange[],
  { yes = false, replace = false }: ChangeOptions,
  io: Io,
): Promise<boolean> {
  if (yes && (replace || replaced.length === 0)) return true;
  const names = replaced.map(({ trigger }) => trigger).join(", ");
  return replaced.length > 0
    ? confirmed(`Replace the other function (${names})?`, "--yes --replace", io)
    : confirmed("Make this change?", "--yes", io);
}

/** Prints that a stack manages the pool: without `--drift`, a change would be rejected. */
export async function printManagingStack(clients: Clients, userPoolId: string, io: Io): Promise<void> {
  try {
    const managed = await managedPoolMessage(clients, userPoolId);
    if (managed !== undefined) print(io, managed);
  } catch (thrown) {
    if (!(thrown instanceof SetupError)) throw thrown;
    print(io, printable(thrown.message));
  }
}
