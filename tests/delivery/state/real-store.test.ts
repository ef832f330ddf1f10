import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IsoDate } from "../../../catalogue/index.ts";
import type { StateProps } from "../../../constructs/index.ts";
import type { GraphStack } from "../../../delivery/graph/index.ts";
import { exitOf, type Run, type RunResult, restoreState, rotateState, unlockStack, visitAll } from "../../../delivery/index.ts";
import { parseEnvelope, statementIn } from "../../../delivery/records/index.ts";
import { stateSettings } from "../../../delivery/state/own-settings.ts";
import { keysUnder } from "../../../delivery/store/s3.ts";
import { definePolicy, waive } from "../../../guard/index.ts";
import { fromFile } from "../../../guard/policy/waivers.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { go, type More, outcomes, type Project, testSigner } from "../run/project.ts";
import { BAO, filesBelow, SECRET, STORE, writeStacks } from "./program.ts";
import { LOGIN, type TestStore, testStore } from "./store.ts";
import { TOKEN, type Transit, testTransit } from "./transit.ts";
import { versitygw } from "./versitygw.ts";

const tofu = engines.find(([kind]) => kind === "opentofu")?.[1];
const BUCKET = { name: "states", endpoint: STORE, region: "eu" };
const AT = { endpoint: STORE, region: "eu", bucket: "states" };
const OPEN_BAO = { openBao: { address: BAO } };
const STATES: Readonly<Record<string, StateProps>> = {
  net: { bucket: BUCKET, key: OPEN_BAO },
  shop: { bucket: BUCKET, key: OPEN_BAO },
};

/** Engines take long where many run. */
const SLOW = { timeout: 600_000 };

let store: TestStore;
let transit: Transit;

