// Starts the command in a clone, from its TypeScript. This file is JavaScript so that a Node.js too old to strip
// types prints a sentence too.
if (process.features.typescript) {
  await import("./main.ts");
} else {
  console.error(`cognito-recovery needs Node.js 22.18 or newer, and this is ${process.versions.node}.`);
  process.exitCode = 2;
}
