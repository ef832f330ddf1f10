/** Makes a compliant document worse, one thing at a time, and asks the guard about each: what is still accepted survives, and shows a hole. */
import { InputError } from "../../catalogue/index.ts";
import { CLOUD_FACTS } from "../../clouds/facts.ts";
import { defaultPolicy, judge, type Policy, type Report, readDocument, readPlan } from "../../guard/index.ts";
import { planned, written } from "./documents.ts";
import type { Body, Mutant, Mutator } from "./mutant.ts";
import { dropsCompanion, dropsEncryption, makesPublic, makesUnknown, movesRegion, opensIngress } from "./mutators.ts";
import { surroundings } from "./surroundings.ts";

export type { Body, Edit, Mutant, MutationKind, Mutator, Target } from "./mutant.ts";

const COMPANIONS: ReadonlySet<string> = new Set(
  CLOUD_FACTS.flatMap(({ readings }) => Object.values(readings).flatMap(({ companions = [] }) => companions.map(({ type }) => type))),
);

/** The mutators that come with the kit. */
export const mutators: readonly Mutator[] = [
  movesRegion,
  dropsEncryption,
  opensIngress,
  dropsCompanion(COMPANIONS),
  makesPublic,
  makesUnknown,
];

/** Under what mutants are made and judged. */
export interface MutationOptions {
  /** @default regions in the EU, under operators that sit there and are controlled from there */
  readonly policy?: Policy;
  /** Mutators of your own, beside those of the kit. */
  readonly more?: readonly Mutator[];
  /** Ids or families of the rules that are asked, and no others. @default those that the policy demands */
  readonly rules?: readonly string[];
}

/** What became of a run. */
export interface MutationRun {
  /** Every mutant that was made, by kind. */
  readonly made: Readonly<Record<string, number>>;
  /** Mutants that the guard still accepts. */
  readonly survivors: readonly Mutant[];
  /** One sentence for each survivor; empty when the guard refuses them all. */
  readonly problems: readonly string[];
}

/**
 * Mutates a document that the policy accepts: one stack as it was synthesized (`cdk.tf.json`), or a plan as `tofu show -json` prints it. Each mutant
 * moves a region, drops an encryption, opens a list of addresses, makes something public, moves an endpoint, clears the state's protection, or makes
 * a deciding value unknown; your own rules are judged with your own mutators.
 *
 * @throws InputError when the document itself is refused, since nothing could be learnt from its mutants
 *
 * @example
 * const { document } = synthesized((app) => void new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11") }), "media"));
 * const { problems, made } = mutationRun(document());
 * console.assert(problems.length === 0 && (made["moves-region"] ?? 0) > 0);
 */
export function mutationRun(document: Body, { policy = defaultPolicy, more = [], rules }: MutationOptions = {}): MutationRun {
  const refusals = refusalsOf(judged(document, policy, rules));
  if (refusals.length > 0)
    throw new InputError(
      `The document is refused before anything is changed, so that its mutants would show nothing:\n${refusals.join("\n")}`,
    );
  const made: Record<string, number> = {};
  const survivors: Mutant[] = [];
  for (const mutant of mutantsOf(document, policy, [...mutators, ...more])) {
    made[mutant.kind] = (made[mutant.kind] ?? 0) + 1;
    if (refusalsOf(judged(mutant.document, policy, rules)).length === 0) survivors.push(mutant);
  }
  return { made, survivors, problems: survivors.map(({ kind, address, what }) => `${kind} survives at ${address}: ${what}`) };
}

const isPlan = (document: Body): boolean => Array.isArray(document["resource_changes"]);

function judged(document: Body, policy: Policy, rules: readonly string[] | undefined): Report {
  const found = isPlan(document)
    ? readPlan(document as Parameters<typeof readPlan>[0], "mutant.json")
    : readDocument(document, "mutant.tf.json");
  return judge([found], policy, { ...(rules !== undefined && { rules }) });
}

const refusalsOf = ({ findings }: Report): readonly string[] =>
  findings
    .filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
    .map(({ rule, address, message }) => `${rule} ${address}: ${message}`);

/** Every mutant, one change each. */
function* mutantsOf(document: Body, policy: Policy, all: readonly Mutator[]): Iterable<Mutant> {
  const plan = isPlan(document);
  for (const { target, replaced } of plan ? planned(document, policy) : written(document, policy))
    for (const mutate of all)
      for (const { kind, what, body, unknown } of mutate(target)) {
        const changed = replaced(body, unknown);
        if (changed !== undefined) yield { kind, address: target.address, what, document: changed };
      }
  if (!plan) yield* surroundings(document);
}
