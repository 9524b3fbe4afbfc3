/**
 * One cold start, as in Lambda: JSON text in, JSON text out, in a process of its own.
 *
 *   node cold.cjs <folder of a bundle> <file with the event>
 *
 * The answer goes to file descriptor 3, followed by a line of JSON: milliseconds from the import to the answer's
 * text, and resident memory in bytes.
 */
const { readFileSync, writeSync } = require("node:fs");
const { contextOf } = require("./context.cjs");

const [, , folder, file] = process.argv;
const event = readFileSync(file, "utf8");
const started = process.uptime();
const { handler } = require(`${folder}/index.js`);
handler(JSON.parse(event), contextOf()).then((answer) => {
  const text = JSON.stringify(answer);
  const milliseconds = (process.uptime() - started) * 1_000;
  writeSync(3, `${text}\n`);
  writeSync(3, `${JSON.stringify({ milliseconds, memory: process.memoryUsage.rss() })}\n`);
  process.exit(0);
});
