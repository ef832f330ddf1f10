import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { EngineError, InputError } from "../../catalogue/errors.ts";
import { packageRoot } from "../../catalogue/package-root.ts";
import type { PulumiProgram, ServedProgram } from "../../engines/pulumi/run.ts";

/** A project of Pulumi's own: a program in JavaScript or TypeScript, and what it is told. */
export interface PulumiProject {
  readonly name: string;
  readonly program: PulumiProgram;
  readonly config: Readonly<Record<string, string>>;
  readonly assumed: readonly string[];
}

/** Whether a folder holds a project of Pulumi's. */
export const isPulumiProject = (folder: string): boolean => existsSync(join(folder, "Pulumi.yaml"));

/**
 * Reads Pulumi.yaml, the settings of the one stack beside it, and finds the program.
 *
 * @throws InputError when it is no program that can be served here
 */
export function pulumiProject(folder: string): PulumiProject {
  const settings = read(join(folder, "Pulumi.yaml"));
  const runtime =
    typeof settings["runtime"] === "object" ? (settings["runtime"] as { readonly name?: unknown } | null)?.name : settings["runtime"];
  if (runtime !== "nodejs")
    throw new InputError(
      `${folder} is a program for ${String(runtime)}: only nodejs programs are rehearsed. Check its preview instead: pulumi preview --json --show-sames --show-reads | terroir check -`,
    );
  const name = String(settings["name"] ?? "project");
  const assumed: string[] = [];
  const stacks = readdirSync(folder).filter((file) => /^Pulumi\..+\.yaml$/.test(file));
  const own = stacks.length === 1 ? read(join(folder, stacks[0] ?? ""))["config"] : undefined;
  const config = { ...configIn(settings["config"], name, assumed), ...configIn(own, name, assumed) };
  const entry = entryOf(folder, settings["main"]);
  return { name, config, assumed, program: { serve: () => hosted(entry) } };
}

function read(file: string): Readonly<Record<string, unknown>> {
  const settings: unknown = parse(readFileSync(file, "utf8"));
  return typeof settings === "object" && settings !== null ? (settings as Record<string, unknown>) : {};
}

/** Values as the engine reads them: an encrypted one stays with its owner. */
function configIn(config: unknown, project: string, assumed: string[]): Readonly<Record<string, string>> {
  const all = Object.entries(typeof config === "object" && config !== null ? config : {});
  return Object.fromEntries(
    all.flatMap(([name, written]) => {
      const key = name.includes(":") ? name : `${project}:${name}`;
      const value = saidIn(written);
      if (value === undefined) return [];
      if (value !== SECRET) return [[key, typeof value === "string" ? value : JSON.stringify(value)]];
      assumed.push(`${key} = "rehearsal-secret", which is encrypted in the stack's settings`);
      return [[key, "rehearsal-secret"]];
    }),
  );
}

const SECRET = Symbol("secret");

function saidIn(written: unknown): unknown {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  if ("secure" in written) return SECRET;
  if ("value" in written) return written.value;
  return "default" in written ? written.default : "type" in written ? undefined : written;
}

function entryOf(folder: string, main: unknown): string {
  const manifest = join(folder, "package.json");
  const named =
    main ?? (existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as { readonly main?: unknown }).main : undefined);
  const at = resolve(folder, typeof named === "string" ? named : ".");
  const found = [at, ...["index.ts", "index.js", "index.mjs", "index.cjs"].map((file) => join(at, file))].find((file) =>
    statSync(file, { throwIfNoEntry: false })?.isFile(),
  );
  if (found === undefined)
    throw new InputError(`${folder} holds no program: no index.ts or index.js, and neither Pulumi.yaml nor package.json says another.`);
  return found;
}

/** Runs the program beside this process, once for each command of the engine. */
function hosted(entry: string): Promise<ServedProgram> {
  const host = join(packageRoot(), "dist", "cli", "pulumi", "host.js");
  const child = spawn(process.execPath, [...loaderOf(entry), host, entry], {
    cwd: dirname(entry),
    stdio: ["pipe", "pipe", "inherit"],
  });
  return new Promise((done, fail) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      const address = /^(127\.0\.0\.1:\d+)\n/.exec(said)?.[1];
      if (address !== undefined) done({ address, close: () => void child.stdin.end() });
    });
    child.once("error", fail);
    child.once("exit", (code) => fail(new EngineError(`The program ${entry} could not be served: its process ended with ${code}.`)));
  });
}

/** TypeScript is read by the project's own tsx, else by a Node that strips types. */
function loaderOf(entry: string): readonly string[] {
  if (!/\.[cm]?ts$/.test(entry)) return [];
  try {
    const manifest = createRequire(entry).resolve("tsx/package.json");
    return ["--import", pathToFileURL(join(dirname(manifest), "dist", "loader.mjs")).href];
  } catch (error) {
    if ((process.features as { readonly typescript?: unknown }).typescript) return [];
    throw new InputError(
      `${entry} is TypeScript, which Node ${process.versions.node} does not read by itself: install tsx beside it (npm install --save-dev tsx), or use Node 22.18 or newer.`,
      { cause: error },
    );
  }
}
