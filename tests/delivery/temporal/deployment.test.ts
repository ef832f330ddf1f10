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
import { type Crew, crew } from "./crew.ts";
import { type Server, server } from "./server.ts";

/** `TERROIR_TEMPORAL_STACKS=300` is the long run, which is measured as well, as is any of 100 or more. */
const STACKS = Number(process.env["TERROIR_TEMPORAL_STACKS"] ?? 18);
const LONG = STACKS >= 100;

/** Events after which a history is continued in a new one: so few that it happens here, as it does elsewhere with thousands of stacks. */
const HISTORY = 50;

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

/** Rows of six, each stack reading one of the row before. */
const rows = (stacks: number): Readonly<Record<string, Written>> =>
  Object.fromEntries(Array.from({ length: stacks }, (_, i) => [`s${i}`, buckets(1, i < 6 ? {} : { reads: { [`s${i - 6}`]: ["id"] } })]));

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
    here = await server(program ?? "", scratch(), LONG ? {} : { "limit.historyCount.suggestContinueAsNew": HISTORY });
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

  /** Deploys with three workers, and gives how long it took. */
  async function deployed(id: string, disturb?: (team: Crew) => Promise<void>): Promise<number> {
    const team = await crew(rows(STACKS), here.address);
    await Promise.all([team.hire("one"), team.hire("two"), team.hire("three")]);
    const begun = performance.now();
    const deployment = await at.deploy({ id, folder: team.out, heartbeatSeconds: 5 });
    await until(deployment, (state) => count(state, "applied") >= STACKS / 6);
    await disturb?.(team);
    const { ok, stacks } = await deployment.result();
    if (!LONG) expect(await histories(here.address, id)).toBeGreaterThan(1);
    const took = performance.now() - begun;
    expect(Object.entries(stages(stacks)).filter(([, stage]) => stage !== "applied" && stage !== "unchanged")).toEqual([]);
    expect([ok, Object.keys(stacks).length]).toEqual([true, STACKS]);
    // Started again, a worker that was killed tells of what its engine did without it.
    if (disturb !== undefined) await team.hire("one");
    onlyOnce(team, STACKS);
    await team.end();
    return took;
  }

  it(`${STACKS} stacks on three workers, one of them and the server killed with -9: all done, none twice`, async () => {
    const disturbed = await deployed("disturbed", async (team) => {
      team.kill("one");
      await wait(500);
      here.kill();
      await wait(500);
      await here.start();
    });
    if (!LONG) return;
    const undisturbed = await deployed("undisturbed");
    process.stderr.write(`${STACKS} stacks: ${disturbed / 1000} s with two kills, ${undisturbed / 1000} s without\n`);
    expect(disturbed / undisturbed).toBeLessThan(1.5);
  }, 1_800_000);
});
