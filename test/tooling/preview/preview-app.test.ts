import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { previewApp } from "../../../src/tooling/preview/preview-app.tsx";
import { type PreviewState, previewState } from "../../../src/tooling/preview/preview-state.ts";
import { readTemplateSources } from "../../../src/tooling/templates/template-sources.ts";
import { smallProject } from "../../project.ts";

const host = "127.0.0.1:4400";
const german = "templates/locales/de.json";
const title = { id: "forgot-password.title", value: "Titel", base: "Neues Passwort wählen" };

/** The server's answers about a project in a folder. */
async function served({ isReadOnly = false } = {}) {
  const root = smallProject();
  let state: PreviewState | undefined;
  const readAgain = async () => {
    state = previewState(await readTemplateSources(root), state);
  };
  await readAgain();
  const app = previewApp({
    root,
    project: {
      state: () => state,
      fault: () => (state?.messages.length === 0 ? "templates/settings.json" : undefined),
      version: () => "1",
      onChange: () => {},
      readAgain,
      close: async () => {},
    },
    token: isReadOnly ? undefined : "secret",
  });
  const get = async (path: string, headers: Record<string, string> = {}) =>
    app.request(path, { headers: { Host: host, ...headers } });
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: "POST",
      headers: { Host: host, Origin: `http://${host}`, "X-Preview-Token": "secret", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { root, get, post, readAgain, read: () => readFileSync(join(root, german), "utf8") };
}

test.each([
  ["a foreign host", { Host: "evil.example" }, 403],
  ["a name that only begins like this machine's", { Host: "localhost.evil.example" }, 403],
  ["a foreign page", { Origin: "https://evil.example" }, 403],
  ["another port of this machine", { Origin: "http://localhost:1" }, 403],
  ["a sandboxed frame", { Origin: "null" }, 403],
  ["this machine by its name", { Host: "localhost:1" }, 200],
])("%s is answered so: %o %i", async (_, headers, status) => {
  const { get, post, read } = await served();
  expect((await get("/", headers)).status).toBe(status);
  if (status === 200) return;
  expect((await post("/save/de", { edits: [title] }, headers)).status).toBe(status);
  expect(read()).toContain(title.base);
});

test.each([
  ["without the token", { "X-Preview-Token": "" }],
  ["with another token", { "X-Preview-Token": "other" }],
])("nothing is saved or shown %s", async (_, headers) => {
  const { post, read } = await served();
  const before = read();
  for (const [path, body] of [
    ["/save/de", { edits: [title] }],
    ["/up-to-date/de", { ids: [title.id] }],
    ["/message/forgot-password/de", { edits: [title] }],
  ] as const) {
    expect((await post(path, body, headers)).status).toBe(403);
  }
  expect(read()).toBe(before);
});

test("read only, there is no token, no text field and no saving", async () => {
  const { get, post, read } = await served({ isReadOnly: true });
  for (const path of ["/message/forgot-password/de", "/language/de"]) {
    const page = await (await get(path)).text();
    expect(page).toContain("Neues Passwort wählen");
    expect(page).not.toMatch(/<textarea|<label for="text-|data-token|id="save"/);
    expect(page).toContain("Read only.");
  }
  expect((await post("/save/de", { edits: [title] })).status).toBe(403);
  expect(read()).toContain(title.base);
});

test.each([
  ["a text", "/save/de", { edits: [title] }, 200, "Titel"],
  [
    "a text that is another on the disk",
    "/save/de",
    { edits: [{ ...title, base: "older" }] },
    409,
    title.base,
  ],
  [
    "a key that nothing uses",
    "/save/de",
    { edits: [{ ...title, id: "forgot-password.other" }] },
    409,
    title.base,
  ],
  ["a path", "/save/de", { edits: [{ ...title, id: "../../package.json" }] }, 409, title.base],
  ["a language that is not there", "/save/it", { edits: [title] }, 409, title.base],
  ["a path as a language", "/save/..%2F..%2Fpackage", { edits: [title] }, 409, title.base],
  ["something else", "/save/de", { edits: "all" }, 400, title.base],
  ["no JSON", "/save/de", "{", 400, title.base],
])("%s is saved so: %s %j is answered %i", async (_, path, body, status, text) => {
  const { post, read } = await served();
  expect((await post(path, body)).status).toBe(status);
  expect(JSON.parse(read())["forgot-password"].title).toBe(text);
});

test("a text whose lines ended in CRLF is saved as text fields have it", async () => {
  const { root, post, read, readAgain } = await served();
  const inFile = (text: string) =>
    writeFileSync(
      join(root, german),
      read().replace(title.base, () => text),
    );
  inFile(String.raw`eins\r\nzwei`);
  const edits = [{ ...title, value: "eins\nzwei\ndrei", base: "eins\nzwei" }];
  await readAgain();
  const page = await (await post("/language/de", { edits })).text();
  expect([page.includes("zwei\ndrei"), page.includes("conflict")]).toEqual([true, false]);
  expect((await post("/save/de", { edits })).status).toBe(200);
  expect(JSON.parse(read())["forgot-password"].title).toBe("eins\nzwei\ndrei");
});

test("what is being written is not among the texts that are marked as up to date together", async () => {
  const { root, get, post } = await served();
  const help = { id: "shared.help", value: "Hilfe?", base: "Brauchen Sie Hilfe?" };
  await post("/save/de", { edits: [{ ...title, value: "Titel" }, help] });
  const english = join(root, "templates/locales/en.json");
  writeFileSync(
    english,
    readFileSync(english, "utf8")
      .replace("Choose a new password", "Choose another")
      .replace("Do you need help?", "Any questions?"),
  );
  await post("/save/de", { edits: [] });
  const all = async (page: Promise<Response>) =>
    /data-id="([^"]*)">\s*Mark all/.exec(await (await page).text())?.[1];
  expect(await all(get("/language/de"))).toBe("shared.help forgot-password.title");
  const edits = [{ id: title.id, value: "Titel, neu", base: "Titel" }];
  expect(await all(post("/language/de", { edits }))).toBe("shared.help");
});

