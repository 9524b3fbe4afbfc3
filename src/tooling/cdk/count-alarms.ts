import type { Step } from "../../log/annotations.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";

/** An alarm on what the functions count themselves: `docs/operations.md` has a row for each. */
export interface CountAlarm {
  /** Part of its logical id: never another. */
  readonly id: string;
  readonly metric: "faults" | "messages" | "migrations";
  /** Besides `service`. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The trigger that counts it; any when left out. */
  readonly countedBy?: TriggerName;
  /** It rings above so many in a period. */
  readonly above: number;
  readonly minutes: number;
  readonly description: string;
}

type StepDown = Exclude<Step, "as meant">;

/** A message that is not as it was meant, by how far it had to step down. */
const stepsDown: Readonly<Record<StepDown, Pick<CountAlarm, "id" | "above" | "minutes" | "description">>> = {
  "left to Cognito": {
    id: "left-to-cognito",
    above: 0,
    minutes: 5,
    description: `People get the pool's own text, in its one language. \`warnings\` in the log names part and rule; a template or a brand's text is at fault: ${commandLine("check")}.`,
  },
  "in the default locale": {
    id: "in-the-default-locale",
    above: 0,
    minutes: 5,
    description:
      "People get their message in the default language, since that of their own could not be sent. `warnings` in the log names part and rule; look at that language's template.",
  },
  "without personal values": {
    id: "without-personal-values",
    // One by one they are harmless: a name that Cognito refuses. Ten in an hour are a pattern.
    above: 10,
    minutes: 60,
    description:
      "Messages go out without names: values that Cognito refuses, or somebody tries what the templates let through. Look at `warnings` in the log.",
  },
};

/** Every alarm on our own metrics. */
export const countAlarms: readonly CountAlarm[] = [
  {
    id: "faults",
    metric: "faults",
    dimensions: {},
    above: 0,
    minutes: 5,
    description:
      "Somebody was asked to try again later, or got the pool's own text. Look for `fault` in the log: a SetupError, mostly as its cause, says in its message what to mend.",
  },
  {
    id: "store-unavailable",
    metric: "migrations",
    dimensions: { outcome: "unavailable" },
    countedBy: "user-migration",
    above: 0,
    minutes: 5,
    description:
      "The legacy store could not answer: nobody from it can recover or sign in. Is it up, and may the function reach it? With WHEN_UNAVAILABLE=conceal nobody else will tell you.",
  },
  ...Object.entries(stepsDown).map(([step, alarm]) => ({
    ...alarm,
    metric: "messages" as const,
    dimensions: { step },
    countedBy: "custom-message" as const,
  })),
];

/** What a trigger's alarm on Lambda's own metric means. */
export const functionAlarms = {
  errors: (trigger: TriggerName) =>
    `${trigger} failed${trigger === "pre-sign-up" ? " without a line in the log" : ""}: it does not start, has no memory, or broke. Look into the log at the start itself: a missing file, a wrong handler, a time-out.`,
  slow: (trigger: TriggerName) =>
    `${trigger} took more than 3 seconds. Cognito gives up at 5, start-up included, and the trigger at 3.5. Is the legacy store slow, or far? More memory is more CPU.`,
} as const;
