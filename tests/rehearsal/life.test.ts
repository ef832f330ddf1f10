import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PHASES, rehearse } from "../../rehearsal/index.ts";
import { ground, json, scratch } from "./programs.ts";
import { engines } from "./real-engines.ts";

const three = { ovh: "ovh/ovh", outscale: "outscale/outscale", scaleway: "scaleway/scaleway" };

const program = () =>
  json(three, {
    provider: { outscale: { region: "eu-west-2" }, scaleway: { region: "fr-par", zone: "fr-par-1" } },
    resource: {
      ...ground(),
      outscale_net: { n: { ip_range: "10.0.0.0/16", tags: [{ key: "name", value: "net" }] } },
      outscale_subnet: { s: { net_id: "${outscale_net.n.net_id}", ip_range: "10.0.0.0/24" } },
      scaleway_vpc: { v: { name: "vpc", tags: ["a", "b"] } },
      scaleway_vpc_private_network: { p: { vpc_id: "${scaleway_vpc.v.id}", name: "private", ipv4_subnet: [{ subnet: "172.16.0.0/22" }] } },
    },
    output: { kubeconfig: { value: "${ovh_cloud_project_kube.k.kubeconfig}", sensitive: true } },
  });

describe.each(engines)("the whole life on three clouds with %s", (_, engine) => {
  it("plays every phase, says that it was simulated, and leaves nothing", async () => {
    const said: string[] = [];
    const report = await rehearse({ folder: program(), engine, phases: PHASES, say: (line) => said.push(line) });
    const failures = report.stacks.flatMap((s) => s.phases.flatMap((p) => (p.ok ? [] : [`${p.phase}: ${p.failure}`])));
    expect(failures).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.simulated).toBe(true);
    expect(report.notice).toMatch(/nothing real was touched/);
    expect(said[0]).toMatch(/rehearsal/i);
    const [stack] = report.stacks;
    expect(stack?.phases.map((p) => p.phase)).toEqual([...PHASES]);
    expect(stack?.phases.find((p) => p.phase === "plan")?.counts).toEqual({ add: 9, change: 0, destroy: 0, import: 0 });
    expect(stack?.phases.find((p) => p.phase === "plan-again")?.counts).toEqual({ add: 0, change: 0, destroy: 0, import: 0 });
    expect(stack?.phases.find((p) => p.phase === "destroy")?.counts?.destroy).toBe(9);
    expect(stack?.resources).toMatchObject({ ovh_cloud_project_kube: 1, outscale_subnet: 1, scaleway_vpc_private_network: 1 });
    expect(report.world.resources).toBe(0);
    expect(report.assumed).toEqual([]);
  });

  it("touches nothing in the user's folder", async () => {
    const folder = program();
    const before = readdirSync(folder);
    await rehearse({ folder, engine });
    expect(readdirSync(folder)).toEqual(before);
  });

  it("gives the plan to a judge, and applies nothing when the judge refuses", async () => {
    let types: readonly string[] = [];
    const report = await rehearse({
      folder: program(),
      engine,
      judge: (plan, stack) => {
        types = (plan.resource_changes as unknown as { type: string }[]).map((c) => c.type);
        return `refused: ${stack.length > 0}`;
      },
    });
    expect(types).toContain("outscale_net");
    expect(report.ok).toBe(false);
    expect(report.stacks[0]?.phases.map((p) => [p.phase, p.ok])).toEqual([
      ["init", true],
      ["validate", true],
      ["plan", false],
    ]);
    expect(report.stacks[0]?.phases.at(-1)?.failure).toBe("refused: true");
    expect(report.world.resources).toBe(0);
  });

  it("says in the engine's own output that providers are simulated", async () => {
    const lines: string[] = [];
    await rehearse({ folder: program(), engine, phases: ["plan"], line: (text) => lines.push(text) });
    const text = lines.join("\n");
    for (const source of Object.values(three)) expect(text).toContain(`Rehearsal: ${source} is simulated`);
  });

  it("keeps the world in a private file, with its secrets named", async () => {
    const world = join(scratch(), "world.json");
    const report = await rehearse({ folder: program(), engine, world, phases: ["apply"] });
    expect(report.world).toEqual({ file: world, resources: 9, orphans: [] });
    expect(statSync(world).mode & 0o777).toBe(0o600);
    const document = JSON.parse(readFileSync(world, "utf8")) as {
      simulated: boolean;
      rehearsal: string;
      resources: Record<string, { type: string; secrets: string[] }>;
    };
    expect(document.simulated).toBe(true);
    expect(document.rehearsal).toMatch(/Nothing in it exists/);
    const cluster = Object.values(document.resources).find((r) => r.type === "ovh_cloud_project_kube");
    expect(cluster?.secrets).toEqual(expect.arrayContaining(["kubeconfig", "kubeconfig_attributes"]));
    expect(readdirSync(join(world, "..")).sort()).toEqual(["world.json", "world.json.states"]);
    expect(statSync(`${world}.states`).mode & 0o777).toBe(0o700);
  });
});

it.each(engines)("gives the same ids to the same program in the same world, with %s", async (_, engine) => {
  const ids = async () => {
    const world = join(scratch(), "world.json");
    const folder = json({ ovh: "ovh/ovh" }, { resource: ground() });
    // Two worlds with one seed.
    const { writeFileSync } = await import("node:fs");
    writeFileSync(world, JSON.stringify({ rehearsal: "", simulated: true, format: 1, seed: "one", counter: 0, resources: {} }));
    await rehearse({ folder, engine, world, phases: ["apply"] });
    const { resources } = JSON.parse(readFileSync(world, "utf8")) as {
      resources: Record<string, { type: string; attributes: { id?: string } }>;
    };
    return Object.values(resources)
      .map((r) => `${r.type} ${r.attributes.id}`)
      .sort();
  };
  expect(await ids()).toEqual(await ids());
});
