import { describe, expect, it } from "vitest";
import { definePolicy } from "../../guard/index.ts";
import { type Document, judged, refusedBy, resource, verdictOf } from "./judging.ts";

const kube = (region: string): Document =>
  resource("ovh_cloud_project_kube", { service_name: "p", name: "k", region, private_network_id: "n" });
const place = (document: Document) => judged(document, undefined, { rules: ["residency/region"] });

describe("a place by attribute", () => {
  const inside = ["GRA11", "GRA9", "SBG5", "DE1", "WAW1", "EU-WEST-PAR", "EU-SOUTH-MIL", "EU-WEST-LZ-LUX-A", "gra11"];
  it.each(inside)("%s is inside", (code) => {
    expect(verdictOf(place(kube(code)), "ovh_cloud_project_kube.r")).toBe("inside");
  });

  // A name that says eu is no proof of the country.
  const outside: readonly (readonly [code: string, country: string])[] = [
    ["UK1", "United Kingdom"],
    ["EU-WEST-LZ-MNC-A", "United Kingdom"],
    ["EU-WEST-LZ-ZRH-A", "Switzerland"],
    ["EU-NORTH-LZ-OSL-A", "Norway"],
    ["BHS5", "Canada"],
    ["US-EAST-VA-1", "United States"],
    ["SGP1", "Singapore"],
    ["SYD1", "Australia"],
    ["eu-west-eri", "United Kingdom"],
  ];
  it.each(outside)("%s is outside, in %s", (code, country) => {
    const report = place(kube(code));
    const [finding] = refusedBy(report, "residency/region");
    expect(report.verdict).toBe("refused");
    expect(finding?.verdict).toBe("outside");
    expect(finding?.message).toContain(country);
    expect(finding?.value).toBe(code);
    expect(finding?.path).toBe("region");
  });

  it("refuses a code that nobody knows, and names the nearest approved", () => {
    const [finding] = refusedBy(place(kube("GRA99")), "residency/region");
    expect(finding?.verdict).toBe("outside");
    expect(finding?.remedy).toMatch(/GRA9\b/);
    expect(finding?.remedy).toMatch(/GRA11\b/);
  });

  it.each(["ALL", "all", "*", "global", " GRA11", "GRA11 ", "GRA11,BHS5", "constructor", "__proto__", "toString", "Gravelines", "", "0"])(
    "does not take %j for a region",
    (code) => {
      expect(place(kube(code)).verdict).toBe("refused");
    },
  );

  it("names approved places in the spelling of the product", () => {
    const bucket = resource("ovh_cloud_project_storage", { service_name: "p", name: "b", region_name: "BHS" });
    expect(refusedBy(place(bucket), "residency/region")[0]?.remedy).toMatch(/set region_name to [A-Z]+( |$)/);
  });

  it("wants every member of a list, and refuses every region at once", () => {
    const network = (regions?: readonly string[]) =>
      resource("ovh_cloud_project_network_private", { service_name: "p", name: "n", ...(regions && { regions }) });
    expect(place(network(["GRA11", "SBG5"])).verdict).toBe("inside");
    expect(refusedBy(place(network(["GRA11", "BHS5"])), "residency/region").map((one) => one.path)).toEqual(["regions[1]"]);
    expect(place(network()).verdict).toBe("refused");
    expect(place(network([])).verdict).toBe("refused");
  });

  it("wants every value that a condition can give", () => {
    const either = (other: string) => ({ variable: { v: {} }, ...kube(`\${var.v ? "GRA11" : "${other}"}`) });
    expect(place(either("SBG5")).verdict).toBe("inside");
    expect(refusedBy(place(either("BHS5")), "residency/region")).toMatchObject([{ verdict: "outside", value: "BHS5" }]);
  });
});

describe("a place by parent", () => {
  const pool = (kube_id: string) => ({
    ovh_cloud_project_kube_nodepool: { p: { service_name: "s", kube_id, name: "p", flavor_name: "b3-8" } },
  });
  const cluster = (region: string) => ({ ovh_cloud_project_kube: { k: { service_name: "s", name: "k", region } } });
  const address = "ovh_cloud_project_kube_nodepool.p";

  it.each([
    ["GRA11", "inside"],
    ["BHS5", "outside"],
    ["${var.r}", "undecided"],
  ])("is where its parent is: %s gives %s", (region, verdict) => {
    const report = place({ variable: { r: {} }, resource: { ...pool("${ovh_cloud_project_kube.k.id}"), ...cluster(region) } });
    expect(verdictOf(report, address)).toBe(verdict);
  });

  it("says the way by which it came", () => {
    const report = place({ resource: { ...pool("${ovh_cloud_project_kube.k.id}"), ...cluster("BHS5") } });
    const [finding] = refusedBy(report, "residency/region").filter((one) => one.address === address);
    expect(finding?.chain.map((link) => link.at)).toEqual(
      ["kube_id", "ovh_cloud_project_kube.k.region", "ovh_cloud_project_kube.k.region"].slice(0, finding?.chain.length),
    );
    expect(finding?.path).toBe("kube_id");
  });

  it("does not believe a literal id, unless the policy says where it is", () => {
    expect(verdictOf(place({ resource: pool("abc-123") }), address)).toBe("undecided");
    const located = (where: string) => definePolicy({ located: { "abc-123": where } });
    const under = (where: string) => judged({ resource: pool("abc-123") }, located(where), { rules: ["residency/region"] });
    expect(verdictOf(under("ovh:GRA11"), address)).toBe("inside");
    expect(verdictOf(under("ovh:BHS5"), address)).toBe("outside");
  });

  it("does not follow a reference to something that is no parent", () => {
    const report = place({ resource: { ...pool("${terraform_data.t.output}"), terraform_data: { t: { input: "x" } } } });
    expect(verdictOf(report, address)).toBe("undecided");
  });

  it("ends in a ring of references", () => {
    const ring = { ovh_cloud_project_kube_nodepool: { p: { kube_id: "${ovh_cloud_project_kube_nodepool.p.kube_id}", name: "p" } } };
    expect(verdictOf(place({ resource: ring }), address)).toBe("undecided");
  });
});

