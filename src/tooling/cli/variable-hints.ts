import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { storeVariables } from "../replay/legacy-store.ts";

/**
 * Returns hints about the variables: a misspelt setting; and how to name the store, if it is unavailable and no variable
 * names it.
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
          "No variable names the legacy store: set those that triggers/legacy-directory.ts reads with --set NAME=value or --environment <file>. Variables of the shell are not used.",
        ]
      : []),
  ];
}
