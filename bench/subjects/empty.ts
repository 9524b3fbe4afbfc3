/** Nothing but the event given back: what no trigger can be faster than. */
export const handler = async (event: unknown) => event;
