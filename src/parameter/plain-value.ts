import { checkedValue } from "./checked-value.ts";
import type { SettingName, SettingValue } from "./settings.ts";

/** Returns the value of a variable that cannot name a store; its default where it is wrong, which the log's `settings` reports. */
export function plainValue<Name extends SettingName>(name: Name): SettingValue<Name> {
  const result = checkedValue(name, process.env[name]);
  const { value } = "value" in result ? result : (checkedValue(name, undefined) as { value: unknown });
  // The kind in the table decides the type of the name.
  return value as SettingValue<Name>;
}
