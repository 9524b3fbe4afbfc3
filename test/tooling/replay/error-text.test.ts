import { expect, test } from "vitest";
import { errorText } from "../../../src/tooling/replay/error-text.ts";

const coded = (code: string) => errorText(Object.assign(new Error("no"), { code }));

test.each([
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
])("%s, an unknown certificate authority, is followed by how to set it", (code) => {
  expect(coded(code)).toMatch(/^Error \w+: no\n {2}.*tls: \{ ca \}/);
});

test.each([
  "ECONNREFUSED",
  "CERT_HAS_EXPIRED",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])("%s has no such hint", (code) => {
  expect(coded(code)).toBe(`Error ${code}: no`);
});
