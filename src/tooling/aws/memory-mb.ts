/**
 * One whole core: Lambda gives memory ÷ 1,769 MB of it. Almost every recovery meets a cold function, and
 * start-up is the processor's work, as is bcrypt at a sign-in (cost 12: about 0.2 s on one core, 0.8 s on a
 * quarter). Half the memory would take twice the time, for the same price.
 */
export const MEMORY_MB = 1_769;
