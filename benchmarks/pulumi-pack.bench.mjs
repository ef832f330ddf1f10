// The policy pack on 1,000 resources in Pulumi's engine, under every rule, against what a peer's pack is: a callback for each thing to ask, called for each
// resource. Both run in the same engine, beside the same program. What is compared is the processor time of the pack's own process that the resources
// add to a preview of none; of a pack without any policy, too: that is what the engine's calls take. Needs Pulumi's engine: `node scripts/engines.mjs`.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { register } from "tsx/esm/api";
import { median, ms, report } from "./compare.mjs";

register();
const { runnerIn } = await import("../tests/pulumi/runner.ts");
const { builtInRules, defaultPolicy, judge } = await import("../guard/index.ts");
const { readRegistered } = await import("../guard/views/pulumi/gather.ts");
const { openStack } = await import("../tests/pulumi/harness.ts");
const ovh = (await import("@ovhcloud/pulumi-ovh")).default;

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const N = Number(process.env.N ?? 1000);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stack = await openStack();
runnerIn(stack);

/** A pack as a folder, run by the SDK's own runner. */
async function pack(name, code) {
  const folder = join(stack.folder, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nversion: 0.1.0\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "0.1.0", type: "module", main: "index.js" }));
  // The engine ends a pack without ado: it says as it goes what it has taken.
  const taken = `import { writeFileSync } from "node:fs";
setInterval(() => writeFileSync(${JSON.stringify(join(folder, "cpu"))}, String(process.cpuUsage().user)), 20).unref();`;
  writeFileSync(join(folder, "source.js"), `${taken}\n${code}`);
  await build({
    entryPoints: [join(folder, "source.js")],
    outfile: join(folder, "index.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "error",
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return folder;
}

const ours = await pack(
  "ours",
  `import { policyPack } from ${JSON.stringify(join(root, "engines/pulumi/policy-pack/index.ts"))};\npolicyPack();\n`,
);
const empty = await pack("empty", 'import { PolicyPack } from "@pulumi/policy";\nnew PolicyPack("empty", { policies: [] });\n');

/** As packs are written: one policy for each thing to ask, each with a callback for the type that it is about. */
const asking = (count) => `import * as ovh from "@ovhcloud/pulumi-ovh";
import { PolicyPack, validateResourceOfType } from "@pulumi/policy";
const approved = new Set(["GRA11", "SBG5", "DE1", "WAW1"]);
new PolicyPack("peer", {
  policies: Array.from({ length: ${count} }, (_, index) => ({
    name: "region-approved-" + index,
    description: "Regions are approved.",
    enforcementLevel: "mandatory",
    validateResource: validateResourceOfType(ovh.cloudproject.NetworkPrivate, (net, _args, report) => {
      for (const region of net.regions ?? []) if (!approved.has(region)) report(region + " is not approved");
    }),
  })),
});
`;
const rules = builtInRules.length;
const one = await pack("one", asking(1));
const each = await pack("each", asking(rules));

const program = (count) => () => {
  for (let i = 0; i < count; i++)
    new ovh.cloudproject.NetworkPrivate(`net${i}`, { serviceName: "abc", name: `net${i}`, regions: ["GRA11"], vlanId: i });
};

async function once(folder, count) {
  const { code, stdout, stderr } = await stack.pulumi(["preview", "--policy-pack", folder], program(count));
  if (code !== 0) throw new Error(stdout + stderr);
  return Number(readFileSync(join(folder, "cpu"), "utf8")) / 1e6;
}

/** What 1,000 resources add to a preview of none. */
const added = async (folder) => (await once(folder, N)) - (await once(folder, 0));

const rounds = [];
try {
  for (let i = 0; i < ROUNDS; i++)
    rounds.push({ empty: await added(empty), ours: await added(ours), one: await added(one), each: await added(each) });
} finally {
  stack.close();
}
const shown = ["empty", "ours", "one", "each"].map((name) => `${name} ${ms(median(rounds.map((round) => round[name])))}`).join(", ");
const floor = median(rounds.map(({ empty: none, each: all }) => none / all));
report(`policy pack, ${N} resources: what the engine's calls take without any policy, of a peer's pack of ${rules} policies`, floor, 1, {
  detail: shown,
});

// What both do with the resources, without the engine: ours judges the stack once, the SDK hands each resource to each callback, decoded anew.
const load = createRequire(import.meta.url);
const { deserializeProperties } = load("@pulumi/policy/deserialize.js");
const { unknownCheckingProxy } = load("@pulumi/policy/proxy.js");
const { Struct } = createRequire(load.resolve("@pulumi/pulumi"))("google-protobuf/google/protobuf/struct_pb.js");
const inputs = (i) => ({ serviceName: "abc", name: `net${i}`, regions: ["GRA11"], vlanId: i });
const numbers = Array.from({ length: N }, (_, i) => i);
const cpu = (work) => {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1e6;
};
const token = "ovh:CloudProject/networkPrivate:NetworkPrivate";
const provider = "urn:pulumi:dev::shop::pulumi:providers:ovh::default_2_19_1::";
const judging = () => {
  const all = numbers.map((i) => ({
    urn: `urn:pulumi:dev::shop::${token}::net${i}`,
    token,
    custom: true,
    inputs: inputs(i),
    dependencies: () => [],
    providerReference: provider,
    providerInputs: { endpoint: "ovh-eu" },
  }));
  const { verdict } = judge([readRegistered(all, "the stack", { shown: "", unseen: [] })], defaultPolicy);
  if (verdict !== "inside") throw new Error(verdict);
};
const sent = numbers.map((i) => Struct.fromJavaScript(inputs(i)));
const approved = new Set(["GRA11", "SBG5", "DE1", "WAW1"]);
const calling = () => {
  for (const struct of sent)
    for (let policy = 0; policy < rules; policy++)
      for (const region of unknownCheckingProxy(deserializeProperties(struct, false)).regions)
        if (!approved.has(region)) throw new Error(region);
};
const pairs = Array.from({ length: 5 }, () => [cpu(calling), cpu(judging)]);
report(
  `policy pack, ${N} resources, ${rules} rules: a callback for each, as the SDK calls it / ours, without the engine`,
  median(pairs.map(([theirs, ours]) => theirs / ours)),
  1,
  {
    atLeast: true,
    detail: `callbacks ${ms(median(pairs.map(([one]) => one)))}, ours ${ms(median(pairs.map(([, one]) => one)))}`,
  },
);
