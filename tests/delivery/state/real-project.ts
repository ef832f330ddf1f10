import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Host, startHost } from "../../../rehearsal/host/index.ts";
import { COMMAND } from "../../cli/terroir.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { engines } from "../../rehearsal/real-engines.ts";
import { filesBelow, SECRET } from "./program.ts";
import { LOGIN, type TestStore } from "./store.ts";
import { TOKEN, type Transit } from "./transit.ts";

export const tofu = engines.find(([kind]) => kind === "opentofu")?.[1];

/** A command that is under way, and what it has said so far. */
export interface Running {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string; readonly stdout: string }>;
}

export interface RealProject {
  readonly folder: string;
  readonly out: string;
  /** The file of the world that its engines see. */
  readonly world: string;
  readonly env: NodeJS.ProcessEnv;
  begin(...args: readonly string[]): Running;
  run(...args: readonly string[]): Running["ended"];
  /** Files, of the project and of the store, that hold the secret in clear. */
  told(): readonly string[];
  end(): Promise<void>;
}

/**
 * A project whose states lie in a real S3 store, under keys of a transit engine, as the command itself deploys it. To the command all of it is real: that
 * the cloud is simulated, only its engines' environment says.
 *
 * @param read names of stacks that others read
 */
export async function realProject(
  store: Pick<TestStore, "folder" | "endpoint">,
  transit: Transit,
  read: readonly string[],
  more: NodeJS.ProcessEnv = {},
): Promise<RealProject> {
  const folder = scratch();
  const world = join(folder, "world.json");
  const host: Host = await startHost({ world });
  const waivers = [
    waiver("terraform.backend.s3", store.endpoint),
    waiver("terraform.backend.s3", transit.address),
    ...read.map((name) => waiver(`data.terraform_remote_state.cross-stack-reference-input-${name}`, store.endpoint)),
  ];
  writeFileSync(join(folder, "policy.json"), JSON.stringify({ name: "tests", waivers }));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...host.env,
    ...LOGIN,
    BAO_TOKEN: TOKEN,
    CI: "true",
    NO_COLOR: "1",
    TERRAFORM_BINARY_NAME: tofu?.path,
    TF_VAR_secret: SECRET,
    XDG_STATE_HOME: join(folder, "user"),
    XDG_CACHE_HOME: join(folder, "cache"),
    // What stands between this machine and the world is none of this store's.
    HTTPS_PROXY: undefined,
    https_proxy: undefined,
    AWS_CA_BUNDLE: undefined,
    ...more,
  };
  const begin = (...args: readonly string[]): Running => {
    const child = spawn(COMMAND[0], [COMMAND[1], ...args], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
    let [said, stdout] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      said += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise<{ code: number | null; said: string; stdout: string }>((done) =>
      child.once("close", (code) => done({ code, said, stdout })),
    );
    return { child, said: () => said, ended };
  };
  return {
    folder,
    out: join(folder, "cdktf.out"),
    world,
    env,
    begin,
    run: (...args) => begin(...args).ended,
    told: () => [...filesBelow(folder), ...filesBelow(store.folder)].filter((file) => readFileSync(file, "utf8").includes(SECRET)),
    end: () => host.close(),
  };
}

/** That a store may be on this machine, and speak in clear. */
const waiver = (address: string, value: string): object => ({
  rule: "state/backend",
  address,
  value,
  reason: "a store for tests, on this machine",
  owner: "tests",
  approver: "whoever reads this",
  until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
});
