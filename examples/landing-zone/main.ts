/** A company's ground: a hub and two deployments around it, nothing reachable but the way in. Where it stands is one line. */
import { readFileSync } from "node:fs";
import { SovereignApp } from "terroir";
import { parsePolicy } from "terroir/guard";
import { LandingZone, type Topology } from "terroir/stacks";
import { onOvh as ground } from "./grounds.ts";

// The EU policy, and two decisions of our own: which machine the public may see, and where the log service stands that was bought in the console.
const policy = parsePolicy(JSON.parse(readFileSync(new URL("policy.json", import.meta.url), "utf8")));
const app = new SovereignApp({ policy });

const topology: Topology = process.env["TOPOLOGY"] === "standalone" ? "standalone" : "hub-and-spoke";

const zone = new LandingZone(app, "acme", {
  topology,
  owner: "platform-team",
  account: { project: process.env["OVH_CLOUD_PROJECT_SERVICE"] ?? "00000000000000000000000000000000" },
  ...ground,
  // Yours go here: addresses kept for examples (RFC 5737), and a key whose private half was thrown away.
  access: {
    allowedFrom: ["198.51.100.0/24"],
    sshKey: process.env["SSH_PUBLIC_KEY"] ?? "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU",
  },
  signIn: { issuerUrl: "https://id.example.com", clientId: "kubernetes" },
  spokes: {
    shop: {
      cluster: { pools: { general: { flavour: { cpus: 4, memory: 16 }, nodes: 3 } } },
      database: { engine: "postgresql", version: "17", databases: ["orders"] },
      secrets: { "payment-key": "outside" },
    },
    analytics: {
      database: { engine: "mysql", version: "8" },
    },
  },
});

for (const { part, what, instead } of zone.report.leftOut) console.log(`left out: ${part}, ${what}. ${instead}`);
for (const { what, at } of zone.report.elsewhere) console.log(`elsewhere: ${what}, at ${at}`);
app.synth();
