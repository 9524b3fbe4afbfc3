/** The number of rows that a query reads at most. A look-up of one person needs two. */
export const MOST_ROWS = 100;
