/** By name, since a company's own cloud may come with a copy of the library of its own. */
export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === "InputError";

interface BuiltWithLess {
  readonly outputs: unknown;
  readonly less: readonly { readonly how: string; readonly because: string }[];
}

/** More promises than this broken, and it is no longer the same thing. */
const MOST_BROKEN = 4;

/**
 * What comes nearest to a spec that a cloud refuses: promises made smaller or left out one by one, each with the cloud's reason, until it takes the rest.
 * Undefined: it takes none of it.
 */
export function withLess(spec: object, refusal: Error, attempt: (spec: object) => unknown, broken = 0): BuiltWithLess | undefined {
  if (broken === MOST_BROKEN) return undefined;
  for (const { how, less } of lesser(spec as Readonly<Record<string, unknown>>)) {
    const here = { how, because: refusal.message };
    try {
      return { outputs: attempt(less), less: [here] };
    } catch (error) {
      // Another refusal than before: this promise was one of those in the way. A mistake of ours is none of the cloud's.
      if (!isRefusal(error) || error.message === refusal.message) continue;
      const further = withLess(less, error, attempt, broken + 1);
      if (further !== undefined) return { ...further, less: [here, ...further.less] };
    }
  }
  return undefined;
}

type Member = Readonly<Record<string, unknown>>;

interface Lesser {
  /** As a sentence goes on: `without replicas`. */
  readonly how: string;
  readonly less: object;
}

/** Specs that promise one thing less, the nearest first: a part of what each member of a list has, before the list. */
function lesser(spec: Member): readonly Lesser[] {
  const promises = Object.entries(spec).filter(([name, value]) => name !== "name" && !isNothing(value));
  return [
    ...promises.flatMap(([name, value]) =>
      isMembers(value) ? insideOf(value).map(({ how, members }) => ({ how: `${how} ${name}`, less: { ...spec, [name]: members } })) : [],
    ),
    ...promises.map(([name, value]) => ({ how: `without ${name}`, less: { ...spec, [name]: Array.isArray(value) ? [] : undefined } })),
  ];
}

/** What a member is the same without: never who may reach it, nor what it is made of. */
const PARTS: ReadonlySet<string> = new Set(["labels", "moves", "taints", "zones"]);

/** What members can do with less of: a range with its upper end alone, and the parts that they are the same without. */
function insideOf(all: readonly Member[]): readonly { readonly how: string; readonly members: readonly Member[] }[] {
  const names = [...new Set(all.flatMap((member) => Object.keys(member)))];
  const each = (name: string, become: (value: unknown) => unknown) =>
    all.map((member) => (name in member ? { ...member, [name]: become(member[name]) } : member));
  return names.flatMap((name) => {
    const values = all.map((member) => member[name]);
    if (values.some((value) => isRange(value) && value.min !== value.max))
      return [
        {
          how: `with the largest number of ${name} in its`,
          members: each(name, (value) => (isRange(value) ? { ...value, min: value.max } : value)),
        },
      ];
    if (!PARTS.has(name) || values.every(isNothing)) return [];
    return [{ how: `without the ${name} of its`, members: each(name, (value) => (Array.isArray(value) ? [] : {})) }];
  });
}

const isObject = (value: unknown): value is Member =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
const isMembers = (value: unknown): value is readonly Member[] => Array.isArray(value) && value.length > 0 && value.every(isObject);
const isRange = (value: unknown): value is { readonly min: number; readonly max: number } =>
  isObject(value) && typeof value["min"] === "number" && typeof value["max"] === "number";
const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);
