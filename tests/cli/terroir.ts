import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, vi } from "vitest";
import { ROOT } from "../architecture/house.ts";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface How {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

const LOADER = pathToFileURL(join(ROOT, "node_modules", "tsx", "dist", "loader.mjs")).href;
/** How the projects of these tests run a program in TypeScript; the house itself comes to them as it is shipped. */
export const NODE = ["--import", LOADER] as const;
/** The command as it is shipped (tests/built.ts makes it current): a test starts it some thousand times, and from the source each start costs thrice as much. */
export const COMMAND = [process.execPath, join(ROOT, "dist", "cli", "terroir.cjs")] as const;

/** The command itself, in a process of its own. @param command another copy of it */
export function terroir(args: readonly string[], { cwd = ROOT, env = {}, input }: How = {}, command: string = COMMAND[1]): Ended {
  const { status, stdout, stderr } = spawnSync(COMMAND[0], [command, ...args], {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "true", NO_COLOR: "1", TERRAFORM_BINARY_NAME: undefined, ...env },
    ...(input === undefined ? { stdio: ["ignore", "pipe", "pipe"] as const } : { input }),
  });
  return { code: status, stdout, stderr };
}

/** The same command in this process, from its source: for what is asked a hundred times, where a start costs more than the answer. */
export async function terroirHere(args: readonly string[]): Promise<Ended> {
  const { run } = await import("../../cli/run.ts");
  const said = { stdout: "", stderr: "" };
  const heard = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  try {
    const code = await run(args);
    return { code, ...said };
  } finally {
    for (const one of heard) one.mockRestore();
  }
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone when the tests are over. */
export function folderWith(files: Readonly<Record<string, string | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), "terroir-cli-"));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return folder;
}

/** A project whose program is this main.ts; it imports the house by its public names. */
export function projectWith(main: string, files: Readonly<Record<string, string | object>> = {}): string {
  const folder = folderWith({
    "main.ts": main,
    "package.json": { type: "module" },
    "cdktf.json": { language: "typescript", app: `"${process.execPath}" ${NODE.join(" ")} main.ts`, output: "cdktf.out" },
    ...files,
  });
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["cdktf", "constructs", "vitest", "typescript", "@types", "tsx"])
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  symlinkSync(ROOT, join(folder, "node_modules", "terroir"));
  return folder;
}

/** Every file below a folder, links not followed. */
export function filesIn(folder: string): readonly string[] {
  const walk = (path: string): readonly string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = join(path, entry.name);
      return entry.isDirectory() && statSync(join(folder, name)).isDirectory() ? walk(name) : [name];
    });
  return walk("").filter((name) => !name.startsWith("node_modules"));
}