describe.runIf(tofu && versitygw)("states in a real S3 store", () => {
  beforeAll(async () => {
    [store, transit] = await Promise.all([testStore(), testTransit()]);
    await transit.make(["net", "shop", "net-2027"]);
    await store.ask("states")("PUT", "");
  }, SLOW.timeout);
  afterAll(async () => {
    transit?.close();
    await store?.close();
  });

  const env = {
    ...process.env,
    ...LOGIN,
    BAO_TOKEN: TOKEN,
    TF_CLI_CONFIG_FILE: "/dev/null",
    // What stands between this machine and the world is none of this store's.
    HTTPS_PROXY: undefined,
    https_proxy: undefined,
    AWS_CA_BUNDLE: undefined,
    TF_VAR_secret: SECRET,
  };
  const other = { ...env, TF_VAR_secret: `${SECRET}-2` };
  const here: Project = { folder: scratch(), out: "", signer: testSigner() };
  const project: Project = { ...here, out: join(here.folder, "cdktf.out") };
  const write = (states: Readonly<Record<string, StateProps>>): void =>
    writeStacks(project.out, states, { store: store.endpoint, bao: transit.address });
  const real = (command: Parameters<typeof go>[0], more: More = {}): Promise<RunResult> =>
    go(command, project, { engine: tofu as NonNullable<typeof tofu>, rehearse: false, env, policy: policy(), ...more });
  /** A store on this machine speaks in clear. */
  const policy = () =>
    fromFile(
      definePolicy({
        name: "tests",
        waivers: [
          waive("state/backend", {
            address: "data.terraform_remote_state.cross-stack-reference-input-net",
            value: store.endpoint,
            reason: "a store for tests, on this machine",
            owner: "tests",
            approver: "whoever reads this",
            until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10) as IsoDate,
          }),
        ],
      }),
    );
  const failureOf = (result: RunResult, stack: string): string => JSON.stringify(result.stacks.find((one) => one.stack === stack)?.failure);
  const told = (): readonly string[] =>
    [...filesBelow(project.folder), ...filesBelow(store.folder)].filter((file) => readFileSync(file, "utf8").includes(SECRET));

  it("hold no secret in clear, nor do plans, logs and records, and one key reads one state", SLOW, async () => {
    write(STATES);
    const first = await real("deploy");
    expect([outcomes(first), failureOf(first, "shop")]).toEqual([{ net: "applied", shop: "applied" }, undefined]);
    const planned = await real("plan", { out: join(project.folder, "plans") });
    expect([outcomes(planned), failureOf(planned, "net")]).toEqual([{ net: "unchanged", shop: "unchanged" }, undefined]);
    expect(told()).toEqual([]);
    const state = (await store.ask("states")("GET", "shop.tfstate")).body.toString();
    expect(Object.keys((JSON.parse(state) as { meta: object }).meta)).toEqual(["key_provider.openbao.bao_shop"]);
    expect(readFileSync(join(project.folder, "plans", "net.tfplan"), "utf8")).toMatch(/^\{"meta":\{"key_provider\.openbao\.bao_net"/);
  });

  it("have their records beside them, which anybody with the key can read there", SLOW, async () => {
    const ask = store.ask("states");
    const keys = await keysUnder(ask, AT, "shop.records/");
    // Names tell the second: two records of one second are in no order.
    expect(keys.map((key) => key.replace(/^.*-/, "")).sort()).toEqual(["applied.json", "planned.json", "unchanged.json"]);
    const text = (await ask("GET", keys.find((key) => key.endsWith("-applied.json")) ?? "")).body.toString();
    const { keyId, publicKey: key } = project.signer;
    expect(statementIn(parseEnvelope(text, "r"), [{ keyId, key }], "r").predicate).toMatchObject({ stack: "shop", outcome: "applied" });
  });

  it("are had by one run at a time; who holds one is named, and a dead one's lock can be released", SLOW, async () => {
    const cwd = join(scratch(), "holder");
    mkdirSync(cwd);
    // Beside our own gate, which lets no command through.
    const slow = { resource: { terraform_data: { slow: { provisioner: [{ "local-exec": { command: "sleep 60" } }] } } } };
    const settings = stateSettings(join(project.out, "stacks", "shop"), "nothing-else").document;
    writeFileSync(join(cwd, "main.tf.json"), JSON.stringify({ ...settings, ...slow }));
    const tofuAt = (...args: readonly string[]) => spawn(tofu?.path ?? "", args, { cwd, env, stdio: "ignore", detached: true });
    await new Promise((done) => tofuAt("init").once("exit", done));
    const holder = tofuAt("apply", "-auto-approve", "-target=terraform_data.slow");
    for (let i = 0; (await store.ask("states")("GET", "shop.tfstate.tflock")).status !== 200; i++) {
      if (i > 600) throw new Error("no lock");
      await wait(50);
    }
    const second = failureOf(await real("deploy", { only: ["shop"] }), "shop");
    expect(second).toMatch(/Another run holds the state's lock: it is named below.*terroir unlock STACK ID/);
    expect(second).toMatch(/Who: +\S+@\S+/);
    process.kill(-(holder.pid as number), "SIGKILL");
    const [, id = ""] = /ID: +([0-9a-f-]{36})/.exec(second) ?? [];
    expect(outcomes(await unlock("shop", id))).toEqual({ shop: "unchanged" });
    expect(outcomes(await real("plan", { only: ["shop"] }))).toEqual({ shop: "unchanged" });
  });

  it("whose lock their store loses in the middle are written all the same, and that is told", SLOW, async () => {
    store.shut(async (method, path) => {
      if (method === "PUT" && /\/shop\.tfstate(\?|$)/.test(path)) await store.ask("states")("DELETE", "shop.tfstate.tflock");
      return false;
    });
    const lost = await real("deploy", { only: ["shop"], env: { ...env, TF_VAR_secret: `${SECRET}-3` } });
    store.shut();
    expect([outcomes(lost), exitOf(lost)]).toEqual([{ shop: "applied" }, 3]);
    expect(failureOf(lost, "shop")).toMatch(/The lock was gone when the engine wanted to release it.*All of it was done/);
  });

  it("that cannot be written are kept, encrypted, with a way on", SLOW, async () => {
    // The store is gone from the moment at which what was done would be written.
    store.shut((method, path) => method === "PUT" && /\/shop\.tfstate(\?|$)/.test(path));
    const gone = await real("deploy", { only: ["shop"], env: other });
    const failure = failureOf(gone, "shop");
    expect(failure).toMatch(/The state could not be written to its place\. It is in \S+errored\.tfstate.*terroir state restore shop /);
    expect(told()).toEqual([]);
    const [, errored = ""] = /It is in (\S+errored\.tfstate)\./.exec(failure) ?? [];
    store.shut();
    expect(because(await restore("shop", errored, other))).toMatch(/its state is in its place again/);
    expect(existsSync(errored)).toBe(false);
    expect(outcomes(await real("plan", { only: ["shop"], env: other }))).toEqual({ shop: "unchanged" });
    store.shut(() => true);
    const away = failureOf(await real("plan", { only: ["shop"], env: other }), "shop");
    store.shut();
    expect(away).toMatch(/cannot be reached/);
  });

  it("whose store takes no record keep it here, say so, and bring it there with the next run", SLOW, async () => {
    store.shut((method, path) => method === "PUT" && /-unchanged\.json/.test(path));
    const unkept = await real("plan", { only: ["shop"], env: other });
    expect(failureOf(unkept, "shop")).toMatch(/The bucket states at .*cannot be reached/);
    store.shut();
    const before = (await keysUnder(store.ask("states"), AT, "shop.records/")).length;
    expect(outcomes(await real("plan", { only: ["shop"], env: other }))).toEqual({ shop: "unchanged" });
    expect((await keysUnder(store.ask("states"), AT, "shop.records/")).length).toBe(before + 2);
  });

  it("get a new key, and are read with the former one until then", SLOW, async () => {
    const next: StateProps = { bucket: BUCKET, key: { openBao: { address: BAO, key: "net-2027" } } };
    write({ ...STATES, net: next });
    const wrong = failureOf(await real("plan", { only: ["net"] }), "net");
    expect(wrong).toMatch(/The state could not be decrypted/);
    write({ ...STATES, net: { ...next, formerKeys: [OPEN_BAO] } });
    expect(because(await rotate("net"))).toMatch(/written anew/);
    write({ ...STATES, net: next });
    expect(outcomes(await real("plan"))).toEqual({ net: "unchanged", shop: "changes" });
    expect(told()).toEqual([]);
  });

  it("move from clear into encryption, if that is said", SLOW, async () => {
    const plain: StateProps = { bucket: { ...BUCKET, key: "plain.tfstate" }, encrypt: false };
    write({ net: plain });
    expect(outcomes(await real("deploy"))).toEqual({ net: "applied" });
    expect(told().length).toBeGreaterThan(0);
    writeFileSync(join(project.folder, "net.key"), "not so short a key\n");
    write({ net: { ...plain, encrypt: true, key: { file: join(project.folder, "net.key") } } });
    expect(failureOf(await rotate("net"), "net")).toMatch(/lies in clear.*--from-clear/);
    expect(because(await rotate("net", true))).toMatch(/written anew/);
    expect(told().filter((file) => file.endsWith("plain.tfstate"))).toEqual([]);
    expect(JSON.stringify(await real("plan"))).toMatch(/"outcome":"unchanged"/);
  });

  const because = ({ stacks: [one] }: RunResult): string => `${one?.because} ${JSON.stringify(one?.failure)}`;
  const work = (
    command: Run["command"],
    stack: string,
    visit: (run: Run, stack: GraphStack) => ReturnType<typeof unlockStack>,
    there: NodeJS.ProcessEnv = env,
  ): Promise<RunResult> =>
    real("plan", { command, env: there, work: (run) => visitAll(run, { selected: [stack] }, (one) => visit(run, one)) });
  const rotate = (stack: string, fromClear = false): Promise<RunResult> =>
    work("rotate", stack, (run, one) => rotateState(run, one, fromClear));
  const restore = (stack: string, file: string, there: NodeJS.ProcessEnv): Promise<RunResult> =>
    work("restore", stack, (run, one) => restoreState(run, one, file), there);
  const unlock = (stack: string, id: string): Promise<RunResult> => work("unlock", stack, (run, one) => unlockStack(run, one, id));
});
