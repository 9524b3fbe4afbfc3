/**
 * Answers per second of a warm function, JSON text in, JSON text out, one after the other.
 *
 *   node warm.cjs <folder of a bundle> <file with the event> <milliseconds>
 *
 * Writes the rate to file descriptor 3. The answers are flattened: V8 joins strings only when they are read.
 */
const { readFileSync, writeSync } = require("node:fs");
const { contextOf } = require("./context.cjs");

const [, , folder, file, milliseconds] = process.argv;
const event = readFileSync(file, "utf8");
const { handler } = require(`${folder}/index.js`);
const context = contextOf();

async function answersFor(limit) {
  const started = process.uptime();
  let answers = 0;
  let bytes = 0;
  while ((process.uptime() - started) * 1_000 < limit) {
    for (let turn = 0; turn < 20; turn += 1) {
      bytes += Buffer.byteLength(JSON.stringify(await handler(JSON.parse(event), context)));
      answers += 1;
    }
  }
  if (bytes === 0) throw new Error("nothing was answered");
  return answers / (process.uptime() - started);
}

answersFor(Number(milliseconds) / 2)
  .then(() => answersFor(Number(milliseconds)))
  .then((rate) => {
    writeSync(3, `${JSON.stringify({ rate })}\n`);
    process.exit(0);
  });
