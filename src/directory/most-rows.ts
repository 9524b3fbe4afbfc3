/** How many rows a query reads at the most: who looks for one person needs to know of no more than two. */
export const MOST_ROWS = 100;
