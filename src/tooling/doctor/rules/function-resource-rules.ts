import { DEADLINE_MS } from "../../../trigger/deadline.ts";
import { MEMORY_MB } from "../../aws/memory-mb.ts";
import { configureCommand } from "../configure-command.ts";
import type { Rule } from "../rule.ts";
import { perTrigger } from "./per-function.ts";

/** The time that Cognito waits for a trigger, in s. */
const COGNITO_TIMEOUT = 5;

/** The time that a function needs at least, in s: our own deadline, rounded up for the start. */
const MINIMUM_TIMEOUT = Math.ceil(DEADLINE_MS / 1_000);

/** The memory that a function needs at least, in MB (an estimate). Lambda gives CPU in proportion to memory: with less, a start and a bcrypt verification are slow. */
const MINIMUM_MEMORY = 256;

/** Our functions have enough time and memory. */
export const functionResourceRules: readonly Rule[] = [
  {
    name: "timeout-short",
    severity: "warning",
    when: `A function's \`Timeout\` is under ${MINIMUM_TIMEOUT} s: our own deadline is ${DEADLINE_MS / 1_000} s, and Lambda's default 3 s.`,
    consequence:
      "The function is stopped during a slow query or a cold start, although Cognito would still wait.",
    suggestion: `Set the timeout to ${COGNITO_TIMEOUT} s.`,
    check: (facts) =>
      perTrigger(facts, ({ Timeout }, attached) =>
        Timeout !== undefined && Timeout < MINIMUM_TIMEOUT
          ? {
              message: `The function's timeout is ${Timeout} s.`,
              command: configureCommand(attached, "--timeout", String(COGNITO_TIMEOUT)),
            }
          : undefined,
      ),
  },
  {
    name: "timeout-useless",
    severity: "note",
    when: `A function's \`Timeout\` is over ${COGNITO_TIMEOUT} s.`,
    consequence: `None: Cognito stops waiting after ${COGNITO_TIMEOUT} s.`,
    suggestion: `Set the timeout to ${COGNITO_TIMEOUT} s.`,
    check: (facts) =>
      perTrigger(facts, ({ Timeout }, attached) =>
        Timeout !== undefined && Timeout > COGNITO_TIMEOUT
          ? {
              message: `The function's timeout is ${Timeout} s.`,
              command: configureCommand(attached, "--timeout", String(COGNITO_TIMEOUT)),
            }
          : undefined,
      ),
  },
  {
    name: "memory-small",
    severity: "warning",
    when: `A function has under ${MINIMUM_MEMORY} MB: Lambda gives CPU in proportion, and its default is 128 MB.`,
    consequence: "A cold start or the verification of a password may take longer than Cognito waits.",
    suggestion: `Set the memory to ${MEMORY_MB.toLocaleString("en-GB")} MB, which is one whole processor (docs/deploy.md).`,
    check: (facts) =>
      perTrigger(facts, ({ MemorySize }, attached) =>
        MemorySize !== undefined && MemorySize < MINIMUM_MEMORY
          ? {
              message: `The function's memory is ${MemorySize} MB.`,
              command: configureCommand(attached, "--memory-size", String(MEMORY_MB)),
            }
          : undefined,
      ),
  },
];
