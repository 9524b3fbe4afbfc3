import { referenceIn } from "../../parameter/reference.ts";

/** Variables of a process; `undefined` removes one that Lambda would set. */
export type LocalEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the environment of a trigger that runs on this machine. Where a variable refers to a parameter or a
 * secret in AWS, the environment includes this shell's AWS variables, which supply credentials and Region.
 */
export function localEnvironment(
  variables: Readonly<Record<string, string>>,
  shell: NodeJS.ProcessEnv = process.env,
): LocalEnvironment {
  const usesAws = Object.values(variables).some((value) => referenceIn(value) !== undefined);
  return {
    ...(usesAws && { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, ...awsVariables(shell) }),
    ...variables,
    // Replay reads the outcome in the log line, which has the level INFO.
    ...(variables.POWERTOOLS_LOG_LEVEL !== undefined && { POWERTOOLS_LOG_LEVEL: "INFO" }),
  };
}

/** Returns the variables of the AWS SDK and CLI, and those that locate their files. */
function awsVariables(shell: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.keys(shell).filter((name) => /^(?:AWS_(?!LAMBDA_)|HOME$|USERPROFILE$)/.test(name));
  return Object.fromEntries(names.map((name) => [name, shell[name]]));
}
