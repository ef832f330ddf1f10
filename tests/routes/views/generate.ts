import fc from "fast-check";
import type { Json } from "../../../guard/values/json.ts";

type Document = { readonly [key: string]: Json };

/** What a generated value needs beside it: variables, locals, other resources. */
interface Made {
  readonly value: Json;
  readonly beside: readonly Document[];
}
type Say = (codes: readonly string[], name: string) => fc.Arbitrary<Made>;

const plain = (value: Json): Made => ({ value, beside: [] });
const PUBLIC_CLOUD = ["GRA11", "SBG5", "DE1", "WAW1", "GRA9", "BHS5", "UK1"];
const STORAGE = ["GRA", "SBG", "DE", "WAW", "BHS", "UK"];
const cluster = (region: Json): Document => ({ service_name: "abc", name: "k", region, private_network_id: "n" });

/** Ways to say one code, or one of two. */
const say: Say = (codes, name) => {
  const code = fc.constantFrom(...codes);
  const quoted = (text: string) => JSON.stringify(text);
  return fc.oneof(
    code.map(plain),
    code.map((c) => plain(`\${${quoted(c)}}`)),
    code.map((c): Made => ({ value: `\${var.${name}}`, beside: [{ variable: { [name]: { default: c } } }] })),
    code.map((c): Made => ({ value: `\${local.${name}}`, beside: [{ locals: { [name]: c } }] })),
    code.map(
      (c): Made => ({
        value: `\${local.${name}.a[0].r}`,
        beside: [{ locals: { [name]: { a: [{ r: `\${var.${name}}` }] } }, variable: { [name]: { default: c } } }],
      }),
    ),
    code.map((c) => plain(`\${join("", [${[...c].map(quoted).join(", ")}])}`)),
    code.map((c) => plain(`\${upper(${quoted(c.toLowerCase())})}`)),
    code.map((c) => plain(`\${replace("X${c.slice(1)}", "X", "${c[0]}")}`)),
    code.map((c) => plain(`\${lookup({ a = ${quoted(c)} }, "a", "GRA11")}`)),
    code
      .map((c) => plain(`\${try(local.none_${name}.x, ${quoted(c)})}`))
      .map((made): Made => ({ ...made, beside: [{ locals: { [`none_${name}`]: { y: 1 } } }] })),
    code.map((c) => plain(`\${coalesce(null, "", ${quoted(c)})}`)),
    code.map((c) => plain(`\${jsondecode("{\\"r\\":\\"${c}\\"}").r}`)),
    code.map((c) => plain(`\${[for r in [${quoted(c)}] : r if r != "x"][0]}`)),
    // Directives, strip markers, heredocs, a template that is a text.
    code.map((c) => plain(`%{ if true }${c}%{ else }BHS5%{ endif }`)),
    code.map((c) => plain(`%{ for r in [${quoted(c)}] ~}  \${r} %{~ endfor }`)),
    code.map((c) => plain(`\${trimspace(<<-EOT\n    ${c}\n    EOT\n)}`)),
    code.map(
      (c): Made => ({
        value: `\${templatestring(local.${name}, { r = ${quoted(c)} })}`,
        beside: [{ locals: { [name]: '%{ if r == "x" }BHS5%{ else }${r}%{ endif }'.replaceAll(/([$%])\{/g, "$1$1{") } }],
      }),
    ),
    fc.tuple(code, code, fc.boolean()).map(
      ([a, b, on]): Made => ({
        value: `%{ if var.${name} }${a}%{ else }${b}%{ endif }`,
        beside: [{ variable: { [name]: { type: "bool", default: on } } }],
      }),
    ),
    fc.tuple(code, code).map(([a, b]) => plain(`\${true ? ${quoted(a)} : ${quoted(b)}}`)),
    fc.tuple(code, code, fc.boolean()).map(
      ([a, b, on]): Made => ({
        value: `\${var.${name} ? ${quoted(a)} : ${quoted(b)}}`,
        beside: [{ variable: { [name]: { type: "bool", default: on } } }],
      }),
    ),
    fc.tuple(code, code, fc.nat(1)).map(
      ([a, b, at]): Made => ({
        value: `\${element(var.${name}, ${at})}`,
        beside: [{ variable: { [name]: { type: "list(string)", default: [a, b] } } }],
      }),
    ),
    code.map(
      (c): Made => ({
        value: `\${var.${name}.r}`,
        beside: [{ variable: { [name]: { type: `object({ r = optional(string, ${quoted(c)}) })`, default: {} } } }],
      }),
    ),
    // Known after apply only.
    code.map(
      (c): Made => ({ value: `\${terraform_data.${name}.output}`, beside: [{ resource: { terraform_data: { [name]: { input: c } } } }] }),
    ),
    code.map(
      (c): Made => ({ value: `\${terraform_data.${name}.input}`, beside: [{ resource: { terraform_data: { [name]: { input: c } } } }] }),
    ),
  );
};

const under = (body: Document): fc.Arbitrary<Document> =>
  fc
    .constantFrom<Document>(
      {},
      {},
      {},
      { provider: "ovh.us" },
      { provider: "ovh.eu" },
      { provider: "other" },
      { provider: "ovh.var" },
      { provider: "ovh.joined" },
    )
    .map((more) => ({ ...body, ...more }));

const resource = (type: string, name: string, body: Document, ...beside: readonly Document[]): readonly Document[] => [
  ...beside,
  { resource: { [type]: { [name]: body } } },
];

/** One resource, or a few that belong together. */
function piece(name: string): fc.Arbitrary<readonly Document[]> {
  const region = say(PUBLIC_CLOUD, name);
  const store = say(STORAGE, name);
  const made = (type: string, of: fc.Arbitrary<Made>, body: (value: Json) => Document) =>
    of.chain(({ value, beside }) => under(body(value)).map((whole) => resource(type, name, whole, ...beside)));
  return fc.oneof(
    made("ovh_cloud_project_kube", region, cluster),
    made("ovh_cloud_project_storage", store, (region_name) => ({
      service_name: "abc",
      name,
      region_name,
      encryption: { sse_algorithm: "AES256" },
    })),
    made("ovh_cloud_project_storage", store, (to) => ({
      service_name: "abc",
      name,
      region_name: "GRA",
      encryption: { sse_algorithm: "AES256" },
      replication: { rules: [{ id: "r", status: "enabled", priority: 1, destination: { name: "c", region: to } }] },
    })),
    made("ovh_cloud_project_network_private", region, (one) => ({ service_name: "abc", name, regions: ["GRA11", one] })),
    made("ovh_cloud_project_database", store, (one) => ({
      service_name: "abc",
      engine: "postgresql",
      version: "16",
      plan: "business",
      flavor: "db1-4",
      nodes: [{ region: one, network_id: "n", subnet_id: "s" }],
      backup_regions: ["GRA"],
      ip_restrictions: [{ ip: "10.0.0.0/8" }],
    })),
    made("ovh_cloud_project_database", store, (one) => ({
      service_name: "abc",
      engine: "postgresql",
      version: "16",
      plan: "business",
      flavor: "db1-4",
      dynamic: { nodes: { for_each: ["GRA", one], content: { region: "${nodes.value}", network_id: "n", subnet_id: "s" } } },
      backup_regions: ["GRA", one],
      ip_restrictions: [{ ip: "10.0.0.0/8" }],
    })),
    // Instances by key and by number.
    fc
      .tuple(region, region)
      .map(([a, b]) =>
        resource(
          "ovh_cloud_project_kube",
          name,
          { for_each: { a: a.value, "b.[0]": "SBG5" }, ...cluster("${each.value}") },
          ...a.beside,
          ...b.beside.slice(0, 0),
        ),
      ),
    fc
      .subarray(PUBLIC_CLOUD, { minLength: 1, maxLength: 3 })
      .map((codes) =>
        resource("ovh_cloud_project_kube", name, { count: codes.length, ...cluster(`\${${JSON.stringify(codes)}[count.index]}`) }),
      ),
    // Children, of one or of each.
    region.chain(({ value, beside }) =>
      fc
        .constantFrom(`\${ovh_cloud_project_kube.${name}.id}`, "1234", `\${true ? ovh_cloud_project_kube.${name}.id : "1234"}`)
        .map((kube_id) =>
          resource(
            "ovh_cloud_project_kube_nodepool",
            name,
            { service_name: "abc", kube_id, flavor_name: "b3-8" },
            ...beside,
            ...resource("ovh_cloud_project_kube", name, cluster(value)),
          ),
        ),
    ),
    region.map(({ value, beside }) =>
      resource(
        "ovh_cloud_project_kube_iprestrictions",
        name,
        { service_name: "abc", kube_id: `\${ovh_cloud_project_kube.${name}[0].id}`, ips: ["10.0.0.0/8"] },
        ...beside,
        ...resource("ovh_cloud_project_kube", name, { count: 1, ...cluster(value) }),
      ),
    ),
    region.map(({ value, beside }) =>
      resource(
        "ovh_cloud_project_kube",
        `${name}b`,
        cluster(`\${ovh_cloud_project_kube.${name}.region}`),
        ...beside,
        ...resource("ovh_cloud_project_kube", name, cluster(value)),
      ),
    ),
    fc.constantFrom("198.51.100.0/24", "0.0.0.0/0", "10.0.0.0/8").map((range) =>
      resource("ovh_cloud_project_database", name, {
        service_name: "abc",
        engine: "postgresql",
        version: "16",
        plan: "business",
        flavor: "db1-4",
        nodes: [{ region: "GRA", network_id: "n", subnet_id: "s" }],
        backup_regions: ["SBG"],
        ip_restrictions: [{ ip: range }],
      }),
    ),
    // Regions of several others, a map of objects, what a provider looks up, and what stands beside.
    fc
      .array(fc.constantFrom(...PUBLIC_CLOUD), { minLength: 1, maxLength: 3 })
      .map((codes) =>
        resource(
          "ovh_cloud_project_network_private",
          name,
          { service_name: "abc", name, regions: `\${ovh_cloud_project_kube.${name}[*].region}` },
          ...resource("ovh_cloud_project_kube", name, { count: codes.length, ...cluster(`\${${JSON.stringify(codes)}[count.index]}`) }),
        ),
      ),
    fc
      .dictionary(fc.constantFrom("a", "b-c", "d.e"), fc.record({ r: fc.constantFrom(...STORAGE), on: fc.boolean() }), { minKeys: 1 })
      .map((all) =>
        resource(
          "ovh_cloud_project_storage",
          name,
          {
            for_each: `\${{ for key, one in var.${name} : key => one if one.on || key == "a" }}`,
            service_name: "abc",
            name: `${name}-\${each.key}`,
            region_name: "${each.value.r}",
            encryption: { sse_algorithm: '${each.value.on ? "AES256" : "plaintext"}' },
          },
          { variable: { [name]: { type: "map(object({ r = string, on = bool }))", default: { a: { r: "GRA", on: true }, ...all } } } },
        ),
      ),
    region.map(({ value, beside }) => [
      ...beside,
      { data: { ovh_cloud_project_kube: { [name]: { service_name: "abc", kube_id: "12345", region: value } } } },
      ...resource("ovh_cloud_project_kube_nodepool", name, {
        service_name: "abc",
        kube_id: `\${data.ovh_cloud_project_kube.${name}.id}`,
        flavor_name: "b3-8",
      }),
    ]),
    region.map(({ value, beside }) =>
      resource(
        "ovh_cloud_project_gateway",
        name,
        { service_name: "abc", name, model: "s", region: value, network_id: "n", subnet_id: "s" },
        ...beside,
      ),
    ),
    region.map(({ value, beside }) =>
      resource(
        "ovh_cloud_project_volume",
        name,
        { service_name: "abc", name, region_name: value, size: 10, type: "classic", encryption: { encrypted: true } },
        ...beside,
      ),
    ),
    fc.constantFrom("10.0.0.5", "8.8.8.8").chain((address) =>
      region.map(({ value, beside }) =>
        resource(
          "ovh_cloud_project_loadbalancer",
          name,
          {
            service_name: "abc",
            name,
            region_name: value,
            flavor_id: "f",
            network: { private: { network: { id: "n", subnet_id: "s" } } },
            listeners: [
              {
                port: 443,
                protocol: "tcp",
                pool: { algorithm: "roundRobin", protocol: "tcp", members: [{ address, protocol_port: 443 }] },
              },
            ],
          },
          ...beside,
        ),
      ),
    ),
    fc.constant(resource("ovh_domain_zone_record", name, { zone: "example.org", fieldtype: "A", target: "192.0.2.1", subdomain: name })),
    store.map(({ value, beside }) => [
      ...beside,
      { data: { ovh_cloud_project_storages: { [name]: { service_name: "abc", region_name: value } } } },
    ]),
  );
}

/** Objects are put together, whatever their depth. */
function together(documents: readonly Document[]): Document {
  const made = new Map<string, Json>();
  for (const document of documents)
    for (const [key, value] of Object.entries(document)) {
      const earlier = made.get(key);
      made.set(key, isObject(earlier) && isObject(value) ? together([earlier, value]) : value);
    }
  return Object.fromEntries(made);
}
const isObject = (json: Json | undefined): json is Document => typeof json === "object" && json !== null && !Array.isArray(json);

const HEAD: Document = {
  variable: { endpoint: { default: "kimsufi-eu" }, area: { default: "ca" } },
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" }, other: { source: "ovh/ovh" } },
    backend: { local: { path: "x.tfstate" } },
  },
  provider: {
    ovh: [
      { endpoint: "ovh-eu" },
      { alias: "us", endpoint: "ovh-us" },
      { alias: "eu", endpoint: "https://eu.api.ovh.com/1.0" },
      { alias: "var", endpoint: "${var.endpoint}" },
      { alias: "joined", endpoint: '${join("-", ["ovh", var.area])}' },
    ],
    other: [{ endpoint: "kimsufi-eu" }],
  },
};

