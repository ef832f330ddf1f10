import { describe, expect, it } from "vitest";
import { definePolicy } from "../../guard/index.ts";
import { type Document, judged, verdictOf } from "./judging.ts";

const flex = (region: string): Document => ({
  stackit_postgresflex_instance: { p: { project_id: "p", name: "p", version: "14", acl: [], region } },
});
const network: Document = { stackit_network: { n: { project_id: "p", name: "n" } } };
const NETWORK = "${stackit_network.n.region}";

function said(resource: Document, provider: Document = { default_region: "eu01" }, more: Document = {}): string | undefined {
  const document = {
    terraform: {
      required_providers: { stackit: { source: "stackitcloud/stackit" }, scaleway: { source: "scaleway/scaleway" } },
    },
    variable: { v: {} },
    provider: { stackit: [provider], scaleway: [{ region: "fr-par", zone: "fr-par-1" }] },
    resource,
    ...more,
  } as Document;
  return verdictOf(judged(document, definePolicy({}), { rules: ["residency/region"] }), "stackit_postgresflex_instance.p");
}

describe("a place that a neighbour's provider will say", () => {
  const where: readonly (readonly [
    name: string,
    of: readonly [verdict: string, resource: Document, provider?: Document, more?: Document],
  ])[] = [
    ["is the neighbour's", ["inside", { ...network, ...flex(NETWORK) }]],
    ["is wherever nobody knows the neighbour to be", ["undecided", { ...network, ...flex(NETWORK) }, { default_region: "${var.v}" }]],
    ["is none with something made of it", ["undecided", { ...network, ...flex('${replace(stackit_network.n.region, "eu", "us")}') }]],
    ["is none with something around it", ["undecided", { ...network, ...flex("${stackit_network.n.region}-m") }]],
    ["is none beside another", ["undecided", { ...network, ...flex("${coalesce(var.v, stackit_network.n.region)}") }]],
    ["is none by the neighbour's name", ["undecided", { ...network, ...flex("${stackit_network.n.network_id}") }]],
    [
      "is none of another cloud",
      ["undecided", { scaleway_vpc_private_network: { n: { name: "n" } }, ...flex("${scaleway_vpc_private_network.n.region}") }],
    ],
    [
      "is none of what is looked up",
      [
        "undecided",
        flex("${data.stackit_network.n.region}"),
        { default_region: "eu01" },
        { data: { stackit_network: { n: { project_id: "p", network_id: "n" } } } },
      ],
    ],
    [
      "is none in a ring",
      [
        "undecided",
        { stackit_network: { n: { project_id: "p", name: "n", region: "${stackit_postgresflex_instance.p.region}" } }, ...flex(NETWORK) },
      ],
    ],
  ];
  it.each(where)("%s", (_, [verdict, resource, provider, more]) => {
    expect(said(resource, provider, more)).toBe(verdict);
  });
});

describe("a group of places that a lookup answers with", () => {
  const said = (location: Document, policy: Parameters<typeof definePolicy>[0] = {}, data = "hcloud_location") => {
    const document = {
      terraform: { required_providers: { hcloud: { source: "hetznercloud/hcloud" } } },
      variable: { v: {} },
      provider: { hcloud: [{}] },
      data: { [data]: { l: location } },
      resource: {
        hcloud_network_subnet: {
          s: { network_id: 1, type: "cloud", ip_range: "10.0.0.0/24", network_zone: `\${data.${data}.l.network_zone}` },
        },
      },
    } as Document;
    return verdictOf(judged(document, definePolicy(policy), { rules: ["residency/region"] }), "hcloud_network_subnet.s");
  };
  it.each<[string, Parameters<typeof said>, string]>([
    ["is that of the place that it names", [{ name: "fsn1" }], "inside"],
    ["is outside with the place", [{ name: "ash" }], "outside"],
    ["holds more than the place", [{ name: "fsn1" }, { places: ["hcloud:fsn1"] }], "outside"],
    ["is not known by a name that is not", [{ name: "${var.v}" }], "undecided"],
    ["is not known by a number", [{ id: 1 }], "undecided"],
    ["is not known by a number beside the name", [{ id: 5, name: "fsn1" }], "undecided"],
    ["is not known of a place that nobody knows", [{ name: "moon1" }], "undecided"],
    ["is none of another lookup", [{ name: "fsn1" }, {}, "hcloud_datacenter"], "undecided"],
  ])("%s", (_, args, verdict) => {
    expect(said(...args)).toBe(verdict);
  });
});
