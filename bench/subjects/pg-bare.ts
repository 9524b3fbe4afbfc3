/** The raw driver in a bare handler: connects, queries once, returns the event. */
import { readFileSync } from "node:fs";
import { Client } from "pg";
import { find } from "./find.ts";

interface Event {
  readonly userName: string;
}

let client: Client | undefined;

export const handler = async (event: Event) => {
  if (!client) {
    const ca = readFileSync(process.env.BENCH_CA as string, "utf8");
    client = new Client({ connectionString: process.env.LEGACY_DATABASE as string, ssl: { ca } });
    await client.connect();
  }
  const { rows } = await client.query(find, [event.userName]);
  const [{ id: _, ...row } = { id: "" }] = rows;
  return { ...event, response: { userAttributes: row, messageAction: "SUPPRESS" } };
};