test.each([
  ["Italian", 200, "it"],
  ["italian", 200, "it"],
  ["pt-BR", 200, "pt-BR"],
  ["Italiano", 200, "it"],
  ["klingonisch", 409, undefined],
  ["../it", 409, undefined],
])("a language is started by %j: %i %s", async (language, status, tag) => {
  const { root, post } = await served();
  const answer = await post("/languages", { language });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toHaveProperty(
    ...((tag ? ["address", `/language/${tag}`] : ["reason"]) as [string]),
  );
  if (tag) expect(readFileSync(join(root, `templates/locales/${tag}.json`), "utf8")).toContain('"title": ""');
});

test("what keeps a text from being saved is the answer while there is nothing to show, too", async () => {
  const { root, post, readAgain } = await served();
  writeFileSync(join(root, "templates/settings.json"), "{");
  await readAgain();
  const answer = await post("/save/de", { edits: [title] });
  expect([answer.status, await answer.json()]).toEqual([
    409,
    { reason: expect.stringMatching(/^templates\/settings\.json:1: /) },
  ]);
});

test("both texts of a conflict are in the answer", async () => {
  const { post } = await served();
  const answer = await post("/save/de", { edits: [{ ...title, base: "older" }] });
  expect(await answer.json()).toEqual({ conflicts: [{ id: title.id, onDisk: title.base }] });
});

test.each([
  "/../../package.json",
  "/message/..%2f..%2fpackage.json/de",
  "/message/forgot-password/..",
  "/message/forgot-password/it",
  "/language/it",
  "/nothing",
])("%s is not found", async (path) => {
  const { get } = await served();
  expect((await get(path)).status).toBe(404);
});

test("pages load from this server alone", async () => {
  const { get } = await served();
  for (const path of ["/", "/message/forgot-password/de", "/script.js", "/nothing"]) {
    const { headers } = await get(path);
    const policy = headers.get("Content-Security-Policy")?.split("; ");
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "img-src data:"]),
    );
    expect(headers.get("Cache-Control")).toBe("no-store");
  }
});

test("what a catalog holds is text on a page, wherever it is", async () => {
  const { root, get, post } = await served();
  const value = `</textarea><script>alert("1")</script>`;
  await post("/save/de", { edits: [{ ...title, value }] });
  writeFileSync(
    join(root, "templates/languages.json"),
    JSON.stringify({ de: { reviewed: value, glossary: { [value]: value } } }),
  );
  await post("/save/de", { edits: [] });
  for (const path of ["/", "/language/de", "/message/forgot-password/de?beside=on"]) {
    const page = await (await get(path)).text();
    expect(page).not.toContain("<script>alert");
    if (path !== "/") expect(page).toContain("&lt;/textarea&gt;");
  }
});

test("a language that exists already is opened", async () => {
  const { post, read } = await served();
  const before = read();
  expect(await (await post("/languages", { language: "Deutsch" })).json()).toEqual({
    address: "/language/de",
  });
  expect(read()).toBe(before);
});

test("what is missing is counted, and no finding of another language", async () => {
  const { get, post } = await served();
  await post("/save/de", { edits: [{ ...title, value: " " }] });
  const german = await (await get("/language/de?strings=missing")).text();
  expect(german.match(/<textarea/g)).toHaveLength(1);
  expect(await (await get("/message/forgot-password/en")).text()).not.toContain('class="warning"');
});

test("what is on the page of a language stays there when it is written", async () => {
  const { post } = await served();
  await post("/save/de", { edits: [{ ...title, value: "" }] });
  const shown = async (body: object) =>
    (await (await post("/language/de?strings=missing", body)).text()).match(/<textarea/g)?.length ?? 0;
  expect(await shown({ edits: [] })).toBe(1);
  await post("/save/de", { edits: [{ ...title, base: "" }] });
  expect(await shown({ edits: [], shown: [title.id] })).toBe(1);
  expect(await shown({ edits: [] })).toBe(0);
});
