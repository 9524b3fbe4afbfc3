import { basename } from "node:path";
import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { errorLines, localeText } from "./flow-story.ts";
import type { EventReport } from "./replayed-event.ts";

const head = ["event", "trigger", "locale", "outcome", "ms", "verdict"];

/** Returns a row for each event, followed by the message of a custom message and the reasons of a rejection. */
export function eventTable(reports: readonly EventReport[], ink: Ink): string {
  if (reports.length === 0) return "";
  const rows = reports.map((report) => cells(report));
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  return [
    ink("quiet", line(head).join("  ").trimEnd()),
    ...reports.flatMap((report, index) => {
      const row = line(rows[index] ?? []);
      const isGood = report.verdict.is === "ok";
      const verdict = ink(isGood ? "good" : "bad", row.pop()?.trimEnd() ?? "");
      return [[...row, verdict].join("  "), ...detailLines(report, ink)];
    }),
  ].join("\n");
}

function cells({ file, trigger, invocation, verdict }: EventReport): string[] {
  const { log, is, milliseconds } = invocation;
  return [
    printable(basename(file, ".json")),
    trigger,
    log?.locale ? printable(localeText(log.locale)) : "",
    printable(log?.outcome ?? is),
    String(Math.round(milliseconds)),
    verdict.is,
  ];
}

function detailLines({ invocation, message, verdict }: EventReport, ink: Ink): string[] {
  const { emailSubject, smsMessage } = message ?? {};
  return [
    ...(emailSubject === undefined ? [] : [`    ${ink("quiet", "subject")} ${printable(emailSubject)}`]),
    ...(smsMessage === undefined ? [] : [`    ${ink("quiet", "SMS")}     ${printable(smsMessage)}`]),
    ...(invocation.is === "failed"
      ? [`    ${ink("quiet", "error")}   ${printable(invocation.errorMessage)}`]
      : []),
    ...(invocation.log?.fault ? [`    ${ink("quiet", "fault")}   ${printable(invocation.log.fault)}`] : []),
    ...errorLines(invocation, ink).map((line) => `    ${line}`),
    ...(invocation.log?.warnings ?? []).map(
      (warning) => `    ${ink("quiet", "warning")} ${printable(warning)}`,
    ),
    ...(verdict.is === "rejected" ? verdict.reasons : []).map(
      (reason) => `    ${ink("bad", "!")} ${printable(reason)}`,
    ),
  ];
}
