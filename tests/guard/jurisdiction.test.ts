import { describe, expect, it } from "vitest";
import { definePolicy } from "../../guard/index.ts";
import { type Document, judged, refusedBy, resource, verdictOf } from "./judging.ts";

const kube: Document = resource("ovh_cloud_project_kube", { service_name: "p", name: "k", region: "GRA11", private_network_id: "n" });
const withProvider = (provider: readonly Document[], more: Document = {}) =>
  judged({ provider: { ovh: provider as never }, ...kube, ...more }, undefined, { rules: ["jurisdiction"] });

describe("the endpoint of a provider block", () => {
  it.each([
    ["ovh-eu", "inside"],
    ["kimsufi-eu", "inside"],
    ["https://eu.api.ovh.com/1.0", "inside"],
    ["ovh-ca", "outside"],
    ["ovh-us", "outside"],
    ["https://api.us.ovhcloud.com/1.0", "outside"],
    ["https://ca.api.ovh.com/1.0", "outside"],
    ["https://eu.api.ovh.com.evil.example/1.0", "undecided"],
    ["https://eu.api.ovh.com@evil.example/1.0", "undecided"],
    ["https://evil.example/eu.api.ovh.com", "undecided"],
    ["OVH-EU", "undecided"],
    ["constructor", "undecided"],
    ["__proto__", "undecided"],
    ["${var.endpoint}", "undecided"],
  ])("%s is %s", (endpoint, verdict) => {
    const report = withProvider([{ endpoint }], { variable: { endpoint: {} } });
    expect(verdictOf(report, "provider.ovh")).toBe(verdict);
    expect(report.verdict).toBe(verdict === "inside" ? "inside" : "refused");
  });

  it("follows a variable to its default, and every value that a condition gives", () => {
    const by = (endpoint: string, standard: string) =>
      withProvider([{ endpoint }], { variable: { e: { default: standard }, v: {} } }).verdict;
    expect(by("${var.e}", "ovh-us")).toBe("refused");
    expect(by('${var.v ? "ovh-eu" : "ovh-us"}', "")).toBe("refused");
    expect(by('${var.v ? "ovh-eu" : "kimsufi-eu"}', "")).toBe("inside");
    expect(by('${var.v ? "ovh-eu" : null}', "")).toBe("refused");
  });

  it("names the environment variable that decides where nothing is written", () => {
    for (const report of [withProvider([{}]), judged({ provider: {}, ...kube }, undefined, { rules: ["jurisdiction"] })]) {
      const [finding] = refusedBy(report, "jurisdiction/endpoint");
      expect(finding).toMatchObject({ address: "provider.ovh", verdict: "undecided" });
      expect(finding?.message).toContain("OVH_ENDPOINT");
      expect(finding?.remedy).toContain('endpoint = "ovh-eu"');
    }
  });

  it("believes the environment that the policy declares", () => {
    const under = (OVH_ENDPOINT: string) =>
      judged({ provider: { ovh: [{}] }, ...kube }, definePolicy({ environment: { OVH_ENDPOINT } }), { rules: ["jurisdiction"] });
    expect(under("ovh-eu").verdict).toBe("inside");
    expect(verdictOf(under("ovh-us"), "ovh_cloud_project_kube.r")).toBe("outside");
  });

  it("accepts an interface without a region that the policy names, although it answers from elsewhere", () => {
    const instance = { zone: "at-vie-1", name: "i", type: "standard.small", template_id: "t", disk_size: 10 };
    const document = { provider: { exoscale: [{ key: "k", secret: "s" }] }, ...resource("exoscale_compute_instance", instance) };
    const under = (operators: object, endpoints: readonly string[]) =>
      judged(document, definePolicy({ operators, endpoints }), { rules: ["jurisdiction"] });
    const also = { also: ["exoscale"] };
    expect(under(also, ["api"]).verdict).toBe("inside");
    expect(refusedBy(under(also, []), "jurisdiction/endpoint")[0]?.remedy).toContain(`add "api" to the policy's endpoints`);
    // Its company is approved apart from its address.
    expect(under({}, ["api"]).verdict).toBe("refused");
    const swiss = {
      provider: { exoscale: [{ environment: "api-ch-gva-2.exoscale.com" }] },
      ...resource("exoscale_compute_instance", instance),
    };
    const policy = definePolicy({ operators: also, endpoints: ["api-ch-gva-2.exoscale.com"] });
    expect(judged(swiss, policy, { rules: ["jurisdiction"] }).verdict).toBe("refused");
  });

  it("accepts a host that the policy approves", () => {
    const policy = definePolicy({ endpoints: ["gateway.acme.example"] });
    const at = (endpoint: string) => judged({ provider: { ovh: [{ endpoint }] }, ...kube }, policy, { rules: ["jurisdiction"] }).verdict;
    expect(at("https://gateway.acme.example/1.0")).toBe("inside");
    expect(at("https://gateway.acme.example.evil.example/1.0")).toBe("refused");
  });

  it("judges each alias, and the resource under its own", () => {
    const report = judged(
      {
        provider: { ovh: [{ endpoint: "ovh-eu" }, { alias: "us", endpoint: "ovh-us" }] },
        resource: {
          ovh_cloud_project_kube: {
            here: { service_name: "p", name: "k", region: "GRA11", private_network_id: "n" },
            there: { provider: "ovh.us", service_name: "p", name: "k", region: "GRA11", private_network_id: "n" },
          },
        },
      },
      undefined,
      { rules: ["jurisdiction"] },
    );
    expect(verdictOf(report, "provider.ovh")).toBe("inside");
    expect(verdictOf(report, "provider.ovh.us")).toBe("outside");
    expect(verdictOf(report, "ovh_cloud_project_kube.here")).toBe("inside");
    expect(verdictOf(report, "ovh_cloud_project_kube.there")).toBe("outside");
    expect(report.resources.find((one) => one.address.endsWith(".there"))?.place).toMatchObject({ operator: "ovhcloud-us" });
  });
});

