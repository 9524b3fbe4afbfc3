/** Returns the error of a row that broke its statement, with the SQLSTATE of a data exception. */
export function dataException(cause: unknown): Error {
  return Object.assign(new Error("A row broke the statement.", { cause }), { code: "22000" });
}
