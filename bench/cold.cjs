/**
 * One cold start, as Lambda sees it: JSON text in, JSON text out, in a process of its own.
 *
 *   node cold.cjs <folder of a bundle> <file with the event>
 *
 * The answer goes to file descriptor 3, followed by a line of JSON: milliseconds from the import to the answer's
 * text, those that the processor spent on it, and resident memory in bytes.
 */
const { readFileSync, writeSync } = require("node:fs");
const { contextOf } = require("./context.cjs");

const [, , folder, file] = process.argv;
const event = readFileSync(file, "utf8");
const started = process.uptime();
const before = process.cpuUsage();
const { handler } = require(`${folder}/index.js`);
handler(JSON.parse(event), contextOf()).then((answer) => {
  const text = JSON.stringify(answer);
  const milliseconds = (process.uptime() - started) * 1_000;
  const { user, system } = process.cpuUsage(before);
  writeSync(3, `${text}\n`);
  writeSync(
    3,
    `${JSON.stringify({ milliseconds, cpu: (user + system) / 1_000, memory: process.memoryUsage.rss() })}\n`,
  );
  process.exit(0);
});
