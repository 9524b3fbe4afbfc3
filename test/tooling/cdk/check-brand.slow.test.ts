import { describe, expect, test } from "vitest";
import { SetupError } from "../../../src/error/setup-error.ts";
import { writeTemplate } from "../../../src/tooling/cloudformation/write-template.ts";
import { sampleBundles } from "./sample-bundles.ts";
import { environment, recovery } from "./synthesized.ts";

const sampleBrand = "templates/brands.json (brands.example.name)";
const bundles = () => sampleBundles(undefined, {}, "first", sampleBrand);

describe("bundles with the sample brand", () => {
  test.each([
    ["the construct", () => recovery({ bundles: bundles() }), "allowSampleBrand: true"],
    ["the template", () => writeTemplate({ bundles: bundles(), environment }), "--sample-brand"],
  ])("stop %s, with a message that names file, keys and how to accept it", (_, made, accept) => {
    expect(made).toThrow(SetupError);
    for (const part of [sampleBrand, accept]) expect(made).toThrow(part);
  });

  test("are deployed where that is accepted", () => {
    expect(() => recovery({ bundles: bundles(), allowSampleBrand: true })).not.toThrow();
    expect(() => writeTemplate({ bundles: bundles(), environment, sampleBrand: true })).not.toThrow();
  });

  test("are accepted where custom message is not deployed", () => {
    const triggers = ["pre-sign-up"] as const;
    expect(() => recovery({ bundles: bundles(), triggers })).not.toThrow();
    expect(() => writeTemplate({ bundles: bundles(), environment, triggers })).not.toThrow();
  });
});
