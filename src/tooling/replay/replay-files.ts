import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { triggerSources } from "../../trigger/event.ts";
import { isObject } from "../json/json.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";

/** What to replay, as paths below the root: a file in a folder `flows` is a flow, all else an event. */
export interface ReplayFiles {
  readonly events: readonly string[];
  readonly flows: readonly string[];
}

/**
 * The JSON files named, and those in the folders named.
 *
 * @throws SetupError when one is not there, or there is nothing in all of them
 */
export function replayFiles(root: string, paths: readonly string[]): ReplayFiles {
  const files = new Set(paths.flatMap((path) => jsonFiles(root, resolve(root, path), path)));
  if (files.size === 0) throw new SetupError(`There is no JSON file in ${paths.join(", ")} to replay.`);
  const named = [...files].map((file) => relative(root, file).split(sep).join("/")).sort(inOrder);
  const isFlow = (file: string) => basename(dirname(resolve(root, file))) === "flows";
  return { events: named.filter((file) => !isFlow(file)), flows: named.filter(isFlow) };
}

/** By name, numbers by their value: 2 before 10. */
const inOrder = new Intl.Collator("en", { numeric: true }).compare;

function jsonFiles(root: string, path: string, asked: string): string[] {
  if (!existsSync(path))
    throw new SetupError(`There is no ${asked} in ${root}: name an event file or a folder.`);
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => join(path, file));
}

/** What is in a file that cannot be replayed: a sentence with file and key. */
export interface Problem {
  readonly file: string;
  readonly problem: string;
}

/** The value of a JSON file, or what is wrong with it. */
export function jsonIn(root: string, file: string): { readonly value: unknown } | Problem {
  try {
    return { value: JSON.parse(readFileSync(resolve(root, file), "utf8").replace(/^\uFEFF/, "")) };
  } catch (cause) {
    const why = cause instanceof SyntaxError ? `no JSON: ${cause.message}` : "not to be read";
    return { file, problem: `${file} is ${why}.` };
  }
}

/** The event in a file, or what is wrong with it. */
export function eventIn(root: string, file: string): { readonly event: RawEvent } | Problem {
  const read = jsonIn(root, file);
  if ("problem" in read) return read;
  const wrong = wrongWith(read.value);
  return wrong ? { file, problem: `${file}: ${wrong}` } : { event: read.value as RawEvent };
}

function wrongWith(value: unknown): string | undefined {
  if (!isObject(value)) {
    const kind = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
    return `the whole is ${kind}; an event is an object.`;
  }
  const { triggerSource, request, response } = value;
  if ("steps" in value) return "this is a flow; a flow lies in a folder named flows.";
  if (triggerSource === undefined) return "triggerSource is missing; it is no event of a user pool.";
  if (typeof triggerSource !== "string" || !/^[A-Za-z]+_[A-Za-z]+$/.test(triggerSource)) {
    return "triggerSource is no source such as CustomMessage_ForgotPassword.";
  }
  if (!isObject(request)) return "request is no object.";
  if (!isObject(response)) return "response is no object.";
  if (OURS.test(triggerSource) && !triggerSources.has(triggerSource)) {
    return `triggerSource: Cognito has no ${triggerSource}.`;
  }
  if (!isAbsent(value.userName) && typeof value.userName !== "string") return "userName is no text.";
  const wrong = ["userAttributes", "clientMetadata", "validationData"].find(
    (key) => !isAbsent(request[key]) && !isObject(request[key]),
  );
  if (wrong) return `request.${wrong} is no object.`;
  if (triggerSource.startsWith("CustomMessage_") && typeof request.codeParameter !== "string") {
    return "request.codeParameter is no text; a custom message event has one.";
  }
  return undefined;
}

/** The sources that this project answers: of a trigger of somebody's own we know nothing. */
const OURS = /^(?:CustomMessage|UserMigration|PreSignUp|PostConfirmation)_/;

/** Absent, null and, where somebody's serialiser has been at it, an empty text mean the same. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}
