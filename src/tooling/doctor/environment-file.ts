import { resolve } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { fileText } from "./file-text.ts";
import { AS_JSON } from "./printed.ts";

/** The variables of a function, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of a file: what `aws lambda get-function-configuration` (or `get-function`) prints, the whole of it or its
 * `Environment`, an object of names and values, or lines of the form `NAME=value`.
 *
 * @param folder where a relative path starts; the current folder when left out
 * @throws SetupError that names the file when it cannot be read or holds none of these
 */
export function environmentIn(file: string, folder = ""): Environment {
  let text: string;
  try {
    text = fileText(resolve(folder, file));
  } catch {
    throw new SetupError(`There is no file ${file} to read the variables from, or it may not be read.`);
  }
  return text.trimStart().startsWith("{") ? variablesIn(file, text) : linesIn(file, text);
}

/** Lines `NAME=value`. Not `util.parseEnv`: it takes `#` for a comment in the middle of `secret:name#key` too. */
function linesIn(file: string, text: string): Environment {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const variables = lines.map((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line));
  const at = variables.indexOf(null);
  if (at >= 0 || lines.length === 0) {
    throw new SetupError(
      `${file} should hold lines of the form NAME=value, or JSON: ${lines.length === 0 ? "it is empty" : "one of its lines is neither"}. What a command of AWS gives, ${AS_JSON}`,
    );
  }
  return Object.fromEntries(
    variables.map((found) => [found?.[1], found?.[2]?.replace(/^(["'])(.*)\1$/, "$2")]),
  );
}

function variablesIn(file: string, json: string): Environment {
  let object: { Configuration?: object; Environment?: { Variables?: unknown }; Variables?: unknown };
  try {
    object = JSON.parse(json);
  } catch {
    throw new SetupError(`${file} begins like JSON and is none: ${AS_JSON}`);
  }
  // `get-function` has one level more than `get-function-configuration`.
  if (object.Configuration) object = object.Configuration;
  const isWhole = "FunctionName" in object || "Environment" in object;
  const variables = object.Environment?.Variables ?? object.Variables ?? (isWhole ? {} : object);
  const isText = (value: unknown) => typeof value === "string";
  if (typeof variables !== "object" || variables === null || !Object.values(variables).every(isText)) {
    throw new SetupError(`${file} should hold the variables of a function, each a text: {"NAME": "value"}.`);
  }
  return variables as Environment;
}
