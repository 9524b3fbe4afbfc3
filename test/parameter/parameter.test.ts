import { describe, expect, test } from "vitest";
import { awsInThisProcess } from "../aws/in-this-process.ts";
import { endingIn } from "../directory/sample.ts";
import { freshContainer, freshParameter, passing, set } from "./fresh.ts";
import { fetches, hold, SESSION, stores } from "./sample-stores.ts";

const { signal } = new AbortController();
const { ssm, secret, appconfig } = stores;
const variable = "LEGACY_DATABASE";
const minute = 60;

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
    const read = await freshParameter({ [variable]: text });
    expect(await read(signal)).toBe(value);
  });

  test("may be a secret that is kept as bytes", async () => {
    const aws = await awsInThisProcess();
    aws.answer(secret.operation, () => ({ SecretBinary: new TextEncoder().encode('{"url":"grüezi"}') }));
    const read = await freshParameter({ [variable]: `${secret.named}#url` });
    expect(await read(signal)).toBe("grüezi");
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
  ])("is asked for by its name, an SSM parameter decrypted: %s", async (text, call) => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "x", secret: "x", appconfig: "x" });
    const read = await freshParameter({ [variable]: text });
    await read(signal);
    expect(aws.calls[0]).toEqual(call);
  });

  test("is not asked for before it is wanted", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "x" });
    const read = await freshParameter({ [variable]: ssm.named });
    expect(aws.calls).toEqual([]);
    await read(signal);
    expect(aws.calls).toHaveLength(1);
  });
});

describe.each(Object.entries(stores))("a value in %s is fetched once", (store, sample) => {
  test("however often it is wanted, at the same moment too", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { [store]: "x" });
    const read = await freshParameter({ [variable]: sample.named });
    expect(await Promise.all([1, 2, 3].map(() => read(signal)))).toEqual(["x", "x", "x"]);
    expect(await read(signal)).toBe("x");
    expect(fetches(aws, sample)).toBe(1);
  });
});

test("two variables that name two keys of a secret fetch it once, at the same moment too", async () => {
  const aws = await awsInThisProcess();
  hold(aws, { secret: `{"url":"./a.sqlite","key":"${"k".repeat(32)}"}` });
  set({ [variable]: `${secret.named}#url`, CORRELATION_KEY: `${secret.named}#key` });
  const { parameter } = await freshContainer();
  const both = [parameter(variable), parameter("CORRELATION_KEY")].map((read) => read(signal));
  expect(await Promise.all(both)).toEqual(["./a.sqlite", "k".repeat(32)]);
  expect(fetches(aws, secret)).toBe(1);
});

test("a fetch that a frozen container has left behind is not waited for", async () => {
  const aws = await awsInThisProcess();
  const pass = passing();
  aws.answer(secret.operation, (_, request) => (request === 1 ? "silent" : secret.output("x")));
  const read = await freshParameter({ [variable]: secret.named });
  const late = new Error("late");
  await expect(read(AbortSignal.abort(late))).rejects.toBe(late);
  await expect.poll(() => fetches(aws, secret)).toBe(1);
  pass(minute);
  const started = performance.now();
  expect(await read(signal)).toBe("x");
  expect(performance.now() - started).toBeLessThan(700);
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
    const pass = passing();
    aws.answer(ssm.operation, (_, request) => ssm.output(`value ${request}`));
    const read = await freshParameter({ [variable]: ssm.named, POWERTOOLS_PARAMETERS_MAX_AGE: age });
    await read(signal);
    pass(ago);
    expect(await read(signal)).toBe(`value ${times}`);
    expect(fetches(aws, ssm)).toBe(times);
  });

  test("that is wrong is as if it were not set: the settings tell it", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { ssm: "value" });
    const read = await freshParameter({ [variable]: ssm.named, POWERTOOLS_PARAMETERS_MAX_AGE: "5m" });
    expect([await read(signal), await read(signal)]).toEqual(["value", "value"]);
    expect(fetches(aws, ssm)).toBe(1);
  });
});

describe("a value that somebody was refused with", () => {
  const given = async () => {
    const aws = await awsInThisProcess();
    aws.answer(secret.operation, (_, request) => secret.output(`value ${request}`));
    return { aws, read: await freshParameter({ [variable]: secret.named }) };
  };

  test("is fetched again, once", async () => {
    const { aws, read } = await given();
    const first = await read(signal);
    expect(await read(signal, first)).toBe("value 2");
    expect(await read(signal)).toBe("value 2");
    expect(fetches(aws, secret)).toBe(2);
  });

  test("is fetched again once for all who were refused at the same moment", async () => {
    const { aws, read } = await given();
    const first = await read(signal);
    const both = [1, 2].map(() => read(signal, first));
    expect(await Promise.all(both)).toEqual(["value 2", "value 2"]);
    expect(fetches(aws, secret)).toBe(2);
  });

  test("is fetched again though others read it at the same moment, who were not refused", async () => {
    const { read } = await given();
    const first = await read(signal);
    expect(await Promise.all([read(signal), read(signal, first)])).toEqual(["value 1", "value 2"]);
  });

  test("is not when it has been replaced since", async () => {
    const { aws, read } = await given();
    const first = await read(signal);
    await read(signal, first);
    expect(await read(signal, first)).toBe("value 2");
    expect(fetches(aws, secret)).toBe(2);
  });

  test("is worth the whole of the deadline: nothing else will do", async () => {
    const { aws, read } = await given();
    const first = await read(signal);
    aws.answer(secret.operation, async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return secret.output("another");
    });
    expect(await read(AbortSignal.timeout(3_000), first)).toBe("another");
  });

  test("is no value of before when the store fails", async () => {
    const { aws, read } = await given();
    const first = await read(signal);
    aws.answer(secret.operation, () => "silent");
    const late = new Error("late");
    const abort = new AbortController();
    setTimeout(() => abort.abort(late), 100);
    await expect(read(abort.signal, first)).rejects.toBe(late);
  });
});

describe.each(Object.entries(stores))("a deadline with %s", (store, sample) => {
  test("is kept by a store that is slow", async () => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    aws.answer(sample.operation, async () => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return sample.output("x");
    });
    const read = await freshParameter({ [variable]: sample.named });
    expect(await read(AbortSignal.timeout(3_000))).toBe("x");
  });

  test("that passes is told at once, as the signal tells it", async () => {
    const aws = await awsInThisProcess();
    hold(aws, {});
    aws.answer(sample.operation, () => "silent");
    const read = await freshParameter({ [variable]: sample.named });
    const started = performance.now();
    const { signal: ending } = endingIn(150);
    await expect(read(ending)).rejects.toSatisfy((error) => error === ending.reason);
    expect(performance.now() - started).toBeLessThan(600);
  });

  test("is long enough to give a hung connection up and try again", async () => {
    const aws = await awsInThisProcess();
    hold(aws, { [store]: "x" });
    aws.answer(sample.operation, (_, request) => (request === 1 ? "silent" : sample.output("x")));
    const read = await freshParameter({ [variable]: sample.named });
    expect(await read(AbortSignal.timeout(2_500))).toBe("x");
    expect(fetches(aws, sample)).toBe(2);
  });
});
