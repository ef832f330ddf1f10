import { writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { App, type AppConfig, type Manifest, TerraformStack } from "cdktf";
import { InputError, TerroirError, withoutTrace } from "../catalogue/index.ts";
import { writeGraph } from "../delivery/graph/index.ts";
import { inCI } from "../guard/in-ci.ts";
import { defaultPolicy, type Infrastructure, judge, type Policy, readSynthesized } from "../guard/index.ts";
import { VERDICT_FILE } from "../guard/verdict-file.ts";
import { POLICY } from "./approved.ts";
import { explainClashes } from "./id-clash.ts";
import { moving } from "./moving.ts";
import { OUTDIR } from "./outdir.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { Refusal } from "./refusal.ts";
import { sourcesIn } from "./sources.ts";
import { Staging } from "./staging.ts";
import { rememberSources } from "./trace.ts";

const NO_STACK = 'The program has no stack, so there is nothing to write. Add one: new SovereignStack(app, "shop", { at: ovh("GRA11") }).';

/** Props of a `SovereignApp`: those of the library's own app, less HCL output, and the policy. */
export interface SovereignAppProps extends Omit<AppConfig, "hclOutput"> {
  /**
   * What is approved, and what is demanded.
   * @default regions in the EU, under operators that sit there and are controlled from there
   */
  readonly policy?: Policy;
}

/**
 * An app whose output exists only if the guard lets it. `synth()` writes into a folder beside the target, judges what is there as the engine
 * would read it, and renames it into place; when anything is refused, nothing is written and a `Refusal` says what, where, why and what to do.
 *
 * Validations cannot be skipped past it, nor synthesizers replaced: it reads the files. A program that uses the library's own `App` has no guard
 * in it; `terroir check` judges its output.
 *
 * @example
 * const app = new SovereignApp({ policy: definePolicy({ countries: ["FR", "DE"] }) });
 * new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11") }), "media");
 * app.synth();
 */
export class SovereignApp extends App {
  /** What is approved, and what is demanded. */
  declare readonly policy: Policy;
  // A property can be defined anew by whoever holds the app; this cannot.
  readonly #policy: Policy;
  readonly #target: string;
  #staging: Staging | undefined;

  constructor(props: SovereignAppProps = {}) {
    checkedProps(new.target, PROPS, "SovereignApp", undefined, "", props);
    const { policy = defaultPolicy, ...config } = props;
    if (process.env["SYNTH_HCL_OUTPUT"] === "true")
      throw withoutTrace(
        new InputError("The guard reads Terraform's JSON, not HCL: leave out `--hcl` (or SYNTH_HCL_OUTPUT). The engine takes either."),
      );
    rememberSources();
    explainClashes();
    const target = resolve(config.outdir ?? process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
    const staging = new Staging(target);
    super({ ...config, outdir: staging.folder, hclOutput: false });
    Object.defineProperty(this, "policy", { value: policy, enumerable: true });
    this.#policy = policy;
    this.#target = target;
    this.#staging = staging;
    Object.defineProperty(this, OUTDIR, { value: target });
    Object.defineProperty(this, POLICY, { value: policy });
  }

  /**
   * Synthesizes, judges, and writes all stacks or none.
   *
   * @throws Refusal when the guard refuses; its `report` has every finding
   */
  override synth(): void {
    const staging = this.#staging ?? new Staging(this.#target);
    this.#writeInto(staging.folder);
    try {
      if (!this.node.findAll().some((one) => TerraformStack.isStack(one))) throw withoutTrace(new InputError(NO_STACK));
      super.synth();
      moving()?.synthesized(staging.folder);
      this.#judge(staging.folder);
      this.#writeGraph(staging.folder);
    } catch (error) {
      staging.abandon();
      throw error;
    } finally {
      this.#staging = undefined;
    }
    staging.publish();
    this.#writeInto(this.#target);
  }

  #judge(folder: string): void {
    const infrastructures: readonly Infrastructure[] = readSynthesized(folder, {
      sources: sourcesIn(this),
      as: relative(process.cwd(), this.#target),
    });
    const report = judge(infrastructures, this.#policy, { inlineWaivers: inCI() ? "refuse" : "accept" });
    moving()?.judged(report, this.#policy);
    if (report.verdict === "inside") return;
    const file = process.env[VERDICT_FILE];
    if (file !== undefined) writeFileSync(file, JSON.stringify(report));
    throw withoutTrace(new Refusal(report));
  }

  /** What is deployed, and in which order; a state that is read by hand orders stacks, too, so that a circle may show only here. */
  #writeGraph(folder: string): void {
    try {
      writeGraph(folder, relative(process.cwd(), this.#target));
    } catch (error) {
      throw error instanceof TerroirError ? withoutTrace(error) : error;
    }
  }

  /** The library takes its folder once; ours moves. */
  #writeInto(folder: string): void {
    Object.assign(this as { outdir: string }, { outdir: folder });
    Object.assign(this.manifest as Manifest & { outdir: string }, { outdir: folder });
  }
}
