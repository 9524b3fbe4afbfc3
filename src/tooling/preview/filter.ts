import { type CellState, cellStates } from "./matrix.ts";

/** What of the matrix is shown. */
export interface Filter {
  /** Rows with a cell in this state. */
  readonly state?: CellState;
  /** Part of a language's name or tag. */
  readonly find: string;
}

/** The filter that an address asks for. */
export function filterOf(query: URLSearchParams): Filter {
  const state = cellStates.find((each) => each === query.get("state"));
  return { ...(state && { state }), find: (query.get("find") ?? "").trim().slice(0, 40) };
}

/** The same as a query, without what filters nothing. */
export function filterQuery({ state, find }: Filter): URLSearchParams {
  return new URLSearchParams({ ...(state && { state }), ...(find !== "" && { find }) });
}
