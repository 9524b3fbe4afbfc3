import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "../src/tooling/build/build.ts";
import { bundle, bundlePatches } from "../src/tooling/build/bundle.ts";
import { legacyStore, SAMPLE } from "../src/tooling/replay/legacy-store.ts";
import type { RealPostgres } from "../test/directory/real-postgres.ts";
import type { Subject } from "./cold-start.ts";
import { bundledRival } from "./subjects/bundled-rival.ts";
import { literalsSource } from "./subjects/literals-source.ts";
import { projectWithLocales } from "./subjects/project-with-locales.ts";

/** Builds the functions to compare, in folders below `work`, inside the repository. */
export async function subjects(root: string, work: string, postgres: RealPostgres) {
  const message = join(root, "events/custom-message.forgot-password.de-ch.json");
  const recovery = join(root, "events/user-migration.forgot-password.known.json");
  const dist = join(work, "dist");
  await build({ root, out: dist });
  const { default: templates } = await import(pathToFileURL(join(root, "generated/templates.js")).href);

  const rival = async (name: string, source: Parameters<typeof bundledRival>[1], event = message) => ({
    name,
    folder: await bundledRival(join(work, name.replaceAll(" ", "-")), source),
    event,
  });
  const blog = async (name: string, file: string) => {
    const subject = await rival(name, { file });
    cpSync(join(root, "templates"), join(subject.folder, "templates"), { recursive: true });
    return subject;
  };

  const many = join(work, "many-locales");
  projectWithLocales(500, root, many);
  await build({ root: many, out: join(many, "dist") });

  const store = legacyStore(root, SAMPLE);
  const onPostgres = { LEGACY_DATABASE: postgres.url(), BENCH_CA: join(root, "test/directory/tls/ca.pem") };
  return {
    close: store.close,
    empty: await rival("empty handler", { file: "empty.ts" }),
    literals: await rival("template literals", { text: await literalsSource(templates) }),
    blog: await blog("blog pattern", "blog.ts"),
    blogWithLogger: await blog("blog pattern with Logger", "blog-with-logger.ts"),
    logger: await rival("Logger alone", { file: "logger.ts" }),
    loggerAndMetrics: await rival("Logger and Powertools Metrics", { file: "logger-and-metrics.ts" }),
    loggerAndLine: await rival("Logger and a line of metrics", { file: "logger-and-line.ts" }),
    customMessage: { name: "custom message", folder: join(dist, "custom-message"), event: message },
    withoutLazyCrypto: {
      name: "custom message without src/patch/lazy-crypto.ts",
      folder: await written(root, join(work, "without-lazy-crypto"), "triggers/custom-message.ts", []),
      event: message,
    },
    manyLocales: {
      name: "custom message in 500 locales",
      folder: join(many, "dist/custom-message"),
      event: message,
    },
    userMigration: {
      name: "user migration on SQLite",
      folder: join(dist, "user-migration"),
      event: recovery,
      environment: store.environment,
    },
    bareDriver: {
      ...(await rival("pg in a bare handler", { file: "pg-bare.ts" }, recovery)),
      environment: onPostgres,
    },
    postgresMigration: {
      name: "user migration on PostgreSQL",
      folder: await written(root, join(work, "pg-user-migration"), "bench/subjects/pg-user-migration.ts"),
      event: recovery,
      environment: onPostgres,
    },
  } satisfies Record<string, Subject | (() => void)>;
}

/** Builds one trigger. */
async function written(root: string, out: string, trigger: string, patches = bundlePatches): Promise<string> {
  const { files } = await bundle(root, join(root, trigger), out, patches);
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
  return out;
}
