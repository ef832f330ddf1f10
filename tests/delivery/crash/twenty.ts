import { type ChildProcess, execFile, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } from "cdktf";
import { expect } from "vitest";
import { EncryptedState } from "../../../constructs/index.ts";
import { parseEnvelope, recordsIn } from "../../../delivery/records/index.ts";
import { keysUnder } from "../../../delivery/store/s3.ts";
import { World } from "../../../rehearsal/index.ts";
import { ROOT } from "../../architecture/house.ts";
import { buckets, project } from "../run/project.ts";
import { BAO, filesBelow, SECRET, STORE } from "../state/program.ts";
import { realProject, tofu } from "../state/real-project.ts";
import type { TestStore } from "../state/store.ts";
import type { Transit } from "../state/transit.ts";
import { type StackRecord, statementsOf } from "./statements.ts";

const COMMAND = join(ROOT, "dist", "cli", "terroir.cjs");

/** A command that is under way. */
export type Begun = ChildProcess & { readonly said: () => string };

/** A deployment of twenty stacks in four rows, each reading one of the row before; two buckets a stack. */
export interface Twenty {
  readonly folder: string;
  /** What runs keep. */
  readonly home: string;
  begin(command: string, ...more: readonly string[]): Begun;
  /** Every resource that some state knows, each by what is its own. */
  known(): Promise<readonly string[]>;
  world(): World;
  records(stack: string): Promise<readonly StackRecord[]>;
  /** What the cloud of a bucket's address wants to hear at an import; null when there is no such bucket. */
  importId(stack: string, address: string): string | null;
  end(): Promise<void>;
}

const NAMES = Array.from({ length: 20 }, (_, i) => `s${i}`);
const before = (i: number): string | undefined => NAMES[i - 5];

