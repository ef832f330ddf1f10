// A deployment of 300 stacks of 30 resources, rehearsed, against the engine's own runs (init, plan, apply) over the same graph, as many at once, before the
// same simulated clouds. Then an unchanged folder judged again. STACKS=30 npm run bench -- delivery is a short run.
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { register } from "tsx/esm/api";
import { ms, report } from "./compare.mjs";

register();
const { findEngine, explainMissing } = await import("../engines/index.ts");
const { startHost } = await import("../rehearsal/host/index.ts");
const { stageStack } = await import("../rehearsal/stack.ts");
const { graphOf } = await import("../delivery/graph/index.ts");
const { schedule } = await import("../delivery/run/schedule.ts");

const STACKS = Number(process.env.STACKS ?? 300);
const RESOURCES = 30;
const PARALLEL = 4;
const run = promisify(execFile);
const search = await findEngine({ fetch: false });
if (search.engine === null) throw new Error(explainMissing(search));
const { engine } = search;
const command = join(fileURLToPath(new URL(".", import.meta.url)), "..", "dist", "cli", "terroir.cjs");

const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
const out = join(scratch, "cdktf.out");
const names = Array.from({ length: STACKS }, (_, i) => `s${String(i).padStart(3, "0")}`);
const backend = (name) => ({ local: { path: `../../../terraform.${name}.tfstate` } });
const stacks = {};
for (const [i, name] of names.entries()) {
  const before = i >= 10 ? names[i - 10] : undefined;
  const bucket = (k) => ({
    service_name: "abc",
    region_name: "GRA",
    name: `${name}-${k}`,
    versioning: { status: "enabled" },
    encryption: { sse_algorithm: "AES256" },
    hide_objects: true,
  });
  const document = {
    terraform: { backend: backend(name), required_providers: { ovh: { source: "ovh/ovh" } } },
    provider: { ovh: [{ endpoint: "ovh-eu" }] },
    resource: { ovh_cloud_project_storage: Object.fromEntries(Array.from({ length: RESOURCES }, (_, k) => [`b${k}`, bucket(k)])) },
    output: { id: { value: "${ovh_cloud_project_storage.b0.id}" } },
    ...(before && {
      data: { terraform_remote_state: { before: { backend: "local", config: backend(before).local } } },
      locals: { read: "${data.terraform_remote_state.before.outputs.id}" },
    }),
  };
  mkdirSync(join(out, "stacks", name), { recursive: true });
  writeFileSync(join(out, "stacks", name, "cdk.tf.json"), JSON.stringify(document));
  stacks[name] = { name, constructPath: name, workingDirectory: `stacks/${name}`, dependencies: [] };
}
writeFileSync(join(out, "manifest.json"), JSON.stringify({ stacks }));
writeFileSync(join(scratch, "policy.json"), JSON.stringify({ name: "bench", backends: { local: true } }));

/** Processor seconds of this process and of those that it waited for, where the system says so: what a busy machine does not change. */
function processorTime() {
  try {
    const fields = readFileSync("/proc/self/stat", "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return Number.NaN;
  }
}

/** What somebody would do by hand, with a list of the stacks and a limit. */
async function byHand() {
  const graph = graphOf(out);
  const host = await startHost({ world: join(scratch, "hand", "world.json") });
  const begun = performance.now();
  const pieces = graph.stacks.map(({ name, dependsOn }) => ({ name, after: dependsOn }));
  await schedule(pieces, PARALLEL, async (name) => {
    const stack = graph.stacks.find((one) => one.name === name);
    const remoteStates = Object.fromEntries(stack.inputs.map(({ data, stack: read }) => [data, join(host.states, `${read}.tfstate`)]));
    const staged = stageStack({ ...host, assumed: [] }, { name, folder: join(out, stack.folder) }, [], { engine, remoteStates });
    const go = (...args) => run(engine.path, args, { cwd: staged.copy, env: staged.env, maxBuffer: 1 << 28 });
    await go("init", "-input=false", "-no-color");
    await go("plan", "-input=false", "-no-color", "-out=p");
    await go("apply", "-input=false", "-no-color", "p");
  });
  const took = (performance.now() - begun) / 1000;
  await host.close();
  return took;
}

function terroir(...args) {
  const env = { ...process.env, CI: "true", XDG_STATE_HOME: join(scratch, "user"), XDG_CACHE_HOME: join(scratch, "cache") };
  const begun = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, [command, ...args, "--policy", "policy.json"], {
    cwd: scratch,
    env,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr + stdout);
  return (performance.now() - begun) / 1000;
}

try {
  const begun = processorTime();
  const ours = terroir("deploy", "cdktf.out", "--rehearse", "--parallel", String(PARALLEL), "--json");
  const between = processorTime();
  const hand = await byHand();
  const [oursBusy, handBusy] = [between - begun, processorTime() - between];
  const detail = `${STACKS} stacks of ${RESOURCES}: ${ms(ours)} against ${ms(hand)}; processor ${ms(oursBusy)} against ${ms(handBusy)} (${(oursBusy / handBusy).toFixed(2)})`;
  report("delivery: a deployment against the engine's own runs", ours / hand, 1.3, { detail });
  terroir("check", "cdktf.out");
  const again = terroir("check", "cdktf.out");
  report("delivery: seconds to judge the unchanged stacks again", again, 2, { detail: ms(again) });
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
