/**
 * The memory of one whole core: Lambda gives a core for each 1,769 MB. Almost every recovery meets a cold
 * function, and start-up is bound by the processor, as is bcrypt at a sign-in (cost 12: about 0.2 s on one core,
 * 0.8 s on a quarter). Half the memory would take twice the time, for the same price.
 */
export const MEMORY_MB = 1_769;
