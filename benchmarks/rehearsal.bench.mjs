// A rehearsal of 1,000 resources against the floor: the same engine planning and applying 1,000 of its own built-in terraform_data.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { register } from "tsx/esm/api";
import { median, ms, report } from "./compare.mjs";

register();
const { findEngine, explainMissing } = await import("../engines/index.ts");
const { openTheatre } = await import("../rehearsal/theatre.ts");

const ROUNDS = 5;
const N = 1000;
const run = promisify(execFile);
const search = await findEngine({ fetch: false });
if (search.engine === null) throw new Error(explainMissing(search));
const { engine } = search;

const scratch = mkdtempSync(join(tmpdir(), "terroir-bench-"));
const program = (name, document) => {
  const folder = join(scratch, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(document));
  return folder;
};

const floor = program("floor", { resource: { terraform_data: { x: { count: N, input: "value-${count.index}" } } } });
// One configured attribute on both sides: most of the engine's time goes into evaluating configuration, which no provider can shorten.
const rehearsed = program("rehearsed", {
  terraform: { required_providers: { outscale: { source: "outscale/outscale" } } },
  resource: { outscale_net: { x: { count: N, ip_range: "10.0.${count.index}.0/24" } } },
});

async function once(folder, env) {
  const go = (...args) => run(engine.path, args, { cwd: folder, env, maxBuffer: 1 << 28 });
  for (const file of ["terraform.tfstate", "terraform.tfstate.backup", "p"]) rmSync(join(folder, file), { force: true });
  await go("init", "-no-color");
  const begun = performance.now();
  await go("plan", "-no-color", "-out=p");
  const planned = performance.now();
  await go("apply", "-no-color", "p");
  return [planned - begun, performance.now() - planned];
}

const pairs = [];
for (let i = 0; i < ROUNDS; i++) {
  // A theatre of its own each time: an empty world, as a person's first run has.
  const theatre = await openTheatre({});
  try {
    // The floor runs as a person runs it: what a rehearsal does for the engine's memory is a rehearsal's own.
    const { GOGC: _collecting, GOMEMLIMIT: _limit, ...plain } = theatre.env;
    const [floorPlan, floorApply] = await once(floor, plain);
    const [plan, apply] = await once(rehearsed, theatre.env);
    pairs.push([plan + apply, floorPlan + floorApply]);
  } finally {
    theatre.close();
  }
}
rmSync(scratch, { recursive: true, force: true });
const seconds = (list) => median(list) / 1000;
report(`${N} rehearsed resources / terraform_data, ${engine.kind}`, median(pairs.map(([a, b]) => a / b)), 1.5, {
  detail: `plan and apply ${ms(seconds(pairs.map(([a]) => a)))} against ${ms(seconds(pairs.map(([, b]) => b)))}`,
});
