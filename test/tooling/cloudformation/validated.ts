import { RegoEngine, type StandardReport, TemplateFile } from "@aws/cloudformation-validate";

/** What AWS's own validator says against a template, offline; suggestions left out. */
export function saidOf(file: string): string[] {
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
