/** Masks an attribute's value: contacts as Cognito masks them, any other value completely. */
export function masked(name: string, value: string): string {
  if (name === "email" && value.includes("@")) return value.replace(/^(.).*@(.).*$/su, "$1***@$2***");
  if (name === "phone_number" && value.length > 8) return value.replace(/.(?=.{4})/gsu, "*");
  return "***";
}
