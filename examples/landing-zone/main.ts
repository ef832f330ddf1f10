/** A company's ground: a hub and two deployments around it, nothing reachable but the way in. Where it stands is one line. */
import { readFileSync } from "node:fs";
import { SovereignApp } from "terroir";
import { parsePolicy } from "terroir/guard";
import { LandingZone, type Topology } from "terroir/stacks";
import { acme } from "./acme.ts";
import { onOvh as ground } from "./grounds.ts";

// The EU policy, and two decisions of our own: which machine the public may see, and where the log service stands that was bought in the console.
const policy = parsePolicy(JSON.parse(readFileSync(new URL("policy.json", import.meta.url), "utf8")));
const app = new SovereignApp({ policy });

const topology: Topology = process.env["TOPOLOGY"] === "standalone" ? "standalone" : "hub-and-spoke";

const zone = new LandingZone(app, "acme", {
  topology,
  account: { project: process.env["OVH_CLOUD_PROJECT_SERVICE"] ?? "00000000000000000000000000000000" },
  ...ground,
  ...acme,
});

for (const { part, what, instead } of zone.report.leftOut) console.log(`left out: ${part}, ${what}. ${instead}`);
for (const { what, at } of zone.report.elsewhere) console.log(`elsewhere: ${what}, at ${at}`);
app.synth();
