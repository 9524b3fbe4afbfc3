import { ruleGroups } from "../../src/tooling/doctor/rules/pool-rules.ts";

/** The tables of docs/doctor.md, one for each group of rules. */
export function ruleReference(): string {
  return Object.entries(ruleGroups)
    .map(([heading, rules]) =>
      [
        `## ${heading}`,
        "",
        "| rule | severity | when | consequence | suggestion |",
        "|---|---|---|---|---|",
        ...rules.map(
          ({ name, severity, when, consequence, suggestion }) =>
            `| \`${name}\` | ${severity} | ${when} | ${consequence} | ${suggestion} |`,
        ),
      ].join("\n"),
    )
    .join("\n\n");
}
