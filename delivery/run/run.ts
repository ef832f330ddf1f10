import type { Infrastructure, Policy } from "../../guard/index.ts";
import type { Lost } from "../crash/lost.ts";
import type { Graph, GraphStack } from "../graph/index.ts";
import type { Home } from "../home.ts";
import type { PublicKey, Signer } from "../records/index.ts";
import type { Workplace } from "../workplace/workplace.ts";

/** What a stack is at. */
export type Phase = "waiting" | "initialising" | "planning" | "judging" | "applying" | "destroying" | "reading";

/** What a run tells while it goes on. */
export type Told =
  | { readonly stack: string; readonly phase: Phase; readonly note?: string }
  | { readonly stack: string; readonly over: string; readonly good: boolean }
  | { readonly say: string };

/** Everything that the steps of one run share. */
export interface Run {
  readonly id: string;
  readonly command: "plan" | "deploy" | "destroy" | "drift" | "import" | "outputs" | "restore" | "rotate" | "unlock";
  readonly began: string;
  readonly who: { readonly by: string; readonly job: string | null };
  /** The synthesized folder. */
  readonly folder: string;
  readonly graph: Graph;
  readonly policy: Policy;
  readonly home: Home;
  readonly workplace: Workplace;
  readonly signer: Signer;
  /** This release of Terroir. */
  readonly terroir: string;
  readonly parallel: number;
  /** Go on with what does not depend on what failed. */
  readonly keepGoing: boolean;
  /** Addresses that every plan is of alone; none: plans are whole. */
  readonly targets: readonly string[];
  /** How long the engine waits for a state's lock, as it writes it: `0s`, `10m`. */
  readonly lockTimeout: string;
  readonly signal: AbortSignal;
  readonly program: (stack: GraphStack) => Infrastructure | undefined;
  readonly tell: (told: Told) => void;
  /** Plans that were made and reviewed before, one file a stack. */
  readonly plans?: string | undefined;
  /** Whose record a plan needs before it is applied. */
  readonly reviewers?: readonly PublicKey[] | undefined;
  /** What a killed run may have made without the state knowing it, by stack, until it was told: a deployment now would make it again. */
  readonly unsure: Map<string, readonly Lost[]>;
  /** Destroy although the guard refuses what it finds. */
  readonly evenIfRefused?: boolean;
}