describe("a place by order", () => {
  const server = (...configuration: readonly { readonly label: string; readonly value: string }[]) =>
    resource("ovh_dedicated_server", { plan: [{ plan_code: "24rise01", duration: "P1M", pricing_mode: "default", configuration }] });

  it.each([
    ["in Gravelines", [{ label: "dedicated_datacenter", value: "gra3" }], "inside"],
    [
      "in Gravelines, in Europe",
      [
        { label: "dedicated_datacenter", value: "gra3" },
        { label: "region", value: "europe" },
      ],
      "inside",
    ],
    [
      "in Canada",
      [
        { label: "dedicated_datacenter", value: "bhs" },
        { label: "region", value: "canada" },
      ],
      "outside",
    ],
    ["whatever the label's case", [{ label: "Dedicated_Datacenter", value: "bhs" }], "outside"],
    ["in Europe alone", [{ label: "region", value: "europe" }], "undecided"],
    ["nowhere said", [{ label: "dedicated_os", value: "none_64.en" }], "undecided"],
    ["nothing ordered", [], "undecided"],
  ] as const)("%s", (_, configuration, verdict) => {
    expect(verdictOf(place(server(...configuration)), "ovh_dedicated_server.r")).toBe(verdict);
  });
});

describe("what has no place", () => {
  it("is not counted as inside by the rule on places", () => {
    const report = place(resource("ovh_domain_zone_record", { zone: "example.org", fieldtype: "A", target: "198.51.100.1" }));
    expect(verdictOf(report, "ovh_domain_zone_record.r")).toBe("not-applicable");
    expect(report.findings[0]).toMatchObject({ verdict: "not-applicable", rule: "residency/region" });
    expect(report.verdict).toBe("inside");
  });

  it.each([
    ["a type that nobody knows", resource("ovh_teleporter", { region: "GRA11" }), "ovh_teleporter.r"],
    ["a type called like a member of every object", resource("constructor", { region: "GRA11" }), "constructor.r"],
    ["a data source that nobody knows", { data: { ovh_teleporters: { r: {} } } }, "data.ovh_teleporters.r"],
    [
      "a provider that nobody knows",
      { terraform: { required_providers: { acme: { source: "acme/acme" } } }, ...resource("acme_box", {}) },
      "acme_box.r",
    ],
    ["Amazon's", resource("aws_instance", { region: "eu-central-1" }), "aws_instance.r"],
  ] as const)("refuses %s", (_, document, address) => {
    const report = place(document);
    expect(verdictOf(report, address)).toBe("undecided");
    expect(refusedBy(report, "residency/region")[0]?.message).toMatch(/catalogue does not know/);
  });

  it("accepts what the engine makes by itself", () => {
    const report = judged(resource("random_password", { length: 20 }));
    expect(verdictOf(report, "random_password.r")).toBe("not-applicable");
    expect(report.verdict).toBe("inside");
  });
});

describe("a policy of places", () => {
  const policy = definePolicy({ name: "north", places: ["ovh:GRA11", "ovh:SBG5"] });
  it.each([
    ["GRA11", "inside"],
    ["SBG5", "inside"],
    ["DE1", "outside"],
    ["GRA9", "outside"],
  ])("%s is %s", (code, verdict) => {
    expect(verdictOf(judged(kube(code), policy, { rules: ["residency/region"] }), "ovh_cloud_project_kube.r")).toBe(verdict);
  });

  it("takes a location's own name for one of its places", () => {
    const bucket = (region_name: string) => resource("ovh_cloud_project_storage", { service_name: "p", name: "b", region_name });
    const under = (code: string) => verdictOf(judged(bucket(code), policy, { rules: ["residency/region"] }), "ovh_cloud_project_storage.r");
    expect([under("GRA"), under("DE")]).toEqual(["inside", "outside"]);
  });

  it("opens to the economic area, and to countries one by one", () => {
    const oslo = kube("EU-NORTH-LZ-OSL-A");
    const under = (countries: "eea" | readonly ["NO"]) =>
      judged(oslo, definePolicy({ countries }), { rules: ["residency/region"] }).verdict;
    expect([under("eea"), under(["NO"])]).toEqual(["inside", "inside"]);
  });
});
