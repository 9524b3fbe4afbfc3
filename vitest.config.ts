import { defineConfig } from "vitest/config";

// `ssr.resolve`, not `resolve`: with the latter alone vitest silently tests a stale lib/.
const ssr = { resolve: { conditions: ["source", "node", "import", "default"] } };

export default defineConfig({
  ssr,
  test: {
    projects: [
      { ssr, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/**/*.slow.test.ts"] } },
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
