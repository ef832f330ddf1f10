import { setTimeout as wait } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordsIn } from "../../../delivery/records/index.ts";
import { connect, type Deployment, type DeploymentState, type Deployments, type StackStage } from "../../../delivery/temporal/index.ts";
import { World } from "../../../rehearsal/index.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { anyEngine } from "../../rehearsal/real-engines.ts";
import { temporal } from "../../tools.ts";
import { statementsOf } from "../crash/statements.ts";
import type { Written } from "../graph/folders.ts";
import { buckets } from "../run/project.ts";
import { type Crew, crew, keptCodes } from "./crew.ts";
import { type Server, server } from "./server.ts";

/** `TERROIR_TEMPORAL_STACKS=300` is the long run. */
const STACKS = Number(process.env["TERROIR_TEMPORAL_STACKS"] ?? 150);

/** So many times of an undisturbed run may one with two kills take. */
const MOST = 1.5;

/** Events after which a history is continued in a new one: so few that it happens here, as it does elsewhere with thousands of stacks. */
const HISTORY = 2 * STACKS;

const program = anyEngine === undefined ? undefined : temporal();

const stages = (state: DeploymentState): Readonly<Record<string, StackStage>> =>
  Object.fromEntries(Object.entries(state).map(([name, { stage }]) => [name, stage]));
const count = (state: DeploymentState, stage: StackStage): number => Object.values(state).filter((one) => one.stage === stage).length;

async function until(deployment: Deployment, reached: (state: DeploymentState) => boolean): Promise<DeploymentState> {
  for (;;) {
    const state = await deployment.state();
    if (reached(state)) return state;
    await wait(100);
  }
}

/** How many histories a deployment took. */
async function histories(address: string, id: string): Promise<number> {
  const connection = await Connection.connect({ address });
  const { executions } = await connection.workflowService.listWorkflowExecutions({ namespace: "default", query: `WorkflowId = "${id}"` });
  await connection.close();
  return executions.length;
}

/** The least that is made at a cloud: what a stack costs here is the starts of its engine. */
const NETWORK: Written = {
  terraform: { required_providers: { hcloud: { source: "hetznercloud/hcloud" } } },
  document: {
    provider: { hcloud: [{}] },
    resource: { hcloud_network: { n: { name: "bucket-0", ip_range: "10.0.0.0/8" } } },
    output: { id: { value: "${hcloud_network.n.id}" } },
  },
};

/** Rows of six, each stack reading one of the row before. */
const rows = (stacks: number): Readonly<Record<string, Written>> =>
  Object.fromEntries(
    Array.from({ length: stacks }, (_, i) => [`s${i}`, i < 6 ? NETWORK : { ...NETWORK, reads: { [`s${i - 6}`]: ["id"] } }]),
  );

/** Every stack applied once and recorded so, and everything at the cloud once. */
function onlyOnce({ world, records }: Crew, stacks: number): void {
  expect(World.open(world).size).toBe(stacks);
  const applied = Array.from({ length: stacks }, (_, i) =>
    statementsOf(recordsIn(records(`s${i}`))).filter(({ outcome }) => outcome === "applied"),
  );
  expect(applied.map((all) => all.length)).toEqual(applied.map(() => 1));
}

