import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { InputError } from "../catalogue/index.ts";
import { Refusal, SovereignApp } from "../constructs/index.ts";
import { defaultPolicy, type Json, judge, type Policy, type Report, readSynthesized } from "../guard/index.ts";

/** What one stack writes: Terraform's JSON, by section. */
export type TerraformDocument = Readonly<Record<string, Json>>;

/** Arguments of one resource, by the provider's names. */
export type Arguments = Readonly<Record<string, Json>>;

/** What became of a program: what it wrote, and what the guard says of it. */
export interface Synthesized {
  /** The guard's report, as `terroir check --json` prints it. */
  readonly report: Report;
  /** Why the guard refuses it: one sentence for each finding, rule first. Empty when all is inside. */
  readonly refusals: readonly string[];
  /** What each stack writes, by the stack's id. Empty when the guard refuses, since nothing is written then. */
  readonly documents: Readonly<Record<string, TerraformDocument>>;
  /**
   * What the only stack writes.
   *
   * @throws InputError when the guard refused, or there are several stacks
   */
  document(): TerraformDocument;
  /** Every resource of a type in all stacks, in the order of their addresses, without the library's own metadata. */
  resources(type: string): readonly Arguments[];
}

/** Under what a program is run. */
export interface SynthesizedOptions {
  /** @default regions in the EU, under operators that sit there and are controlled from there */
  readonly policy?: Policy;
}

/**
 * Runs a program in an app of its own, synthesizes and judges it as a real one, and leaves no file behind. The program calls no `synth()`. What is
 * written is what a real run in the same folder would write, so that it can be compared with an expected document.
 *
 * @throws what the program throws, such as the InputError of a construct that refuses its props; what the guard refuses is in the result
 *
 * @example
 * const { refusals, resources } = synthesized((app) => {
 *   const stack = new SovereignStack(app, "test", { at: ovh("GRA11") });
 *   new Bucket(stack, "media");
 * });
 * console.assert(refusals.length === 0);
 * console.assert(resources("ovh_cloud_project_storage").length === 1);
 */
export function synthesized(program: (app: SovereignApp) => void, { policy = defaultPolicy }: SynthesizedOptions = {}): Synthesized {
  // Beside the program, since a document names the way from its folder to the project's.
  const outdir = join(process.cwd(), `.terroir-${process.pid}-${randomBytes(6).toString("hex")}`);
  const app = new SovereignApp({ policy, outdir });
  try {
    requireDone(program(app));
    const refused = refusalOf(app);
    const report = refused ?? judge(readSynthesized(outdir, { as: "cdktf.out" }), policy);
    return result(placedAt(report, relative(process.cwd(), outdir)), refused === undefined ? documentsIn(outdir) : {});
  } finally {
    // Where a program that threw was to be written: the app has not let go of it.
    for (const folder of [app.outdir, outdir]) rmSync(folder, { recursive: true, force: true });
  }
}

function refusalOf(app: SovereignApp): Report | undefined {
  try {
    app.synth();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.report;
    throw error;
  }
}

/** An `async` function fits the type, and would be judged before it has made anything. */
function requireDone(returned: unknown): void {
  if (typeof returned === "object" && returned !== null && "then" in returned)
    throw new InputError(
      "The program given to synthesized() is asynchronous. Await what it needs first, and make its constructs in a plain function.",
    );
}

function documentsIn(outdir: string): Readonly<Record<string, TerraformDocument>> {
  const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as {
    readonly stacks: Readonly<Record<string, { readonly synthesizedStackPath: string }>>;
  };
  return Object.fromEntries(
    Object.entries(stacks)
      .map(([id, { synthesizedStackPath }]) => [id, join(outdir, synthesizedStackPath)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([id, file]) => [id, JSON.parse(readFileSync(file, "utf8")) as TerraformDocument]),
  );
}

function result(report: Report, documents: Readonly<Record<string, TerraformDocument>>): Synthesized {
  const refusals = report.findings
    .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
    .map(({ rule, message, remedy }) => `${rule}: ${message}${remedy === "" ? "" : ` To do: ${remedy}`}`);
  return {
    report,
    refusals,
    documents,
    document() {
      const [only, ...more] = Object.values(documents);
      if (only === undefined) throw new InputError(`The guard refused, so nothing was written:\n${refusals.join("\n")}`);
      if (more.length > 0)
        throw new InputError(`There are several stacks: ${Object.keys(documents).join(", ")}. Take one of \`documents\`.`);
      return only;
    },
    resources: (type) => Object.values(documents).flatMap((document) => resourcesIn(document, type)),
  };
}

function resourcesIn(document: TerraformDocument, type: string): readonly Arguments[] {
  const sections = (document["resource"] ?? {}) as Readonly<Record<string, Readonly<Record<string, Arguments>>>>;
  return Object.values(sections[type] ?? {}).map(({ "//": _, ...args }) => args);
}

/** The folder's name is drawn by lot; a report that a test compares has none of it. */
function placedAt<T>(value: T, folder: string): T {
  if (typeof value === "string") return value.replaceAll(folder, "cdktf.out") as T;
  if (Array.isArray(value)) return value.map((one) => placedAt<unknown>(one, folder)) as T;
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, placedAt<unknown>(one, folder)])) as T;
  return value;
}
