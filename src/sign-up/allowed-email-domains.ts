import { SetupError } from "../error/setup-error.ts";
import { asciiLower } from "../text/ascii-lower.ts";
import { Refusal } from "../trigger/refusal.ts";
import type { Policy } from "./policy.ts";

/** RFC 1035 §2.3.4: at most 63 characters a label, 253 in all; two labels at the least. */
const DOMAIN =
  /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * Lets people sign up themselves, or through a federated provider, with an email address of these domains
 * only: exactly these, not those below them. Refused with `EMAIL_DOMAIN`, as is who has no address at all.
 * What an administrator creates is not looked at.
 *
 * A migration may arrive here as `PreSignUp_SignUp` (whether it does is not known): legacy people whose
 * address has another domain then cannot be brought in by a recovery. List their domains too.
 *
 * @throws a {@link SetupError} when the list is empty or has something in it that is no domain
 */
export function allowedEmailDomains(domains: readonly string[]): Policy {
  const allowed = new Set(domains.map(asciiLower));
  if (allowed.size === 0) {
    throw new SetupError(
      "allowedEmailDomains was given no domain: list at least one, or leave the policy out.",
    );
  }
  for (const domain of allowed) {
    if (DOMAIN.test(domain)) continue;
    throw new SetupError(
      `allowedEmailDomains was given ${JSON.stringify(domain)}: write a domain alone, such as "example.com" (an international one in its xn-- form).`,
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
