import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort, type RealPostgres, readable } from "./real-postgres.ts";

/** Debian's PgBouncer in front of a server, with TLS on both sides. */
export interface PgBouncer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts PgBouncer with these settings, and the package's own, which reject `statement_timeout` at start-up. */
export async function pgBouncer(
  postgres: RealPostgres,
  settings: Readonly<Record<string, string | number>>,
): Promise<PgBouncer> {
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-pgbouncer-"));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { username, password } = new URL(postgres.url());
  const users = join(folder, "users.txt");
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`);
  const key = readable(folder, "server.key");
  const lines = Object.entries({
    listen_addr: "localhost",
    listen_port: port,
    unix_socket_dir: "",
    auth_type: "scram-sha-256",
    auth_file: users,
    client_tls_sslmode: "require",
    client_tls_cert_file: readable(folder, "server.pem"),
    client_tls_key_file: key,
    server_tls_sslmode: "require",
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, "pgbouncer.ini");
  const database = `postgres = host=localhost port=${postgres.port} dbname=postgres`;
  writeFileSync(file, ["[databases]", database, "[pgbouncer]", ...lines, ""].join("\n"));
  const asRoot = userInfo().uid === 0;
  if (asRoot) {
    const { uid, gid } = statSync(postgres.folder);
    chownSync(key, uid, gid);
  }
  const program = spawn("pgbouncer", [...(asRoot ? ["-u", "postgres"] : []), file]);
  await listening(program);
  return {
    port,
    async stop() {
      program.kill();
      await new Promise((resolve) => program.once("exit", resolve));
      rmSync(folder, { recursive: true });
    },
  };
}

function listening(program: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = "";
    program.once("error", (cause) =>
      reject(
        new Error("This test needs PgBouncer: apt-get update && apt-get install -y pgbouncer", { cause }),
      ),
    );
    program.once("exit", () => reject(new Error(log)));
    program.stderr?.on("data", (data) => {
      log += data;
      if (log.includes("process up")) resolve();
    });
  });
}
