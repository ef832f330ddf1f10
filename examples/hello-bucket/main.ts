import { Bucket, SovereignApp, SovereignStack } from "terroir";
import { ovh } from "terroir/ovh";

const app = new SovereignApp();
const account = { project: process.env["OVH_CLOUD_PROJECT_SERVICE"] ?? "00000000000000000000000000000000" };
const stack = new SovereignStack(app, "hello", { at: ovh("GRA11"), account });

new Bucket(stack, "media");

app.synth();
