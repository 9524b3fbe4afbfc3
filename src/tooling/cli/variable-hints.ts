import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { storeVariables } from "../replay/legacy-store.ts";

/**
 * Returns what is worth a look in the variables given: a name that is nearly a setting's; and, where the store
 * could not answer and no variable names it, how one is given.
 */
export async function variableHints(
  root: string,
  variables: Readonly<Record<string, string>>,
  isUnavailable: boolean,
): Promise<string[]> {
  const isUnnamed = isUnavailable && (await storeVariables(root, variables)).length === 0;
  return [
    ...misspeltSettings(variables).map(({ message }) => message),
    ...(isUnnamed
      ? [
          "No variable names the legacy store: give those that triggers/legacy-directory.ts reads by --set NAME=value or --environment <file>. Those of the shell are not passed on.",
        ]
      : []),
  ];
}
