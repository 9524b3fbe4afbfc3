import { configureCommand } from "../configure-command.ts";
import type { Rule } from "../rule.ts";
import { perTrigger } from "./per-function.ts";

/** Runtimes that AWS has deprecated, and that are older than the target of the bundles. */
const OLD_RUNTIME = /^nodejs(?:(?:\d|1\d|20)\b.*)?$/;

/** Our functions start. */
export const functionRuntimeRules: readonly Rule[] = [
  {
    name: "runtime-deprecated",
    severity: "warning",
    when: "A function's runtime is `nodejs20.x` or older.",
    consequence:
      "The bundles are built for Node.js 22: a trigger may fail to start. AWS no longer updates the runtime.",
    suggestion: "Deploy it with nodejs24.x.",
    check: (facts) =>
      perTrigger(facts, ({ Runtime }, attached) =>
        OLD_RUNTIME.test(Runtime ?? "")
          ? {
              message: `The function runs on ${Runtime}.`,
              command: configureCommand(attached, "--runtime", "nodejs24.x"),
            }
          : undefined,
      ),
  },
  {
    name: "handler-other",
    severity: "warning",
    when: "A function from a zip has another `Handler` than `index.handler`, the handler of our zips.",
    consequence:
      "A function with one of our zips does not start, and every call that invokes the trigger fails.",
    suggestion: "Set the handler to index.handler, unless the function has your own code.",
    check: (facts) =>
      perTrigger(facts, ({ PackageType = "Zip", Handler }, attached) =>
        PackageType === "Zip" && Handler !== undefined && Handler !== "index.handler"
          ? {
              message: `The function's handler is ${Handler}.`,
              command: configureCommand(attached, "--handler", "index.handler"),
            }
          : undefined,
      ),
  },
];
