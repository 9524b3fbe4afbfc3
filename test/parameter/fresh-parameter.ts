import { onTestFinished, vi } from "vitest";
import { type ParametersOptions, parameters } from "../../src/parameter/parameters.ts";

/** Variables for one test, and a parameter that reads the first of them, as in a container that has just started. */
export function freshParameter(variables: Readonly<Record<string, string>>, options: ParametersOptions = {}) {
  setVariables(variables);
  return parameters(options).parameter(Object.keys(variables)[0] ?? "");
}

export function setVariables(variables: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}
