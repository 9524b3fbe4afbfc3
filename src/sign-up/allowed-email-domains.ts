import { SetupError } from "../error/setup-error.ts";
import { asciiLower } from "../text/ascii-lower.ts";
import { Refusal } from "../trigger/refusal.ts";
import type { Policy } from "./policy.ts";

/** A domain of two labels or more, with at most 63 characters per label and 253 in all (RFC 1035 §2.3.4). */
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Returns a policy that allows sign-ups, also through a federated provider, with an email address of these domains
 * only, subdomains not included. Its refusal, also for people without an address, is `EMAIL_DOMAIN`. It does not
 * apply to users that an administrator creates.
 *
 * It is not known whether a migration arrives as `PreSignUp_SignUp`. If it does, legacy people with an address of
 * another domain cannot be migrated by a recovery: list their domains too.
 *
 * @throws a {@link SetupError} when the list is empty or contains something else than domains
 */
export function allowedEmailDomains(domains: readonly string[]): Policy {
  const allowed = new Set(domains.map(asciiLower));
  if (allowed.size === 0) {
    throw new SetupError("The list of allowedEmailDomains is empty: add a domain, or leave the policy out.");
  }
  for (const domain of allowed) {
    if (DOMAIN.test(domain)) continue;
    throw new SetupError(
      `The list of allowedEmailDomains contains ${JSON.stringify(domain)}: write only a domain, such as "example.com" (an international one in its xn-- form).`,
    );
  }
  const policy: Policy = async ({ request }) => {
    const email = request.userAttributes?.email ?? "";
    const at = email.lastIndexOf("@");
    if (at > 0 && allowed.has(asciiLower(email.slice(at + 1)))) return undefined;
    return new Refusal("EMAIL_DOMAIN", "People with an email address of this domain cannot sign up here");
  };
  return Object.assign(policy, { sources: ["PreSignUp_SignUp", "PreSignUp_ExternalProvider"] as const });
}
