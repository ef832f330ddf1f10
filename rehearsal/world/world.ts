import { randomBytes } from "node:crypto";
import { Journal } from "./journal.ts";
import type { WorldDocument, WorldResource } from "./world-file.ts";

/**
 * Everything that exists in a rehearsal. What an apply makes is here until a destroy; what somebody changes here by hand is drift. A world
 * with a file survives the process: every change is appended to a journal at once and folded into the file when the world is closed.
 */
export class World {
  readonly seed: string;
  readonly #resources: Map<string, WorldResource>;
  readonly #journal: Journal | null;
  readonly #byType = new Map<string, Set<string>>();
  /** The bytes by which the engine knows each resource, while nothing has changed it since: reading it again is comparing them. */
  readonly #settled = new Map<string, Uint8Array>();
  readonly #twins = new Map<string, number>();
  readonly #opened: number;
  #counter: number;

  constructor(document?: WorldDocument, journal: Journal | null = null) {
    this.seed = document?.seed ?? "rehearsal";
    this.#counter = document?.counter ?? 0;
    this.#opened = this.#counter;
    this.#resources = new Map(Object.entries(document?.resources ?? {}));
    this.#journal = journal;
    for (const [key, resource] of this.#resources) this.#index(key, resource);
  }

  /** Opens the world in a file, or begins one there. Without a file the world ends with the process. */
  static open(file?: string): World {
    if (file === undefined) return new World();
    const journal = new Journal(file);
    const world = new World(journal.read() ?? { ...EMPTY, seed: randomBytes(8).toString("hex") }, journal);
    world.close();
    return world;
  }

  get size(): number {
    return this.#resources.size;
  }

  get(key: string): WorldResource | undefined {
    return this.#resources.get(key);
  }

  /** All that exists, in the order of its making; of one type if one is named. */
  list(type?: string): readonly (readonly [key: string, resource: WorldResource])[] {
    if (type === undefined) return [...this.#resources];
    return [...(this.#byType.get(type) ?? [])].flatMap((key) => {
      const resource = this.#resources.get(key);
      return resource === undefined ? [] : [[key, resource] as const];
    });
  }

  /** Puts something into the world, as if it had been there before the program. Gives its key. */
  add(resource: WorldResource): string {
    this.#counter += 1;
    const key = `r${this.#counter}`;
    this.set(key, resource);
    return key;
  }

  set(key: string, resource: WorldResource): void {
    this.#settled.delete(key);
    this.#resources.set(key, resource);
    this.#index(key, resource);
    this.#journal?.append({ counter: this.#counter, key, resource });
  }

  /** Changes attributes behind the engine's back: the next plan sees drift. */
  drift(key: string, attributes: WorldResource["attributes"]): void {
    const resource = this.#resources.get(key);
    if (resource === undefined) throw new Error(`Nothing with the key ${key} is in this world.`);
    this.set(key, { ...resource, attributes: { ...resource.attributes, ...attributes } });
  }

  remove(key: string): boolean {
    const resource = this.#resources.get(key);
    if (resource === undefined) return false;
    this.#resources.delete(key);
    this.#settled.delete(key);
    this.#byType.get(resource.type)?.delete(key);
    this.#journal?.append({ counter: this.#counter, key, resource: null });
    return true;
  }

  settle(key: string, bytes: Uint8Array | undefined): void {
    if (bytes !== undefined) this.#settled.set(key, bytes);
  }

  /** Whether the engine's copy is what the world has. */
  settled(key: string, bytes: Uint8Array | undefined): boolean {
    const known = this.#settled.get(key);
    return known !== undefined && bytes !== undefined && Buffer.compare(known, bytes) === 0;
  }

  /** Tells identical orders apart, in this process and in those before it: twins get different ids, whichever of them comes first. */
  twin(order: string): string {
    const before = this.#twins.get(order) ?? 0;
    this.#twins.set(order, before + 1);
    return `${this.#opened}.${before}`;
  }

  document(): WorldDocument {
    return { ...EMPTY, seed: this.seed, counter: this.#counter, resources: Object.fromEntries(this.#resources) };
  }

  /** Folds the journal into the file. The world may be used, and closed, again. */
  close(): void {
    this.#journal?.fold(this.document());
  }

  #index(key: string, resource: WorldResource): void {
    const keys = this.#byType.get(resource.type);
    if (keys === undefined) this.#byType.set(resource.type, new Set([key]));
    else keys.add(key);
  }
}

const EMPTY: WorldDocument = {
  rehearsal: "This file belongs to a rehearsal. Nothing in it exists at any cloud; its secrets open nothing.",
  simulated: true,
  format: 1,
  seed: "rehearsal",
  counter: 0,
  resources: {},
};
