import { carryOut } from "../deploy/carry-out.ts";
import { changeText, proofText } from "../deploy/change-text.ts";
import type { Clients } from "../deploy/clients.ts";
import { isEmpty, type PoolChange, replaced } from "../deploy/pool-change.ts";
import { inkFor } from "../replay/ink.ts";
import { confirmed } from "./confirm.ts";

export interface ChangeOptions {
  /** Show the change and make none. */
  readonly dryRun?: boolean;
  /** Ask nobody. */
  readonly yes?: boolean;
  /** With `yes`: another's function may give way too. */
  readonly replace?: boolean;
}

/**
 * Shows a change of a pool, asks, makes it and shows the proof: 0, or 1 when the pool is not as it should be
 * afterwards, or 2 when the person said no.
 *
 * @param about what is told when it is about to be made
 */
export async function changeCommand(
  clients: Clients,
  change: PoolChange,
  options: ChangeOptions,
  about: () => string | undefined = () => undefined,
): Promise<number> {
  const ink = inkFor(process.stdout, process.env);
  if (isEmpty(change)) {
    console.log("The pool is like that already: there is nothing to change.");
    return 0;
  }
  console.log(changeText(change, ink));
  if (options.dryRun) {
    console.log("Nothing was changed: a dry run.");
    return 0;
  }
  if (!(await isWanted(change, options))) {
    console.log("Nothing was changed.");
    return 2;
  }
  const told = about();
  if (told !== undefined) console.log(told);
  const proof = await carryOut(clients, change);
  console.log(proofText(proof, ink));
  return proof.notSet.length + proof.unexpected.length === 0 ? 0 : 1;
}

async function isWanted(
  change: PoolChange,
  { yes = false, replace = false }: ChangeOptions,
): Promise<boolean> {
  const foreign = replaced(change);
  if (yes && (replace || foreign.length === 0)) return true;
  const names = foreign.map(({ trigger }) => trigger).join(", ");
  return foreign.length > 0
    ? confirmed(`Replace another's function (${names})?`, "--yes --replace")
    : confirmed("Make this change?", "--yes");
}
