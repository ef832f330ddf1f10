import type { Json } from "../catalogue/json.ts";
import type { SimulatedObject } from "../clouds/contract/rehearsal.ts";
import type { Engine } from "../engines/index.ts";
import type { Fault } from "./faults.ts";
import type { PlanDocument } from "./plan-document.ts";
import type { ProviderToSimulate } from "./provider-to-simulate.ts";
import type { Phase } from "./report.ts";

/** One stack: a folder with Terraform files, JSON or HCL. */
export interface StackToRehearse {
  /** @default the folder's name */
  readonly name?: string;
  readonly folder: string;
}

/** An attribute that somebody changes behind the engine's back, between the apply and the plan that must see it. */
export interface Drift {
  /** @default any type */
  readonly type?: string;
  /** Attributes by which the resource is found, `{ name: "logs" }`. @default the first of the type */
  readonly where?: SimulatedObject;
  /** What is changed; null: the resource is deleted. */
  readonly attributes: SimulatedObject | null;
}

export type RehearseOptions = RehearsalSettings &
  (
    | { readonly folder: string; readonly stacks?: never }
    | {
        /** The stacks of one app, in the order in which they are deployed; they are destroyed in reverse order. */
        readonly stacks: readonly StackToRehearse[];
        readonly folder?: never;
      }
  );

export interface RehearsalSettings {
  readonly engine: Engine;
  /** File in which the world survives. @default none: the world ends with the rehearsal */
  readonly world?: string;
  readonly faults?: readonly Fault[];
  /** For the phase `drift`. @default a name or description of the stack's first resource that has one */
  readonly drift?: readonly Drift[];
  /** Which steps are played; always in the order of PHASES. @default init, validate, plan, apply, plan-again, destroy */
  readonly phases?: readonly Phase[];
  /** Values of variables, by name; they win over files. @default those without a value get one made up */
  readonly variables?: Readonly<Record<string, Json>>;
  /** Providers to be simulated beside those that Terroir knows. */
  readonly providers?: readonly ProviderToSimulate[];
  /** Judges each plan before it is applied. A text refuses it: nothing is applied. */
  readonly judge?: (plan: PlanDocument, stack: string) => string | null | undefined | Promise<string | null | undefined>;
  /** Told what happens, in lines for a person. */
  readonly say?: (line: string) => void;
  /** Every line of the engine's own output. */
  readonly line?: (text: string, stream: "stdout" | "stderr") => void;
  readonly signal?: AbortSignal;
  /** @default process.env, of which the engine sees only what it needs to run */
  readonly env?: Readonly<Record<string, string | undefined>>;
}
