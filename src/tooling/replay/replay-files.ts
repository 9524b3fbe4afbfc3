import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { triggerSources } from "../../trigger/trigger-event.ts";
import { isObject } from "../json/json.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";

/** The files to replay, as paths below the root: a file in a folder `flows` is a flow, any other an event. */
export interface ReplayFiles {
  readonly events: readonly string[];
  readonly flows: readonly string[];
}

/**
 * Returns the JSON files at the paths and in the folders at the paths.
 *
 * @throws SetupError when a path does not exist, or no path leads to a JSON file
 */
export function replayFiles(root: string, paths: readonly string[]): ReplayFiles {
  const files = new Set(paths.flatMap((path) => jsonFiles(root, resolve(root, path), path)));
  if (files.size === 0) throw new SetupError(`There is no JSON file to replay in ${paths.join(", ")}.`);
  const named = [...files].map((file) => relative(root, file).split(sep).join("/")).sort(inOrder);
  const isFlow = (file: string) => basename(dirname(resolve(root, file))) === "flows";
  return { events: named.filter((file) => !isFlow(file)), flows: named.filter(isFlow) };
}

/** Sorts by name, and numbers by their value: 2 before 10. */
const inOrder = new Intl.Collator("en", { numeric: true }).compare;

function jsonFiles(root: string, path: string, named: string): string[] {
  if (!existsSync(path))
    throw new SetupError(`There is no ${named} in ${root}: name an event file or a folder.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(path, file));
}

/** The reason why a file cannot be replayed: a sentence with file and key. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

/** Reads a JSON file, or returns what is wrong with it. */
export function jsonIn(root: string, file: string): { readonly value: unknown } | Problem {
  try {
    return { value: JSON.parse(readFileSync(resolve(root, file), "utf8").replace(/^\uFEFF/, "")) };
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `not JSON: ${cause.message}` : "not readable";
    return { file, problem: `${file} is ${why}.` };
  }
}

/** Reads the event in a file, or returns what is wrong with it. */
export function eventIn(root: string, file: string): { readonly event: RawEvent } | Problem {
  const read = jsonIn(root, file);
  if ("problem" in read) return read;
  const problem = problemWith(read.value);
  return problem ? { file, problem: `${file}: ${problem}` } : { event: read.value as RawEvent };
}

function problemWith(value: unknown): string | undefined {
  if (!isObject(value)) {
    const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    return `the file contains ${kind}; an event is an object.`;
  }
  const { triggerSource, request, response } = value;
  if ("steps" in value) return "this is a flow; move it to a folder named flows.";
  if (triggerSource === undefined) return "triggerSource is missing; this is not an event of a user pool.";
  if (typeof triggerSource !== "string" || !/^[A-Za-z]+_[A-Za-z]+$/.test(triggerSource)) {
    return "triggerSource is not a source such as CustomMessage_ForgotPassword.";
  }
  if (!isObject(request)) return "request is not an object.";
  if (!isObject(response)) return "response is not an object.";
  if (OURS.test(triggerSource) && !triggerSources.has(triggerSource)) {
    return `triggerSource: Cognito has no source ${triggerSource}.`;
  }
  if (!isAbsent(value.userName) && typeof value.userName !== "string") return "userName is not text.";
  const wrong = ["userAttributes", "clientMetadata", "validationData"].find(
    (key) => !isAbsent(request[key]) && !isObject(request[key]),
  );
  if (wrong) return `request.${wrong} is not an object.`;
  if (triggerSource.startsWith("CustomMessage_") && typeof request.codeParameter !== "string") {
    return "request.codeParameter is not text; every custom message event has one.";
  }
  return undefined;
}

/** Sources of the triggers that this package has. Any other trigger is the project's own. */
const OURS = /^(?:CustomMessage|UserMigration|PreSignUp|PostConfirmation)_/;

/** Whether a value is absent: undefined, null or, as some serializers write it, an empty string. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
