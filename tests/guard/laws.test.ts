import fc from "fast-check";
import { expect, it } from "vitest";
import { json } from "../../evidence/index.ts";
import { defaultPolicy, judge, type Report, readDocument, readPlan } from "../../guard/index.ts";
import type { Json } from "../../guard/values/json.ts";
import { AS_OF, change, type Document, plan, SURROUNDINGS } from "./judging.ts";

/** Codes inside, outside, of nobody's, by a variable, by a condition. */
const code = (...codes: readonly string[]) =>
  fc.constantFrom(...codes, "${var.unknown}", '${var.unknown ? "GRA11" : "SBG5"}', '${var.unknown ? "GRA11" : "BHS5"}', "nowhere");
const region = code("GRA11", "SBG5", "DE1", "BHS5", "UK1", "EU-NORTH-LZ-OSL-A");
const store = code("GRA", "SBG", "BHS", "UK");
const range = fc.constantFrom("10.0.0.0/8", "91.198.174.0/24", "0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "${var.unknown}");
const endpoint = fc.constantFrom("ovh-eu", "ovh-ca", "ovh-us", "${var.unknown}", "https://eu.api.ovh.com/1.0");

const kube = fc.record({ region, private_network_id: fc.constantFrom("n", "${var.unknown}") });
const pool = fc.record({
  kube_id: fc.constantFrom(
    "${ovh_cloud_project_kube.k0.id}",
    "${ovh_cloud_project_kube.k1.id}",
    "literal",
    "${var.unknown}",
    "${local.id}",
  ),
});
const bucket = fc.record({
  region_name: store,
  encryption: fc.record({ sse_algorithm: fc.constantFrom("AES256", "none", "${var.unknown}") }),
  replication: fc.record({ rules: fc.array(fc.record({ destination: fc.record({ region: store }) }), { maxLength: 2 }) }),
});
const group = fc.record({
  region,
  rule: fc.array(fc.record({ direction: fc.constantFrom("INGRESS", "EGRESS", "${var.unknown}"), remote_ip_prefix: range }), {
    maxLength: 3,
  }),
});
const list = fc.record({
  kube_id: fc.constantFrom("${ovh_cloud_project_kube.k0.id}", "${var.unknown}"),
  ips: fc.array(range, { maxLength: 2 }),
  // Null is none: what protects another is there, or hangs on what nobody knows yet.
  count: fc.constantFrom(null, 1, "${var.unknown ? 1 : 0}"),
});

const named = (prefix: string, all: readonly object[]) => Object.fromEntries(all.map((one, i) => [`${prefix}${i}`, one]));

const document = fc
  .record({
    kubes: fc.array(kube, { maxLength: 3 }),
    pools: fc.array(pool, { maxLength: 3 }),
    buckets: fc.array(bucket, { maxLength: 2 }),
    groups: fc.array(group, { maxLength: 2 }),
    lists: fc.array(list, { maxLength: 2 }),
    endpoint,
  })
  .map(({ kubes, pools, buckets, groups, lists, endpoint: at }) => ({
    ...SURROUNDINGS,
    variable: { unknown: {} },
    locals: { id: "${ovh_cloud_project_kube.k0.id}" },
    provider: { ovh: [{ endpoint: at }] },
    resource: {
      ovh_cloud_project_kube: named("k", kubes),
      ovh_cloud_project_kube_nodepool: named("p", pools),
      ovh_cloud_project_storage: named("b", buckets),
      ovh_cloud_security_group: named("g", groups),
      ovh_cloud_project_kube_iprestrictions: named("l", lists),
    },
  })) as fc.Arbitrary<Document>;

const judged = (one: Document): Report => judge([readDocument(one, "cdk.tf.json")], defaultPolicy, { asOf: AS_OF });
const refused = (report: Report): ReadonlySet<string> =>
  new Set(report.resources.flatMap((one) => (one.verdict === "outside" || one.verdict === "undecided" ? [one.address] : [])));

/** The same document with the members of every object in another order. */
function reordered(value: Json, keys: readonly number[], depth = 0): Json {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(
    ([key, one], i) => [keys[(i + depth) % keys.length] ?? 0, key, reordered(one as Json, keys, depth + 1)] as const,
  );
  return Object.fromEntries([...entries].sort((a, b) => a[0] - b[0]).map(([, key, one]) => [key, one]));
}

/** Every text of the resources, by its way. */
function texts(value: Json, way: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof value === "string") return [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one as Json, [...way, Array.isArray(value) ? Number(key) : key]));
}

