/** Returns a value of a person as it may be shown: of a contact what Cognito itself shows, of the rest nothing. */
export function masked(name: string, value: string): string {
  if (name === "email" && value.includes("@")) return value.replace(/^(.).*@(.).*$/su, "$1***@$2***");
  if (name === "phone_number" && value.length > 8) return value.replace(/.(?=.{4})/gsu, "*");
  return "***";
}
