import { Bucket, SovereignApp, SovereignStack } from "terroir";
import { __CLOUD__ } from "terroir/__CLOUD__";

const app = new SovereignApp();
const stack = new SovereignStack(app, "__NAME__", { at: __CLOUD__("__REGION__") });

new Bucket(stack, "media"); // private, encrypted, versioned

app.synth();
