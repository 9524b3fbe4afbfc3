import { regionOf } from "../aws/user-pool-id.ts";
import { attachment } from "../deploy/attach.ts";
import { clientsIn } from "../deploy/clients.ts";
import { writeRecord } from "../deploy/record.ts";
import { type ChangeOptions, changeCommand } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";

export interface AttachOptions extends ChangeOptions, FunctionOptions {
  readonly userPoolId: string;
  readonly drift?: boolean;
}

/** `attach`: makes the named functions the triggers of a pool, and changes nothing else of it. */
export async function attachCommand(options: AttachOptions): Promise<number> {
  const { userPoolId, drift = false } = options;
  const clients = clientsIn(regionOf(userPoolId));
  const change = await attachment(clients, { userPoolId, functions: functionsIn(options), drift });
  return changeCommand(clients, change, options, () => {
    const file = writeRecord(process.cwd(), change, new Date());
    return `The pool as it was is kept in ${file}: \`cognito-recovery detach --record ${file}\` undoes this.`;
  });
}
