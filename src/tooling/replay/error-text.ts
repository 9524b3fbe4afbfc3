/** What databases add to the text of an error, each as a line. */
const ADDED: Readonly<Record<string, (value: string | number) => string>> = {
  position: (value) => `at character ${value} of the statement`,
  detail: (value) => `detail: ${value}`,
  hint: (value) => `hint: ${value}`,
  where: (value) => `where: ${value}`,
};

/** An authority that Node does not know. What Node advises is an option of its own, which no Lambda has. */
const UNKNOWN_AUTHORITY =
  /^(?:UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT(?:_LOCALLY)?)|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT)$/;

/**
 * Returns all that an error says, over several lines, without its causes: its text, its code, and what a
 * database adds, such as the position in a statement. For the terminal of whoever owns the store, never for a
 * log: a driver's text may hold a row.
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
      "  in a Lambda: name the authority, as in postgresQuery(…, { tls: { ca } }) (docs/legacy-store.md, RDS and Aurora)",
    );
  }
  // Of several addresses that were tried, each has its own.
  const several = Array.isArray(errors) ? errors.map((each) => `  ${errorText(each)}`) : [];
  return [thrown.message ? `${heading}: ${thrown.message}` : heading, ...added, ...several].join("\n");
}

/** Returns the text of an error, and those of its causes; of what is wrapped, each once. */
export function errorTexts(thrown: unknown, depth = 5): string[] {
  const cause = thrown instanceof Error && depth > 1 ? thrown.cause : undefined;
  return [errorText(thrown), ...(cause === undefined ? [] : errorTexts(cause, depth - 1))];
}
