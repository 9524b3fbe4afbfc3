import { expect, test } from "vitest";
import { previewState } from "../../../src/tooling/preview/preview-state.ts";
import { shownLanguage } from "../../../src/tooling/preview/shown-language.ts";
import { changed, shipped, withStrings } from "../check/shipped.ts";

test.each([
  ["a value that is nowhere, in a shared string that all messages print", "shared.help", "{{nam}}"],
  ["a value that is not there", "forgot-password.intro", "{{nam}}"],
])("%s has the findings, as it is typed, that it has once it is saved", (_, id, value) => {
  const state = previewState(shipped);
  const base = state.project.catalogs.get("en")?.strings.get(id)?.value ?? "";
  const typed = shownLanguage(state, "en", [{ id, value, base }]);
  const saved = shownLanguage(previewState(changed(withStrings("en", { [id]: value }))), "en", []);
  expect(typed.findings.filter(({ key }) => key === id)).toHaveLength(1);
  const withoutPlaces = ({ findings }: typeof typed) =>
    findings.map(({ rule, key, message }) => ({ rule, key, message }));
  expect(withoutPlaces(typed)).toEqual(withoutPlaces(saved));
});
