import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationsOf } from "../../../src/log/annotations.ts";
import type { CompiledTemplates, LocaleModule } from "../../../src/message/compiled.ts";
import { customMessage } from "../../../src/message/custom-message.ts";
import { check } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { forms } from "../../../src/tooling/check/forms.ts";
import { projectOf } from "../../../src/tooling/check/project.ts";
import { compiledModules } from "../../../src/tooling/templates/compile.ts";
import { BRANDS } from "../../../src/tooling/templates/settings.ts";
import { call, forgotPassword } from "../../trigger/sample.ts";
import { NOT_YOU, names, PATIENT, small, template } from "./grammar.ts";
import { shipped } from "./shipped.ts";

/** A project's compiled templates, without a file; none where it has errors. */
function compiledInMemory(copy: Copy): CompiledTemplates | undefined {
  const { modules } = compiledModules(copy);
  if (!modules) return undefined;
  const index = (modules["templates.js"] as string).replace("export default", "return");
  const data = new Function(index)() as CompiledTemplates;
  const load = async (tag: string) => {
    const exports = {} as { messages: LocaleModule["messages"] };
    new Function("exports", modules[`locale/${tag}.cjs`] as string)(exports);
    return exports;
  };
  return { ...data, load };
}

const message = fc.record({
  subject: template(names.subject),
  email: template(names.email),
  sms: template(names.sms),
});

/** Most of what the grammar makes lacks what a message must have, or has it only for some people: not so here. */
const sound = message.map(({ subject, email, sms }) => ({
  subject: `Code ${subject}`,
  email: `{{code}} ${email}${NOT_YOU}`,
  sms: `{{code}} ${sms}`,
}));

const person = fc.oneof(
  fc.constantFrom(
    "Anna",
    "J. R. R.",
    "\u20c0",
    "W\u00a0W",
    "Zo\u00eb & \u201cCo\u201d",
    "\u{1fae0}",
    "x".repeat(64),
    "\ua7c0".repeat(64),
    "=".repeat(64),
  ),
  fc.string({ unit: "binary", maxLength: 70 }),
);
const bounded = (most: number) => person.map((text) => text.slice(0, most));
const people = fc.record(
  {
    given_name: person,
    shop: bounded(12),
    tier: fc.constantFrom("gold", "silver"),
    free: person,
    brand: fc.constantFrom("sample-shop", "nobody"),
  },
  { requiredKeys: [] },
);

test("no form is refused of which no rule says so", PATIENT, () => {
  let refused = 0;
  fc.assert(
    fc.property(fc.oneof(message, sound), (texts) => {
      const { project, findings } = check(small({ en: texts }));
      for (const part of project.parts) {
        const isWrong = findings.some(({ file, severity }) => file === part.file && severity === "error");
        if (isWrong) {
          refused += 1;
          continue;
        }
        for (const form of forms(part, project)) expect(form.refused, form.text).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(5);
});

test(
  "a message without errors is sent as it was meant, to everybody, and is never longer than its longest form",
  PATIENT,
  async () => {
    let clear = 0;
    await fc.assert(
      fc.asyncProperty(sound, fc.array(people, { minLength: 5, maxLength: 5 }), async (texts, all) => {
        const copy = small({ de: texts });
        const templates = compiledInMemory(copy);
        if (!templates) return;
        clear += 1;
        const project = projectOf(copy);
        const respond = customMessage({ templates });
        const longest = new Map(
          project.parts.map((part) => [
            part.part,
            Math.max(...[...forms(part, project)].map(({ text }) => text.length)),
          ]),
        );
        for (const { given_name, ...metadata } of all) {
          const event = forgotPassword(given_name === undefined ? {} : { given_name });
          const made = call({ metadata: { ...metadata, locale: "de" } });
          const answer = await respond(event as never, made);
          const { step, warnings = [] } = annotationsOf(made.signal);
          expect(step, warnings.join()).toBe("as meant");
          for (const [part, text] of [
            ["subject", answer?.emailSubject],
            ["email", answer?.emailMessage],
            ["sms", answer?.smsMessage],
          ] as const) {
            expect(text?.length).toBeLessThanOrEqual(longest.get(part) as number);
          }
        }
      }),
      { numRuns: 300 },
    );
    expect(clear).toBeGreaterThan(5);
  },
);

test("the line that binds a code to a site goes out on a line of its own, with the brand that asks for it alone", async () => {
  const brands = (shipped.files.get(BRANDS) as string).replace(
    '"domain"',
    '"origin": "example.com", "domain"',
  );
  const sms = "{{code}} is your code.\n{{#if brand.origin}}\n@{{brand.origin}} #{{code}}\n{{/if}}\n";
  const copy = small({ en: { subject: "Code", email: `{{code}}${NOT_YOU}`, sms } }, { [BRANDS]: brands });
  const templates = compiledInMemory(copy);
  if (!templates) throw new Error("it has errors");
  const respond = customMessage({ templates });
  const sent = async (clientId: string) =>
    (await respond(forgotPassword() as never, call({ clientId })))?.smsMessage;
  expect(await sent("1example23456789")).toBe("{####} is your code.\n@example.com #{####}");
  expect(await sent("2example23456789")).toBe("{####} is your code.");
});
