import type { Cold } from "./cold-start.ts";
import { type Estimate, medianOf } from "./median-of.ts";
import type { subjects } from "./subjects.ts";

/** The samples of one subject; each list is ordered by round. */
export interface Measured {
  readonly name: string;
  readonly cold: readonly Cold[];
  /** Answers per second. */
  readonly warm: readonly number[];
  /** The bytes of index.js, and of the zip without the locales' files. */
  readonly size: { readonly code: number; readonly zip: number };
}

export type All = Readonly<Record<Exclude<keyof Awaited<ReturnType<typeof subjects>>, "close">, Measured>>;

/** Returns the tables of figures and of aims as Markdown. */
export function report(all: All): string {
  const { empty, literals } = all;
  const rows = Object.values(all).map((each) => [
    each.name,
    interval(coldRatio(each, empty)),
    medianOf(each.cold.map(({ inside }) => inside)).value.toFixed(1),
    String(Math.round(medianOf(each.warm).value)),
    medianOf(ratios(each.warm, literals.warm)).value.toFixed(2),
    (medianOf(each.cold.map(({ memory }) => memory)).value / 1e6).toFixed(0),
    kilobytes(each.size.code),
    kilobytes(each.size.zip),
  ]);
  const head = [
    "function",
    "cold start / empty",
    "import + first call, ms",
    "warm, answers/s",
    "warm / literals",
    "memory, MB",
    "index.js, KB",
    "zip without locales, KB",
  ];
  const samples = `${empty.cold.length} cold starts of each, in a random order in each round, and ${empty.warm.length} warm runs of a second; Node ${process.versions.node}. Medians; cold starts as ratios within a round, with the 95 % interval.`;
  return [samples, table(head, rows), table(["to reach", "aim", "measured"], aims(all))].join("\n\n");
}

function aims(all: All): string[][] {
  const { empty, blog, literals, customMessage, manyLocales, postgresMigration, bareDriver } = all;
  const inside = (each: Measured) => medianOf(each.cold.map((start) => start.inside)).value;
  const best = (each: Measured) => Math.min(...each.cold.map((start) => start.inside));
  const added = (each: Measured) => interval(medianOf(differences(each, all.logger, empty)));
  return [
    [
      "cold start of custom message / empty",
      "≤ 1.35, better 1.25",
      interval(coldRatio(customMessage, empty)),
    ],
    [
      "its import + first call / the blog pattern's",
      "≤ 0.5",
      (inside(customMessage) / inside(blog)).toFixed(2),
    ],
    [
      "its warm rate / template literals'",
      "≥ 0.35",
      medianOf(ratios(customMessage.warm, literals.warm)).value.toFixed(2),
    ],
    ["its cold start in 500 locales / in five", "≤ 1.05", interval(coldRatio(manyLocales, customMessage))],
    [
      "user migration on PostgreSQL over TLS / pg in a bare handler",
      "≤ 1.25",
      interval(coldRatio(postgresMigration, bareDriver)),
    ],
    ["zip of custom message without locales, KB", "≤ 60", kilobytes(customMessage.size.zip)],
    [
      "what Powertools Metrics add to Logger alone, of an empty start",
      "≤ 0.02 to be used",
      added(all.loggerAndMetrics),
    ],
    ["what a line of metrics adds", "", added(all.loggerAndLine)],
    [
      "what src/patch/lazy-crypto.ts saves of the fastest import + first call, ms",
      "≥ 2 to be kept",
      (best(all.withoutLazyCrypto) - best(customMessage)).toFixed(1),
    ],
  ];
}

function coldRatio(one: Measured, other: Measured): Estimate {
  return medianOf(
    ratios(
      one.cold.map(({ wall }) => wall),
      other.cold.map(({ wall }) => wall),
    ),
  );
}

/** Returns how much longer one takes than the other in each round, in cold starts of the base. */
function differences(one: Measured, other: Measured, base: Measured): number[] {
  return one.cold.map(
    ({ wall }, round) => (wall - (other.cold[round]?.wall as number)) / (base.cold[round]?.wall as number),
  );
}

function ratios(ones: readonly number[], others: readonly number[]): number[] {
  return ones.map((one, round) => one / (others[round] as number));
}

function interval({ value, low, high }: Estimate): string {
  return `${value.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "--:"))), ...rows.map(line)].join(
    "\n",
  );
}
