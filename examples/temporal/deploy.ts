// A deployment, from any machine that reaches the Temporal server: start, show, approve [STACK], reject STACK, wait.
import { connect } from "terroir/temporal";

const { TEMPORAL_ADDRESS = "localhost:7233", USER = "somebody" } = process.env;
const [what = "start", stack] = process.argv.slice(2);

const deployments = await connect({ address: TEMPORAL_ADDRESS });
const deployment =
  what === "start" ? await deployments.deploy({ id: "landing-zone", folder: "cdktf.out", approval: true }) : deployments.of("landing-zone");
const decision = { by: USER, ...(stack !== undefined && { stack }) };

if (what === "approve") await deployment.approve(decision);
if (what === "reject") await deployment.reject(decision);
if (what === "wait") process.exitCode = (await deployment.result()).ok ? 0 : 1;
for (const [name, { stage, note = "", worker = "" }] of Object.entries(await deployment.state()))
  console.log([name, stage, note, worker].filter(Boolean).join("  "));
await deployments.close();
