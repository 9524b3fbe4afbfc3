import { onTestFinished, vi } from "vitest";

/** The module of settings as in a container that has just started: nothing read, no client made. */
export async function freshContainer() {
  vi.resetModules();
  return import("../../src/parameter/parameter.ts");
}

/** Variables for one test, and a parameter that reads the first of them in a fresh container. */
export async function freshParameter(variables: Readonly<Record<string, string>>) {
  set(variables);
  const { parameter } = await freshContainer();
  return parameter(Object.keys(variables)[0] ?? "");
}

export function set(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

/** Lets time pass at once, as it does for a container that is frozen: only the clock tells of it. */
export function passing(): (seconds: number) => void {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:00Z") });
  onTestFinished(() => void vi.useRealTimers());
  return (seconds) => void vi.setSystemTime(Date.now() + seconds * 1_000);
}
