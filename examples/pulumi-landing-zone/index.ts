/** The landing zone on Pulumi's engine: the same constructs, and one line that registers what they describe. */
import { readFileSync } from "node:fs";
import { SovereignApp } from "terroir";
import { parsePolicy } from "terroir/guard";
import { register } from "terroir/pulumi";
import { LandingZone } from "terroir/stacks";
import { acme } from "../landing-zone/acme.ts";
import { onOvh } from "../landing-zone/grounds.ts";

// The EU policy, and two decisions of our own: which machine the public may see, and where the log service stands that was bought in the console.
const policy = parsePolicy(JSON.parse(readFileSync(new URL("policy.json", import.meta.url), "utf8")));
const app = new SovereignApp({ policy });

new LandingZone(app, "acme", {
  account: { project: process.env["OVH_CLOUD_PROJECT_SERVICE"] ?? "00000000000000000000000000000000" },
  ...onOvh,
  ...acme,
});

export const outputs = register(app);