describe("the operator", () => {
  it.each([
    ["hashicorp/aws", "aws_instance", "outside", /Amazon/],
    ["hashicorp/azurerm", "azurerm_resource_group", "outside", /Microsoft/],
    ["hashicorp/google", "google_compute_instance", "outside", /Google/],
    ["acme/acme", "acme_box", "undecided", /does not know the provider/],
    ["evil/ovh", "ovh_cloud_project_kube", "undecided", /does not know the provider/],
    ["registry.evil.example/ovh/ovh", "ovh_cloud_project_kube", "undecided", /registry registry\.evil\.example/],
  ])("of %s is %s", (source, type, verdict, message) => {
    const local = type.split("_", 1)[0] ?? "";
    const report = judged(
      { terraform: { required_providers: { [local]: { source } } }, provider: {}, ...resource(type, { region: "GRA11" }) },
      undefined,
      { rules: ["jurisdiction/operator"] },
    );
    expect(verdictOf(report, `${type}.r`)).toBe(verdict);
    expect(refusedBy(report, "jurisdiction/operator").some((one) => message.test(one.message))).toBe(true);
  });

  it("trusts a registry that the policy names", () => {
    const document = {
      terraform: { required_providers: { ovh: { source: "registry.acme.example/ovh/ovh" } } },
      provider: { ovh: [{ endpoint: "ovh-eu" }] },
      ...kube,
    };
    expect(judged(document, undefined, { rules: ["jurisdiction"] }).verdict).toBe("refused");
    expect(judged(document, definePolicy({ registries: ["registry.acme.example"] }), { rules: ["jurisdiction"] }).verdict).toBe("inside");
  });

  it("is whoever answers where S3 is spoken", () => {
    const at = (s3: string | undefined, type = "aws_s3_bucket") =>
      judged(
        { provider: { aws: [{ region: "us-east-1", ...(s3 && { endpoints: [{ s3 }] }) }] }, ...resource(type, { bucket: "b" }) },
        undefined,
        { rules: ["jurisdiction", "residency"] },
      );
    const verdict = (report: ReturnType<typeof at>, type = "aws_s3_bucket") => verdictOf(report, `${type}.r`);
    expect(verdict(at("https://s3.gra.io.cloud.ovh.net"))).toBe("inside");
    expect(verdict(at("https://oos.eu-west-2.outscale.com"))).toBe("inside");
    expect(verdict(at("https://oos.us-east-2.outscale.com"))).toBe("outside");
    expect(verdict(at("https://s3.bhs.io.cloud.ovh.net"))).toBe("outside");
    expect(verdict(at("https://s3.example.com"))).toBe("undecided");
    expect(verdict(at(undefined))).toBe("outside");
    // What does not speak S3 stays Amazon's.
    expect(verdict(at("https://s3.gra.io.cloud.ovh.net", "aws_instance"), "aws_instance")).toBe("outside");
  });

  it("is judged by seat and control, and by the policy's own lists", () => {
    const under = (operators: NonNullable<Parameters<typeof definePolicy>[0]["operators"]>) =>
      judged({ ...kube }, definePolicy({ name: "own", operators }), { rules: ["jurisdiction/operator"] }).verdict;
    expect(under({ only: ["ovhcloud"] })).toBe("inside");
    expect(under({ only: ["scaleway"] })).toBe("refused");
    expect(under({ never: ["ovhcloud"] })).toBe("refused");
    expect(under({ seat: ["DE"] })).toBe("refused");
    expect(under({ seat: ["DE"], also: ["ovhcloud"] })).toBe("inside");
  });
});
