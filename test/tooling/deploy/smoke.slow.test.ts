import { LambdaClient } from "@aws-sdk/client-lambda";
import { describe, expect, inject, test } from "vitest";
import { type SmokeReport, smoke, type Tried } from "../../../src/tooling/deploy/smoke.ts";
import { smokeText } from "../../../src/tooling/deploy/smoke-text.ts";
import type { RawEvent } from "../../../src/tooling/local-pool/raw-event.ts";
import { builtManifest, stageOf } from "../../../src/tooling/replay/stage.ts";
import { awsInThisProcess } from "../../aws/in-this-process.ts";
import { awsError } from "../../aws/loopback.ts";
import { repository } from "../../project.ts";
import { functionArn } from "./pool-in-aws.ts";

const dist = inject("dist");
const built = () =>
  new Map(Object.entries(builtManifest(dist)).map(([trigger, { sha256 }]) => [trigger, sha256]));

/** A Lambda that runs the built triggers with its own environment. */
async function deployed(environment: Record<string, string>, changed = (answer: unknown) => answer) {
  const aws = await awsInThisProcess();
  const stage = stageOf(dist, new Set(built().keys()), environment);
  const events: RawEvent[] = [];
  aws.answer("Lambda.Invoke", async ({ Payload }) => {
    const event: RawEvent = JSON.parse(Buffer.from(Payload as Uint8Array).toString("utf8"));
    events.push(event);
    const done = await stage.invoke(event);
    const answer = done?.is === "answered" ? JSON.parse(done.text) : undefined;
    return { StatusCode: 200, Payload: Buffer.from(JSON.stringify(changed(answer))) };
  });
  return { aws, events, close: () => stage.close() };
}

const tried = (trigger: Tried["trigger"], more: Partial<Tried> = {}): Tried => ({
  trigger,
  arn: `${functionArn(trigger)}:live`,
  sha256: built().get(trigger),
  environment: {},
  isNamed: false,
  ...more,
});

const paths = ["events/custom-message.forgot-password.de-ch.json", "events/custom-message.sign-up.json"];
const smoked = (function_: Tried, events = paths) =>
  smoke(new LambdaClient(), function_, { root: repository, dist, built: built(), paths: events });

const plain = (report: SmokeReport) => smokeText(report, (_, text) => text);

describe("custom message", () => {
  test("answers every sample event as the built bundle does", async () => {
    const { events, close } = await deployed({});
    const report = await smoked(tried("custom-message"), []);
    close();
    expect(report.events.length).toBeGreaterThan(20);
    expect(report.events).toHaveLength(events.length);
    expect(report.events.filter(({ differences, failed }) => failed ?? differences.length > 0)).toEqual([]);
    expect(plain(report)).toMatch(/(\d+) of \1 answers are the same as here/);
  });

  test("with the settings of the deployed function", async () => {
    const environment = { EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" };
    const { close } = await deployed(environment);
    const same = await smoked(tried("custom-message", { environment }));
    const other = await smoked(tried("custom-message"));
    close();
    expect(same.events.flatMap(({ differences }) => differences)).toEqual([]);
    expect(other.events[0]?.differences.map(({ path }) => path)).toEqual([
      "response.emailMessage",
      "response.emailSubject",
    ]);
  });

  test("a setting that names a store is reported, without its value", async () => {
    const { close } = await deployed({});
    const environment = {
      EMAIL_SENDING_ACCOUNT: "ssm:/secret-path",
      TOKEN: "plain-secret",
      // Of a layer, whose files do not exist here.
      NODE_OPTIONS: "--import /opt/nowhere.mjs",
    };
    const report = await smoked(tried("custom-message", { environment }));
    close();
    expect(report.storedVariables).toEqual(["EMAIL_SENDING_ACCOUNT"]);
    expect(report.events.filter(({ failed, differences }) => failed ?? differences.length > 0)).toEqual([]);
    expect(plain(report)).toContain("EMAIL_SENDING_ACCOUNT names a store");
    expect(JSON.stringify(report)).not.toMatch(/secret-path|plain-secret/);
  });

  test("another text is reported from shortly before the first difference", async () => {
    const { close } = await deployed({}, (answer) => {
      const { response, ...rest } = answer as { response: { emailSubject: string | null } };
      const emailSubject = response.emailSubject?.replace(/(Passwort bei .*)...$/, "$1old\u001b[2J") ?? null;
      return { ...rest, response: { ...response, emailSubject } };
    });
    const report = await smoked(tried("custom-message", { sha256: "another" }));
    close();
    const text = plain(report);
    expect(text).toContain("Its code differs from the local build.");
    expect(text).toMatch(
      /de-ch\.json\n {4}response\.emailSubject: here …es Passwort bei Example", there …es Passwort bei Examold/,
    );
    expect(text).not.toContain("\u001b");
    expect(text).toContain("1 of 2 answers are the same as here");
  });

  test("a failing function is reported with its error", async () => {
    const { aws, close } = await deployed({});
    aws.answer("Lambda.Invoke", () => ({
      StatusCode: 200,
      FunctionError: "Unhandled",
      Payload: Buffer.from(
        JSON.stringify({ errorType: "Runtime.ImportModuleError", errorMessage: "Cannot find x" }),
      ),
    }));
    const report = await smoked(tried("custom-message"));
    close();
    expect(report.events[0]?.failed).toBe("it fails with Runtime.ImportModuleError: Cannot find x");
    expect(plain(report)).toContain(
      "de-ch.json (and 1 more): it fails with Runtime.ImportModuleError: Cannot find x\n  0 of 2 answers",
    );
  });

  test("a function without permission to invoke it", async () => {
    const { aws, close } = await deployed({});
    aws.answer("Lambda.Invoke", () => awsError("AccessDeniedException", "no"));
    await expect(smoked(tried("custom-message"))).rejects.toThrow(
      /are not allowed to call lambda:InvokeFunction/,
    );
    close();
  });
});

describe("the other triggers", () => {
  test.each<[Tried["trigger"], string]>([
    ["user-migration", "UserMigration_Smoke"],
    ["pre-sign-up", "PreSignUp_ExternalProvider"],
    ["post-confirmation", "PostConfirmation_ConfirmSignUp"],
  ])("%s gets only %s, which it returns unchanged", async (trigger, source) => {
    // A query would fail, because the store does not exist.
    const { events, close } = await deployed({ LEGACY_DATABASE: "/nowhere/else.sqlite" });
    const report = await smoked(tried(trigger));
    close();
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([source]);
    expect(report).toMatchObject({ isBuilt: true, events: [{ event: source, differences: [] }] });
  });

  test("with other code are not invoked unless they are named", async () => {
    const { events, close } = await deployed({});
    const report = await smoked(tried("pre-sign-up", { sha256: "another" }));
    expect(plain(report)).toContain("not invoked: its code differs from the local build");
    expect(events).toEqual([]);
    const named = await smoked(tried("pre-sign-up", { sha256: "another", isNamed: true }));
    close();
    expect(named).toMatchObject({ isBuilt: false, events: [{ differences: [] }] });
  });

  test("report a different answer", async () => {
    const { close } = await deployed({}, (answer) => ({
      ...(answer as object),
      response: { autoConfirmUser: true },
    }));
    const { events } = await smoked(tried("pre-sign-up"));
    close();
    expect(events[0]?.differences).toEqual([{ path: "response.autoConfirmUser", after: true }]);
  });
});
