import { generateKeyPairSync, sign } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ovh from "@ovhcloud/pulumi-ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deployWithPulumi } from "../../../delivery/pulumi/deploy.ts";
import type { PulumiSession } from "../../../delivery/pulumi/session.ts";
import { parseEnvelope, statementIn } from "../../../delivery/records/index.ts";
import { keyIdOf, type Signer } from "../../../delivery/records/signer.ts";
import { definePolicy } from "../../../guard/index.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../../pulumi/harness.ts";

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const signer: Signer = { keyId: keyIdOf(publicKey), publicKey, where: "the test", sign: async (bytes) => sign(null, bytes, privateKey) };
const local = definePolicy({ backends: { local: true } });

const program = (region: string) => () => {
  const provider = new ovh.Provider("eu", { endpoint: "ovh-eu" });
  const user = new ovh.cloudproject.User("user", { serviceName: "abc", description: "d" }, { provider });
  new ovh.cloudproject.NetworkPrivate("net", { serviceName: "abc", name: "net", regions: [region] }, { provider });
  return { password: user.password };
};

describe.skipIf(pulumiEngine === null)("a deployment with Pulumi's engine", () => {
  const folder = mkdtempSync(join(tmpdir(), "terroir-deploy-pulumi-"));
  const state = join(folder, "state");
  /** Its simulated clouds only: the deployment has a state of its own. */
  let clouds: PulumiStack;
  beforeAll(async () => {
    mkdirSync(state);
    clouds = await openStack();
  });
  afterAll(() => {
    clouds.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const deploy = (more: Partial<PulumiSession> = {}) => {
    if (pulumiEngine === null) throw new Error("Pulumi's engine is missing");
    return deployWithPulumi({
      engine: pulumiEngine,
      program: program("GRA11"),
      folder,
      project: "shop",
      stack: "main",
      content: `sha256:${"0".repeat(64)}`,
      backend: `file://${state}`,
      secrets: "passphrase",
      policy: local,
      signer,
      terroir: "0.0.0",
      records: join(folder, "records"),
      env: { ...clouds.env, PULUMI_BACKEND_URL: undefined },
      say: () => {},
      ...more,
    });
  };

  it("keeps nothing where the policy does not approve it", async () => {
    const { stacks } = await deploy({ policy: definePolicy({}) });
    expect(stacks).toMatchObject([{ outcome: "refused", because: expect.stringContaining("state") }]);
    expect(readdirSync(state)).toEqual([]);
  });

  it("makes nothing of what is refused, and records that", async () => {
    const { stacks } = await deploy({ program: program("BHS5") });
    expect(stacks).toMatchObject([{ outcome: "refused", report: { verdict: "refused" } }]);
    expect(clouds.world.size).toBe(0);
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
    expect(clouds.world.list("ovh_cloud_project_network_private")).toEqual([]);
    for (const [key] of clouds.world.list()) clouds.world.remove(key);
  });

  it("makes nothing when nobody says yes", async () => {
    expect((await deploy({ confirm: async () => false })).stacks).toMatchObject([{ outcome: "not-begun" }]);
    expect(clouds.world.size).toBe(0);
  });

  it("applies what was judged, keeps secrets encrypted, and signs what came of it", async () => {
    const { stacks } = await deploy();
    expect(stacks).toMatchObject([{ outcome: "applied", counts: { add: 4 } }]);
    expect(clouds.world.size).toBe(2);
    const [password = ""] = clouds.world.list("ovh_cloud_project_user").map(([, { attributes }]) => String(attributes["password"]));
    const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const kept = files.map((one) => readFileSync(join(one.parentPath, one.name), "utf8")).join("\n");
    expect([password.length > 8, kept.includes(password), kept.includes("NetworkPrivate")]).toEqual([true, false, true]);
    const file = stacks[0]?.record ?? "";
    const text = readFileSync(file, "utf8");
    expect(text).not.toContain(password);
    const { predicate, subject } = statementIn(parseEnvelope(text, file), [{ keyId: signer.keyId, key: publicKey }], file);
    expect(predicate).toMatchObject({
      outcome: "applied",
      engine: { kind: "pulumi" },
      judgement: { verdict: "inside" },
      run: { rehearsed: false },
    });
    expect(subject.map(({ name }) => name)).toEqual(["plan", "plan.json", "state.after"]);
    expect(existsSync(join(folder, "Pulumi.yaml"))).toBe(true);
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
