import { commandLine } from "../terminal/command-line.ts";
import { isAttached } from "./attached.ts";
import { describing } from "./describe-command.ts";
import type { Facts } from "./facts.ts";
import type { Wanted } from "./missing-facts.ts";

/** What is wanted of the pool itself, of its app clients, and of what it is to take from the migration. */
export function wantedOfPool(facts: Facts): Wanted[] {
  return [...cognitoFacts(facts), ...returnedAttributes(facts)];
}

function cognitoFacts({ pool, mfa, clientIds, clients }: Facts): Wanted[] {
  const described = new Set(clients.map(({ ClientId }) => ClientId));
  return [
    {
      key: "mfa",
      what: "MFA",
      command: describing("get-user-pool-mfa-config", pool),
      isKnown: mfa !== undefined || pool.MfaConfiguration === "OFF",
    },
    {
      key: "clients",
      what: clients.length === 0 ? "app clients" : "whether there are other app clients",
      command: describing("list-user-pool-clients", pool),
      isKnown: clientIds !== undefined,
    },
    ...(clientIds ?? []).map((id) => ({
      key: `client ${id}`,
      what: `app client ${id}`,
      command: describing("describe-user-pool-client", pool, "--client-id", id),
      isKnown: described.has(id),
    })),
  ];
}

function returnedAttributes({ pool, returned }: Facts): Wanted[] {
  return [
    {
      key: "returned",
      what: "the attributes that the migration returns, against the pool's schema",
      command: `${commandLine("build")}, then doctor again; or name them: --attribute email custom:tier`,
      isKnown: returned !== undefined || !isAttached("user-migration", pool),
    },
  ];
}
