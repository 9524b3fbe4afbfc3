/** Returns the event: no trigger can be faster. */
export const handler = async (event: unknown) => event;
