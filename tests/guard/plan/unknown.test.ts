import { describe, expect, it } from "vitest";
import { readPlan } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";
import { change, judgedPlan, plan, refusedBy } from "../judging.ts";
import { at, configured, KUBE, kube, OVH, POOL, read, verdict } from "./kube.ts";

const network = (name: string): readonly string[] => [`ovh_net.${name}.id`, `ovh_net.${name}`];

describe("what is not known yet", () => {
  const withPool = (expressions: { readonly [key: string]: Json }, block: { readonly [key: string]: Json } = {}) => ({
    configuration: {
      provider_config: OVH,
      root_module: {
        resources: [configured(KUBE, { region: { constant_value: "GRA11" } }), configured(POOL, expressions, block)],
      },
    },
  });
  const pool = (region: string, expression: Json, block: { readonly [key: string]: Json } = {}) =>
    plan(
      [kube(at(region)), change(POOL, { name: "p" }, { change: { after_unknown: { kube_id: true, id: true } } })],
      withPool({ kube_id: expression }, block),
    );
  const of = (json: Json) => verdict(json, POOL);

  it.each([
    ["a parent inside", "GRA11", { references: [`${KUBE}.id`, KUBE] }, "inside"],
    ["a parent outside", "BHS5", { references: [`${KUBE}.id`, KUBE] }, "outside"],
    ["a parent and something else", "GRA11", { references: [`${KUBE}.id`, KUBE, "var.other"] }, "undecided"],
    [
      "two attributes of the parent: a condition may hide a literal",
      "GRA11",
      { references: [`${KUBE}.id`, `${KUBE}.name`, KUBE] },
      "undecided",
    ],
    ["an attribute of the parent that its author wrote", "GRA11", { references: [`${KUBE}.region`, KUBE] }, "undecided"],
    ["an attribute of the parent that the provider gives", "GRA11", { references: [`${KUBE}.control_plane_id`, KUBE] }, "inside"],
    ["a parent, by an expression that names it twice", "GRA11", { references: [`${KUBE}.id`, KUBE, `${KUBE}.id`, KUBE] }, "undecided"],
    ["a local", "GRA11", { references: ["local.id"] }, "undecided"],
    ["a computed expression", "GRA11", {}, "undecided"],
    [
      "something that is not there",
      "GRA11",
      { references: ["ovh_cloud_project_kube.gone.id", "ovh_cloud_project_kube.gone"] },
      "undecided",
    ],
  ] as const)("a reference to %s", (_, region, expression, wanted) => {
    expect(of(pool(region, expression as Json))).toBe(wanted);
  });

  it.each([
    ["ids of a network and of its subnet", ["ovh_net.n.id", "ovh_net.n", "ovh_sub.s.id", "ovh_sub.s"], "inside"],
    ["an id of one instance of several", ["ovh_net.n[0].id", "ovh_net.n[0]", "ovh_net.n", "ovh_sub.s.id", "ovh_sub.s"], "inside"],
    ["an id and a variable, which may choose silence", ["ovh_sub.s.id", "ovh_sub.s", "var.open"], "undecided"],
    ["an id, and what may be null", ["ovh_net.n.id", "ovh_net.n", "ovh_sub.s.gateway", "ovh_sub.s"], "undecided"],
    ["an id of what is only looked up", ["ovh_net.n.id", "ovh_net.n", "data.ovh_sub.s.id", "data.ovh_sub.s"], "undecided"],
  ] as const)("takes for a value, in a nested attribute, %s", (_, references, wanted) => {
    const address = "ovh_cloud_instance.m";
    const after = { name: "m", region: "GRA11", networks: [{}], security_group_ids: [] };
    const unknown = { change: { after_unknown: { networks: [{ network_id: true, subnet_id: true }], id: true } } };
    const json = plan([change(address, after, unknown)]);
    const [block] = (json["configuration"] as { root_module: { resources: { expressions: object }[] } }).root_module.resources;
    if (block !== undefined) block.expressions = { networks: { references } };
    const found = refusedBy(judgedPlan(json), "isolation/public-address").find((one) => one.address === address);
    expect(found?.verdict ?? "inside").toBe(wanted);
  });

  it.each([
    ["once", [network("n")], true],
    ["once in each of two blocks", [network("n"), network("n")], true],
    ["beside another one, which may decide that there is none", [[...network("n"), ...network("o")]], false],
    ["twice, of which the one may decide that there is none", [[...network("n"), ...network("n")]], false],
    ["twice in one of two blocks", [[...network("n"), ...network("n")], network("n")], false],
  ] as const)("is certainly an id where a block names it %s", (_, blocks, wanted) => {
    const address = "scaleway_instance_server.m";
    const unknown = { change: { after_unknown: { id: true, private_network: blocks.map(() => ({ pn_id: true })) } } };
    const json = plan([change(address, { name: "m", zone: "fr-par-1", private_network: blocks.map(() => ({})) }, unknown)]);
    const [block] = (json["configuration"] as { root_module: { resources: { expressions: object }[] } }).root_module.resources;
    if (block !== undefined) block.expressions = { private_network: blocks.map((references) => ({ pn_id: { references } })) };
    const value = readPlan(json, "plan.json").find(address)?.read("private_network[].pn_id")[0]?.value;
    expect(value?.kind === "unknown" && value.isId === true).toBe(wanted);
  });

  it("follows what is iterated over", () => {
    const each = { references: ["each.value.id", "each.value"] };
    expect(of(pool("BHS5", each, { for_each_expression: { references: [KUBE] } }))).toBe("outside");
    expect(of(pool("GRA11", each, { for_each_expression: { references: [KUBE] } }))).toBe("inside");
    expect(of(pool("GRA11", each, { for_each_expression: { references: ["var.all"] } }))).toBe("undecided");
  });

  it("is absent where the configuration does not write it, and unknown where a dynamic block may", () => {
    const unknown = { change: { after_unknown: { region: true, nodes: true } } };
    const json = plan([change("ovh_cloud_project_database.d", { engine: "x" }, unknown)]);
    expect(read(json, "ovh_cloud_project_database.d", "region")).toMatchObject([{ value: { kind: "absent" } }]);
    expect(read(json, "ovh_cloud_project_database.d", "nodes[].region")).toMatchObject([
      { path: "nodes[].region", value: { kind: "unknown" } },
    ]);
  });

  it("is told apart, entry by entry", () => {
    const after = { nodes: [{ region: "GRA" }, { region: null }, {}] };
    const json = plan([
      change("ovh_cloud_project_database.d", after, { change: { after_unknown: { nodes: [{}, { region: true }, {}] } } }),
    ]);
    expect(read(json, "ovh_cloud_project_database.d", "nodes[].region")?.map(({ path, value }) => [path, value.kind])).toEqual([
      ["nodes[0].region", "known"],
      ["nodes[1].region", "unknown"],
      ["nodes[2].region", "absent"],
    ]);
  });

  it("is unknown as a whole where a part of it is", () => {
    const json = plan([change("ovh_x.y", { tags: { a: "b" } }, { change: { after_unknown: { tags: { c: true } } } })]);
    expect(read(json, "ovh_x.y", "tags")).toMatchObject([{ value: { kind: "unknown" } }]);
  });

  it("may stand in the tree of unknowns alone", () => {
    const json = plan([change("ovh_x.y", {}, { change: { after_unknown: { nodes: [{ region: true }], one: { region: true } } } })]);
    expect(read(json, "ovh_x.y", "nodes[].region")).toMatchObject([{ path: "nodes[0].region", value: { kind: "unknown" } }]);
    expect(read(json, "ovh_x.y", "one.region")).toMatchObject([{ value: { kind: "unknown" } }]);
  });

  it("was made up by a rehearsal", () => {
    const base = plan([kube(at("rehearsal-region"))]);
    const block = { mode: "managed", type: "ovh_cloud_project_kube", name: "k", provider_config_key: "ovh" };
    const written = (expressions: Json) => ({ ...base, configuration: { root_module: { resources: [{ ...block, expressions }] } } });
    const json = written({ region: { references: ["var.region"] } });
    // What the code does not write is the provider's own choice, in a rehearsal as in a real plan.
    const silent = readPlan(written({}), "p", { madeUp: "rehearsal-" }).find(KUBE)?.read("region");
    expect(silent?.map(({ value: { kind } }) => kind)).toEqual(["absent"]);
    const value = (madeUp?: string) =>
      readPlan(json, "p", madeUp === undefined ? {} : { madeUp })
        .find(KUBE)
        ?.read("region")[0]?.value.kind;
    expect([value(), value("rehearsal-")]).toEqual(["known", "unknown"]);
  });
});

it("takes a list that a plan shows to be nothing for a list without members, as code does that leaves it out", () => {
  const group = plan([change("ovh_cloud_security_group.g", { service_name: "p", name: "g", region: "GRA11", rule: null })]);
  expect(readPlan(group, "plan.json").find("ovh_cloud_security_group.g")?.read("rule[].remote_ip_prefix")).toEqual([]);
});
