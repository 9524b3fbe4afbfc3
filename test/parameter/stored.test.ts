import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type Answer, awsError } from "../aws/loopback.ts";
import { freshParameter, passing } from "./fresh.ts";
import { fetches, hold, type SampleStore, SESSION, stores } from "./sample-stores.ts";

/** A value that was read, and is too old. */
async function tooOld(sample: SampleStore) {
  const aws = await awsInThisProcess();
  const pass = passing();
  hold(aws, {});
  aws.answer(sample.operation, () => sample.output("of before"));
  const parameter = await freshParameter({ LEGACY_DATABASE: sample.named });
  // Of the same container: it keeps its notes by itself.
  const { annotationsOf } = await import("../../src/annotations/annotations.ts");
  const read = async (signal = new AbortController().signal) => {
    const started = performance.now();
    const value = await parameter(signal);
    return { value, took: performance.now() - started, warnings: annotationsOf(signal).warnings ?? [] };
  };
  await read();
  pass(301);
  return { aws, pass, read, fetched: () => fetches(aws, sample) };
}

const warning = expect.stringMatching(/^The value of before is used for LEGACY_DATABASE\. .*\.$/);
const refusing =
  (name: string): Answer =>
  () =>
    awsError(name, "hidden");

describe.each(Object.values(stores))("the value of before, of $named", (sample) => {
  test("is used when the store fails, with a warning in the log", async () => {
    const { aws, read } = await tooOld(sample);
    aws.answer(sample.operation, refusing("ExpiredTokenException"));
    expect(await read()).toMatchObject({ value: "of before", warnings: [warning] });
  });

  test("is used when the store does not answer within half a second", async () => {
    const { aws, read } = await tooOld(sample);
    aws.answer(sample.operation, () => "silent");
    const { value, took, warnings } = await read();
    expect({ value, warnings }).toEqual({ value: "of before", warnings: [warning] });
    expect(took).toBeGreaterThan(450);
    expect(took).toBeLessThan(1_200);
  });

  test("gives the store a respite of 10 s, in which nobody waits for it", async () => {
    const { aws, read, pass, fetched } = await tooOld(sample);
    aws.answer(sample.operation, refusing("ExpiredTokenException"));
    await read();
    const before = fetched();
    aws.answer(sample.operation, () => sample.output("another"));
    pass(9);
    expect(await read()).toMatchObject({ value: "of before", warnings: [] });
    expect(fetched()).toBe(before);
    pass(2);
    expect(await read()).toMatchObject({ value: "another", warnings: [] });
  });
});

describe("the value of before", () => {
  test("is replaced by what a slow store gives after all, once the respite is over", async () => {
    const { aws, read, pass, fetched } = await tooOld(stores.secret);
    aws.answer(stores.secret.operation, async () => {
      await new Promise((resolve) => setTimeout(resolve, 650));
      return stores.secret.output("another");
    });
    expect((await read()).value).toBe("of before");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const before = fetched();
    pass(11);
    expect((await read()).value).toBe("another");
    expect(fetched()).toBe(before);
  });

  test.each([
    ["is gone", "ResourceNotFoundException"],
    ["may not be read any more", "AccessDeniedException"],
  ])("is used too when what the variable names %s", async (_, name) => {
    const { aws, read } = await tooOld(stores.secret);
    aws.answer(stores.secret.operation, refusing(name));
    expect(await read()).toMatchObject({ value: "of before", warnings: [warning] });
  });

  test("is given without a word when the deadline has passed: that is not the store's fault", async () => {
    const { read } = await tooOld(stores.secret);
    expect(await read(AbortSignal.abort())).toMatchObject({ value: "of before", warnings: [] });
  });

  test("is none of another name's", async () => {
    const { aws, read } = await tooOld(stores.secret);
    aws.answer(stores.secret.operation, refusing("ResourceNotFoundException"));
    process.env.LEGACY_DATABASE = "secret:hidden/other";
    await expect(read()).rejects.toThrow("LEGACY_DATABASE names a secret that is not there");
  });
});

test("a session that AppConfig no longer knows is begun anew", async () => {
  const { aws, read, pass } = await tooOld(stores.appconfig);
  aws.answer(SESSION, () => ({ InitialConfigurationToken: "anew" }));
  aws.answer(stores.appconfig.operation, ({ ConfigurationToken }) =>
    ConfigurationToken === "anew"
      ? stores.appconfig.output("another")
      : awsError("BadRequestException", "hidden"),
  );
  expect((await read()).value).toBe("of before");
  pass(11);
  expect((await read()).value).toBe("another");
});

test("AppConfig that has nothing new keeps the value", async () => {
  const { aws, read } = await tooOld(stores.appconfig);
  aws.answer(stores.appconfig.operation, () => ({ NextPollConfigurationToken: "next" }));
  expect(await read()).toMatchObject({ value: "of before", warnings: [] });
});

const { signal } = new AbortController();

test("a profile that cannot be read leaves no connection behind at each try", async () => {
  const aws = await awsInThisProcess();
  aws.answer(SESSION, () => awsError("ResourceNotFoundException", "hidden"));
  const read = await freshParameter({ LEGACY_DATABASE: stores.appconfig.named });
  const sockets = () => process.getActiveResourcesInfo().filter((each) => each === "TCPSocketWrap").length;
  await expect(read(signal)).rejects.toThrow("is not there");
  const after = sockets();
  for (let turn = 0; turn < 20; turn += 1) await expect(read(signal)).rejects.toThrow("is not there");
  expect(sockets()).toBeLessThanOrEqual(after + 2);
});

test("what could not be used is asked for again at once, and not when it is old", async () => {
  const aws = await awsInThisProcess();
  aws.answer(stores.secret.operation, (_, request) =>
    stores.secret.output(request === 1 ? "{}" : '{"url":"value"}'),
  );
  const read = await freshParameter({ LEGACY_DATABASE: `${stores.secret.named}#url` });
  await expect(read(signal)).rejects.toThrow("has no such #key");
  expect(await read(signal)).toBe("value");
});

test("a new value that the setting does not take is no reason to lose the good one of before", async () => {
  const aws = await awsInThisProcess();
  aws.answer(stores.ssm.operation, (_, request) => stores.ssm.output(request === 1 ? "conceal" : "Conceal"));
  const read = await freshParameter({
    WHEN_UNAVAILABLE: stores.ssm.named,
    POWERTOOLS_PARAMETERS_MAX_AGE: "0",
  });
  expect([await read(signal), await read(signal)]).toEqual(["conceal", "conceal"]);
});
