import { describe, expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, judge, readDocument, readPlan, readState } from "../../guard/index.ts";
import { AS_OF, type Document, verdictOf } from "./judging.ts";

/** A card of IONOS without a firewall is public where its LAN is. */

const CARD = "ionoscloud_nic.card";
const D = "${ionoscloud_datacenter.d.id}";
const centre: Document = { name: "d", location: "de/fra" };
const lan = (open: Document[string], datacenter_id = D): Document => ({ name: "l", datacenter_id, public: open });
const card = (of: Document[string], more: Document = {}): Document => ({ server_id: "s", datacenter_id: D, lan: of, ...more });

const verdict = (infrastructure: Infrastructure): string | undefined =>
  verdictOf(judge([infrastructure], defaultPolicy, { asOf: AS_OF, rules: ["isolation/public-address"] }), CARD);

const written = (body: Document, lans: Document, more: Document = {}): string | undefined =>
  verdict(
    readDocument(
      {
        terraform: { required_providers: { ionoscloud: { source: "ionos-cloud/ionoscloud" } }, backend: { local: { path: "x.tfstate" } } },
        provider: { ionoscloud: [{}] },
        variable: { v: {} },
        resource: { ionoscloud_datacenter: { d: centre, e: centre }, ionoscloud_lan: lans, ionoscloud_nic: { card: body } },
        ...more,
      },
      "cdk.tf.json",
    ),
  );

const L = "${ionoscloud_lan.l.id}";

describe("what is written", () => {
  it.each([
    ["a private LAN", card(L), { l: lan(false) }, "inside"],
    ["a LAN that says nothing", card(L), { l: { datacenter_id: D } }, "inside"],
    ["a private LAN, with a firewall", card(L, { firewall_active: true }), { l: lan(false) }, "inside"],
    ["a public LAN", card(L), { l: lan(true) }, "outside"],
    ["a public LAN, with a firewall", card(L, { firewall_active: true }), { l: lan(true) }, "inside"],
    ["a LAN of which nobody knows", card(L), { l: lan("${var.v}") }, "outside"],
    ["a LAN by its number alone", card(1), { l: lan(false) }, "outside"],
    ["whichever LAN a variable says", card("${var.v}"), { l: lan(false) }, "outside"],
    [
      "one of two LANs, which a reader does not tell apart",
      card("${var.v ? ionoscloud_lan.l.id : ionoscloud_lan.m.id}"),
      { l: lan(false), m: lan(false) },
      "outside",
    ],
    [
      "one of two LANs, one public",
      card("${var.v ? ionoscloud_lan.l.id : ionoscloud_lan.m.id}"),
      { l: lan(false), m: lan(true) },
      "outside",
    ],
    ["a private LAN or a number", card("${var.v ? ionoscloud_lan.l.id : 2}"), { l: lan(false) }, "outside"],
    ["the number of a LAN elsewhere", card(L), { l: lan(false, "${ionoscloud_datacenter.e.id}") }, "outside"],
    ["a number that is made of a LAN's", card("${ionoscloud_lan.l.id + 1}"), { l: lan(false) }, "outside"],
    ["something that is no LAN", card("${ionoscloud_datacenter.e.id}"), { l: lan(false) }, "outside"],
    ["a firewall that a variable switches, in a private LAN", card(L, { firewall_active: "${var.v}" }), { l: lan(false) }, "inside"],
    ["a firewall that a variable switches, in a public LAN", card(L, { firewall_active: "${var.v}" }), { l: lan(true) }, "undecided"],
  ] as const)("%s", (_, body, lans, expected) => {
    expect(written(body, lans)).toBe(expected);
  });

  it("asks for each card of a server by itself", () => {
    const server = (...lans: readonly string[]): Document => ({ name: "s", datacenter_id: D, nic: lans.map((one) => ({ lan: one })) });
    const cards = (body: Document) =>
      judge(
        [
          readDocument(
            {
              terraform: { required_providers: { ionoscloud: { source: "ionos-cloud/ionoscloud" } }, backend: { local: { path: "x" } } },
              provider: { ionoscloud: [{}] },
              resource: {
                ionoscloud_datacenter: { d: centre },
                ionoscloud_lan: { l: lan(false), m: lan(true) },
                ionoscloud_server: { s: body },
              },
            },
            "cdk.tf.json",
          ),
        ],
        defaultPolicy,
        { asOf: AS_OF, rules: ["isolation/public-address"] },
      ).findings.filter(({ address, verdict }) => address === "ionoscloud_server.s" && verdict === "outside");
    expect(cards(server(L))).toEqual([]);
    expect(cards(server(L, "${ionoscloud_lan.m.id}")).map(({ path }) => path)).toEqual(["nic[1].firewall_active"]);
  });
});

const PROVIDER = "registry.terraform.io/ionos-cloud/ionoscloud";
const CENTRE = ["ionoscloud_datacenter.d.id", "ionoscloud_datacenter.d"];

function planned(open: boolean): string | undefined {
  const made = (type: string, name: string, after: Document, after_unknown: Document): Document => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: PROVIDER,
    change: { actions: ["create"], before: null, after, after_unknown, before_sensitive: false, after_sensitive: {} },
  });
  const code = (type: string, name: string, expressions: Document): Document => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_config_key: "ionoscloud",
    expressions,
  });
  const resource_changes = [
    made("ionoscloud_datacenter", "d", { name: "d", location: "de/fra" }, { id: true }),
    made("ionoscloud_lan", "l", { public: open }, { id: true, datacenter_id: true }),
    made("ionoscloud_nic", "card", { firewall_active: false }, { id: true, lan: true, datacenter_id: true }),
  ];
  const resources = [
    code("ionoscloud_datacenter", "d", {}),
    code("ionoscloud_lan", "l", { datacenter_id: { references: CENTRE } }),
    code("ionoscloud_nic", "card", {
      datacenter_id: { references: CENTRE },
      lan: { references: ["ionoscloud_lan.l.id", "ionoscloud_lan.l"] },
    }),
  ];
  const provider_config = { ionoscloud: { name: "ionoscloud", full_name: PROVIDER, expressions: {} } };
  const configuration = { provider_config, root_module: { resources } };
  return verdict(
    readPlan({ format_version: "1.2", terraform_version: "1.11.4", planned_values: {}, resource_changes, configuration }, "plan.json"),
  );
}

it("follows in a plan what the configuration refers to", () => {
  expect([planned(false), planned(true)]).toEqual(["inside", "outside"]);
});

function standing(open: boolean, centreOfLan = "1a"): string | undefined {
  const stands = (type: string, name: string, values: Document): Document => ({
    address: `${type}.${name}`,
    mode: "managed",
    type,
    name,
    provider_name: PROVIDER,
    values,
  });
  const resources = [
    stands("ionoscloud_lan", "l", { id: "1", datacenter_id: centreOfLan, public: open }),
    stands("ionoscloud_nic", "card", { id: "c", datacenter_id: "1a", lan: 1, firewall_active: false }),
  ];
  return verdict(readState({ format_version: "1.0", terraform_version: "1.11.4", values: { root_module: { resources } } }, "state.json"));
}

it("knows in a state a LAN by its number, in the same data centre", () => {
  expect([standing(false), standing(true), standing(false, "2b")]).toEqual(["inside", "outside", "outside"]);
});