/** Programs of many pieces, the same for the same seed. Each has names of its own, so that one run of an engine can hold many. */
export function programs(howMany: number, pieces: number, seed: number): Document {
  const all = Array.from({ length: howMany }, (_, program) => {
    const whole = fc.tuple(...Array.from({ length: pieces }, (_unused, index) => piece(`p${program}r${index}`)));
    return fc.sample(whole, { numRuns: 1, seed: seed + program }).flat(2);
  });
  return together([HEAD, ...all.flat()]);
}

/**
 * A program without the resources of some types, and without whatever is made of them: what another engine has no counterpart for.
 */
export function without(document: Document, types: readonly string[]): Document {
  const left = new Set<string>();
  const kept = (kind: "resource" | "data", prefix: string) => {
    const ofKind = (document[kind] ?? {}) as { readonly [type: string]: Document };
    return Object.fromEntries(
      Object.entries(ofKind).map(([type, ones]) => [
        type,
        Object.fromEntries(
          Object.entries(ones).filter(([name, body]) => {
            const address = `${prefix}${type}.${name}`;
            if (types.includes(type) || [...names(JSON.stringify(body))].some((one) => left.has(one))) left.add(address);
            return !left.has(address);
          }),
        ),
      ]),
    );
  };
  let made: Document;
  let before: number;
  do {
    before = left.size;
    made = { ...document, data: kept("data", "data."), resource: kept("resource", "") };
  } while (left.size > before);
  return made;
}

/** Addresses that a text mentions. */
function* names(text: string): Generator<string> {
  for (const [one] of text.matchAll(/(?:\bdata\.)?\b[a-z]+_\w+\.\w+/g)) yield one;
}
