import { SetupError } from "../../log/fault.ts";
import { managedSentence } from "../deploy/attach.ts";
import { carryOut, type Done } from "../deploy/carry-out.ts";
import { changeText } from "../deploy/change-text.ts";
import type { Clients } from "../deploy/clients.ts";
import { doneText } from "../deploy/done-text.ts";
import { isEmpty, type PoolChange, type TriggerChange } from "../deploy/pool-change.ts";
import { inkFor } from "../replay/ink.ts";
import { printable } from "../replay/printable.ts";
import { confirmed } from "./confirmed.ts";

export interface ChangeOptions {
  /** Show the change and make none. */
  readonly dryRun?: boolean;
  /** Ask nobody. */
  readonly yes?: boolean;
  /** With `yes`: the function of somebody else may be replaced too. */
  readonly replace?: boolean;
}

/** What is asked and told around a change. */
export interface Around {
  /** Triggers at which the function of somebody else is replaced: that takes a yes of its own. */
  readonly replaced?: readonly TriggerChange[];
  /** Done when somebody has said yes, before anything else is; a line to print. */
  readonly before?: () => string;
}

/**
 * Shows a change of a pool, asks, makes it, and shows what came of it; `undefined` when it was not made: there
 * was nothing to do, it was a dry run, or the answer was no.
 */
export async function changeCommand(
  clients: Clients,
  change: PoolChange,
  options: ChangeOptions,
  { replaced = [], before }: Around = {},
): Promise<Done | "nothing to do" | "dry run" | "no"> {
  const ink = inkFor(process.stdout, process.env);
  console.log(changeText(change, replaced, ink));
  if (isEmpty(change)) return "nothing to do";
  if (options.dryRun) {
    console.log("Nothing was changed: a dry run.");
    return "dry run";
  }
  if (!(await isWanted(replaced, options))) {
    console.log("Nothing was changed.");
    return "no";
  }
  if (before) console.log(before());
  const done = await carryOut(clients, change);
  const told = doneText(done, change, ink);
  if (done.is === "changed") console.log(told);
  else console.error(told);
  return done;
}

async function isWanted(
  replaced: readonly TriggerChange[],
  { yes = false, replace = false }: ChangeOptions,
): Promise<boolean> {
  if (yes && (replace || replaced.length === 0)) return true;
  const names = replaced.map(({ trigger }) => trigger).join(", ");
  return replaced.length > 0
    ? confirmed(`Replace the other function (${names})?`, "--yes --replace")
    : confirmed("Make this change?", "--yes");
}

/** A dry run may look at a pool that a stack manages, and is told what it would be refused for. */
export async function tellManaged(clients: Clients, userPoolId: string): Promise<void> {
  try {
    const managed = await managedSentence(clients, userPoolId);
    if (managed !== undefined) console.log(managed);
  } catch (thrown) {
    if (!(thrown instanceof SetupError)) throw thrown;
    console.log(printable(thrown.message));
  }
}
