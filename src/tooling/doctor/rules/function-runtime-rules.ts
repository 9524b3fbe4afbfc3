import { configuring } from "../configure-command.ts";
import type { Rule } from "../rule.ts";
import { eachOfOurs } from "./per-function.ts";

/** Runtimes that AWS has deprecated, and older than what the bundles are built for. */
const OLD_RUNTIME = /^nodejs(?:(?:\d|1\d|20)\b.*)?$/;

/** Whether our functions start. */
export const functionRuntimeRules: readonly Rule[] = [
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
