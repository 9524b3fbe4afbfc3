import { expect, test } from "vitest";
import { customMessage } from "../../../src/message/custom-message.ts";
import { type PreviewState, previewState } from "../../../src/tooling/preview/preview-state.ts";
import { shownMessage } from "../../../src/tooling/preview/shown-message.ts";
import { viewOf } from "../../../src/tooling/preview/view.ts";
import { readTemplateSources } from "../../../src/tooling/templates/template-sources.ts";
import { smallProject, templatesOf } from "../../project.ts";
import { call, forgotPassword } from "../../trigger/sample.ts";
import { type Changes, changed, shipped, withStrings } from "../check/shipped.ts";

const intro = "forgot-password.intro";

function shown(state: PreviewState, locale: string, { query = "", edits = [] as Edits } = {}) {
  const message = [...state.messages, ...(state.project.messages ?? [])].find(
    ({ name }) => name === "forgot-password",
  );
  if (!message) throw new Error("it is not there");
  return shownMessage(state, {
    message,
    locale,
    view: viewOf(new URLSearchParams(query), state.project),
    edits,
  });
}

type Edits = readonly { id: string; value: string; base: string }[];

test("it is what the compiled modules write, in every language", async () => {
  const root = smallProject();
  const state = previewState(await readTemplateSources(root));
  const respond = customMessage({ templates: await templatesOf(root) });
  for (const locale of state.locales) {
    const { rendered } = await shown(state, locale, { query: "sample=no+name&attribute.given_name=Anna" });
    const sub = "00000000-0000-4000-8000-000000000000";
    const event = forgotPassword({ sub, given_name: "Anna" });
    const sent = await respond(event as never, call({ metadata: { locale } }));
    expect(rendered?.parts).toEqual({
      subject: sent?.emailSubject,
      email: sent?.emailMessage,
      sms: sent?.smsMessage,
    });
    expect(rendered?.warnings).toEqual([]);
  }
});

test.each<[what: string, changes: Changes, locale: string]>([
  ["a structure", { "templates/messages/forgot-password.html.hbs": "{{#if" }, "en"],
  ["a partial", { "templates/partials/layout.html.hbs": "{{#if" }, "de"],
  ["a catalog", { "templates/locales/de.json": "{" }, "de"],
])("while %s is broken, the message is shown as it was, or not at all", async (_, changes, locale) => {
  const before = previewState(shipped);
  const broken = previewState(changed(changes), before);
  const { rendered, strings, isFormer } = await shown(before, locale);
  expect({ isFormer, isThere: rendered !== undefined }).toEqual({ isFormer: false, isThere: true });
  expect(await shown(broken, locale)).toMatchObject({
    isFormer: true,
    rendered: { parts: rendered?.parts },
    strings,
  });
  expect(await shown(previewState(shipped, broken), locale)).toMatchObject({ isFormer: false });
  expect((await shown(previewState(changed(changes)), locale)).rendered).toBeUndefined();
});

test("what is typed is shown as it will be saved, with its findings", async () => {
  const state = previewState(shipped);
  const base = state.project.catalogs.get("de")?.strings.get(intro)?.value ?? "";
  const typed = await shown(state, "de", { edits: [{ id: intro, value: "Grüße an {{nam}} <b>", base }] });
  expect(typed.rendered?.parts.email).toContain("Grüße an  &lt;b&gt;");
  expect(typed.findings.map(({ rule, key }) => [rule, key])).toContainEqual(["unknown-value", intro]);
  expect(typed.strings.find(({ id }) => id === intro)).toMatchObject({
    isUnsaved: true,
    conflict: undefined,
  });
  const same = await shown(state, "de", { edits: [{ id: intro, value: base, base: "older" }] });
  expect(same.strings.find(({ id }) => id === intro)).toMatchObject({ isUnsaved: false, base });
  const other = await shown(state, "de", { edits: [{ id: intro, value: "mine", base: "older" }] });
  expect(other.strings.find(({ id }) => id === intro)).toMatchObject({
    conflict: base,
    base: "older",
    text: "mine",
  });
});

test("an email is shown though the subject that belongs to it is rejected", async () => {
  const state = previewState(changed(withStrings("de", { "forgot-password.subject": "x".repeat(141) })));
  const { rendered } = await shown(state, "de");
  expect(rendered?.parts).toEqual({ sms: expect.any(String) });
  expect(rendered?.rejected.subject?.reasons).toHaveLength(1);
  expect(rendered?.rejected.email).toEqual({ text: expect.stringContaining("Guten Tag"), reasons: [] });
});

test("the source's text fills the gaps of a translation", async () => {
  const state = previewState(changed(withStrings("de", { [intro]: "" })));
  const { rendered, missing } = await shown(state, "de");
  expect(missing).toEqual([intro]);
  expect(rendered?.parts.email).toContain("Someone, hopefully you");
  expect(rendered?.parts.email).toContain("Guten Tag");
});

test("a brand that is chosen is shown whatever the app client", async () => {
  const state = previewState(shipped);
  const brand = async (query: string) => (await shown(state, "en", { query })).rendered?.brand.name;
  expect(await brand("")).toBe("Example");
  expect(await brand("client=2example23456789")).toBe("Sample Shop");
  expect(await brand("client=1example23456789&brand=sample-shop")).toBe("Sample Shop");
});
