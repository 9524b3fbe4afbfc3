import { DEADLINE_MS } from "../../../trigger/deadline.ts";
import { MEMORY_MB } from "../../aws/memory-mb.ts";
import { configuring } from "../configure-command.ts";
import type { Rule } from "../rule.ts";
import { eachOfOurs } from "./per-function.ts";

/** How long Cognito waits for a trigger, in s. */
const COGNITO_WAITS = 5;

/** Our own deadline, and a start: what a function has to be given at the least, in s. */
const LEAST_TIME = Math.ceil(DEADLINE_MS / 1_000);

/** Lambda gives CPU in proportion to memory; below this a start and a bcrypt verification take long. In MB; not measured. */
const LEAST_MEMORY = 256;

/** Whether our functions have time and memory to answer in. */
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
    mending: `Give it ${MEMORY_MB.toLocaleString("en-GB")} MB, which is one whole processor (docs/deploy.md).`,
    check: (facts) =>
      eachOfOurs(facts, ({ MemorySize }, attached) =>
        MemorySize !== undefined && MemorySize < LEAST_MEMORY
          ? {
              what: `The function has ${MemorySize} MB.`,
              command: configuring(attached, "--memory-size", String(MEMORY_MB)),
            }
          : undefined,
      ),
  },
];
