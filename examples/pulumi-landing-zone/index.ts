/** The landing zone on Pulumi's engine: the same constructs, and one line that registers what they describe. */
import { readFileSync } from "node:fs";
import { SovereignApp } from "terroir";
import { parsePolicy } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { register } from "terroir/pulumi";
import { LandingZone } from "terroir/stacks";

// The EU policy, and two decisions of our own: which machine the public may see, and where the log service stands that was bought in the console.
const policy = parsePolicy(JSON.parse(readFileSync(new URL("policy.json", import.meta.url), "utf8")));
const app = new SovereignApp({ policy });

new LandingZone(app, "acme", {
  at: ovh("GRA11"),
  second: ovh("SBG5"),
  logs: { service: "ldp-xx-00000" },
  owner: "platform-team",
  account: { project: process.env["OVH_CLOUD_PROJECT_SERVICE"] ?? "00000000000000000000000000000000" },
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

export const outputs = register(app);
