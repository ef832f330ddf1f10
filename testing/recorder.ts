import { createHash } from "node:crypto";
import { type Draft, type DraftOptions, type Handle, type LowerContext, newestOf, type Place } from "../clouds/contract/index.ts";

/** What a lowering wrote, without an engine: for contract suites and for tests of a company's own lowerings. */
export interface Recorder {
  /** What a lowering is given: hand it to yours. */
  readonly cx: LowerContext;
  /** Resources in the order in which they were drafted. What `later` promised stands in them as it is now. */
  drafts(): readonly Draft[];
  /** Look-ups in the operator's catalogue. */
  lookUps(): readonly Draft[];
}

/**
 * A context that records drafts. References stand as Terraform writes them, `${ovh_cloud_gateway.gateway.id}`.
 *
 * @param account what the cloud needs to know about the account; a made-up value per name by default
 *
 * @example
 * const { cx, drafts } = recorder(ovh("GRA11"));
 * cx.resource("acme_bucket", "bucket", { region: cx.region });
 * console.assert(drafts()[0]?.args["region"] === "GRA11");
 */
export function recorder(place: Place, account: Readonly<Record<string, string>> = madeUp(place)): Recorder {
  const drafts: Draft[] = [];
  const lookUps: Draft[] = [];
  const promises = new Map<string, () => unknown>();
  const add =
    (to: Draft[], prefix: string) =>
    (type: string, id: string, args: Draft["args"], options: DraftOptions = {}): Handle => {
      if (to.some((draft) => draft.type === type && draft.id === id))
        throw new Error(`${type} "${id}" is drafted twice: ids are unique within a construct.`);
      to.push({ type, id, args, options });
      return { type, id, ref: (attribute) => `\${${prefix}${type}.${id}.${attribute}}` };
    };
  const cx: LowerContext = {
    region: place.region,
    place,
    account,
    resource: add(drafts, ""),
    lookUp: add(lookUps, "data."),
    pick: (from, list, where, take) =>
      `\${one([for x in ${from.ref(list).slice(2, -1)} : x.${take} if ${Object.entries(where)
        .map(([name, value]) => `x.${name} == ${JSON.stringify(value)}`)
        .join(" && ")}])}`,
    newest: (from, list, choice) => `\${${newestOf(from.ref(list).slice(2, -1), choice)}}`,
    digest: (text, length) => createHash("sha256").update(text).digest("hex").slice(0, length),
    later(produce) {
      const mark = `\${later.${promises.size}}`;
      promises.set(mark, produce);
      return mark;
    },
  };
  const settled = (value: unknown): unknown => {
    if (typeof value === "string") return promises.has(value) ? settled(promises.get(value)?.()) : value;
    if (Array.isArray(value)) return value.map(settled);
    if (typeof value === "object" && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, settled(one)]));
    return value;
  };
  const settle = (draft: Draft): Draft => ({ ...draft, args: settled(draft.args) as Draft["args"] });
  return { cx, drafts: () => drafts.map(settle), lookUps: () => lookUps.map(settle) };
}

function madeUp(place: Place): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(place.cloud.account).map((name) => [name, createHash("md5").update(name).digest("hex")]));
}
