import { describe, expect, test } from "vitest";
import { clientConfig } from "../../src/parameter/client-config.ts";
import { parameters } from "../../src/parameter/parameters.ts";
import { DEADLINE_MS } from "../../src/trigger/deadline.ts";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { endingIn } from "../directory/sample.ts";
import { fakeClock } from "./fake-clock.ts";
import { freshParameter, setVariables } from "./fresh-parameter.ts";
import { fetches, hold, SESSION, stores } from "./sample-stores.ts";

const { signal } = new AbortController();
const { ssm, secret, appconfig } = stores;
const variable = "LEGACY_DATABASE";

describe("the value of a setting", () => {
  const json = '{"url":"./a.sqlite","port":5432}';
  test.each([
    ["./legacy.sqlite", "./legacy.sqlite"],
    [ssm.named, "grüezi"],
    [secret.named, "grüezi"],
    [appconfig.named, "grüezi"],
    [`${secret.named}#url`, "./a.sqlite"],
    [`${secret.named}#port`, "5432"],
    [`${appconfig.named}#url`, "./a.sqlite"],
  ])("of %s is %s", async (text, value) => {
    const aws = await awsInThisProcess();
    const held = text.includes("#") ? json : "grüezi";
    hold(aws, { ssm: held, secret: held, appconfig: held });
    expect(await freshParameter({ [variable]: text }).get(signal)).toBe(value);
  });

  test("may be a secret that is kept as bytes", async () => {
    const aws = await awsInThisProcess();
    aws.answer(secret.operation, () => ({ SecretBinary: new TextEncoder().encode('{"url":"grüezi"}') }));
    expect(await freshParameter({ [variable]: `${secret.named}#url` }).get(signal)).toBe("grüezi");
  });

  test.each([
    [ssm.named, { operation: ssm.operation, input: { Name: "/hidden/name", WithDecryption: true } }],
    [secret.named, { operation: secret.operation, input: { SecretId: "hidden/name" } }],
    [
      appconfig.named,
      {
        operation: SESSION,
        input: {
          ApplicationIdentifier: "hidden-a",
          EnvironmentIdentifier: "hidden-e",
          ConfigurationProfileIdentifier: "hidden-p",
        },
      },
    ],
  ])("is fetched by its name, an SSM parameter decrypted: %s", async (text, call) => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "x", secret: "x", appconfig: "x" });
    await freshParameter({ [variable]: text }).get(signal);
    expect(aws.calls[0]).toEqual(call);
  });

  test("is not fetched before it is needed", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "x" });
    const parameter = freshParameter({ [variable]: ssm.named });
    expect(aws.calls).toEqual([]);
    await parameter.get(signal);
    expect(aws.calls).toHaveLength(1);
  });
});

test("the variables of declared parameters are known", () => {
  const container = parameters();
  container.parameter(variable);
  container.parameter("PARTNERS_DATABASE");
  expect([...container.declared]).toEqual([variable, "PARTNERS_DATABASE"]);
});

test.each(Object.entries(stores))("a value in %s is fetched once for many readers", async (store, sample) => {
  const aws = await awsInThisProcess();
  hold(aws, { [store]: "x" });
  const parameter = freshParameter({ [variable]: sample.named });
  expect(await Promise.all([1, 2, 3].map(() => parameter.get(signal)))).toEqual(["x", "x", "x"]);
  expect(await parameter.get(signal)).toBe("x");
  expect(fetches(aws, sample)).toBe(1);
});

test("two variables that name two keys of a secret fetch it once, at the same moment too", async () => {
  const aws = await awsInThisProcess();
  hold(aws, { secret: `{"url":"./a.sqlite","key":"${"k".repeat(32)}"}` });
  setVariables({ [variable]: `${secret.named}#url`, CORRELATION_KEY: `${secret.named}#key` });
  const { parameter } = parameters();
  const both = [parameter(variable), parameter("CORRELATION_KEY")].map((each) => each.get(signal));
  expect(await Promise.all(both)).toEqual(["./a.sqlite", "k".repeat(32)]);
  expect(fetches(aws, secret)).toBe(1);
});

test("a fetch that a frozen container has left behind is not joined", async () => {
  const aws = await awsInThisProcess();
  const clock = fakeClock();
  aws.answer(secret.operation, (_, request) => (request === 1 ? "silent" : secret.output("x")));
  const once = { ...clientConfig, maxAttempts: 1 };
  const parameter = freshParameter({ [variable]: secret.named }, { clock, clientConfig: once });
  const late = new Error("late");
  await expect(parameter.get(AbortSignal.abort(late))).rejects.toBe(late);
  await expect.poll(() => fetches(aws, secret)).toBe(1);
  clock.pass(60);
  expect(await parameter.get(signal)).toBe("x");
  expect(fetches(aws, secret)).toBe(2);
});

