import { factsOf, soundClient } from "../sample.ts";
import { client, type Row, without } from "./change.ts";

export const appClientsRows: readonly Row[] = [
  [
    "a client that reveals users",
    client({ PreventUserExistenceErrors: "LEGACY" }),
    "warning client-reveals-users",
  ],
  [
    "a client of an early API",
    client({ PreventUserExistenceErrors: undefined }),
    "warning client-reveals-users",
  ],
  [
    "a client with SRP alone",
    client({ ExplicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
    "warning client-cannot-migrate-sign-in",
  ],
  ["a client whose server signs in", client({ ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] })],
  ["a client of machines", client({ ExplicitAuthFlows: [], AllowedOAuthFlows: ["client_credentials"] })],
  [
    "a client with only SRP, and no one to migrate",
    { ...without("UserMigration"), clients: [{ ...soundClient, ExplicitAuthFlows: [] }] },
    "error no-user-migration",
  ],
  [
    "a client that may write what is verified",
    client({ WriteAttributes: ["email", "email_verified"] }),
    "warning client-may-write-verified",
  ],
  [
    "a client that may write a phone as verified",
    client({ WriteAttributes: ["phone_number_verified"] }),
    "warning client-may-write-verified",
  ],
  ["a client without a list", client({ WriteAttributes: undefined }), "warning client-writes-by-default"],
  ["a pool without clients", { ...factsOf(), clients: [], clientIds: [] }],
];
