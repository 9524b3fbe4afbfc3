/** Properties that databases add to an error, each printed as a line. */
const ADDED: Readonly<Record<string, (value: string | number) => string>> = {
  position: (value) => `at character ${value} of the statement`,
  detail: (value) => `detail: ${value}`,
  hint: (value) => `hint: ${value}`,
  where: (value) => `where: ${value}`,
};

/** The certificate authority is not known to Node. Node suggests an option of its own, which Lambda does not have. */
const UNKNOWN_AUTHORITY =
  /^(?:UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/;

/**
 * Returns an error's full text without its causes: message, code, and what a database adds, such as the position
 * in a statement. Only for the operator's terminal, never for a log: a driver's message may contain a row.
 */
export function errorText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const { code, errors } = thrown as { code?: unknown; errors?: unknown };
  const isCoded = typeof code === "string" && code !== "" && !thrown.message.includes(code);
  const heading = `${thrown.name}${isCoded ? ` ${code}` : ""}`;
  const added = Object.entries(ADDED).flatMap(([key, line]) => {
    const value = (thrown as unknown as Record<string, unknown>)[key];
    return (typeof value === "string" && value !== "") || typeof value === "number"
      ? [`  ${line(value)}`]
      : [];
  });
  if (typeof code === "string" && UNKNOWN_AUTHORITY.test(code)) {
    added.push(
      "  in a Lambda, set the authority: postgresQuery(…, { tls: { ca } }) (docs/legacy-store.md, RDS and Aurora)",
    );
  }
  // Node tries several addresses, and each has an error of its own.
  const several = Array.isArray(errors) ? errors.map((each) => `  ${errorText(each)}`) : [];
  return [thrown.message ? `${heading}: ${thrown.message}` : heading, ...added, ...several].join("\n");
}

/** Returns the texts of an error and its causes. */
export function errorTexts(thrown: unknown, depth = 5): string[] {
  const cause = thrown instanceof Error && depth > 1 ? thrown.cause : undefined;
  return [errorText(thrown), ...(cause === undefined ? [] : errorTexts(cause, depth - 1))];
}
