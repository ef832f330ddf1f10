import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** What an engine leaves in a stack's folder, to be kept across syntheses. Nothing that it reads as configuration is among it. */
const LEAVINGS = /^(?:\.terraform|\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|[^/\\]+\.tfstate(?:\.backup)?)$/;

/** Folders of programs that end before their output took its place. */
const abandonedAtExit = new Set<string>();
let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once("exit", () => {
    for (const folder of abandonedAtExit) rmSync(folder, { recursive: true, force: true });
  });
}

/** A folder in which output is written and judged before it takes its place. */
export class Staging {
  readonly folder: string;
  readonly #target: string;

  constructor(target: string) {
    this.#target = resolve(target);
    mkdirSync(dirname(this.#target), { recursive: true });
    // Beside its target: a rename within one file system is atomic.
    this.folder = mkdtempSync(join(dirname(this.#target), `.${basename(this.#target)}-`));
    abandonedAtExit.add(this.folder);
    listen();
  }

  /** Lets the output take its place. */
  publish(): void {
    const replaced = `${this.folder}-replaced`;
    const stacks = join(this.#target, "stacks");
    for (const stack of existsSync(stacks) ? readdirSync(stacks) : [])
      for (const entry of readdirSync(join(stacks, stack)))
        if (LEAVINGS.test(entry) && existsSync(join(this.folder, "stacks", stack)))
          cpSync(join(stacks, stack, entry), join(this.folder, "stacks", stack, entry), {
            recursive: true,
            verbatimSymlinks: true,
            preserveTimestamps: true,
          });
    if (existsSync(this.#target)) renameSync(this.#target, replaced);
    renameSync(this.folder, this.#target);
    rmSync(replaced, { recursive: true, force: true });
    abandonedAtExit.delete(this.folder);
  }

  /** Leaves things as they were. */
  abandon(): void {
    rmSync(this.folder, { recursive: true, force: true });
    abandonedAtExit.delete(this.folder);
  }
}
