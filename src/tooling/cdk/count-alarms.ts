import type { Step } from "../../annotations/annotations.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { commandLine } from "../terminal/command-line.ts";

/** An alarm on a metric that the functions write themselves. `docs/operations.md` has a row for each. */
export interface CountAlarm {
  /** Part of its logical id: it never changes. */
  readonly id: string;
  readonly metric: "faults" | "messages" | "migrations";
  /** The dimensions in addition to `service`. */
  readonly dimensions: Readonly<Record<string, string>>;
  /** The trigger that writes the metric; every trigger by default. */
  readonly countedBy?: TriggerName;
  /** The alarm rings when a period has more than this. */
  readonly above: number;
  readonly minutes: number;
  readonly description: string;
}

type StepDown = Exclude<Step, "as meant">;

/** Messages that are not sent as intended, by the fallback that is used. */
const stepsDown: Readonly<Record<StepDown, Pick<CountAlarm, "id" | "above" | "minutes" | "description">>> = {
  "left to Cognito": {
    id: "left-to-cognito",
    above: 0,
    minutes: 5,
    description: `People get the pool's own text, in one language. \`warnings\` in the log names part and rule. The cause is a template or a brand's text: run ${commandLine("check")}.`,
  },
  "in the default locale": {
    id: "in-the-default-locale",
    above: 0,
    minutes: 5,
    description:
      "People get their message in the default language, because the message in their own could not be sent. `warnings` in the log names part and rule. Check that language's template.",
  },
  "without personal values": {
    id: "without-personal-values",
    // A single one is harmless: a name that Cognito rejects. Ten in an hour are a pattern.
    above: 10,
    minutes: 60,
    description:
      "Messages are sent without names. Cognito would reject the values, or an attacker tests which values the templates accept. Look at `warnings` in the log.",
  },
};

/** All alarms on our own metrics. */
export const countAlarms: readonly CountAlarm[] = [
  {
    id: "faults",
    metric: "faults",
    dimensions: {},
    above: 0,
    minutes: 5,
    description:
      "People were asked to try again later, or got the pool's own text. Look for `fault` in the log: a SetupError, often as the cause, says in its message what to fix.",
  },
  {
    id: "store-unavailable",
    metric: "migrations",
    dimensions: { outcome: "unavailable" },
    countedBy: "user-migration",
    above: 0,
    minutes: 5,
    description:
      "The legacy store did not answer: its people cannot recover or sign in. Check that it runs and that the function can reach it. With WHEN_UNAVAILABLE=conceal, nothing else reports it.",
  },
  ...Object.entries(stepsDown).map(([step, alarm]) => ({
    ...alarm,
    metric: "messages" as const,
    dimensions: { step },
    countedBy: "custom-message" as const,
  })),
];

/** The descriptions of a trigger's alarms on Lambda's own metrics. */
export const functionAlarms = {
  errors: (trigger: TriggerName) =>
    `${trigger} failed${trigger === "pre-sign-up" ? " without a line in the log" : ""}: it did not start, ran out of memory, or crashed. Look at the start of the log for a missing file, a wrong handler or a timeout.`,
  slow: (trigger: TriggerName) =>
    `${trigger} took more than 3 seconds. Cognito stops waiting after 5, start-up included, and the trigger after 3.5. Check whether the legacy store is slow or far away. More memory gives more CPU.`,
} as const;
