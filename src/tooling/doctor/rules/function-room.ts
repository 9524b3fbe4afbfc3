import { DEADLINE_MS } from "../../../trigger/deadline.ts";
import { arnIn } from "../arn.ts";
import type { Attached } from "../attached.ts";
import type { Rule } from "../rule.ts";
import { shellCommand } from "../shell-command.ts";
import { eachOfOurs } from "./each-function.ts";

/** How long Cognito waits for a trigger, in s. */
const COGNITO_WAITS = 5;

/** Our own deadline, and a start: what a function has to be given at the least, in s. */
const LEAST_TIME = Math.ceil(DEADLINE_MS / 1_000);

/** Lambda gives CPU in proportion to memory; below this a start and a bcrypt verification take long. In MB; not measured. */
const LEAST_MEMORY = 256;

/** Runtimes that AWS has deprecated, and older than what the bundles are built for. */
const OLD_RUNTIME = /^nodejs(?:(?:\d|1\d|20)\b.*)?$/;

/** Whether our functions have time, memory and a runtime to answer in. */
export const functionRoomRules: readonly Rule[] = [
  {
    name: "timeout-short",
    severity: "warning",
    when: `A function's \`Timeout\` is under ${LEAST_TIME} s: our own deadline is ${DEADLINE_MS / 1_000} s, and Lambda's default 3 s.`,
    consequence: "A slow store or a cold start is given up although Cognito would still wait.",
    mending: `Set the timeout to ${COGNITO_WAITS} s.`,
    check: (facts) =>
      eachOfOurs(facts, ({ Timeout }, attached) =>
        Timeout !== undefined && Timeout < LEAST_TIME
          ? {
              what: `The function has ${Timeout} s.`,
              command: configuring(attached, "--timeout", String(COGNITO_WAITS)),
            }
          : undefined,
      ),
  },
  {
    name: "timeout-useless",
    severity: "note",
    when: `A function's \`Timeout\` is over ${COGNITO_WAITS} s.`,
    consequence: `None: Cognito gives up after ${COGNITO_WAITS} s, whatever the function does then.`,
    mending: `Set the timeout to ${COGNITO_WAITS} s.`,
    check: (facts) =>
      eachOfOurs(facts, ({ Timeout }, attached) =>
        Timeout !== undefined && Timeout > COGNITO_WAITS
          ? {
              what: `The function has ${Timeout} s.`,
              command: configuring(attached, "--timeout", String(COGNITO_WAITS)),
            }
          : undefined,
      ),
  },
  {
    name: "memory-small",
    severity: "warning",
    when: `A function has under ${LEAST_MEMORY} MB: Lambda gives CPU in proportion, and its default is 128 MB.`,
    consequence: "A cold start, and a password's verification, may take so long that Cognito gives up.",
    mending: "Give it 512 MB.",
    check: (facts) =>
      eachOfOurs(facts, ({ MemorySize }, attached) =>
        MemorySize !== undefined && MemorySize < LEAST_MEMORY
          ? {
              what: `The function has ${MemorySize} MB.`,
              command: configuring(attached, "--memory-size", "512"),
            }
          : undefined,
      ),
  },
  {
    name: "runtime-deprecated",
    severity: "warning",
    when: "A function's runtime is `nodejs20.x` or older.",
    consequence:
      "The bundles are built for Node.js 22: a trigger may fail to start. AWS stops mending the runtime.",
    mending: "Deploy it with nodejs24.x.",
    check: (facts) =>
      eachOfOurs(facts, ({ Runtime }, attached) =>
        OLD_RUNTIME.test(Runtime ?? "")
          ? {
              what: `The function runs on ${Runtime}.`,
              command: configuring(attached, "--runtime", "nodejs24.x"),
            }
          : undefined,
      ),
  },
  {
    name: "handler-other",
    severity: "warning",
    when: "A function from a zip has another `Handler` than `index.handler`, which is that of our zips.",
    consequence: "If it is one of ours it does not start, and whatever needs the trigger fails.",
    mending: "Set the handler to index.handler, unless the code is your own.",
    check: (facts) =>
      eachOfOurs(facts, ({ PackageType = "Zip", Handler }, attached) =>
        PackageType === "Zip" && Handler !== undefined && Handler !== "index.handler"
          ? {
              what: `The function's handler is ${Handler}.`,
              command: configuring(attached, "--handler", "index.handler"),
            }
          : undefined,
      ),
  },
];

/** Unlike a pool's update, that of a function leaves alone what it does not name. */
function configuring({ arn }: Attached, option: string, value: string): string {
  const unqualified = arn.split(":").slice(0, 7).join(":");
  return shellCommand(
    ...["aws", "lambda", "update-function-configuration", "--function-name", unqualified],
    ...[option, value, "--region", arnIn(arn).region],
  );
}
