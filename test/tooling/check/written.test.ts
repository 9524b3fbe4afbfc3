import fc from "fast-check";
import { expect, test } from "vitest";
import type { Part } from "../../../src/message/accepted.ts";
import type { MessageModel } from "../../../src/message/model.ts";
import { renderer } from "../../../src/message/renderer.ts";
import { modelOf } from "../../../src/tooling/check/forms.ts";
import { type CheckedPart, projectOf } from "../../../src/tooling/check/project.ts";
import { structureRules } from "../../../src/tooling/check/rules/table.ts";
import { inlinedPart, written } from "../../../src/tooling/check/written.ts";
import { precompiled, specOf } from "../../../src/tooling/templates/precompile.ts";
import { names, PATIENT, small, template } from "./grammar.ts";

const value = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom("Anna & Bob", '<b>"it\'s"</b>', "a=`b`", "{{code}}"),
  fc.string({ unit: "binary", minLength: 1, maxLength: 20 }),
);
const values = fc.record({
  name: value,
  resetLink: value,
  domain: value,
  supportUrl: value,
  shop: value,
  tier: value,
});

function withValues(model: MessageModel, given: Readonly<Record<string, string | undefined>>): MessageModel {
  const { name, resetLink, domain, supportUrl, shop, tier } = given;
  return {
    ...model,
    name,
    resetLink,
    brand: { ...model.brand, domain, supportUrl, supportEmail: domain },
    metadata: { ...model.metadata, shop, tier, free: shop },
  };
}

const structural = structureRules.filter(({ name }) => name !== "unused-partial");

test.each<Part>(["subject", "email", "sms"])(
  "written() writes a %s as the Lambda's renderer does",
  PATIENT,
  (part) => {
    const rest = { subject: "x", email: "{{code}}", sms: "{{code}}" };
    fc.assert(
      fc.property(template(names[part]), values, (text, given) => {
        const project = projectOf(small({ en: { ...rest, [part]: text } }));
        // The grammar is the house's: no structure rule has anything to say, or this would test nothing.
        expect(structural.flatMap((rule) => rule.check(project))).toEqual([]);
        const own = project.parts.find((each) => each.part === part) as CheckedPart;
        const model = withValues(modelOf(own, project, "example", new Set()), given);
        const spec = specOf(precompiled(inlinedPart(own, project), own.suffix));
        const render = renderer({ subject: spec, email: spec, sms: spec });
        expect(written(own, project, model)).toBe(render(part, model));
      }),
      { numRuns: 100 },
    );
  },
);
