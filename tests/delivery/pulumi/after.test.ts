import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Output } from "../../../delivery/index.ts";
import { deployWithPulumi, planWithPulumi } from "../../../delivery/pulumi/deploy.ts";
import { destroyWithPulumi } from "../../../delivery/pulumi/destroy.ts";
import { driftWithPulumi } from "../../../delivery/pulumi/drift.ts";
import { importWithPulumi } from "../../../delivery/pulumi/import.ts";
import { outputsWithPulumi } from "../../../delivery/pulumi/outputs.ts";
import type { PulumiSession } from "../../../delivery/pulumi/session.ts";
import { SynthesizedStack } from "../../../engines/pulumi/synthesized/stack.ts";
import type { Document } from "../../guard/judging.ts";
import { type PulumiStack, pulumiEngine } from "../../pulumi/harness.ts";
import { moduleOf } from "../../pulumi/synthesized/module.ts";
import { type PulumiProject, pulumiProject } from "./project.ts";

const BUCKET = "ovh_cloud_project_storage";
const USER = "ovh_cloud_project_user";

const DOCUMENT: Document = {
  terraform: { required_providers: { ovh: { source: "ovh/ovh", version: "2.19.0" } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
  resource: {
    [BUCKET]: {
      media: {
        service_name: "abc",
        name: "media",
        region_name: "GRA",
        versioning: { status: "enabled" },
        encryption: { sse_algorithm: "AES256" },
      },
    },
    [USER]: {
      ci: { service_name: "abc", description: "ci" },
      kept: { service_name: "abc", description: "kept", lifecycle: { destroy: false } },
    },
  },
  output: {
    bucket: { value: `\${${BUCKET}.media.name}` },
    password: { value: `\${${USER}.ci.password}`, sensitive: true },
    both: { value: { name: "ci", password: `\${${USER}.ci.password}` }, sensitive: false },
  },
};

/** The same, and a network that stands there already. */
const WITH_NETWORK: Document = {
  ...DOCUMENT,
  resource: {
    ...(DOCUMENT["resource"] as object),
    ovh_cloud_project_network_private: { net: { service_name: "abc", name: "net", regions: ["GRA11"] } },
  },
};

describe.skipIf(pulumiEngine === null)("a stack of Pulumi's after its deployment", () => {
  let here: PulumiProject;
  let clouds: PulumiStack;
  beforeAll(async () => {
    here = await pulumiProject();
    clouds = here.clouds;
  });
  afterAll(() => here?.close());

  const session = (document: Document = DOCUMENT, imports: Readonly<Record<string, string>> = {}, more: Partial<PulumiSession> = {}) =>
    here.session({ program: () => ({ shop: new SynthesizedStack("shop", moduleOf(document), { imports }).outputs }), ...more });
  const keyOf = (type: string): string => clouds.world.list(type)[0]?.[0] ?? "";
  const recordIn = (file: string | undefined) => here.recordIn(file).predicate;

  it("is not there before: nothing is read, and nothing is destroyed", async () => {
    const absent = { outcome: "unchanged", because: "it is not deployed" };
    expect((await destroyWithPulumi(session())).stacks).toMatchObject([absent]);
    expect((await driftWithPulumi(session())).stacks).toMatchObject([absent]);
  });

  it("says so when somebody stops it, and records that", async () => {
    const controller = new AbortController();
    const confirm = async (): Promise<boolean> => {
      controller.abort();
      return true;
    };
    const { stacks } = await deployWithPulumi(session(DOCUMENT, {}, { signal: controller.signal, confirm }));
    expect(stacks).toMatchObject([{ outcome: "interrupted", failure: { during: "up" } }]);
    expect(recordIn(stacks[0]?.record)).toMatchObject({ step: "deploy", outcome: "interrupted" });
    expect(clouds.world.size).toBe(0);
  });

  it("is planned without being made, then made", async () => {
    const { stacks } = await planWithPulumi(session());
    expect(stacks).toMatchObject([{ outcome: "changes", report: { verdict: "inside" } }]);
    expect([clouds.world.size, recordIn(stacks[0]?.record)]).toMatchObject([0, { step: "plan", outcome: "planned" }]);
    expect((await deployWithPulumi(session())).stacks).toMatchObject([{ outcome: "applied" }]);
    expect(clouds.world.size).toBe(3);
  });

  it("gives its outputs, and a secret only to those who ask for it", async () => {
    const quiet = new Map<string, Readonly<Record<string, Output>>>();
    await outputsWithPulumi(session(), quiet, false);
    expect(quiet.get("shop")).toEqual({
      bucket: { value: "media", sensitive: false },
      password: { value: null, sensitive: true },
      both: { value: null, sensitive: true },
    });
    const all = new Map<string, Readonly<Record<string, Output>>>();
    await outputsWithPulumi(session(), all, true);
    expect(all.get("shop")?.["password"]).toEqual({ value: expect.stringMatching(/.{8,}/), sensitive: true });
  });

  it("is as it was left; what somebody changes is named, and refused where it is outside", async () => {
    expect((await driftWithPulumi(session())).stacks).toMatchObject([{ outcome: "unchanged", drift: [] }]);
    clouds.world.drift(keyOf(BUCKET), { versioning: { status: "suspended" } });
    const change = { address: "shop/media", type: "ovh:CloudProject/storage:Storage", change: "changed" };
    expect((await driftWithPulumi(session())).stacks).toMatchObject([
      { outcome: "drifted", drift: [{ ...change, attributes: ["versioning"] }] },
    ]);
    clouds.world.drift(keyOf(BUCKET), { versioning: { status: "enabled" }, region_name: "BHS" });
    const { stacks } = await driftWithPulumi(session());
    expect(stacks).toMatchObject([{ outcome: "refused", drift: [{ ...change, attributes: ["regionName"] }] }]);
    expect(stacks[0]?.report?.findings.filter(({ verdict }) => verdict === "outside")).toMatchObject([
      { rule: "residency/region", message: expect.stringContaining("BHS") },
    ]);
    expect(recordIn(stacks[0]?.record)).toMatchObject({ step: "drift", outcome: "refused" });
    clouds.world.drift(keyOf(BUCKET), { region_name: "GRA" });
    const password = clouds.world.list(USER)[0]?.[1].attributes["password"];
    expect(JSON.stringify(stacks)).not.toContain(password);
  });

  it("takes over what exists and makes of it what the stack says, and nothing but that", async () => {
    const net = "ovh_cloud_project_network_private.net";
    const there = { service_name: "abc", id: "n1", name: "other", regions: ["GRA11"] };
    const key = clouds.world.add({ provider: "ovh/ovh", type: "ovh_cloud_project_network_private", attributes: there, secrets: [] });
    const take = (document = WITH_NETWORK, id = "abc/n1") => importWithPulumi(session(document, { [net]: id }), "shop/net");
    const { stacks } = await take();
    expect(stacks).toMatchObject([{ outcome: "imported", counts: { add: 0, change: 1, destroy: 0, import: 1 } }]);
    expect(clouds.world.get(key)?.attributes["name"]).toBe("net");
    expect([clouds.world.size, recordIn(stacks[0]?.record)]).toMatchObject([4, { step: "import", outcome: "applied" }]);
    expect((await deployWithPulumi(session(WITH_NETWORK))).stacks).toMatchObject([{ outcome: "unchanged" }]);
    expect((await take()).stacks).toMatchObject([{ outcome: "unchanged" }]);
    const nowhere = await importWithPulumi(session(WITH_NETWORK, { "ovh_cloud_project_user.nobody": "1" }), "shop/nobody");
    expect(nowhere.stacks).toMatchObject([
      { outcome: "failed", failure: { causes: expect.arrayContaining([expect.stringContaining("the stack writes no such resource")]) } },
    ]);
  });

  it("stays when nobody says yes, is destroyed when somebody does, and what the stack keeps is told", async () => {
    expect((await destroyWithPulumi(session(WITH_NETWORK, {}, { confirm: async () => false }))).stacks).toMatchObject([
      { outcome: "not-begun", counts: { destroy: expect.any(Number) } },
    ]);
    const { stacks } = await destroyWithPulumi(session(WITH_NETWORK));
    expect(stacks).toMatchObject([{ outcome: "destroyed", report: { verdict: "inside" } }]);
    expect(clouds.world.list().map(([, { attributes }]) => attributes["description"])).toEqual(["kept"]);
    expect(here.said).toContain("main: shop/kept stays in the cloud, as the stack says");
    expect(recordIn(stacks[0]?.record)).toMatchObject({ step: "destroy", outcome: "applied" });
    expect((await destroyWithPulumi(session())).stacks).toMatchObject([{ outcome: "unchanged", because: "it is not deployed" }]);
  });
});