describe("POWERTOOLS_PARAMETERS_MAX_AGE", () => {
  test.each([
    ["", 299, 1],
    ["", 301, 2],
    ["10", 9, 1],
    ["10", 11, 2],
    ["0", 0, 2],
  ])("%j: what was read %i s ago has been fetched %i times when it is read again", async (age, ago, times) => {
    const aws = await awsInThisProcess();
    const clock = fakeClock();
    aws.answer(ssm.operation, (_, request) => ssm.output(`value ${request}`));
    const variables = { [variable]: ssm.named, POWERTOOLS_PARAMETERS_MAX_AGE: age };
    const parameter = freshParameter(variables, { clock });
    await parameter.get(signal);
    clock.pass(ago);
    expect(await parameter.get(signal)).toBe(`value ${times}`);
    expect(fetches(aws, ssm)).toBe(times);
  });

  test("that is wrong counts as not set", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "value" });
    const parameter = freshParameter({ [variable]: ssm.named, POWERTOOLS_PARAMETERS_MAX_AGE: "5m" });
    expect([await parameter.get(signal), await parameter.get(signal)]).toEqual(["value", "value"]);
    expect(fetches(aws, ssm)).toBe(1);
  });
});

describe("refresh", () => {
  const readOnce = async () => {
    const aws = await awsInThisProcess();
    const clock = fakeClock();
    aws.answer(secret.operation, (_, request) => secret.output(`value ${request}`));
    const parameter = freshParameter({ [variable]: secret.named }, { clock });
    return { aws, clock, parameter, first: await parameter.get(signal) };
  };

  test("fetches again, once", async () => {
    const { aws, parameter, first } = await readOnce();
    expect(await parameter.refresh(signal, first)).toBe("value 2");
    expect(await parameter.get(signal)).toBe("value 2");
    expect(fetches(aws, secret)).toBe(2);
  });

  test("fetches again once for all who call it at the same moment", async () => {
    const { aws, parameter, first } = await readOnce();
    const both = [1, 2].map(() => parameter.refresh(signal, first));
    expect(await Promise.all(both)).toEqual(["value 2", "value 2"]);
    expect(fetches(aws, secret)).toBe(2);
  });

  test("fetches again though others get the value at the same moment", async () => {
    const { parameter, first } = await readOnce();
    const both = [parameter.get(signal), parameter.refresh(signal, first)];
    expect(await Promise.all(both)).toEqual(["value 1", "value 2"]);
  });

  test("does not fetch again once the stale value has been replaced", async () => {
    const { aws, parameter, first } = await readOnce();
    await parameter.refresh(signal, first);
    expect(await parameter.refresh(signal, first)).toBe("value 2");
    expect(fetches(aws, secret)).toBe(2);
  });

  test("waits for a slow store until the deadline", async () => {
    const { aws, clock, parameter, first } = await readOnce();
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    aws.answer(secret.operation, async () => {
      await released;
      return secret.output("another");
    });
    const refreshed = parameter.refresh(signal, first);
    await expect.poll(() => fetches(aws, secret)).toBe(2);
    clock.pass(3);
    release();
    expect(await refreshed).toBe("another");
  });

  test("does not return the stale value when the store fails", async () => {
    const { aws, parameter, first } = await readOnce();
    aws.answer(secret.operation, () => "silent");
    const { signal: ending } = endingIn(20);
    await expect(parameter.refresh(ending, first)).rejects.toSatisfy((error) => error === ending.reason);
  });
});

describe.each(Object.entries(stores))("a deadline with %s", (store, sample) => {
  test("leaves time for a store that is slow", async () => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    aws.answer(sample.operation, async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return sample.output("x");
    });
    const parameter = freshParameter({ [variable]: sample.named });
    expect(await parameter.get(AbortSignal.timeout(3_000))).toBe("x");
  });

  test("that passes rejects at once, with the reason of the signal", async () => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    aws.answer(sample.operation, () => "silent");
    const parameter = freshParameter({ [variable]: sample.named });
    const started = performance.now();
    const { signal: ending } = endingIn(20);
    await expect(parameter.get(ending)).rejects.toSatisfy((error) => error === ending.reason);
    expect(performance.now() - started).toBeLessThan(600);
  });

  test("leaves time to give a hung connection up and try again", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { [store]: "x" });
    aws.answer(sample.operation, (_, request) => (request === 1 ? "silent" : sample.output("x")));
    const short = {
      ...clientConfig,
      requestHandler: { ...clientConfig.requestHandler, requestTimeout: 100 },
    };
    const parameter = freshParameter({ [variable]: sample.named }, { clientConfig: short });
    expect(await parameter.get(AbortSignal.timeout(2_500))).toBe("x");
    expect(fetches(aws, sample)).toBeGreaterThan(1);
  });
});

test("two attempts of a client, and more, are over before the deadline", () => {
  expect(2 * clientConfig.requestHandler.requestTimeout).toBeLessThan(DEADLINE_MS - 1_000);
});
