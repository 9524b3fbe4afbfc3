import { expect, test } from "vitest";
import { settings } from "../../../src/parameter/settings.ts";
import { misspeltSettings } from "../../../src/tooling/doctor/misspelt-settings.ts";

test.each([
  ["WHEN_UNAVAILABEL", "WHEN_UNAVAILABLE"],
  ["WHEN_UNAVAILIBLE", "WHEN_UNAVAILABLE"],
  ["when_unavailable", "WHEN_UNAVAILABLE"],
  ["WHEN_UNAVALABLE", "WHEN_UNAVAILABLE"],
  ["WHENUNAVAILABLE", "WHEN_UNAVAILABLE"],
  ["LEGACY_DATABSE", "LEGACY_DATABASE"],
  ["LEGACY_DATABASE_", "LEGACY_DATABASE"],
  ["EMAIL_SENDER_ACCOUNT", "EMAIL_SENDING_ACCOUNT"],
  ["CORELATION_KEY", "CORRELATION_KEY"],
  ["POWERTOOL_LOG_LEVEL", "POWERTOOLS_LOG_LEVEL"],
])("%s is almost %s", (name, intended) => {
  expect(misspeltSettings({ [name]: "hunter2" })).toEqual([
    {
      variable: name,
      message: expect.stringContaining(`${name} is not a setting. Did you mean ${intended}?`),
    },
  ]);
});

test("settings are not misspelt, nor are other variables of a shell or a function", () => {
  const others = [
    ...["PATH", "HOME", "LANG", "DATABASE_URL", "LEGACY_URL", "PARTNERS_DATABASE", "STAGE", "NODE_OPTIONS"],
    ...["AWS_REGION", "AWS_LAMBDA_FUNCTION_NAME", "LOG_LEVEL", "TZ", "EMAIL", "API_KEY", "npm_config_cache"],
    ...["POWERTOOLS_DEV", "POWERTOOLS_TRACE_ENABLED", "POWERTOOLS_PARAMETERS_SSM_DECRYPT"],
    ...["POWERTOOLS_METRICS_FUNCTION_NAME", "POWERTOOLS_TRACER_CAPTURE_ERROR"],
  ];
  const all = [...Object.keys(settings), ...others].map((name) => [name, ""]);
  expect(misspeltSettings(Object.fromEntries(all))).toEqual([]);
});
