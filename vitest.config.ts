import { defineConfig } from "vitest/config";

/** This package by its name is src/, as tsconfig.json says: by package.json it would be lib/, perhaps a stale one. */
const resolve = { tsconfigPaths: true };

/** A machine that is busy with something else is no reason to fail. */
const testTimeout = 20_000;

/**
 * Tests of what has state in a module: the settings that any file loaded has declared, and the directory of a trigger
 * file.
 */
const stateful = ["test/trigger/**/*.test.ts", "test/triggers/**/*.test.ts"];

/** Tests that start programs, bundle or browse, and those that need more than our npm packages. */
const slower = ["test/**/*.slow.test.ts", "test/**/*.system.test.ts"];

/** All others leave no state behind: loading everything anew for each file would take longer than its tests. */
const isolate = false;

export default defineConfig({
  resolve,
  test: {
    projects: [
      {
        resolve,
        test: { name: "unit", testTimeout, include: stateful, exclude: slower, maxWorkers: 3 },
      },
      {
        resolve,
        test: {
          name: "pure",
          testTimeout,
          include: ["test/**/*.test.ts"],
          exclude: [...slower, ...stateful],
          isolate,
          maxWorkers: 3,
        },
      },
      {
        resolve,
        test: {
          name: "slow",
          include: ["test/**/*.slow.test.ts"],
          globalSetup: ["test/built-repository.ts", "test/tooling/preview/unpacked-browser.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000 } },
          isolate,
          // Many wait for other processes.
          maxWorkers: 3,
        },
      },
      {
        resolve,
        test: {
          name: "system",
          include: ["test/**/*.system.test.ts"],
          exclude: ["test/installed/**"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
      {
        resolve,
        test: {
          name: "installed",
          include: ["test/installed/*.system.test.ts"],
          globalSetup: "test/installed/pack.ts",
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
