import { referenceIn } from "../../parameter/reference.ts";

/** Variables of a process; `undefined` takes away one that Lambda would set. */
export type DeskEnvironment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the environment of a trigger that runs on this machine with the variables that a function has. Where
 * one of them names a store of AWS's, this shell's own variables say who asks it, and in which Region.
 */
export function deskEnvironment(
  variables: Readonly<Record<string, string>>,
  shell: NodeJS.ProcessEnv = process.env,
): DeskEnvironment {
  const asksAws = Object.values(variables).some((value) => referenceIn(value) !== undefined);
  return {
    ...(asksAws && { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, ...awsVariables(shell) }),
    ...variables,
    // What becomes of an invocation is read in its log.
    ...(variables.POWERTOOLS_LOG_LEVEL !== undefined && { POWERTOOLS_LOG_LEVEL: "INFO" }),
  };
}

/** Those of the AWS SDK and CLI, and where they look for their files. */
function awsVariables(shell: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = Object.keys(shell).filter((name) => /^(?:AWS_(?!LAMBDA_)|HOME$|USERPROFILE$)/.test(name));
  return Object.fromEntries(names.map((name) => [name, shell[name]]));
}
