/** Props as a caller without a compiler writes them: what is unknown, missing or of another kind is refused, never ignored. */
import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { isSlip } from "../../clouds/contract/edit-distance.ts";
import { isRecord } from "../../guard/written/shape.ts";
import { misfitOfKeys } from "./compare.ts";
import { type Keys, namesOf } from "./shape.ts";
import { article, capital, sentence, shown } from "./wording.ts";

/**
 * Before `super`, so that a mistake is told before anything stands. A class that extends ours may hand on all that it was given, its own props among
 * them (decision 270): of it only what looks like a slip is refused.
 *
 * @throws InputError that names the construct, the prop, and what it takes
 */
export function checkedProps<Kind extends string>(
  made: { readonly name: string },
  all: Readonly<Record<Kind, Keys>>,
  ours: Kind,
  scope: IConstruct | undefined,
  id: string,
  props: unknown,
): void {
  const kind = nameOf(made);
  const extended = kind !== ours || extendsNamesake(made, ours);
  const wrong = isRecord(props)
    ? wrongKeys(extended ? withoutOwn(props, all[ours]) : props, all[ours], `${article(kind)} ${kind}`)
    : `its props are ${shown(props)}: give an object.`;
  if (wrong === undefined) return;
  const path = [scope?.node?.path, id].filter(Boolean).join("/");
  throw withoutTrace(new InputError(path === "" ? capital(wrong) : `${path}: ${wrong}`));
}

/**
 * Options of a call, by the same rules: a mistyped `prefix` would grant all.
 *
 * @throws InputError that names the construct, the call and what it takes
 */
export function checkedOptions(on: IConstruct, call: string, keys: Keys, options: unknown): void {
  const wrong = isRecord(options) ? wrongKeys(options, keys, call) : `${call} takes an object of options, and got ${shown(options)}.`;
  if (wrong !== undefined) throw withoutTrace(new InputError(`${on.node.path}: ${wrong}`));
}

function wrongKeys(given: Readonly<Record<string, unknown>>, keys: Keys, owner: string): string | undefined {
  const misfit = misfitOfKeys(given, keys, [], owner);
  return misfit && sentence(misfit);
}

/** Bundlers put an underscore before a class that refers to itself. */
const nameOf = (made: { readonly name: string }): string => made.name.replace(/^_+(?=\p{L})/u, "");

/** `class Bucket extends SovereignBucket`, ours under the name that it was imported as. */
function extendsNamesake(made: object, ours: string): boolean {
  for (let base = Object.getPrototypeOf(made); typeof base === "function"; base = Object.getPrototypeOf(base))
    if (nameOf(base) === ours) return true;
  return false;
}

/** What a class of a company's own takes beside ours. `lokc` and `tag` are slips; `department` is its own. */
function withoutOwn(given: Readonly<Record<string, unknown>>, keys: Keys): Readonly<Record<string, unknown>> {
  const known = namesOf(keys);
  return Object.fromEntries(Object.entries(given).filter(([key]) => known.includes(key) || known.some((one) => isSlip(key, one))));
}
