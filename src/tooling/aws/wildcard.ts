/** Whether something in a policy applies, as far as it is understood here. */
export type Verdict = "yes" | "no" | "unclear";

/** Whether a text fits a pattern of IAM's: `*` is anything, `?` one character. */
export function matches(pattern: string, text: string): boolean {
  const source = pattern.replace(/[\\^$.*+?()[\]{}|]/g, (character) =>
    character === "*" ? ".*" : character === "?" ? "." : `\\${character}`,
  );
  return new RegExp(`^${source}$`, "s").test(text);
}

/** Whether an ARN fits a pattern: each of its six parts by itself, so that no wildcard reaches over a colon. */
export function matchesArn(pattern: string, arn: string): boolean {
  const wanted = parts(pattern);
  const given = parts(arn);
  return wanted.length === given.length && wanted.every((each, index) => matches(each, given[index] ?? ""));
}

function parts(arn: string): string[] {
  const all = arn.split(":");
  return all.length > 6 ? [...all.slice(0, 5), all.slice(5).join(":")] : all;
}
