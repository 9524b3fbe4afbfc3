import { SetupError } from "../../error/setup-error.ts";
import { namedUserPool } from "../aws/named-user-pool.ts";
import { sampleBrandText } from "../build/sample-brand-text.ts";
import { removeRecord, writeRecord } from "../deploy/attach-record.ts";
import { attachment } from "../deploy/attachment.ts";
import { clientsIn } from "../deploy/clients.ts";
import { exitCodeOf } from "../deploy/done-text.ts";
import { replaced } from "../deploy/pool-change.ts";
import { sampleBrandIn } from "../templates/sample-brand.ts";
import { commandLine } from "../terminal/command-line.ts";
import { type ChangeOptions, changeCommand, tellManaged } from "./change-command.ts";
import { type FunctionOptions, functionsIn } from "./function-options.ts";

export interface AttachOptions extends ChangeOptions, FunctionOptions {
  /** The id or the ARN of the pool. */
  readonly userPoolId: string;
  readonly drift?: boolean;
  readonly sampleBrand?: boolean;
}

/** `attach`: makes the named functions the triggers of a pool, and changes nothing else of it. */
export async function attachCommand(options: AttachOptions): Promise<number> {
  const { drift = false } = options;
  const { id: userPoolId, region } = namedUserPool(options.userPoolId);
  const root = process.cwd();
  const clients = clientsIn(region);
  const functions = functionsIn(options);
  if (functions["custom-message"] !== undefined && !options.sampleBrand) checkBrandIn(root, options);
  // To look is free.
  const change = await attachment(clients, {
    userPoolId,
    functions,
    drift: drift || options.dryRun === true,
  });
  if (options.dryRun && !drift) await tellManaged(clients, userPoolId);
  let record: string | undefined;
  const before = () => {
    record = writeRecord(root, change, new Date());
    return `The pool as it was is kept in ${record}.`;
  };
  const done = await changeCommand(clients, change, options, {
    replaced: replaced(change),
    // A permission alone is nothing to be undone: what it is for was there before.
    ...(change.triggers.length > 0 && { before }),
  });
  if (typeof done === "string") return done === "no" ? 2 : 0;
  if (done.is === "unchanged" && record !== undefined) removeRecord(root, record);
  else if (record !== undefined) console.log(`\`${commandLine(`detach --record ${record}`)}\` undoes this.`);
  return exitCodeOf(done);
}

/**
 * Stops before the sample brand goes live; a dry run says so only. What is known is the project's brand file:
 * the function may have been built elsewhere, or from another one.
 *
 * @throws SetupError
 */
function checkBrandIn(root: string, { dryRun }: AttachOptions): void {
  const sampleBrand = sampleBrandIn(root);
  if (sampleBrand === undefined) return;
  const sentence = `custom-message is not attached: ${sampleBrandText(sampleBrand)}. Make it yours, build and deploy; say --sample-brand if it is meant, or if the function was built from another brand file.`;
  if (!dryRun) throw new SetupError(sentence);
  console.log(sentence);
}
