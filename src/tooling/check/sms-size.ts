import type { CheckedPart, Project } from "./project.ts";
export interface SmsSize {
  readonly characters: number;
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
  readonly forcedBy: readonly string[];
}
export function smsSize(_part: CheckedPart, _project: Project): SmsSize {
  return { characters: 0, encoding: "GSM-7", segments: 1, forcedBy: [] };
}
