import { parentPort, workerData } from "node:worker_threads";
import type { Copy } from "./copy.ts";
import { casesOfShare } from "./share.ts";

// A thread that looks at some of the messages: see in-threads.ts.
parentPort?.postMessage(casesOfShare(workerData as Copy));
