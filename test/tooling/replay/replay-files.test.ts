import { describe, expect, test } from "vitest";
import { eventIn, replayFiles } from "../../../src/tooling/replay/replay-files.ts";
import { temporaryProject } from "../temporary-project.ts";

describe("a malformed event file is told in a sentence", () => {
  const whole = { triggerSource: "CustomMessage_SignUp", request: { codeParameter: "{####}" }, response: {} };
  test.each<[string, string | object, RegExp]>([
    ["no JSON", "{ triggerSource", /^e\.json is no JSON: .+\.$/],
    ["an empty file", "", /^e\.json is no JSON: .+\.$/],
    ["null", "null", /^e\.json: the whole is null; an event is an object\.$/],
    ["a list", "[]", /^e\.json: the whole is an array;/],
    ["a text", '"x"', /^e\.json: the whole is a string;/],
    [
      "another service's",
      { Records: [] },
      /^e\.json: triggerSource is missing; it is no event of a user pool\.$/,
    ],
    [
      "a source that is none",
      { ...whole, triggerSource: "aws:s3" },
      /^e\.json: triggerSource is no source such/,
    ],
    [
      "a source that Cognito lacks",
      { ...whole, triggerSource: "CustomMessage_ForgotPasword" },
      /^e\.json: triggerSource: Cognito has no CustomMessage_ForgotPasword\.$/,
    ],
    [
      "a flow that is no event",
      { title: "x", steps: [] },
      /^e\.json: this is a flow; a flow lies in a folder named flows\.$/,
    ],
    ["a user name that is no text", { ...whole, userName: 5 }, /^e\.json: userName is no text\.$/],
    [
      "attributes that are a text",
      { ...whole, request: { ...whole.request, userAttributes: "x" } },
      /^e\.json: request\.userAttributes is no object\.$/,
    ],
    [
      "metadata that is a list",
      { ...whole, request: { ...whole.request, clientMetadata: [] } },
      /^e\.json: request\.clientMetadata is no object\.$/,
    ],
    [
      "a message without its code's placeholder",
      { ...whole, request: {} },
      /^e\.json: request\.codeParameter is no text; a custom message event has one\.$/,
    ],
    ["a source that is no text", { ...whole, triggerSource: 5 }, /^e\.json: triggerSource is no source such/],
    ["no request", { ...whole, request: null }, /^e\.json: request is no object\.$/],
    ["no response", { ...whole, response: [] }, /^e\.json: response is no object\.$/],
  ])("%s", (_, content, sentence) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    expect(eventIn(temporaryProject({ "e.json": text }), "e.json")).toEqual({
      file: "e.json",
      problem: expect.stringMatching(sentence),
    });
  });

  test("a folder named as a file is one too", () => {
    const root = temporaryProject({ "e.json/x.txt": "" });
    expect(eventIn(root, "e.json")).toEqual({ file: "e.json", problem: "e.json is not to be read." });
  });

  test("a byte order mark is not", () => {
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

  test("is all JSON in a folder, flows apart and in their order", () => {
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

  test("is a mistake when it is not there", () => {
    expect(() => replayFiles(root(), ["nowhere"])).toThrow(/^There is no nowhere in \//);
  });

  test("is a mistake when there is nothing", () => {
    expect(() => replayFiles(temporaryProject({ "events/x.md": "" }), ["events"])).toThrow(
      "There is no JSON file in events to replay.",
    );
  });
});
