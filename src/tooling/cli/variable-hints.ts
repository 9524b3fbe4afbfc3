import { misspeltSettings } from "../doctor/misspelt-settings.ts";
import { storeVariables } from "../replay/legacy-store.ts";

/**
 * Returns hints about the variables: a name that is nearly a setting's; and, where the store is unavailable and no
 * variable names it, how to set one.
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
          "No variable names the legacy store: set those that triggers/legacy-directory.ts reads with --set NAME=value or --environment <file>. Those of the shell are not passed on.",
        ]
      : []),
  ];
}