function replaced(value: Json, [first, ...rest]: readonly (string | number)[], by: Json): Json {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((one, i) => (i === first ? replaced(one as Json, rest, by) : (one as Json)));
  const object = value as { readonly [key: string]: Json };
  return { ...object, [first]: replaced(object[String(first)] ?? null, rest, by) };
}

it("gives the same report, byte for byte, whatever the order of what is declared", () => {
  fc.assert(
    fc.property(document, fc.array(fc.nat(100), { minLength: 3, maxLength: 9 }), (one, keys) => {
      expect(json(judged(reordered(one, keys) as Document))).toBe(json(judged(one)));
    }),
    { numRuns: 150 },
  );
});

it("gives the same report twice, and whatever the order in which subjects are read", () => {
  fc.assert(
    fc.property(document, fc.nat(), (one, seed) => {
      const read = readDocument(one, "cdk.tf.json");
      const turned = [...read.subjects].sort((a, b) => ((a.address.length * 31 + seed) % 7) - ((b.address.length * 31 + seed) % 7));
      const report = judge([{ ...read, subjects: turned }], defaultPolicy, { asOf: AS_OF });
      expect(json(report)).toBe(json(judged(one)));
    }),
    { numRuns: 100 },
  );
});

it("never lets pass, for knowing less, what it refused", () => {
  fc.assert(
    fc.property(document, fc.nat(), (one, index) => {
      const ways = texts({ resource: one["resource"] ?? {}, provider: one["provider"] ?? {} });
      const way = ways[index % Math.max(1, ways.length)];
      if (way === undefined) return;
      const before = refused(judged(one));
      const after = refused(judged(replaced(one, way, "${var.unknown}") as Document));
      // The subject whose text is gone, and everything else, stays refused if it was.
      for (const address of before) expect([...after], `${address} after ${way.join(".")}`).toContain(address);
    }),
    { numRuns: 400 },
  );
});

it("never lets pass, for another resource beside it, what it refused, unless it is its wall", () => {
  fc.assert(
    fc.property(document, document, (one, other) => {
      const before = judged(one);
      const apart = Object.fromEntries(
        Object.entries(other["resource"] as Document).map(([type, all]) => [
          type,
          type.endsWith("iprestrictions")
            ? {}
            : Object.fromEntries(Object.entries(all as Document).map(([name, body]) => [`other-${name}`, body])),
        ]),
      );
      const both = Object.fromEntries(
        Object.entries(one["resource"] as Document).map(([type, all]) => [type, { ...(all as object), ...(apart[type] as object) }]),
      );
      const after = refused(judged({ ...one, resource: both as Json }));
      for (const address of refused(before)) expect([...after]).toContain(address);
    }),
    { numRuns: 150 },
  );
});

it("never lets a plan pass for an unknown that it would refuse known", () => {
  const attributes = fc.record({ region: fc.constantFrom("GRA11", "BHS5", "GRA99"), private_network_id: fc.constant("n") });
  fc.assert(
    fc.property(attributes, fc.subarray(["region", "private_network_id", "id"]), (after, unknown) => {
      const of = (hidden: readonly string[]) => {
        const known = Object.fromEntries(Object.entries(after).filter(([key]) => !hidden.includes(key)));
        const one = change("ovh_cloud_project_kube.k", known, {
          change: { after_unknown: Object.fromEntries(hidden.map((key) => [key, true])) },
        });
        const resources = [
          {
            mode: "managed",
            type: "ovh_cloud_project_kube",
            name: "k",
            provider_config_key: "ovh",
            expressions: { region: {}, private_network_id: {} },
          },
        ];
        return judge([readPlan(plan([one], { configuration: { root_module: { resources } } }), "plan.json")], defaultPolicy, {
          asOf: AS_OF,
        });
      };
      for (const address of refused(of([]))) expect(refused(of(unknown))).toContain(address);
    }),
    { numRuns: 100 },
  );
});
