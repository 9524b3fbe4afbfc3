import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { SetupError } from "../../log/fault.ts";

/** The variables of a function, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a file: what `aws lambda get-function-configuration` prints, the whole of it or its
 * `Environment`, an object of names and values, or lines of the form `NAME=value`.
 *
 * @throws SetupError that names the file when it cannot be read or holds none of these
 */
export function environmentIn(file: string): Environment {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new SetupError(`There is no file ${file} to read the variables from.`);
  }
  return text.trimStart().startsWith("{") ? variablesIn(file, text) : parseEnv(text);
}

function variablesIn(file: string, json: string): Environment {
  let object: { Environment?: { Variables?: unknown }; Variables?: unknown };
  try {
    object = JSON.parse(json);
  } catch {
    throw new SetupError(`${file} begins like JSON and is none.`);
  }
  const isWhole = "FunctionName" in object;
  const variables = object.Environment?.Variables ?? object.Variables ?? (isWhole ? {} : object);
  const isText = (value: unknown) => typeof value === "string";
  if (typeof variables !== "object" || variables === null || !Object.values(variables).every(isText)) {
    throw new SetupError(`${file} should hold the variables of a function, each a text: {"NAME": "value"}.`);
  }
  return variables as Environment;
}
