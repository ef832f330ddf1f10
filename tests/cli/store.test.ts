import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StateProps } from "../../constructs/index.ts";
import { keysUnder } from "../../delivery/store/s3.ts";
import { BAO, SECRET, STORE, writeStacks } from "../delivery/state/program.ts";
import { type RealProject, realProject, tofu } from "../delivery/state/real-project.ts";
import { type TestStore, testStore } from "../delivery/state/store.ts";
import { type Transit, testTransit } from "../delivery/state/transit.ts";
import { versitygw } from "../delivery/state/versitygw.ts";

const SLOW = { timeout: 600_000 };
const STATE: StateProps = { bucket: { name: "states", endpoint: STORE, region: "eu" }, key: { openBao: { address: BAO } } };

/** One server for all of it, and one life: each command finds what the one before left. */
describe.runIf(tofu && versitygw)("the commands, with states in a real S3 store", () => {
  let store: TestStore;
  let transit: Transit;
  let here: RealProject;
  beforeAll(async () => {
    [store, transit] = await Promise.all([testStore(), testTransit()]);
    here = await realProject(store, transit, []);
    write(STATE);
  }, SLOW.timeout);
  afterAll(async () => {
    await here?.end();
    transit?.close();
    await store?.close();
  });
  const write = (state: StateProps): void => writeStacks(here.out, { shop: state }, { store: store.endpoint, bao: transit.address });
  const run = (...args: readonly string[]) => here.run(...args, "--policy", "policy.json");
  const parsed = <T>(stdout: string): T => JSON.parse(stdout) as T;
  const records = () => keysUnder(store.ask("states"), { endpoint: store.endpoint, region: "eu", bucket: "states" }, "shop.records/");

  it("state bootstrap makes bucket and key, and doctor tries them", SLOW, async () => {
    const before = parsed<{ checks: { id: string; status: string }[] }>((await run("doctor", "cdktf.out", "--json")).stdout);
    expect(before.checks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: "store/bucket", status: "problem" }),
        expect.objectContaining({ id: "key/transit", status: "problem" }),
      ]),
    );
    const laid = await run("state", "bootstrap", "cdktf.out");
    expect([laid.code, laid.stdout]).toEqual([
      0,
      expect.stringMatching(/^made +the bucket states[\s\S]*yours to do +versions in states[\s\S]*made +the transit key/),
    ]);
    const after = await run("doctor", "cdktf.out");
    expect([after.code, after.stdout]).toEqual([
      0,
      expect.stringMatching(/of two writers it lets one have the lock file[\s\S]*0 would fail/),
    ]);
  });

  it(
    "deploy keeps its record there, and verify reads it there; one that was changed, and one of another plan, are refused",
    SLOW,
    async () => {
      const deployed = await run("deploy", "cdktf.out", "--yes");
      expect([deployed.code, deployed.stdout]).toEqual([0, expect.stringMatching(/^shop {2}applied: 1 added/)]);
      const planned = await run("plan", "cdktf.out", "--out", "plans");
      expect([planned.code, planned.said]).toEqual([0, expect.stringMatching(/shop {2}unchanged/)]);
      // A plan that holds a secret is kept as OpenTofu encrypted it, and in no other form.
      expect(readdirSync(join(here.folder, "plans")).sort()).toEqual(["shop.record.json", "shop.tfplan"]);
      const keys = await records();
      const of = (end: string): string => keys.find((key) => key.endsWith(end)) ?? "";
      const unchanged = await run("verify", `s3://states/${of("-unchanged.json")}`, "plans/shop.tfplan");
      expect([unchanged.code, unchanged.said]).toEqual([0, expect.stringMatching(/^Verified: s3:\/\/states\/shop\.records\//)]);
      const another = await run("verify", `s3://states/${of("-applied.json")}`, "plans/shop.tfplan");
      expect([another.code, another.said]).toEqual([1, expect.stringMatching(/plans\/shop\.tfplan is not the plan of this record/)]);
      const ask = store.ask("states");
      const text = (await ask("GET", of("-unchanged.json"))).body.toString();
      const { payload } = JSON.parse(text) as { payload: string };
      const lie = Buffer.from(Buffer.from(payload, "base64").toString().replace('"unchanged"', '"refused"')).toString("base64");
      await ask("PUT", "shop.records/lie.json", { body: text.replace(payload, lie) });
      const lied = await run("verify", "s3://states/shop.records/lie.json", "plans/shop.tfplan");
      expect([lied.code, lied.said]).toEqual([1, expect.stringMatching(/lie\.json was changed after it was signed/)]);
      const near = await run("verify", "s3://states/shop.records/nothing.json", "plans/shop.tfplan");
      expect([near.code, near.said]).toEqual([
        2,
        expect.stringMatching(/is no record\. The newest there:\n {2}s3:\/\/states\/shop\.records\//),
      ]);
    },
  );

  it("state restore brings a state into its place that the store did not take", SLOW, async () => {
    store.shut((method, path) => method === "PUT" && /\/shop\.tfstate(\?|$)/.test(path));
    here.env["TF_VAR_secret"] = `${SECRET}-2`;
    const again = await run("deploy", "cdktf.out", "--yes");
    here.env["TF_VAR_secret"] = SECRET;
    store.shut();
    expect(again.code).toBe(3);
    const [, errored = ""] = /terroir state restore shop (\S+errored\.tfstate)\./.exec(again.said) ?? [];
    const restored = await run("state", "restore", "shop", errored, "--path", "cdktf.out");
    expect([restored.code, restored.stdout]).toEqual([0, expect.stringMatching(/its state is in its place again/)]);
    const twice = await run("state", "restore", "shop", errored, "--path", "cdktf.out");
    expect([twice.code, twice.said]).toEqual([2, expect.stringMatching(/There is no file/)]);
  });

  it("state rotate writes the state under a new key, after which the former one opens nothing", SLOW, async () => {
    const next = { ...STATE, key: { openBao: { address: BAO, key: "shop-2027" } } };
    write({ ...next, formerKeys: [{ openBao: { address: BAO, key: "shop" } }] });
    expect((await run("state", "bootstrap", "cdktf.out")).stdout).toMatch(/made +the transit key transit\/shop-2027/);
    const rotated = await run("state", "rotate", "cdktf.out", "--yes");
    expect([rotated.code, rotated.stdout]).toEqual([0, expect.stringMatching(/written anew/)]);
    write(next);
    expect((await run("plan", "cdktf.out")).stdout).toMatch(/shop {2}1 to change/);
    write(STATE);
    const former = await run("plan", "cdktf.out");
    expect([former.code, former.said]).toEqual([3, expect.stringMatching(/The state could not be decrypted/)]);
    expect(here.told()).toEqual([]);
  });
});
