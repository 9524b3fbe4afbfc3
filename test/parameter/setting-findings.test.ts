import { describe, expect, test } from "vitest";
import { checkedValue } from "../../src/parameter/checked-value.ts";
import { settingFindings, settingsOf } from "../../src/parameter/setting-findings.ts";
import { settings } from "../../src/parameter/settings.ts";

const key = "0123456789abcdef0123456789abcdef";

describe("a setting", () => {
  test.each([
    ["WHEN_UNAVAILABLE", undefined, "report"],
    ["WHEN_UNAVAILABLE", "", "report"],
    ["WHEN_UNAVAILABLE", "conceal", "conceal"],
    ["EMAIL_SENDING_ACCOUNT", undefined, "DEVELOPER"],
    ["CORRELATION_KEY", undefined, undefined],
    ["CORRELATION_KEY", key, key],
    ["POWERTOOLS_PARAMETERS_MAX_AGE", undefined, 300],
    ["POWERTOOLS_PARAMETERS_MAX_AGE", "0", 0],
    ["POWERTOOLS_LOG_LEVEL", "debug", "debug"],
    ["POWERTOOLS_SERVICE_NAME", undefined, "cognito-recovery"],
    ["SOMEBODY_ELSES", "x", "x"],
  ])("%s=%j is %j", (name, text, value) => {
    expect(checkedValue(name, text)).toEqual({ value });
  });

  test.each([
    ["LEGACY_DATABASE", undefined, "is not set"],
    ["LEGACY_DATABASE", "", "is not set"],
    ["SOMEBODY_ELSES", undefined, "is not set"],
    ["toString", undefined, "is not set"],
    ["WHEN_UNAVAILABLE", "hunter2", "must be one of: report, conceal"],
    ["WHEN_UNAVAILABLE", "REPORT", "must be one of: report, conceal"],
    ["CORRELATION_KEY", "hunter2", "must have at least 32 characters"],
    ["POWERTOOLS_PARAMETERS_MAX_AGE", "hunter2", "must be a number from 0 to 86400"],
    ["POWERTOOLS_PARAMETERS_MAX_AGE", "-1", "must be a number from 0 to 86400"],
    ["POWERTOOLS_LOGGER_SAMPLE_RATE", "2", "must be a number from 0 to 1"],
  ])("%s=%j is wrong, and the message does not hold the value", (name, text, wrong) => {
    const [finding] = settingFindings({ [name]: text }, [name]);
    expect(finding).toEqual({
      variable: name,
      message: expect.stringContaining(`The environment variable ${name} ${wrong}`),
    });
    expect(finding?.message).toMatch(/\.$/);
    expect(finding?.message).not.toContain("hunter2");
  });

  test.each(Object.keys(settings))("%s has a description of whole sentences", (name) => {
    expect(settings[name as keyof typeof settings].about).toMatch(/^[A-Z`].*\.$/s);
  });
});

describe("a setting that names a store", () => {
  test.each(["ssm:/a", "secret:a#b", "appconfig:a/b/c"])("may be any of ours: %s", (text) => {
    expect(settingFindings({ WHEN_UNAVAILABLE: text }, ["WHEN_UNAVAILABLE"])).toEqual([]);
  });

  test("is wrong when it does so in another form", () => {
    expect(settingFindings({ LEGACY_DATABASE: "secret:" }, ["LEGACY_DATABASE"])).toEqual([
      {
        variable: "LEGACY_DATABASE",
        message:
          "The environment variable LEGACY_DATABASE should name a secret: write secret:name, or secret:name#key for one key of its JSON.",
      },
    ]);
  });

  test("is wrong where Powertools reads it itself", () => {
    const [finding] = settingFindings({ POWERTOOLS_LOG_LEVEL: "ssm:/level" }, ["POWERTOOLS_LOG_LEVEL"]);
    expect(finding?.message).toBe(
      "The environment variable POWERTOOLS_LOG_LEVEL cannot name a store: write the value itself.",
    );
  });
});

test("each trigger has its own settings, and what all of them read", () => {
  expect(settingsOf("custom-message")).toContain("EMAIL_SENDING_ACCOUNT");
  expect(settingsOf("custom-message")).toContain("CORRELATION_KEY");
  expect(settingsOf("custom-message")).not.toContain("LEGACY_DATABASE");
  expect(settingsOf("user-migration")).toContain("LEGACY_DATABASE");
  expect(settingsOf()).toEqual(Object.keys(settings));
});
