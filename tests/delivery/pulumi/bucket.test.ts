import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as ovh from "@ovhcloud/pulumi-ovh";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IsoDate } from "../../../catalogue/index.ts";
import { deployWithPulumi } from "../../../delivery/pulumi/deploy.ts";
import { destroyWithPulumi } from "../../../delivery/pulumi/destroy.ts";
import type { PulumiSession } from "../../../delivery/pulumi/session.ts";
import { definePolicy, waive } from "../../../guard/index.ts";
import { fromFile } from "../../../guard/policy/waivers.ts";
import { pulumiEngine } from "../../pulumi/harness.ts";
import { LOGIN, type TestStore, testStore } from "../state/store.ts";
import { versitygw } from "../state/versitygw.ts";
import { type PulumiProject, pulumiProject } from "./project.ts";

const program = () => {
  const provider = new ovh.Provider("eu", { endpoint: "ovh-eu" });
  const user = new ovh.cloudproject.User("user", { serviceName: "abc", description: "d" }, { provider });
  return { shop: { password: user.password } };
};

describe.runIf(pulumiEngine && versitygw)("Pulumi's state in a real S3 store", () => {
  let here: PulumiProject;
  let store: TestStore;
  beforeAll(async () => {
    [here, store] = await Promise.all([pulumiProject(), testStore()]);
    await store.ask("states")("PUT", "");
  });
  afterAll(async () => {
    here?.close();
    await store?.close();
  });

  /** A store on this machine speaks in clear. */
  const waived = () =>
    fromFile(
      definePolicy({
        waivers: [
          waive("state/backend", {
            address: "terraform.backend.s3",
            value: store.endpoint,
            reason: "a store for tests, on this machine",
            owner: "tests",
            approver: "whoever reads this",
            until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) as IsoDate,
          }),
        ],
      }),
    );
  const session = (more: Partial<PulumiSession> = {}): PulumiSession => {
    const { PULUMI_BACKEND_URL: _, ...env } = here.clouds.env;
    return here.session({
      program,
      backend: `s3://states/shop?endpoint=${store.endpoint}&region=eu&s3ForcePathStyle=true`,
      policy: waived(),
      env: { ...env, ...LOGIN },
      ...more,
    });
  };
  const objects = (): string =>
    readdirSync(store.folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => `${one.name}\n${readFileSync(join(one.parentPath, one.name), "utf8")}`)
      .join("\n");

  it("is refused without a waiver, and nothing is written", async () => {
    const { stacks } = await deployWithPulumi(session({ policy: definePolicy({}) }));
    expect(stacks).toMatchObject([{ outcome: "refused", because: expect.stringContaining("state") }]);
    expect(objects()).toBe("");
  });

  it("is kept there with its secrets encrypted, and is empty once all is destroyed", async () => {
    expect((await deployWithPulumi(session())).stacks).toMatchObject([{ outcome: "applied" }]);
    const [password = ""] = here.clouds.world.list().map(([, { attributes }]) => String(attributes["password"]));
    const kept = objects();
    expect([password.length > 8, kept.includes(password), kept.includes("ovh:CloudProject/user:User")]).toEqual([true, false, true]);
    const wrong = await destroyWithPulumi(session({ env: { ...session().env, PULUMI_CONFIG_PASSPHRASE: "another" } })).catch(String);
    expect(JSON.stringify(wrong)).toMatch(/passphrase/i);
    expect((await destroyWithPulumi(session())).stacks).toMatchObject([{ outcome: "destroyed" }]);
    expect(here.clouds.world.size).toBe(0);
  });

  it("is not given a key that the stack's own settings name, when the policy does not approve it", async () => {
    const settings = join(here.folder, "Pulumi.main.yaml");
    writeFileSync(settings, `secretsprovider: awskms://alias/state?region=eu-west-3\n${readFileSync(settings, "utf8")}`);
    expect((await deployWithPulumi(session())).stacks).toMatchObject([
      { outcome: "refused", because: expect.stringContaining("key"), report: { verdict: "refused" } },
    ]);
  });
});
