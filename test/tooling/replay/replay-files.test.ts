import { describe, expect, test } from "vitest";
import { eventIn, replayFiles } from "../../../src/tooling/replay/replay-files.ts";
import { temporaryProject } from "../temporary-project.ts";

describe("a malformed event file is a problem", () => {
  const whole = { triggerSource: "CustomMessage_SignUp", request: { codeParameter: "{####}" }, response: {} };
  test.each<[string, string | object, RegExp]>([
    ["not JSON", "{ triggerSource", /^e\.json is not JSON: .+\.$/],
    ["an empty file", "", /^e\.json is not JSON: .+\.$/],
    ["null", "null", /^e\.json: the file contains null; an event is an object\.$/],
    ["a list", "[]", /^e\.json: the file contains an array;/],
    ["a text", '"x"', /^e\.json: the file contains a string;/],
    [
      "another service's",
      { Records: [] },
      /^e\.json: triggerSource is missing; this is not an event of a user pool\.$/,
    ],
    [
      "an invalid source",
      { ...whole, triggerSource: "aws:s3" },
      /^e\.json: triggerSource is not a source such/,
    ],
    [
      "a source that Cognito does not have",
      { ...whole, triggerSource: "CustomMessage_ForgotPasword" },
      /^e\.json: triggerSource: Cognito has no source CustomMessage_ForgotPasword\.$/,
    ],
    ["a flow", { title: "x", steps: [] }, /^e\.json: this is a flow; move it to a folder named flows\.$/],
    ["a user name that is not text", { ...whole, userName: 5 }, /^e\.json: userName is not text\.$/],
    [
      "attributes that are text",
      { ...whole, request: { ...whole.request, userAttributes: "x" } },
      /^e\.json: request\.userAttributes is not an object\.$/,
    ],
    [
      "metadata that is a list",
      { ...whole, request: { ...whole.request, clientMetadata: [] } },
      /^e\.json: request\.clientMetadata is not an object\.$/,
    ],
    [
      "a message without its code's placeholder",
      { ...whole, request: {} },
      /^e\.json: request\.codeParameter is not text; every custom message event has one\.$/,
    ],
    [
      "a source that is not text",
      { ...whole, triggerSource: 5 },
      /^e\.json: triggerSource is not a source such/,
    ],
    ["no request", { ...whole, request: null }, /^e\.json: request is not an object\.$/],
    ["no response", { ...whole, response: [] }, /^e\.json: response is not an object\.$/],
  ])("%s", (_, content, sentence) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    expect(eventIn(temporaryProject({ "e.json": text }), "e.json")).toEqual({
      file: "e.json",
      problem: expect.stringMatching(sentence),
    });
  });

  test("so is a folder with the name of a file", () => {
    const root = temporaryProject({ "e.json/x.txt": "" });
    expect(eventIn(root, "e.json")).toEqual({ file: "e.json", problem: "e.json is not readable." });
  });

  test("a byte order mark is accepted", () => {
    const root = temporaryProject({ "e.json": `\uFEFF${JSON.stringify(whole)}` });
    expect(eventIn(root, "e.json")).toEqual({ event: whole });
  });
});

describe("what to replay", () => {
  const root = () =>
    temporaryProject({
      "events/b.json": "",
      "events/flows/10.json": "",
      "events/flows/2.json": "",
      "events/r.md": "",
    });

  test("is every JSON file in a folder, flows separately and in order", () => {
    expect(replayFiles(root(), ["events"])).toEqual({
      events: ["events/b.json"],
      flows: ["events/flows/2.json", "events/flows/10.json"],
    });
  });

  test("is each file once", () => {
    expect(replayFiles(root(), ["events/b.json", "events/b.json", "events/flows/2.json"])).toEqual({
      events: ["events/b.json"],
      flows: ["events/flows/2.json"],
    });
  });

  test("must exist", () => {
    expect(() => replayFiles(root(), ["nowhere"])).toThrow(/^There is no nowhere in \//);
  });

  test("must contain JSON", () => {
    expect(() => replayFiles(temporaryProject({ "events/x.md": "" }), ["events"])).toThrow(
      "There is no JSON file to replay in events.",
    );
  });
});
