import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isWorldDocument, type WorldChange, type WorldDocument, type WorldResource } from "./world-file.ts";

/** Readable by the owner alone: simulated passwords look like real ones, and a plan's real ones may stand beside them. */
const PRIVATE = 0o600;

/** A world's file, and beside it the changes since it was last written: a rehearsal that is killed loses nothing that the engine was told. */
export class Journal {
  readonly #file: string;
  readonly #journal: string;

  constructor(file: string) {
    this.#file = file;
    this.#journal = `${file}.journal`;
    mkdirSync(dirname(file), { recursive: true });
  }

  /** The world as it was left; null when there is none yet. */
  read(): WorldDocument | null {
    if (!existsSync(this.#file)) return null;
    const base = this.#parse();
    if (!existsSync(this.#journal)) return base;
    const resources = new Map<string, WorldResource>(Object.entries(base.resources));
    let counter = base.counter;
    for (const line of readFileSync(this.#journal, "utf8").split("\n")) {
      const change = parseChange(line);
      if (change === null) continue;
      counter = Math.max(counter, change.counter);
      if (change.resource === null) resources.delete(change.key);
      else resources.set(change.key, change.resource);
    }
    return { ...base, counter, resources: Object.fromEntries(resources) };
  }

  append(change: WorldChange): void {
    appendFileSync(this.#journal, `${JSON.stringify(change)}\n`, { mode: PRIVATE });
  }

  /** Replaces the file in one step, then forgets the journal: a reader sees the old world or the new one, never half of either. */
  fold(document: WorldDocument): void {
    const next = `${this.#file}.next`;
    writeFileSync(next, `${JSON.stringify(document, null, 2)}\n`, { mode: PRIVATE });
    chmodSync(next, PRIVATE);
    renameSync(next, this.#file);
    rmSync(this.#journal, { force: true });
  }

  #parse(): WorldDocument {
    let content: unknown;
    try {
      content = JSON.parse(readFileSync(this.#file, "utf8"));
    } catch (error) {
      throw new Error(
        `The world file ${this.#file} is not JSON (${(error as Error).message}). Repair it, or delete it to begin a new world.`,
      );
    }
    if (!isWorldDocument(content)) {
      throw new Error(`${this.#file} is not the world file of a rehearsal. Name another file, or delete this one to begin a new world.`);
    }
    return content;
  }
}

/** A line that was being written when the process ended is left out: the engine never got the answer. */
function parseChange(line: string): WorldChange | null {
  try {
    const change = JSON.parse(line) as WorldChange;
    return typeof change.key === "string" ? change : null;
  } catch {
    return null;
  }
}
