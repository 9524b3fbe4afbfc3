import { SetupError } from "../error/setup-error.ts";
import { checkedValue } from "./checked-value.ts";
import { type ClientConfig, clientConfig } from "./client-config.ts";
import { type Clock, systemClock } from "./clock.ts";
import { referenceIn } from "./reference.ts";
import type { Parameter } from "./setting.ts";
import type { SettingName, SettingValue } from "./settings.ts";
import { storedValue } from "./stored-value.ts";
import { stores } from "./stores.ts";

export interface ParametersOptions {
  readonly clock?: Clock;
  readonly clientConfig?: ClientConfig;
}

/** Parameters that share their stores, and the names of those that were declared. */
export interface Parameters {
  parameter<Name extends SettingName>(name: Name): Parameter<SettingValue<Name>>;
  parameter(name: string): Parameter;
  readonly declared: ReadonlySet<string>;
}

/** Makes the parameters of a container; {@link parameter} is one of those of this process. */
export function parameters(options: ParametersOptions = {}): Parameters {
  const { clock = systemClock } = options;
  const shared = stores(clock, options.clientConfig ?? clientConfig);
  const declared = new Set<string>();

  const parameter = (name: string): Parameter<never> => {
    declared.add(name);
    const stored = storedValue(name, shared, clock);
    const first = referenceOf(name);
    // A read that fails now fails again, and is reported, when the value is needed.
    if (first && "store" in first) shared.load(first.store).catch(() => {});

    const read = async (signal: AbortSignal, stale?: string) => {
      const reference = referenceOf(name);
      if (reference && "wrong" in reference)
        throw new SetupError(`The environment variable ${name} ${reference.wrong}.`);
      // Its type is that of the table, and so of the signature for this name.
      if (reference) return (await stored(reference, signal, stale)) as never;
      const result = checkedValue(name, process.env[name]);
      if ("value" in result) return result.value as never;
      throw new SetupError(`The environment variable ${name} ${result.wrong}.`);
    };
    return { get: (signal) => read(signal), refresh: read };
  };
  return { parameter, declared };
}

function referenceOf(name: string): ReturnType<typeof referenceIn> {
  return referenceIn(process.env[name] ?? "");
}