describe.runIf(program)("deployments over a real Temporal server", () => {
  let here: Server;
  let at: Deployments;
  beforeAll(async () => {
    here = await server(program ?? "", scratch(), { "limit.historyCount.suggestContinueAsNew": HISTORY });
    await here.start();
    at = await connect({ address: here.address });
  });
  afterAll(async () => {
    await at?.close();
    here?.kill();
  });

  it("sends each stack to its cloud's workers, shows plans, and applies those that somebody approves", async () => {
    const team = await crew(
      {
        net: buckets(1),
        shop: buckets(2, { reads: { net: ["id"] } }),
        notes: { document: { resource: { terraform_data: { x: { input: "a" } } } } },
      },
      here.address,
    );
    const [ovh, anywhere] = await Promise.all([team.hire("ovh"), team.hire("anywhere", "terroir-any")]);
    const deployment = await at.deploy({ id: "approved", folder: team.out, approval: true });
    await expect(at.deploy({ id: "approved", folder: team.out })).rejects.toThrow(/runs already/);
    const shown = await until(deployment, (state) => count(state, "waiting-for-approval") === 2);
    expect(shown).toMatchObject({
      net: { worker: ovh, note: "1 to add", plan: expect.stringMatching(/^[0-9a-f]{64}$/) },
      notes: { worker: anywhere },
      shop: { stage: "waiting" },
    });
    await deployment.approve({ by: "ann", stack: "net", plan: "0".repeat(64) });
    await deployment.reject({ by: "bob", stack: "notes", because: "not today" });
    await deployment.approve({ by: "ann", stack: "net" });
    await until(at.of("approved"), (state) => state["shop"]?.stage === "not-begun" || state["net"]?.stage === "applied");
    const { ok, stacks } = await deployment.result();
    expect(ok).toBe(false);
    expect(stacks).toMatchObject({
      net: { stage: "applied", decidedBy: "ann", note: "applied: 1 added" },
      notes: { stage: "refused", decidedBy: "bob", note: "rejected by bob: not today" },
      shop: { stage: "not-begun" },
    });
    const again = await at.deploy({ id: "approved", folder: team.out, only: ["shop"], approval: true });
    await until(again, (state) => state["shop"]?.stage === "waiting-for-approval");
    await again.approve({ by: "ann" });
    expect(stages((await again.result()).stacks)).toEqual({ shop: "applied" });

    const cancelled = await at.deploy({ id: "approved", folder: team.out, only: ["notes"], approval: true });
    await until(cancelled, (state) => state["notes"]?.stage === "waiting-for-approval");
    await cancelled.cancel();
    expect((await cancelled.result()).stacks).toEqual({ notes: { stage: "not-begun", note: "the deployment was cancelled" } });
    expect(World.open(team.world).size).toBe(3);
    await team.end();
  });

  interface Took {
    /** Seconds. */
    readonly all: number;
    /** What all would have taken at the pace of its first half, before anything was disturbed. */
    readonly atFirst: number;
  }

  /** Deploys with three workers, and gives how long it took. */
  async function deployed(id: string, disturb?: (team: Crew) => Promise<void>): Promise<Took> {
    const team = await crew(rows(STACKS), here.address);
    // The first one keeps the workflow's code for the others.
    await team.hire("one", "terroir-hcloud");
    await Promise.all(["two", "three"].map((name) => team.hire(name, "terroir-hcloud")));
    const begun = performance.now();
    const seconds = (): number => (performance.now() - begun) / 1000;
    const deployment = await at.deploy({ id, folder: team.out, heartbeatSeconds: 5 });
    const half = count(await until(deployment, (state) => count(state, "applied") >= STACKS / 2), "applied");
    const atFirst = (seconds() * STACKS) / half;
    await disturb?.(team);
    const { ok, stacks } = await deployment.result();
    const all = seconds();
    expect(await histories(here.address, id)).toBeGreaterThan(1);
    expect(Object.entries(stages(stacks)).filter(([, stage]) => stage !== "applied" && stage !== "unchanged")).toEqual([]);
    expect([ok, Object.keys(stacks).length]).toEqual([true, STACKS]);
    // Started again, a worker that was killed tells of what its engine did without it.
    if (disturb !== undefined) await team.hire("one", "terroir-hcloud");
    onlyOnce(team, STACKS);
    expect(keptCodes()).toHaveLength(1);
    await team.end();
    return { all, atFirst };
  }

  it(`${STACKS} stacks on three workers, one of them and the server killed with -9: all done, none twice, in little more time`, async () => {
    const { all, atFirst } = await deployed("disturbed", async (team) => {
      team.kill("one");
      await wait(500);
      here.kill();
      await wait(500);
      await here.start();
    });
    process.stderr.write(`${STACKS} stacks: ${all.toFixed(1)} s with two kills, ${atFirst.toFixed(1)} s at the pace before them\n`);
    // Whatever else the machine did meanwhile may be to blame: then a whole undisturbed run says what is slow.
    if (all / atFirst < MOST) return;
    const undisturbed = await deployed("undisturbed");
    process.stderr.write(`${STACKS} stacks: ${undisturbed.all.toFixed(1)} s without kills\n`);
    expect(all / undisturbed.all).toBeLessThan(MOST);
  }, 1_800_000);
});
