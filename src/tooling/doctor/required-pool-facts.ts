import { commandLine } from "../terminal/command-line.ts";
import { isAttached } from "./attached.ts";
import { describeCommand } from "./describe-command.ts";
import type { Facts } from "./facts.ts";
import type { RequiredFact } from "./required-fact.ts";

/** Returns the facts that rules require of the pool, of its app clients, and of the migration into it. */
export function requiredPoolFacts({
  pool,
  mfa,
  clientIds,
  clients,
  returnedAttributes,
}: Facts): RequiredFact[] {
  const described = new Set(clients.map(({ ClientId }) => ClientId));
  return [
    {
      key: "mfa",
      fact: "MFA",
      command: describeCommand("get-user-pool-mfa-config", pool),
      isKnown: mfa !== undefined || pool.MfaConfiguration === "OFF",
    },
    {
      key: "clients",
      fact: clients.length === 0 ? "app clients" : "other app clients",
      command: describeCommand("list-user-pool-clients", pool),
      isKnown: clientIds !== undefined,
    },
    ...(clientIds ?? []).map((id) => ({
      key: `client ${id}`,
      fact: `app client ${id}`,
      command: describeCommand("describe-user-pool-client", pool, "--client-id", id),
      isKnown: described.has(id),
    })),
    {
      key: "returnedAttributes",
      fact: "the attributes that the migration returns, to compare with the pool's schema",
      command: `${commandLine("build")}, then run doctor again; or name them: --attribute email custom:tier`,
      isKnown: returnedAttributes !== undefined || !isAttached("user-migration", pool),
    },
  ];
}
