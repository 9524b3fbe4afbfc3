/** A destination of a code, named as the attribute. */
export type Contact = "email" | "phone_number";

export const contactNames = { email: "email", phone_number: "phone" } as const;
