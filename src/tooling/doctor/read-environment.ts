import { resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { PRINT_AS_JSON } from "./cli-output.ts";
import { fileText } from "./file-text.ts";

/** The variables of a function, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the variables of a file: the output of `aws lambda get-function-configuration` or `get-function`, its
 * `Environment`, an object of names and values, or lines of the form `NAME=value`.
 *
 * @param folder where a relative path starts; the current folder when left out
 * @throws SetupError that names the file when it cannot be read or has another content
 */
export function readEnvironment(file: string, folder = ""): Environment {
  let text: string;
  try {
    text = fileText(resolve(folder, file));
  } catch {
    throw new SetupError(`${file}: the file with the variables does not exist, or cannot be read.`);
  }
  return text.trimStart().startsWith("{") ? fromJson(file, text) : fromLines(file, text);
}

/** Reads `NAME=value` lines. `util.parseEnv` would take the `#` in `secret:name#key` for a comment. */
function fromLines(file: string, text: string): Environment {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const variables = lines.map((line) => /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line));
  if (variables.includes(null) || lines.length === 0) {
    throw new SetupError(
      `${file} should contain JSON or lines of the form NAME=value${lines.length === 0 ? ", but is empty" : ""}. For the output of the AWS CLI: ${PRINT_AS_JSON}`,
    );
  }
  return Object.fromEntries(
    variables.map((found) => [found?.[1], found?.[2]?.replace(/^(["'])(.*)\1$/, "$2")]),
  );
}

function fromJson(file: string, json: string): Environment {
  let object: { Configuration?: object; Environment?: { Variables?: unknown }; Variables?: unknown };
  try {
    object = JSON.parse(json);
  } catch {
    throw new SetupError(`${file} is not valid JSON: ${PRINT_AS_JSON}`);
  }
  // `get-function` has one level more than `get-function-configuration`.
  if (object.Configuration) object = object.Configuration;
  const isWhole = "FunctionName" in object || "Environment" in object;
  const variables = object.Environment?.Variables ?? object.Variables ?? (isWhole ? {} : object);
  const isText = (value: unknown) => typeof value === "string";
  if (typeof variables !== "object" || variables === null || !Object.values(variables).every(isText)) {
    throw new SetupError(
      `${file} should contain the variables of a function, each a string: {"NAME": "value"}.`,
    );
  }
  return variables as Environment;
}
