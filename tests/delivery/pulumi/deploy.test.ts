import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ovh from "@ovhcloud/pulumi-ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployWithPulumi } from "../../../delivery/pulumi/deploy.ts";
import type { PulumiSession } from "../../../delivery/pulumi/session.ts";
import { definePolicy } from "../../../guard/index.ts";
import { pulumiEngine } from "../../pulumi/harness.ts";
import { type PulumiProject, pulumiProject } from "./project.ts";

const program = (region: string) => () => {
  const provider = new ovh.Provider("eu", { endpoint: "ovh-eu" });
  const user = new ovh.cloudproject.User("user", { serviceName: "abc", description: "d" }, { provider });
  new ovh.cloudproject.NetworkPrivate("net", { serviceName: "abc", name: "net", regions: [region] }, { provider });
  return { password: user.password };
};

describe.skipIf(pulumiEngine === null)("a deployment with Pulumi's engine", () => {
  let here: PulumiProject;
  beforeAll(async () => {
    here = await pulumiProject();
  });
  afterAll(() => here?.close());

  const deploy = (more: Partial<PulumiSession> = {}) => deployWithPulumi(here.session({ program: program("GRA11"), ...more }));

  it("keeps nothing where the policy does not approve it", async () => {
    const { stacks } = await deploy({ policy: definePolicy({}) });
    expect(stacks).toMatchObject([{ outcome: "refused", because: expect.stringContaining("state") }]);
    expect(readdirSync(here.state)).toEqual([]);
  });

  it("makes nothing of what is refused, and records that", async () => {
    const { stacks } = await deploy({ program: program("BHS5") });
    expect(stacks).toMatchObject([{ outcome: "refused", report: { verdict: "refused" } }]);
    expect(here.clouds.world.size).toBe(0);
  });

  it("makes nothing that its preview did not show, once a program knows more", async () => {
    const late = () => {
      const provider = new ovh.Provider("eu", { endpoint: "ovh-eu" });
      const user = new ovh.cloudproject.User("first", { serviceName: "abc", description: "d" }, { provider });
      user.id.apply(() => new ovh.cloudproject.NetworkPrivate("late", { serviceName: "abc", name: "l", regions: ["BHS5"] }, { provider }));
    };
    const { stacks } = await deploy({ program: late, stack: "late" });
    expect(stacks).toMatchObject([{ outcome: "failed", failure: { during: "up" } }]);
    expect(JSON.stringify(stacks[0]?.failure)).toMatch(/plan/);
    expect(here.clouds.world.list("ovh_cloud_project_network_private")).toEqual([]);
    for (const [key] of here.clouds.world.list()) here.clouds.world.remove(key);
  });

  it("makes nothing when nobody says yes", async () => {
    expect((await deploy({ confirm: async () => false })).stacks).toMatchObject([{ outcome: "not-begun" }]);
    expect(here.clouds.world.size).toBe(0);
  });

  it("applies what was judged, keeps secrets encrypted, and signs what came of it", async () => {
    const { stacks } = await deploy();
    expect(stacks).toMatchObject([{ outcome: "applied", counts: { add: 4 } }]);
    expect(here.clouds.world.size).toBe(2);
    const [password = ""] = here.clouds.world.list("ovh_cloud_project_user").map(([, { attributes }]) => String(attributes["password"]));
    const files = readdirSync(here.state, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const kept = files.map((one) => readFileSync(join(one.parentPath, one.name), "utf8")).join("\n");
    expect([password.length > 8, kept.includes(password), kept.includes("NetworkPrivate")]).toEqual([true, false, true]);
    const file = stacks[0]?.record ?? "";
    expect(readFileSync(file, "utf8")).not.toContain(password);
    const { predicate, subject } = here.recordIn(file);
    expect(predicate).toMatchObject({
      outcome: "applied",
      engine: { kind: "pulumi" },
      judgement: { verdict: "inside" },
      run: { rehearsed: false },
    });
    expect(subject.map(({ name }) => name)).toEqual(["plan", "plan.json", "state.after"]);
    expect(existsSync(join(here.folder, "Pulumi.yaml"))).toBe(true);
  });

  it("does nothing the second time, and says what failed", async () => {
    expect((await deploy()).stacks).toMatchObject([{ outcome: "unchanged" }]);
    const broken = () => {
      throw new Error("the program is broken");
    };
    expect((await deploy({ program: broken })).stacks).toMatchObject([
      {
        outcome: "failed",
        failure: { during: "preview", causes: expect.arrayContaining([expect.stringContaining("the program is broken")]) },
      },
    ]);
  });
});
