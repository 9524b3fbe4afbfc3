import { RegoEngine, type StandardReport, TemplateFile } from "@aws/cloudformation-validate";

/** Returns the findings of AWS's offline validator for a template, without suggestions. */
export function validatorFindings(file: string): string[] {
  const engine = new RegoEngine();
  try {
    const { status, diagnostics }: StandardReport = engine.validateStandard(new TemplateFile(file));
    if (status !== "OK") throw new Error(`The validator says ${status} of ${file}.`);
    return diagnostics
      .filter(({ severity }) => severity !== "INFO" && severity !== "DEBUG")
      .map(
        ({ severity, ruleId, entity, message }) => `${severity} ${ruleId} ${entity?.logicalId}: ${message}`,
      );
  } finally {
    engine.free();
  }
}
