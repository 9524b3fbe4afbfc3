import { defineConfig } from "vitest/config";

// `ssr.resolve`, not `resolve`: with the latter alone vitest silently tests a stale lib/.
// No "import" among them: Node takes them for its require() too, and pg would then be given ES modules.
const ssr = { resolve: { conditions: ["source", "node"] } };

export default defineConfig({
  ssr,
  test: {
    projects: [
      {
        ssr,
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.slow.test.ts"],
          // A file leaves nothing behind that another could trip over, and to load everything anew for each
          // takes as long as the tests do.
          isolate: false,
          // Many wait, for deadlines and retries, rather than compute; by itself vitest leaves a core alone.
          maxWorkers: 3,
        },
      },
      {
        ssr,
        test: {
          name: "slow",
          include: ["test/**/*.slow.test.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
