import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPulumi, type PulumiEngine } from "../../engines/pulumi/find.ts";
import { pulumiIn } from "../../engines/pulumi/run.ts";
import type { Json } from "../../guard/values/json.ts";
import { Faults } from "../../rehearsal/faults.ts";
import { simulatedProviders, simulations } from "../../rehearsal/providers.ts";
import { type PulumiServing, servePulumi } from "../../rehearsal/pulumi/serve.ts";
import { World } from "../../rehearsal/world/world.ts";

/** The real engine; null where it is missing, which fails in CI. */
export const pulumiEngine: PulumiEngine | null = await findPulumi().catch((error: unknown) => {
  const message = `${error instanceof Error ? error.message : String(error)}\nTests that need it are not run.`;
  if (process.env.CI !== undefined && process.env.CI !== "") throw new Error(message);
  process.stderr.write(`\n!! ${message}\n`);
  return null;
});

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A stack of a program that lives in this process, on the real engine, with simulated providers. */
export interface PulumiStack {
  readonly world: World;
  readonly folder: string;
  /** What the engine sees: simulated providers among it. */
  readonly env: Readonly<Record<string, string>>;
  /** Programs that the engine finds. */
  readonly bin: string;
  /** Any command of the engine; the program is served to those that need it. */
  pulumi(args: readonly string[], program?: () => unknown): Promise<Ran>;
  preview(program: () => unknown, ...flags: readonly string[]): Promise<Ran & { readonly json: Json }>;
  up(program: () => unknown, ...flags: readonly string[]): Promise<Ran>;
  exported(): Promise<Json>;
  /** Sets the stack's configuration; `ovh:endpoint` is set unless it is said otherwise, and not at all when it is empty. */
  configure(config?: Readonly<Record<string, string>>): void;
  close(): void;
}

const PLAYED = ["ovh/ovh", "scaleway/scaleway", "hetznercloud/hcloud", "terraform-provider-openstack/openstack", "outscale/outscale"];

/** @param answers marked: the simulated cloud refuses no value that it does not know */
export async function openStack(
  config: Readonly<Record<string, string>> = {},
  answers: "plausible" | "marked" = "plausible",
): Promise<PulumiStack> {
  if (pulumiEngine === null) throw new Error("Pulumi's engine is missing");
  const engine = pulumiEngine;
  const folder = mkdtempSync(join(tmpdir(), "terroir-pulumi-"));
  const bin = join(folder, "bin");
  mkdirSync(bin);
  const world = World.open();
  const providers = (await simulatedProviders()).filter(({ source }) => PLAYED.includes(source));
  const shared = {
    world,
    faults: new Faults(undefined),
    planned: new Map(),
    imports: "strict",
    answers,
    invented: () => {},
  } as const;
  const serving: PulumiServing = await servePulumi(simulations(providers, shared));
  const env = {
    PATH: `${bin}:${process.env["PATH"]}`,
    HOME: folder,
    PULUMI_HOME: join(folder, "home"),
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_CONFIG_PASSPHRASE: "a passphrase for tests",
    PULUMI_DEBUG_PROVIDERS: serving.attach,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    // The state is written once, at the end: after each of some hundred resources it takes longer than they do.
    PULUMI_SKIP_CHECKPOINTS: "true",
  };
  const settings = join(folder, "Pulumi.dev.yaml");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nmain: .\n");
  const configure = (more: Readonly<Record<string, string>> = {}): void => {
    const all = Object.entries({ "ovh:endpoint": "ovh-eu", ...more }).filter(([, value]) => value !== "");
    const lines = all.map(([key, value]) => `  ${key}: ${value.startsWith("{") ? value : JSON.stringify(value)}\n`);
    const salt = existsSync(settings) ? (/^encryptionsalt: .*\n/m.exec(readFileSync(settings, "utf8"))?.[0] ?? "") : "";
    writeFileSync(settings, `${salt}${all.length === 0 ? "" : `config:\n${lines.join("")}`}`);
  };
  const { command: pulumi } = pulumiIn(engine, { cwd: folder, env, stack: "dev" });
  const made = await pulumi(["stack", "select", "--create"]);
  if (made.code !== 0) throw new Error(made.stderr);
  configure(config);
  return {
    world,
    folder,
    env,
    bin,
    pulumi,
    async preview(program, ...flags) {
      const ran = await pulumi(["preview", "--json", "--show-sames", "--show-reads", ...flags], program);
      return { ...ran, json: (ran.stdout.trim().startsWith("{") ? JSON.parse(ran.stdout) : null) as Json };
    },
    up: (program, ...flags) => pulumi(["up", "--yes", "--skip-preview", ...flags], program),
    exported: async () => JSON.parse((await pulumi(["stack", "export"])).stdout) as Json,
    configure,
    close() {
      serving.close();
      world.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
