import { RegoEngine, type StandardReport, TemplateFile } from "@aws/cloudformation-validate";

// To load its rules takes most of the time.
let engine: InstanceType<typeof RegoEngine> | undefined;

/** Returns the warnings and errors of AWS's own validator for a template, offline. */
export function saidOf(file: string): string[] {
  engine ??= new RegoEngine();
  const { status, diagnostics }: StandardReport = engine.validateStandard(new TemplateFile(file));
  if (status !== "OK") throw new Error(`The validator reports ${status} for ${file}.`);
  return diagnostics
    .filter(({ severity }) => severity !== "INFO" && severity !== "DEBUG")
    .map(({ severity, ruleId, entity, message }) => `${severity} ${ruleId} ${entity?.logicalId}: ${message}`);
}
