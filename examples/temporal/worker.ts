// A worker: one process on a machine that holds the credentials of a cloud. Start as many as you like, each in a folder of its own.
import { readFileSync } from "node:fs";
import { parsePolicy } from "terroir/guard";
import { startWorker } from "terroir/temporal";

const { TEMPORAL_ADDRESS = "localhost:7233", QUEUES = "terroir-ovh" } = process.env;

const worker = await startWorker({
  connection: { address: TEMPORAL_ADDRESS },
  queues: QUEUES.split(","),
  folder: "cdktf.out",
  policy: parsePolicy(JSON.parse(readFileSync("policy.json", "utf8"))),
  say: console.log,
});
console.log(`${worker.identity} serves ${QUEUES}.`);
await worker.run();
