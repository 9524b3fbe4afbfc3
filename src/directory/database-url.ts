import { isIPv6 } from "node:net";
import { SetupError } from "../error/setup-error.ts";

/**
 * Returns the URL of a database from a secret in the JSON of Secrets Manager's own rotation: `host`, `port`,
 * `username`, `password`, `dbname` (`postgres` when missing or empty). Returns any other text, a URL, as it is.
 *
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_secret_json_structure.html
 *
 * @throws a {@link SetupError} that names what is missing in the JSON, and never quotes it
 */
export function databaseUrl(connection: string): string {
  if (!connection.trimStart().startsWith("{")) return connection;
  const { host, port, username, password, dbname } = fieldsOf(connection);
  const missing = Object.entries({ host, username, password }).filter(([, value]) => !value);
  if (missing.length > 0) {
    const names = missing.map(([name]) => `\`${name}\``).join(", ");
    throw new SetupError(
      `The database's secret is JSON without ${names}: add it, or keep a whole URL in a secret of your own (one that RDS manages has no host).`,
    );
  }
  const [user, secret, database] = [username, password, dbname || "postgres"].map((part) =>
    encodeURIComponent(String(part)),
  );
  const name = isIPv6(String(host)) ? `[${host}]` : host;
  const url = `postgres://${user}:${secret}@${name}${port ? `:${port}` : ""}/${database}`;
  if (URL.canParse(url)) return url;
  throw new SetupError(
    "The database's secret is JSON whose `host` is not a host name or address, or whose `port` is not a port: correct it, or keep a whole URL in a secret of your own.",
  );
}

function fieldsOf(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json);
  } catch {
    throw new SetupError(
      "The database's secret begins like JSON but is not valid: correct it, or keep a URL in it.",
    );
  }
}
