import * as v from "valibot";
import { didYouMean } from "./did-you-mean.ts";
import { indexOfPath, type JsonFile, readJson, unknownKey } from "./json-file.ts";
import type { Files } from "./template-sources.ts";
import type { Violation } from "./violation.ts";

/** A file of settings: its value, or a fallback and the violations in it. */
export interface SettingsFile<T> {
  readonly value: T;
  readonly violations: readonly Violation[];
}

/** Reads a file of settings. Without the file, returns the fallback, with a violation if `isRequired`. */
export function readSettingsFile<S extends v.GenericSchema>(
  files: Files,
  { file, schema, fallback, isRequired }: SettingsFileOptions<S>,
): SettingsFile<v.InferOutput<S>> {
  const text = files.get(file);
  if (text === undefined) {
    const message = "The file is missing.";
    const suggestion = `In a clone, \`git checkout -- ${file}\` restores it.`;
    return { value: fallback, violations: isRequired ? [{ file, index: 0, message, suggestion }] : [] };
  }
  const json = readJson(file, text);
  if (json.tree === undefined) return { value: fallback, violations: json.violations };
  if (json.tree.type !== "object") {
    // Valibot would accept an array as an object.
    const violation = {
      file,
      index: 0,
      message: "This is not a group of keys.",
      suggestion: 'Write { "key": … }.',
    };
    return { value: fallback, violations: [violation] };
  }
  const { success, output, issues = [] } = v.safeParse(schema, json.value);
  const violations = [...json.violations, ...violationsOf(issues, schema, json)];
  return { value: success ? (output as v.InferOutput<S>) : fallback, violations };
}

interface SettingsFileOptions<S extends v.GenericSchema> {
  readonly file: string;
  readonly schema: S;
  readonly fallback: v.InferOutput<S>;
  readonly isRequired: boolean;
}

/** Returns a message and its suggestion as one text, which is all that Valibot can hold. */
export function withSuggestion(message: string, suggestion: string): string {
  return `${message}\n${suggestion}`;
}

function violationsOf(
  issues: readonly v.BaseIssue<unknown>[],
  schema: v.GenericSchema,
  json: JsonFile,
): Violation[] {
  const paths = issues.map((issue) => ({
    issue,
    path: (issue.path ?? []).map(({ key }) => key as string | number),
  }));
  // A misspelt key is also missing: one violation is enough.
  const misspelt = paths.flatMap(({ issue, path }) =>
    isUnknownKey(issue) ? [didYouMean(String(path.at(-1)), keysAt(schema, path.slice(0, -1)))] : [],
  );
  return paths
    .filter(({ issue, path }) => !isMissingKey(issue) || !misspelt.includes(String(path.at(-1))))
    .map(({ issue, path }) => ({
      file: json.file,
      index: indexOfPath(json, path),
      ...wording(issue, path, keysAt(schema, path.slice(0, -1)), keysAt(schema, path)),
    }));
}

function wording(
  issue: v.BaseIssue<unknown>,
  path: readonly (string | number)[],
  known: readonly string[],
  inside: readonly string[],
): Pick<Violation, "message" | "suggestion"> {
  const key = String(path.at(-1) ?? "");
  if (isUnknownKey(issue)) return unknownKey(key, known);
  if (isMissingKey(issue)) return { message: `"${key}" is missing.`, suggestion: "Add it." };
  const [message = "", suggestion] = issue.message.split("\n");
  if (suggestion) return { message, suggestion };
  return {
    message: `"${key || "The file"}" is ${kindOf(issue.input)}, and should be ${expected(issue)}.`,
    suggestion: suggestionFor(issue, inside),
  };
}

function suggestionFor(
  { expected, input }: v.BaseIssue<unknown>,
  inside: readonly string[],
): string | undefined {
  if (expected === "Array" && typeof input === "string") return `Write [${JSON.stringify(input)}].`;
  return inside.length > 0 ? `Write { ${inside.map((each) => `"${each}": …`).join(", ")} }.` : undefined;
}

const KINDS: Readonly<Record<string, string>> = {
  Object: "a group of keys",
  Array: "a list",
  string: "a text",
  number: "a number",
};

/** Returns the value that a schema expects, in words. */
function expected({ expected = null }: v.BaseIssue<unknown>): string {
  if (expected === null) return "another value";
  return KINDS[expected] ?? expected.replace(/^<=/, "at most ").replace(/^>=/, "at least ");
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected === "never";
}

function isMissingKey({ type, path, input }: v.BaseIssue<unknown>): boolean {
  return input === undefined && (type === "strict_object" || path !== undefined);
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  return value === null ? "null" : typeof value === "object" ? "a group of keys" : JSON.stringify(value);
}

interface SchemaNode {
  readonly entries?: Readonly<Record<string, SchemaNode>>;
  readonly value?: SchemaNode;
  readonly item?: SchemaNode;
  readonly wrapped?: SchemaNode;
  readonly pipe?: readonly SchemaNode[];
}

/** Returns the keys that a schema has at a path. */
function keysAt(schema: v.GenericSchema, path: readonly (string | number)[]): readonly string[] {
  let node: SchemaNode | undefined = bare(schema as SchemaNode);
  for (const key of path) node = bare(node?.entries?.[key] ?? node?.value ?? node?.item);
  return Object.keys(node?.entries ?? {});
}

/** Returns the schema that an optional one or a pipe contains; in a pipe, the step that has keys. */
function bare(node: SchemaNode | undefined): SchemaNode | undefined {
  const [first] = (node?.pipe ?? []).filter((step) => step.entries || step.value || step.item);
  if (node?.pipe) return first?.pipe ? bare(first) : first;
  return node?.wrapped ? bare(node.wrapped) : node;
}
