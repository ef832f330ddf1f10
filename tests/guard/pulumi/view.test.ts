import { describe, expect, it } from "vitest";
import type { Json } from "../../../guard/values/json.ts";
import { readPulumi } from "../../../guard/views/pulumi.ts";
import type { Document } from "../judging.ts";
import { exported, judgedPulumi, ovhProvider, preview, state, UNKNOWN, urnOf } from "./documents.ts";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const KUBE = "ovh:CloudProject/kube:Kube";
const POOL = "ovh:CloudProject/kubeNodePool:KubeNodePool";
const NET = "ovh:CloudProject/networkPrivate:NetworkPrivate";
const net = (regions: Json, more: Document = {}): Document => state(NET, "n", { serviceName: "abc", regions }, more);
const both = (...states: readonly Json[]): readonly Json[] => [ovhProvider(), ...states];
const kube = (region: Json, more: Document = {}): Document => state(KUBE, "k", { serviceName: "abc", region, privateNetworkId: "n" }, more);
const secret = (value: Json): Json => ({ [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", ...(value as object) });

/** Verdict of each resource by its name; the rules that refuse it. */
function said(document: Json, name: string): { readonly verdict: string | undefined; readonly rules: readonly string[] } {
  const report = judgedPulumi(document);
  const mine = (address: string) => address.endsWith(`::${name}`);
  return {
    verdict: report.resources.find(({ address }) => mine(address) && !address.startsWith("import."))?.verdict,
    rules: report.findings
      .filter((f) => mine(f.address) && (f.verdict === "outside" || f.verdict === "undecided"))
      .map(({ rule, verdict }) => `${rule} ${verdict}`),
  };
}

describe("values in a preview", () => {
  it.each<[string, Json, string, string]>([
    ["a literal inside", ["GRA11"], "inside", ""],
    ["a literal outside", ["GRA11", "BHS5"], "outside", "residency/region outside"],
    ["the whole unknown", UNKNOWN, "undecided", "residency/region undecided"],
    ["a member unknown", ["GRA11", UNKNOWN], "undecided", "residency/region undecided"],
    ["an unknown list", "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", "undecided", "residency/region undecided"],
    ["an unknown within a text", [`GRA${UNKNOWN}`], "undecided", "residency/region undecided"],
    ["a masked secret", ["[secret]"], "undecided", "residency/region undecided"],
    ["a sealed secret", [secret({ ciphertext: "AAAB" })], "undecided", "residency/region undecided"],
    ["a secret that is shown, outside", [secret({ plaintext: '"BHS5"' })], "outside", "residency/region outside"],
    ["a secret that is shown, inside", [secret({ plaintext: '"GRA11"' })], "inside", ""],
    ["an output of nothing yet", [{ [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4" }], "undecided", "residency/region undecided"],
    [
      "an output that is known",
      [{ [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", value: "BHS5" }],
      "outside",
      "residency/region outside",
    ],
    ["an asset", [{ [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "GRA11" }], "undecided", "residency/region undecided"],
    ["no such region", ["GRA99"], "outside", "residency/region outside"],
  ])("%s", (_case, regions, verdict, rule) => {
    expect(said(preview(both(net(regions))), "n")).toEqual({ verdict, rules: rule === "" ? [] : expect.arrayContaining([rule]) });
  });

  it("never shows a secret", () => {
    const { findings } = judgedPulumi(preview(both(net([secret({ plaintext: '"hunter2"' })]))));
    expect(findings.some(({ verdict }) => verdict === "outside")).toBe(true);
    expect(JSON.stringify(findings)).not.toContain("hunter2");
  });

  it.each([
    ["in Terraform's spelling", { region: "GRA11", region_name: "x" }, { region_name: "BHS" }],
    ["twice, each in its spelling", { regionName: "GRA" }, { regionName: "GRA", region_name: "BHS" }],
  ])("reads a property %s as the package's program would", (_case, _inside, inputs) => {
    const bucket = state("ovh:CloudProject/storage:Storage", "b", {
      serviceName: "abc",
      encryption: { sseAlgorithm: "AES256" },
      ...inputs,
    });
    expect(said(preview(both(bucket)), "b")).toEqual({ verdict: "outside", rules: ["residency/region outside"] });
  });

  it("takes what the provider says for what is not written", () => {
    const bare = state(NET, "n", { serviceName: "abc" }, { outputs: { regions: ["BHS5"] }, id: "n-1" });
    expect(said(exported(both(bare)), "n").verdict).toBe("outside");
  });

  it("judges what the provider says beside what is written", () => {
    expect(said(exported(both(net(["GRA11"], { outputs: { regions: ["BHS5"] }, id: "n-1" }))), "n").verdict).toBe("outside");
  });
});

describe("providers", () => {
  const under = (urn: string, inputs: Document): Json => preview([ovhProvider(inputs, urn), net(["GRA11"], { provider: `${urn}::p` })]);
  const explicit = urnOf("pulumi:providers:ovh", "us");

  it.each<[string, Json, string]>([
    ["in the United States", under(explicit, { endpoint: "ovh-us" }), "outside"],
    ["whose endpoint is not known", under(explicit, { endpoint: UNKNOWN }), "undecided"],
    [
      "whose program comes from elsewhere",
      under(explicit, { endpoint: "ovh-eu", __internal: { pluginDownloadURL: "https://example.com/x" } }),
      "undecided",
    ],
    ["that is not shown", preview([net(["GRA11"], { provider: `${explicit}::p` })]), "undecided"],
  ])("refuses what runs under a provider %s", (_case, document, verdict) => {
    expect(said(document, "n").verdict).toBe(verdict);
  });

  const standard = (config: Document, name = "default_2_19_1_github_/api.github.com/ovh/pulumi-ovh"): Json =>
    preview([net(["GRA11"], { provider: `${urnOf("pulumi:providers:ovh", name)}::${UNKNOWN}` })], { config });

  it.each<[string, Json, string]>([
    ["an endpoint in Europe", standard({ "ovh:endpoint": "ovh-eu" }), "inside"],
    ["an endpoint in the United States", standard({ "ovh:endpoint": "ovh-us" }), "outside"],
    ["an endpoint that is secret", standard({ "ovh:endpoint": "[secret]" }), "undecided"],
    ["a program from elsewhere", standard({ "ovh:endpoint": "ovh-eu" }, "default_2_19_1_https_/example.com/plugins"), "undecided"],
    ["one that may be the program's own", standard({ "ovh:endpoint": "ovh-eu" }, "default"), "undecided"],
    ["one that is the program's own", standard({ "ovh:endpoint": "ovh-eu" }, "default-us"), "undecided"],
  ])("judges a default provider by the stack's configuration: %s", (_case, document, verdict) => {
    expect(said(document, "n").verdict).toBe(verdict);
  });

  it("refuses a default provider that asks its environment", () => {
    const rules = judgedPulumi(standard({})).findings.map(({ rule, verdict }) => `${rule} ${verdict}`);
    expect(rules).toContain("jurisdiction/endpoint undecided");
  });

  it("refuses a provider that asks its environment", () => {
    const report = judgedPulumi(under(explicit, {}));
    expect(
      report.findings.some(
        ({ rule, address, verdict }) => rule === "jurisdiction/endpoint" && address === explicit && verdict === "undecided",
      ),
    ).toBe(true);
  });

  it("accepts the package's own place of its program", () => {
    expect(
      said(under(explicit, { endpoint: "ovh-eu", __internal: { pluginDownloadURL: "github://api.github.com/ovh/pulumi-ovh" } }), "n")
        .verdict,
    ).toBe("inside");
  });
});

describe("parents", () => {
  const pool = (more: Document): Document => state(POOL, "p", { serviceName: "abc", kubeId: UNKNOWN, flavorName: "b3-8" }, more);
  const from = { propertyDependencies: { kubeId: [urnOf(KUBE, "k")] } };

  it.each<[string, readonly Json[], string]>([
    ["a cluster inside", [kube("GRA11"), pool(from)], "inside"],
    ["a cluster outside", [kube("BHS5"), pool(from)], "outside"],
    ["nobody knows what", [kube("GRA11"), pool({})], "undecided"],
    ["what is not shown", [pool(from)], "undecided"],
    ["an id that was written", [kube("GRA11"), pool({ inputs: { kubeId: "1234" } })], "undecided"],
    [
      "the id of a cluster that exists",
      [kube("GRA11", { id: "1234", outputs: { region: "GRA11" } }), pool({ inputs: { kubeId: "1234" } })],
      "inside",
    ],
    [
      "an id that was written, made of the id of a cluster that exists",
      [kube("GRA11", { id: "1234", outputs: { region: "GRA11" } }), pool({ inputs: { kubeId: "5678" }, ...from })],
      "undecided",
    ],
    [
      "an id that was written, made of the id of a cluster that does not exist yet",
      [kube("GRA11"), pool({ inputs: { kubeId: "5678" }, ...from })],
      "undecided",
    ],
    [
      "an id that was written as the name of a cluster that exists",
      [
        state(KUBE, "k", { region: "GRA11", name: "5678" }, { id: "1234", outputs: { region: "GRA11", name: "5678" } }),
        pool({ inputs: { kubeId: "5678" }, ...from }),
      ],
      "undecided",
    ],
    [
      "what the provider alone says of a cluster that exists",
      [kube("GRA11", { id: "1234", outputs: { region: "GRA11", url: "5678" } }), pool({ inputs: { kubeId: "5678" }, ...from })],
      "inside",
    ],
    [
      "the id that another pool was given",
      [
        kube("GRA11", { id: "1234", outputs: { region: "GRA11" } }),
        state(POOL, "first", { kubeId: "1234" }, { ...from, id: "9", outputs: { kubeId: "1234" } }),
        pool({ inputs: { kubeId: "1234" }, propertyDependencies: { kubeId: [urnOf(POOL, "first")] } }),
      ],
      "inside",
    ],
    [
      "an id in a longer text, of a cluster that exists",
      [kube("GRA11", { id: "1234", outputs: { region: "GRA11" } }), pool({ inputs: { kubeId: "abc/1234" }, ...from })],
      "inside",
    ],
    [
      "the id of a cluster that exists outside",
      [kube("BHS5", { id: "1234", outputs: { region: "BHS5" } }), pool({ inputs: { kubeId: "1234" } })],
      "outside",
    ],
  ])("places a node pool with %s", (_case, states, verdict) => {
    expect(said(preview(both(...states)), "p").verdict).toBe(verdict);
  });
});

describe("what no rule can judge", () => {
  it.each([
    ["a command", "command:local:Command"],
    ["a command on another machine", "command:remote:Command"],
    ["a dynamic provider", "pulumi-nodejs:dynamic:Resource"],
    ["a dynamic provider with a type of its own", "pulumi-nodejs:dynamic/acme:Thing"],
    ["a stack reference", "pulumi:pulumi:StackReference"],
    ["a type that the package does not have", "ovh:CloudProject/novelty:Novelty"],
    ["a package that nobody knows", "acme:index/thing:Thing"],
    ["a file of this machine", "local:index/file:File"],
    ["a module of another engine", "terraform-module:index:Module"],
    ["a chart", "kubernetes:helm.sh/v3:Release"],
    ["another company's cloud", "aws:s3/bucketV2:BucketV2"],
    ["another company's cloud, natively", "azure-native:storage:StorageAccount"],
    ["another company's service", "cloudflare:index/record:Record"],
  ])("refuses %s", (_case, token) => {
    const { verdict, rules } = said(preview(both(state(token, "x", {}))), "x");
    expect(["outside", "undecided"]).toContain(verdict);
    expect(rules.length).toBeGreaterThan(0);
  });

  it.each([
    ["auth0:index/client:Client", "outside"],
    ["confluentcloud:index/kafkaCluster:KafkaCluster", "outside"],
    ["databricks:index/cluster:Cluster", "outside"],
    ["dynatrace:index/dashboard:Dashboard", "outside"],
    ["equinix:metal/device:Device", "outside"],
    ["fastly:index/serviceVcl:ServiceVcl", "outside"],
    ["newrelic:index/alertPolicy:AlertPolicy", "outside"],
    ["okta:app/oauth:OAuth", "outside"],
    ["opsgenie:index/team:Team", "outside"],
    ["pagerduty:index/service:Service", "outside"],
    ["splunk:index/indexes:Indexes", "outside"],
    ["vercel:index/project:Project", "outside"],
    ["gitlab:index/project:Project", "undecided"],
    ["harbor:index/project:Project", "undecided"],
    ["keycloak:index/realm:Realm", "undecided"],
    ["rancher2:index/cluster:Cluster", "undecided"],
    ["vsphere:index/virtualMachine:VirtualMachine", "undecided"],
  ])("says of %s what the catalogue says of its provider: %s", (token, wanted) => {
    const { resources, findings } = judgedPulumi(preview(both(state(token, "x", {}))));
    expect(resources.find(({ address }) => address.endsWith("::x"))?.verdict).toBe(wanted);
    expect(findings.map(({ message }) => message).join()).not.toContain("nothing says which provider it belongs to");
  });

  it.each<[string, string, Document, string]>([
    [
      "another company's interface, called as S3, in the United States",
      "aws",
      { region: "us-east-2", endpoints: '[{"s3":"https://oos.us-east-2.outscale.com"}]', skipCredentialsValidation: "true" },
      "aws:s3/bucket:Bucket",
    ],
    [
      "another company's service beside one endpoint of ours",
      "aws",
      { region: "eu-west-3", endpoints: '[{"s3":"https://s3.gra.io.cloud.ovh.net"}]' },
      "aws:rds/instance:Instance",
    ],
    [
      "a bucket of MinIO's interface in Canada",
      "minio",
      { minioServer: "s3.bhs.io.cloud.ovh.net", minioSsl: "true" },
      "minio:index/s3Bucket:S3Bucket",
    ],
    [
      "what runs in a cluster that a text names",
      "kubernetes",
      { kubeconfig: '{"clusters":[{"cluster":{"server":"https://abc.c1.bhs5.k8s.ovh.net"}}]}' },
      "kubernetes:apps/v1:Deployment",
    ],
    ["a cloud of OpenStack's that nobody knows", "openstack", { cloud: "somewhere" }, "openstack:compute/instance:Instance"],
  ])("refuses %s", (_case, name, told, token) => {
    const urn = urnOf(`pulumi:providers:${name}`, "other");
    const provider = state(`pulumi:providers:${name}`, "other", told, { urn, id: "p", provider: "" });
    const { verdict } = said(preview([provider, state(token, "x", { bucket: "b", name: "b" }, { provider: `${urn}::p` })]), "x");
    expect(["outside", "undecided"]).toContain(verdict);
  });

  it("accepts what is computed in the engine", () => {
    expect(said(preview(both(state("random:index/randomPassword:RandomPassword", "x", { length: 20 }))), "x").verdict).toBe(
      "not-applicable",
    );
  });

  it("leaves components to their children, and names them in the path of these", () => {
    const component = state("acme:index:Site", "site", {}, { custom: false, provider: "" });
    const child = { ...net(["BHS5"], { parent: component.urn ?? "" }), urn: urnOf(NET, "n", "acme:index:Site$") };
    const document = preview(both(component, child));
    expect(said(document, "site").verdict).toBeUndefined();
    expect(said(document, "n").verdict).toBe("outside");
    expect([...readPulumi(document, "p").subjects].find(({ address }) => address.endsWith("::n"))?.constructPath).toBe("site/n");
  });
});

describe("steps", () => {
  const step = (op: string, one: Document, key = "newState"): Json => ({ op, urn: one.urn ?? "", [key]: one });
  const steps = (...all: readonly Json[]): Json => ({ steps: [step("create", ovhProvider() as Document), ...all], changeSummary: {} });

  it.each([
    ["delete", "oldState", "not-applicable"],
    ["delete-replaced", "oldState", "not-applicable"],
    ["discard", "oldState", "not-applicable"],
    ["same", "newState", "outside"],
    ["update", "newState", "outside"],
    ["read", "newState", "outside"],
    ["import", "newState", "outside"],
    ["refresh", "newState", "outside"],
    ["create-replacement", "newState", "outside"],
    ["replace", "newState", "outside"],
    ["an operation that nobody knows", "newState", "outside"],
  ])("%s", (op, key, verdict) => {
    expect(said(steps(step(op, net(["BHS5"]), key)), "n").verdict).toBe(verdict);
  });

  it("judges the id of what is imported or read", () => {
    const report = judgedPulumi(steps(step("import", net(["GRA11"], { importID: "abc/BHS5/1" }))));
    expect(report.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain("execution/opaque outside");
  });
});

describe("documents that are not enough", () => {
  it.each<[string, Json, RegExp]>([
    [
      "what stays is left out",
      preview(both(), { changeSummary: { create: 1, same: 3 } }),
      /leaves out 3 resource\(s\) that stay.*--show-sames/,
    ],
    ["what is read is left out", preview(both(), { changeSummary: { read: 1 } }), /leaves out 1 resource\(s\) that are read/],
    [
      "the program failed",
      preview(both(), { diagnostics: [{ severity: "error", message: "boom" }] }),
      /failed, so it holds a part only: boom/,
    ],
    ["a resource without a urn", preview([{ type: "a:b:C" }]), /has no urn and type/],
    ["a step without a state", { steps: [{ op: "create", urn: "u" }] }, /carries no state of u/],
    ["steps are missing", { changeSummary: { create: 2 } }, /without its steps/],
    ["a state of a later form", { version: 9, deployment: {} }, /versions 1 to 4 are understood/],
    ["no deployment", { version: 3, deployment: [] }, /neither a preview nor an exported stack/],
  ])("%s", (_case, document, message) => {
    expect(() => readPulumi(document, "p.json")).toThrow(message);
  });

  it("says what no document of Pulumi carries", () => {
    expect(readPulumi(exported([]), "s.json").unseen.join()).toMatch(/backend.*functions/);
  });
});

describe("the keeper of a state's secrets", () => {
  it.each([
    ["a passphrase", { type: "passphrase", state: { salt: "v1:x" } }, "inside"],
    ["Pulumi Cloud", { type: "service", state: { url: "https://api.pulumi.com" } }, "refused"],
    ["a key of another company", { type: "cloud", state: { url: "awskms://alias/x?region=eu-west-3" } }, "refused"],
  ])("%s", (_case, secrets_providers, verdict) => {
    expect(judgedPulumi(exported(both(), { secrets_providers })).verdict).toBe(verdict);
  });

  it.each([
    [{ type: "service", state: { url: "https://api.pulumi.com" } }, "Pulumi Corporation"],
    [{ type: "service", state: { url: "https://pulumi.example.com" } }, "does not know who answers there"],
    [{ type: "cloud", state: { url: "awskms://alias/x" } }, "Amazon Web Services"],
    [{ type: "cloud", state: { url: "azurekeyvault://x.vault.azure.net/keys/k" } }, "Microsoft"],
  ])("%j is refused by its name", (secrets_providers, name) => {
    const { findings } = judgedPulumi(exported(both(), { secrets_providers }));
    expect(findings.filter(({ address }) => address === "deployment.secrets_providers").map(({ message }) => message)).toEqual([
      expect.stringContaining(name),
    ]);
  });
});
