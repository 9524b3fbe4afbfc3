import { SetupError } from "../../error/setup-error.ts";
import { namedUserPool } from "../aws/named-user-pool.ts";
import { sampleBrandText } from "../build/sample-brand-text.ts";
import { removeRecord, writeRecord } from "../deploy/attach-record.ts";
import { attachment } from "../deploy/attachment.ts";
import { clientsIn } from "../deploy/clients.ts";
import { exitCodeOf } from "../deploy/done-text.ts";
import { replaced } from "../deploy/pool-change.ts";
import { sampleBrandIn } from "../templates/sample-brand-in.ts";
import { commandLine } from "../terminal/command-line.ts";
import { type ChangeOptions, changeCommand, printManagingStack } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";

export interface AttachOptions extends ChangeOptions, FunctionOptions {
  /** The id or the ARN of the pool. */
  readonly userPoolId: string;
  readonly drift?: boolean;
  readonly sampleBrand?: boolean;
}

/** `attach`: sets the named functions as the triggers of a pool, and changes no other setting. */
export async function attachCommand(options: AttachOptions, io: Io): Promise<number> {
  const { drift = false } = options;
  const { id: userPoolId, region } = namedUserPool(options.userPoolId);
  const root = io.cwd;
  const clients = clientsIn(region);
  const functions = functionsIn(options);
  if (functions["custom-message"] !== undefined && !options.sampleBrand) checkBrand(options, io);
  // A dry run accepts a pool that a stack manages, too.
  const change = await attachment(clients, {
    userPoolId,
    functions,
    drift: drift || options.dryRun === true,
  });
  if (options.dryRun && !drift) await printManagingStack(clients, userPoolId, io);
  let record: string | undefined;
  const before = () => {
    record = writeRecord(root, change, new Date());
    return `The previous configuration of the pool is saved in ${record}.`;
  };
  const done = await changeCommand(clients, change, options, io, {
    replaced: replaced(change),
    // A new permission alone needs no record: the trigger was attached before.
    ...(change.triggers.length > 0 && { before }),
  });
  if (typeof done === "string") return done === "no" ? 2 : 0;
  if (done.is === "unchanged" && record !== undefined) removeRecord(root, record);
  else if (record !== undefined) print(io, `\`${commandLine(`detach --record ${record}`)}\` undoes this.`);
  return exitCodeOf(done);
}

/**
 * Stops before the sample brand goes live; a dry run only prints it. Only the project's brand file is known: the
 * function may have been built from another one.
 *
 * @throws SetupError
 */
function checkBrand({ dryRun }: AttachOptions, io: Io): void {
  const sampleBrand = sampleBrandIn(io.cwd);
  if (sampleBrand === undefined) return;
  const text = `custom-message is not attached: ${sampleBrandText(sampleBrand)}. Make it yours, build and deploy; add --sample-brand to attach it anyway, or if the function was built from another brand file.`;
  if (!dryRun) throw new SetupError(text);
  print(io, text);
}
