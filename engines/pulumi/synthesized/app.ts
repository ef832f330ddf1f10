import { resolve } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { InputError } from "../../../catalogue/errors.ts";
import { readGraph } from "../../../delivery/graph/index.ts";
import { defaultPolicy, judge, type Policy, readSynthesized } from "../../../guard/index.ts";
import { readFolder } from "../../../guard/views/synthesized/folder.ts";
import { refusalText } from "../bench.ts";
import { type StackArgs, SynthesizedStack } from "./stack.ts";

/** An app of stacks: `SovereignApp`, or the library's own. */
export interface Synthesizable {
  /** Writes every stack below `outdir`. @throws Refusal when an app that judges itself is refused */
  synth(): void;
  /** Where it writes. */
  readonly outdir: string;
  /** Present on an app that judges itself. */
  readonly policy?: Policy;
}

/** How an app is registered: what its stacks are told, and under which policy. */
export interface RegisterOptions {
  /** By stack. */
  readonly stacks?: Readonly<Record<string, StackArgs>>;
  /** Options of every stack's component: aliases, transforms, `protect`. */
  readonly options?: pulumi.ComponentResourceOptions;
  /** What is approved, for an app or a folder that is not judged by its own synthesis. @default regions and operators of the European Union */
  readonly policy?: Policy;
}

/**
 * Registers the stacks of an app in Pulumi's engine: synthesizes, lets the guard judge what was written, and makes of each stack a component with
 * a real resource for everything in it. What one stack reads of another is an output of that one's.
 *
 * @param app an app, or the folder that one was synthesized into
 * @returns the outputs of each stack, by its name
 * @throws Unregistrable when something has no counterpart in Pulumi; `Refusal` or InputError when the guard refuses
 *
 * @example
 * const app = new SovereignApp();
 * new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11") }), "media");
 * export const outputs = register(app);
 */
export function register(
  app: Synthesizable | string,
  { stacks = {}, options = {}, policy }: RegisterOptions = {},
): Readonly<Record<string, Readonly<Record<string, pulumi.Output<unknown>>>>> {
  if (typeof app !== "string") app.synth();
  const folder = resolve(typeof app === "string" ? app : app.outdir);
  if (typeof app === "string" || app.policy === undefined) requireInside(folder, policy ?? defaultPolicy);
  const graph = readGraph(folder);
  const strangers = Object.keys(stacks).filter((name) => !graph.stacks.some((stack) => stack.name === name));
  if (strangers.length > 0)
    throw new InputError(`${folder} has no stack ${strangers.join(", ")}; it has ${graph.stacks.map(({ name }) => name).join(", ")}.`);
  const registered = new Map<string, SynthesizedStack>();
  for (const { name, folder: at, inputs, dependsOn } of graph.stacks) {
    const module = readFolder(resolve(folder, at), at);
    if (module === undefined) throw new InputError(`${at} holds no Terraform configuration. Synthesize again.`);
    const read = inputs.flatMap(({ data, stack }) => {
      const outputs = stack === null ? undefined : registered.get(stack)?.outputs;
      return outputs === undefined ? [] : [[data, outputs] as const];
    });
    const { states, after = [], ...given } = stacks[name] ?? {};
    const before = dependsOn.flatMap((one) => registered.get(one) ?? []);
    const args = { ...given, states: { ...Object.fromEntries(read), ...states }, after: [...before, ...after] };
    registered.set(name, new SynthesizedStack(name, module, args, options));
  }
  return Object.fromEntries([...registered].map(([name, { outputs }]) => [name, outputs]));
}

/** Pulumi keeps the state itself: where the document would keep it says nothing. */
function requireInside(folder: string, policy: Policy): void {
  const read = readSynthesized(folder).map((one) => ({ ...one, subjects: [...one.subjects].filter(({ kind }) => kind !== "backend") }));
  const report = judge(read, policy);
  if (report.verdict === "inside") return;
  const refused = report.findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
  throw new InputError(
    `The guard refuses what ${folder} holds; nothing was registered.\n${refused.map((one) => `${one.address}: ${refusalText([one])}`).join("\n")}`,
  );
}