/** In a rehearsal: states lie in files. */
export async function inFiles(): Promise<Twenty> {
  const stacks = Object.fromEntries(
    NAMES.map((name, i) => [name, buckets(2, before(i) === undefined ? {} : { reads: { [before(i) ?? ""]: ["id"] } })]),
  );
  const { folder } = project(stacks);
  writeFileSync(join(folder, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
  const env = { ...process.env, CI: "true", XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache") };
  const home = join(folder, ".terroir", "rehearsal");
  const states = join(home, "world.json.states");
  return {
    folder,
    home,
    begin: (command, ...more) =>
      heard(
        spawn(process.execPath, [COMMAND, command, "cdktf.out", "--policy", "policy.json", "--rehearse", "--json", ...more], {
          cwd: folder,
          env,
          stdio: ["ignore", "pipe", "pipe"],
          detached: true,
        }),
      ),
    known: async () =>
      (existsSync(states) ? readdirSync(states) : [])
        .filter((name) => name.endsWith(".tfstate"))
        .flatMap((name) => keysIn(readFileSync(join(states, name), "utf8"))),
    world: () => World.open(join(home, "world.json")),
    records: async (stack) => statementsOf(recordsIn(join(home, "records", stack))),
    importId: () => null,
    end: async () => {},
  };
}

let count = 0;

/** For real: in an S3 store, encrypted under one key each, with a secret in every one. */
export async function inStore(store: TestStore, transit: Transit): Promise<Twenty> {
  count += 1;
  const bucket = `twenty-${count}`;
  await store.ask(bucket)("PUT", "");
  await transit.make(NAMES);
  const here = await realProject(store, transit, NAMES.slice(0, -5));
  writeTwenty(here.out, bucket, { store: store.endpoint, bao: transit.address });
  const ask = store.ask(bucket);
  return {
    folder: here.folder,
    home: join(here.folder, ".terroir"),
    begin(command, ...more) {
      // Some name the stack first, and the folder in an option.
      const where = ["import", "unlock"].includes(command) ? [...more, "--path", "cdktf.out"] : ["cdktf.out", ...more];
      const sure = ["deploy", "unlock"].includes(command) ? ["--yes"] : [];
      const { child, said } = here.begin(command, ...where, "--policy", "policy.json", "--json", ...sure);
      return Object.assign(child, { said });
    },
    async known() {
      const keys: string[] = [];
      // The store's door is this process: it must not wait for an engine.
      for (const name of NAMES) keys.push(...keysIn(await pulled(join(here.out, "stacks", name), here.env)));
      return keys;
    },
    world: () => World.open(copied(here.world, here.folder)),
    async records(stack) {
      const keys = await keysUnder(ask, { endpoint: store.endpoint, region: "eu", bucket }, `${stack}.records/`);
      const texts = await Promise.all(keys.map(async (key) => (await ask("GET", key)).body.toString()));
      return statementsOf(texts.map((text) => ({ file: "", envelope: parseEnvelope(text, stack) })));
    },
    importId(stack, address) {
      const name = `${stack}-${address.split(".").at(-1)}`;
      const there = World.open(copied(here.world, here.folder))
        .list("ovh_cloud_project_storage")
        .some(([, { attributes }]) => attributes["name"] === name);
      return there ? `abc/GRA/${name}` : null;
    },
    async end() {
      expect(here.told()).toEqual([]);
      await here.end();
    },
  };
}

function writeTwenty(out: string, bucket: string, addresses: { readonly store: string; readonly bao: string }): void {
  const app = new App({ outdir: out });
  const given: TerraformResource[] = [];
  for (const [i, name] of NAMES.entries()) {
    const stack = new TerraformStack(app, name);
    new EncryptedState(stack, "state", { bucket: { name: bucket, endpoint: STORE, region: "eu" }, key: { openBao: { address: BAO } } });
    stack.addOverride("terraform.required_providers.ovh.source", "ovh/ovh");
    stack.addOverride("provider.ovh", [{ endpoint: "ovh-eu" }]);
    for (const b of ["b0", "b1"])
      stack.addOverride(`resource.ovh_cloud_project_storage.${b}`, {
        service_name: "abc",
        region_name: "GRA",
        name: `${name}-${b}`,
        versioning: { status: "enabled" },
        encryption: { sse_algorithm: "AES256" },
        hide_objects: true,
      });
    const secret = new TerraformVariable(stack, "secret", { type: "string", sensitive: true });
    const data = new TerraformResource(stack, "data", { terraformResourceType: "terraform_data" });
    data.addOverride("input", `${given[i - 5]?.getStringAttribute("output") ?? ""}${secret.stringValue}`);
    given.push(data);
    new TerraformOutput(stack, "given", { value: data.getStringAttribute("output"), sensitive: true, staticId: true });
  }
  app.synth();
  for (const file of filesBelow(out)) {
    const text = readFileSync(file, "utf8");
    if (text.includes(SECRET)) throw new Error("a program never knows the secret");
    writeFileSync(file, text.replaceAll(STORE, addresses.store).replaceAll(BAO, addresses.bao));
  }
}

/** What a state says in the cloud's own words of each resource: the simulated cloud keeps its key there. */
function keysIn(state: string): readonly string[] {
  const { resources = [] } = (state.trim() === "" ? {} : JSON.parse(state)) as {
    resources?: readonly { mode: string; type: string; instances: readonly { private?: string }[] }[];
  };
  return resources
    .filter(({ mode, type }) => mode === "managed" && type !== "terraform_data")
    .flatMap(({ instances }) => instances.map((one) => Buffer.from(one.private ?? "", "base64").toString()));
}

const pulled = (cwd: string, env: NodeJS.ProcessEnv): Promise<string> =>
  promisify(execFile)(tofu?.path ?? "", ["state", "pull"], { cwd, env, maxBuffer: 1 << 28 }).then(({ stdout }) => stdout);

/** A world as it is now: its own process goes on writing to it. */
function copied(world: string, folder: string): string {
  const copy = join(mkdtempSync(join(folder, "world-")), "world.json");
  for (const end of ["", ".journal"]) if (existsSync(`${world}${end}`)) copyFileSync(`${world}${end}`, `${copy}${end}`);
  return copy;
}

function heard(child: ChildProcess): Begun {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  return Object.assign(child, { said: () => said });
}
