import { InvalidArgumentError } from "commander";

/** Returns the number of rounds that an option asks for. */
export function roundsOf(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 3) return number;
  throw new InvalidArgumentError("It must be a whole number of 3 or more.");
}

/** Returns the subjects of a round in a random order. */
export function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
