import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { flowIn } from "../../../src/tooling/replay/flow.ts";
import { temporaryProject } from "../temporary-project.ts";

const step = { signIn: { username: "anna@example.com", password: "x" } };
const flow = { title: "A flow", pool: {}, legacy: "down", steps: [step] };

test.each<[string, object, string]>([
  ["no title", { ...flow, title: undefined }, "title is missing."],
  ["an unknown key", { ...flow, titel: "x" }, "titel is not a key of a flow."],
  [
    "an unknown expectation",
    { ...flow, steps: [{ ...step, expect: { trigers: [] } }] },
    "steps.0.expect.trigers is not a key of a flow.",
  ],
  [
    "a setting with an invalid value",
    { ...flow, pool: { settings: { signIn: "passkey" } } },
    'pool.settings.signIn must be ("email" | "phone" | "email-or-phone" | "username" | "alias"), not "passkey".',
  ],
  [
    "a step with an unknown operation",
    { ...flow, steps: [{ ...step, wait: 1 }] },
    "steps.0.wait is not a key of a flow.",
  ],
  ["no step", { ...flow, steps: [] }, "steps must be >=1, not 0."],
  [
    "a step with two operations",
    { ...flow, steps: [{ ...step, signUp: step.signIn }] },
    "steps.0: a step requires exactly one of forgotPassword, confirmForgotPassword, signIn, signUp.",
  ],
  [
    "a step without an operation",
    { ...flow, steps: [{ expect: {} }] },
    "steps.0: a step requires exactly one of forgotPassword, confirmForgotPassword, signIn, signUp.",
  ],
  [
    "a sign-in without a password",
    { ...flow, steps: [{ signIn: { username: "a" } }] },
    "steps.0.signIn.password is missing.",
  ],
])("%s", (_, content, sentence) => {
  const root = temporaryProject({ "f.json": JSON.stringify(content) });
  expect(flowIn(root, "f.json")).toEqual({ file: "f.json", problem: `f.json: ${sentence}` });
});

test("a flow is read with its defaults", () => {
  const root = temporaryProject({ "f.json": JSON.stringify(flow) });
  expect(flowIn(root, "f.json")).toEqual({
    flow: { ...flow, pool: { settings: {}, users: [] }, environment: {}, steps: [{ ...step, expect: {} }] },
  });
});

const root = fileURLToPath(new URL("../../..", import.meta.url));
const shipped = readdirSync(`${root}/events/flows`).filter((name) => name.endsWith(".json"));

test.each(shipped)("the shipped flow %s is well formed", (name) => {
  expect(flowIn(root, `events/flows/${name}`)).toHaveProperty("flow.title");
});
