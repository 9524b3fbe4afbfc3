import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { formedCanary, tokenOf } from "./canary.ts";
import { leaksIn } from "./search.ts";

const token = tokenOf("planted");
const canaries = [
  token,
  formedCanary("Anna@example.com") as string,
  formedCanary("+4915112345678") as string,
  `Chloé ${token}`,
  "陽香 と申します",
  `<b>"${token}" & 'co'</b>`,
  `s3cr t/100%?+\\\n${token}`,
  `Anna\u202egnp.exe\u0000`,
];

/** Written independently of the search. */
const plantings: readonly [string, (canary: string) => string][] = [
  ["as it is", (canary) => canary],
  ["in small letters", (canary) => canary.toLowerCase()],
  ["in capitals", (canary) => canary.toUpperCase()],
  ["in base64", (canary) => btoa(Buffer.from(canary).toString("latin1"))],
  ["in base64, behind one byte", (canary) => Buffer.from(`:${canary} and more`).toString("base64")],
  ["in base64, behind two bytes", (canary) => Buffer.from(`::${canary} and more`).toString("base64")],
  [
    "in base64url, in small letters",
    (canary) => Buffer.from(`{"user":"${canary.toLowerCase()}"}`).toString("base64url"),
  ],
  ["in a query", (canary) => new URL(`https://example.com/?${new URLSearchParams({ user: canary })}`).href],
  ["as a part of a URL", (canary) => encodeURIComponent(canary)],
  ["so, in small letters", (canary) => encodeURIComponent(canary).toLowerCase()],
  ["with every byte percent-encoded", (canary) => Buffer.from(canary).toString("hex").replace(/../g, "%$&")],
  ["in JSON", (canary) => JSON.stringify({ canary })],
  ["in JSON in JSON", (canary) => JSON.stringify(JSON.stringify({ canary }))],
  [
    "in JSON that is plain ASCII",
    (canary) =>
      JSON.stringify(canary).replace(
        /[^ -~]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      ),
  ],
  [
    "with every character escaped",
    (canary) =>
      canary.replace(
        /[\s\S]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
      ),
  ],
  ["by console.log", (canary) => inspect({ request: { userName: canary } })],
  [
    "in HTML",
    (canary) =>
      canary.replace(
        /[&<>"']/g,
        (c) => `&${{ "&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "#x27" }[c]};`,
      ),
  ],
  ["with numbers for every character", (canary) => [...canary].map((c) => `&#${c.codePointAt(0)};`).join("")],
  ["in hex", (canary) => Buffer.from(canary).toString("hex")],
  ["in hex, in capitals", (canary) => Buffer.from(canary).toString("hex").toUpperCase()],
  ["as a buffer that is logged", (canary) => inspect(Buffer.from(canary))],
  ["as a buffer in JSON", (canary) => JSON.stringify({ body: Buffer.from(canary) })],
];

describe.each(canaries)("%j", (canary) => {
  test.each(plantings)("is found %s", (_, plant) => {
    expect(leaksIn(`{"level":"INFO"} ${plant(canary)} {"level":"INFO"}`, [canary])).toMatchObject([
      { canary },
    ]);
  });

  test.each(plantings)("is not found where another is %s", (_, plant) => {
    const another = formedCanary("zoe@example.org") as string;
    expect(leaksIn(`{"level":"INFO"} ${plant(another)} {"level":"INFO"}`, [canary])).toEqual([]);
  });
});

test("a long one is found although it was cut off", () => {
  expect(leaksIn(`${"A".repeat(64)}…`, ["A".repeat(2_048)])).toHaveLength(1);
});
