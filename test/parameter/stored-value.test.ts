import { describe, expect, test } from "vitest";
import { annotationsOf } from "../../src/annotations/annotations.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { type Answer, awsError } from "../aws/loopback.ts";
import { fakeClock } from "./fake-clock.ts";
import { freshParameter } from "./fresh-parameter.ts";
import { fetches, hold, type SampleStore, SESSION, stores } from "./sample-stores.ts";

/** A value that was read, and is too old. */
async function tooOld(sample: SampleStore) {
  const aws = await awsInThisProcess();
  const clock = fakeClock();
  hold(aws, {});
  aws.answer(sample.operation, () => sample.output("previous"));
  const parameter = freshParameter({ LEGACY_DATABASE: sample.named }, { clock });
  const read = async (signal = new AbortController().signal) => {
    const value = await parameter.get(signal);
    return { value, warnings: annotationsOf(signal).warnings ?? [] };
  };
  await read();
  clock.pass(301);
  return { aws, pass: clock.pass, read, fetched: () => fetches(aws, sample) };
}

const warning = expect.stringMatching(/^The previous value of LEGACY_DATABASE is used\. .*\.$/);
const failing =
  (name: string): Answer =>
  () =>
    awsError(name, "hidden");

describe.each(Object.values(stores))("the previous value of $named", (sample) => {
  test("is used when the store fails, with a warning in the log", async () => {
    const { aws, read } = await tooOld(sample);
    aws.answer(sample.operation, failing("ExpiredTokenException"));
    expect(await read()).toMatchObject({ value: "previous", warnings: [warning] });
  });

  test("is used when the store does not answer within half a second", async () => {
    const { aws, pass, read, fetched } = await tooOld(sample);
    aws.answer(sample.operation, () => "silent");
    const reading = read();
    await expect.poll(fetched).toBe(2);
    pass(0.5);
    expect(await reading).toEqual({ value: "previous", warnings: [warning] });
  });

  test("is used for 10 s without a call of a store that has failed", async () => {
    const { aws, read, pass, fetched } = await tooOld(sample);
    aws.answer(sample.operation, failing("ExpiredTokenException"));
    await read();
    const before = fetched();
    aws.answer(sample.operation, () => sample.output("another"));
    pass(9);
    expect(await read()).toMatchObject({ value: "previous", warnings: [] });
    expect(fetched()).toBe(before);
    pass(2);
    expect(await read()).toMatchObject({ value: "another", warnings: [] });
  });
});

describe("the previous value", () => {
  test("is replaced by what a slow store returned late, at the next reading", async () => {
    const { aws, read, pass, fetched } = await tooOld(stores.secret);
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    aws.answer(stores.secret.operation, async () => {
      await released;
      return stores.secret.output("another");
    });
    const reading = read();
    await expect.poll(fetched).toBe(2);
    pass(0.5);
    expect((await reading).value).toBe("previous");
    release();
    await new Promise((resolve) => setTimeout(resolve, 50));
    pass(11);
    expect((await read()).value).toBe("another");
    expect(fetched()).toBe(2);
  });

  test.each([
    ["is missing", "ResourceNotFoundException"],
    ["can no longer be read", "AccessDeniedException"],
  ])("is used too when what the variable names %s", async (_, name) => {
    const { aws, read } = await tooOld(stores.secret);
    aws.answer(stores.secret.operation, failing(name));
    expect(await read()).toMatchObject({ value: "previous", warnings: [warning] });
  });

  test("is used without a warning when the deadline has passed", async () => {
    const { read } = await tooOld(stores.secret);
    expect(await read(AbortSignal.abort())).toMatchObject({ value: "previous", warnings: [] });
  });

  test("is not that of another name", async () => {
    const { aws, read } = await tooOld(stores.secret);
    aws.answer(stores.secret.operation, failing("ResourceNotFoundException"));
    process.env.LEGACY_DATABASE = "secret:hidden/other";
    await expect(read()).rejects.toThrow("LEGACY_DATABASE names a secret that does not exist");
  });
});

test("a session that AppConfig no longer knows is replaced", async () => {
  const { aws, read, pass } = await tooOld(stores.appconfig);
  aws.answer(SESSION, () => ({ InitialConfigurationToken: "anew" }));
  aws.answer(stores.appconfig.operation, ({ ConfigurationToken }) =>
    ConfigurationToken === "anew"
      ? stores.appconfig.output("another")
      : awsError("BadRequestException", "hidden"),
  );
  expect((await read()).value).toBe("previous");
  pass(11);
  expect((await read()).value).toBe("another");
});

test("a value stays when AppConfig has nothing new", async () => {
  const { aws, read } = await tooOld(stores.appconfig);
  aws.answer(stores.appconfig.operation, () => ({ NextPollConfigurationToken: "next" }));
  expect(await read()).toMatchObject({ value: "previous", warnings: [] });
});

const { signal } = new AbortController();

test("a profile that cannot be read leaves no connection behind at each try", async () => {
  const aws = await awsInThisProcess();
  aws.answer(SESSION, () => awsError("ResourceNotFoundException", "hidden"));
  const parameter = freshParameter({ LEGACY_DATABASE: stores.appconfig.named });
  const sockets = () => process.getActiveResourcesInfo().filter((each) => each === "TCPSocketWrap").length;
  await expect(parameter.get(signal)).rejects.toThrow("does not exist");
  const after = sockets();
  for (let turn = 0; turn < 20; turn += 1)
    await expect(parameter.get(signal)).rejects.toThrow("does not exist");
  expect(sockets()).toBeLessThanOrEqual(after + 2);
});

test("an unusable value is fetched again at the next reading", async () => {
  const aws = await awsInThisProcess();
  aws.answer(stores.secret.operation, (_, request) =>
    stores.secret.output(request === 1 ? "{}" : '{"url":"value"}'),
  );
  const parameter = freshParameter({ LEGACY_DATABASE: `${stores.secret.named}#url` });
  await expect(parameter.get(signal)).rejects.toThrow("has no such #key");
  expect(await parameter.get(signal)).toBe("value");
});

test("the previous value is used when the setting does not accept the new one", async () => {
  const aws = await awsInThisProcess();
  aws.answer(stores.ssm.operation, (_, request) => stores.ssm.output(request === 1 ? "conceal" : "Conceal"));
  const parameter = freshParameter({
    WHEN_UNAVAILABLE: stores.ssm.named,
    POWERTOOLS_PARAMETERS_MAX_AGE: "0",
  });
  expect([await parameter.get(signal), await parameter.get(signal)]).toEqual(["conceal", "conceal"]);
});
