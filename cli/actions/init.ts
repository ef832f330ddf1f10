import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { packageRoot } from "../../catalogue/package-root.ts";
import type { Exit } from "../exit.ts";
import { print } from "../io/print.ts";
import { filled, type TemplateFile, writeAll } from "../template.ts";
import { version } from "../version.ts";

export interface InitOptions {
  readonly name?: string;
  readonly region?: string;
  readonly ci: "gitlab" | "github" | "forgejo" | "none";
  readonly library: "cdktn" | "cdktf";
  readonly yes?: boolean;
  readonly install?: boolean;
  readonly from?: string;
}

/** Releases that pass our tests together; `constructs` 10.8 is newer than what cdktn 0.24 admits. */
const LIBRARIES = { cdktn: "npm:cdktn@0.24.0", cdktf: "0.21.0" } as const;

export async function init(target: string, given: InitOptions): Promise<Exit> {
  const options = given.yes || !process.stdin.isTTY ? given : await asked(target, given);
  const folder = resolve(target);
  const name = options.name ?? basename(folder);
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(name))
    throw new InputError(
      `"${name}" cannot be a project's name: it becomes part of resource names, so use lower-case letters, digits and hyphens. Give another with --name.`,
    );
  const [cloud, region] = await placeOf(options.region ?? "ovh:GRA11");
  const words = {
    NAME: name,
    CLOUD: cloud,
    REGION: region,
    LIBRARY: LIBRARIES[options.library],
    TERROIR: options.from ? fileSpec(options.from) : (checkout(packageRoot()) ?? tarballOf(packageRoot()) ?? version()),
  };
  writeAll(folder, [...project(words), ...(options.ci === "none" ? [] : await pipeline(options.ci))]);
  print(`${name} stands in ${target}.`);
  if (options.install !== false) install(folder);
  if (options.ci !== "none") print(`Its pipeline checks every change. Once there is something to deploy: npx terroir ci ${options.ci}`);
  print(
    `\nNext:\n${target === "." ? "" : `  cd ${target}\n`}${options.install === false ? "  npm install\n" : ""}  npx terroir rehearse   the whole life of the stack, with no account and no network\n`,
  );
  return 0;
}

const project = (words: Readonly<Record<string, string>>): readonly TemplateFile[] =>
  // npm leaves .gitignore files out of what it packs.
  filled("cli/templates/project", words).map(({ path, text }) => ({ path: path === "gitignore" ? ".gitignore" : path, text }));

/** The pipeline as `terroir ci` writes it while there is nothing to deploy: it checks, and needs no credentials. */
async function pipeline(engine: Exclude<InitOptions["ci"], "none">): Promise<readonly TemplateFile[]> {
  const { pipelineFiles, settingsFrom } = await import("../../delivery/pipelines/index.ts");
  return pipelineFiles(engine, { graph: { format: 1, stacks: [] }, settings: settingsFrom(undefined), output: "cdktf.out" });
}

async function placeOf(text: string): Promise<readonly [cloud: string, region: string]> {
  const { placeNamed } = await import("../places.ts");
  const place = placeNamed(text);
  return [place.cloud.name, place.region];
}

/** A command that runs from a checkout starts projects on that checkout: no registry has its version. */
export function checkout(root: string): string | undefined {
  return root.split(sep).includes("node_modules") ? undefined : `file:${root}`;
}

/** The tarball that npm says this package was installed from: what came from no registry need not be at one. */
export function tarballOf(root: string): string | undefined {
  const modules = dirname(root);
  try {
    const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"));
    const [, path] = /^file:(.+\.tgz)$/.exec(packages[`node_modules/${basename(root)}`].resolved) ?? [];
    const file = path === undefined ? undefined : resolve(dirname(modules), path);
    return file !== undefined && existsSync(file) ? `file:${file}` : undefined;
  } catch {
    return undefined;
  }
}

function fileSpec(from: string): string {
  return /^(?:[./]|[A-Za-z]:\\)/.test(from) ? `file:${resolve(from)}` : from;
}

function install(folder: string): void {
  const { status } = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", process.stderr, process.stderr],
    shell: process.platform === "win32",
  });
  if (status !== 0)
    throw new InputError(
      `The project is written, but \`npm install\` failed in ${folder}; what it said is above. Mend it and run it again there.`,
    );
}

async function asked(target: string, options: InitOptions): Promise<InitOptions> {
  const { group, select, text } = await import("@clack/prompts");
  const answers = await group({
    name: () => text({ message: "Name of the project", initialValue: options.name ?? basename(resolve(target)) }),
    region: () =>
      text({ message: "Where does its first stack stand? (terroir regions lists them)", initialValue: options.region ?? "ovh:GRA11" }),
    ci: () =>
      select<InitOptions["ci"]>({
        message: "Which CI file?",
        initialValue: options.ci,
        options: [
          { value: "gitlab", label: "GitLab" },
          { value: "github", label: "GitHub" },
          { value: "forgejo", label: "Forgejo" },
          { value: "none", label: "none" },
        ],
      }),
  });
  if (typeof answers.name === "symbol" || typeof answers.region === "symbol" || typeof answers.ci === "symbol")
    throw new InputError("Nothing was written.");
  return { ...options, ...answers };
}
