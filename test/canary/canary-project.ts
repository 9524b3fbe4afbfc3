import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bcrypt } from "hash-wasm";
import { isObject, type Json } from "../../src/tooling/json/json.ts";
import { SAMPLE } from "../../src/tooling/replay/legacy-store.ts";
import { replayFiles } from "../../src/tooling/replay/replay-files.ts";
import { repository } from "../project.ts";
import { formedCanary, SHORTEST, tagCanary, tokenOf } from "./canary.ts";
import { filledEvent, moreMetadata } from "./filled-event.ts";
import { changed } from "./personal.ts";

/** Our events, flows and legacy users with canaries for values, about the same people. */
export interface CanaryProject {
  readonly root: string;
  /** Every value of every row of the legacy store. */
  readonly rowValues: readonly string[];
  close(): void;
}

/** The password of all hashes in legacy-users.sql. */
const PASSWORD = "Correct-Horse-9";

/**
 * Writes such a project to a folder of its own. It has each event twice: as it was, and `in-full`, with a value in
 * every place that Cognito has for one.
 */
export async function canaryProject(): Promise<CanaryProject> {
  const root = mkdtempSync(join(tmpdir(), "cognito-recovery-canary-"));
  const write = (file: string, value: unknown) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), typeof value === "string" ? value : JSON.stringify(value));
  };
  const { events, flows } = replayFiles(repository, ["events"]);
  for (const file of events) {
    const event = eventWithCanaries(file, readJson(file));
    write(file, event);
    write(file.replace(/\.json$/, ".in-full.json"), filledEvent(event, file));
  }
  for (const file of flows) write(file, flowWithCanaries(file, readJson(file)));
  const { sql, values } = await rowsWithCanaries(readFileSync(join(repository, SAMPLE), "utf8"));
  write(SAMPLE, sql);
  return { root, rowValues: values, close: () => rmSync(root, { recursive: true, force: true }) };
}

function readJson(file: string): Json {
  return JSON.parse(readFileSync(join(repository, file), "utf8"));
}

/** Returns how the texts of a file are changed: a hostile one stays as it is, if it is unique. */
function canaryIn(file: string): (text: string, key: string) => string {
  const isHostile = file.includes("hostile");
  return (text, key) => {
    const formed = formedCanary(text) ?? (key === "locale" ? tagCanary(text) : undefined);
    if (formed !== undefined || text === "") return formed ?? text;
    return isHostile && text.length >= SHORTEST ? text : `${text}${tokenOf(text)}`;
  };
}

function eventWithCanaries(file: string, event: Json): Json {
  const canary = canaryIn(file);
  return {
    ...event,
    userName: changed(event.userName, canary),
    request: changed(event.request, canary),
  };
}

function flowWithCanaries(file: string, flow: Json): Json {
  const canary = canaryIn(file);
  const steps = flow.steps as readonly Json[];
  return {
    ...flow,
    pool: { ...(flow.pool as Json), users: changed((flow.pool as Json).users ?? [], canary) },
    steps: steps.map(({ expect, ...operation }, index) => {
      const [[name, request] = ["", {}]] = Object.entries(changed(operation, canary) as Json);
      const { clientMetadata } = request as { clientMetadata?: Json };
      return {
        [name]: {
          ...(request as Json),
          clientMetadata: { ...clientMetadata, ...moreMetadata(`${file} ${index}`) },
        },
        // The expectations name the people.
        ...(isObject(expect) && { expect: changed(expect, (text) => formedCanary(text) ?? text) }),
      };
    }),
  };
}

/** Returns the seed with every literal changed, and each hash replaced by one of the changed password. */
async function rowsWithCanaries(seed: string): Promise<{ sql: string; values: string[] }> {
  const password = canaryIn("")(PASSWORD, "");
  const salt = new TextEncoder().encode(tokenOf("salt").padEnd(16));
  const hash = await bcrypt({ password, salt, costFactor: 4, outputType: "encoded" });
  const values: string[] = [];
  const kept = (value: string) => {
    values.push(value);
    return value;
  };
  const sql = seed
    // Apostrophes in comments are not quotes.
    .replace(/^--.*$/gm, "")
    .replace(/^( +\()(\d+),/gm, (_, before, id) => `${before}${kept(`${1_999_346_580 + Number(id)}`)},`)
    .replace(
      /'([^']*)'/g,
      (_, literal) => `'${kept(literal.startsWith("$2") ? hash : canaryOfRow(literal))}'`,
    );
  return { sql, values };
}

function canaryOfRow(literal: string): string {
  const isLocale = /^[a-z]{2}$/.test(literal);
  return canaryIn(literal.startsWith("<") ? "hostile" : "")(literal, isLocale ? "locale" : "");
}
