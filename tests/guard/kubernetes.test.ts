import { describe, expect, it } from "vitest";
import { hostedBySource } from "../../clouds/hosted/facts.ts";
import { definePolicy, type Json, type PolicyInput } from "../../guard/index.ts";
import { type Document, judged, refusedBy, verdictOf } from "./judging.ts";

const kube = (region: string): Document => ({
  ovh_cloud_project_kube: { k: { service_name: "p", name: "k", region, private_network_id: "n" } },
});
const HOST = "${ovh_cloud_project_kube.k.kubeconfig_attributes[0].host}";
const KUBECONFIG = "ovh_cloud_project_kube.k.kubeconfig";
/** The host in a document of the form of a login. */
const server = (document: string) => `\${${document}.clusters[0].cluster.server}`;
const APPROVED = { endpoints: ["kube.example.org"] } as const;
const namespace: Document = { kubernetes_namespace_v1: { n: { metadata: [{ name: "n" }] } } };

function said(
  block: Document,
  resource: Document,
  address: string,
  policy: PolicyInput = {},
  rules = ["residency", "jurisdiction/operator", "execution"],
) {
  const document: Document = {
    terraform: {
      required_providers: {
        ovh: { source: "ovh/ovh" },
        kubernetes: { source: "hashicorp/kubernetes" },
        helm: { source: "hashicorp/helm" },
        kubectl: { source: "alekc/kubectl" },
        random: { source: "hashicorp/random" },
        local: { source: "hashicorp/local" },
      },
    },
    variable: { v: {} },
    provider: { ovh: [{ endpoint: "ovh-eu" }], kubernetes: [block] } as Json,
    resource: resource as Json,
  };
  return verdictOf(judged(document, definePolicy(policy), { rules }), address);
}

describe("what a cluster keeps", () => {
  const where: Readonly<Record<string, readonly [block: Document, resource: Document, verdict: string, policy?: PolicyInput]>> = {
    "is where the cluster of the same program is": [{ host: HOST, token: "t" }, kube("GRA11"), "inside"],
    "is where that is, in Canada": [{ host: HOST, token: "t" }, kube("BHS5"), "outside"],
    "is nowhere that is known, at a host of nobody's": [{ host: "https://kube.example.org:6443" }, {}, "undecided"],
    "is at a host that the policy approves": [{ host: "https://kube.example.org:6443" }, {}, "not-applicable", APPROVED],
    "is at no host that is called in clear": [{ host: "http://kube.example.org:6443" }, {}, "undecided", APPROVED],
    "is at no host that only ends like an approved one": [{ host: "https://evilkube.example.org" }, {}, "undecided", APPROVED],
    "is wherever a variable says": [{ host: "${var.v}" }, {}, "undecided"],
    "is wherever a file says": [{ config_path: "~/.kube/config" }, {}, "undecided", APPROVED],
    "is wherever a file's context says, whatever the host": [{ host: HOST, config_context: "other" }, kube("GRA11"), "undecided"],
    "is behind a proxy of somebody's": [{ host: HOST, proxy_url: "https://proxy.example.org" }, kube("GRA11"), "undecided"],
    "is called with what a program says": [{ host: HOST, exec: [{ api_version: "v1", command: "aws" }] }, kube("GRA11"), "undecided"],
    "is wherever the environment says": [{}, {}, "undecided"],
    "is where the environment of the policy says": [
      {},
      {},
      "not-applicable",
      { ...APPROVED, environment: { KUBE_HOST: "https://kube.example.org" } },
    ],
    "is nowhere that a secret may name": [
      { host: "${ovh_cloud_project_database_user.u.password}" },
      { ovh_cloud_project_database_user: { u: { service_name: "p", cluster_id: "c" } } },
      "undecided",
    ],
    "is where the cluster is whose login names the host": [{ host: server(`yamldecode(${KUBECONFIG})`) }, kube("GRA11"), "inside"],
    "is where that is, in Canada, however it is read": [
      { host: `\${yamldecode(${KUBECONFIG})["clusters"][0]["cluster"]["server"]}` },
      kube("BHS5"),
      "outside",
    ],
    "is nowhere that something else in a login names": [
      { host: `\${yamldecode(${KUBECONFIG}).clusters[0].cluster.extensions[0].name}` },
      kube("GRA11"),
      "undecided",
    ],
    "is nowhere that a login with something around it names": [
      { host: server(`yamldecode(replace(${KUBECONFIG}, "https://", "https://kube.example.org/"))`) },
      kube("GRA11"),
      "undecided",
    ],
    "is nowhere that a login names, or something else": [
      { host: `\${coalesce(var.v, yamldecode(${KUBECONFIG}).clusters[0].cluster.server)}` },
      kube("GRA11"),
      "undecided",
    ],
    "is nowhere that a login names with its clusters replaced": [
      { host: server(`merge(yamldecode(${KUBECONFIG}), { clusters = [{ cluster = { server = var.v } }] })`) },
      kube("GRA11"),
      "undecided",
    ],
    "is nowhere that another document of the same form names": [
      { host: server("yamldecode(ovh_cloud_project_database_user.u.password)") },
      { ovh_cloud_project_database_user: { u: { service_name: "p", cluster_id: "c" } } },
      "undecided",
    ],
    "is nowhere that a random text names": [{ host: "${random_string.s.result}" }, { random_string: { s: { length: 8 } } }, "undecided"],
    "is nowhere that only contains a cluster's address": [
      { host: "https://proxy.example.org/${ovh_cloud_project_kube.k.id}" },
      kube("GRA11"),
      "undecided",
    ],
  };
  it.each(Object.entries(where))("%s", (_, [block, resource, verdict, policy]) => {
    expect(said(block, { ...resource, ...namespace }, "kubernetes_namespace_v1.n", policy)).toBe(verdict);
  });
});

const FILE = "${local_sensitive_file.k.filename}";
const LOGIN = "${ovh_cloud_project_kube.k.kubeconfig}";
const file = (body: Document, type = "local_sensitive_file"): Document => ({
  [type]: { k: { filename: "./kubeconfig", ...body } as Json },
});

describe("a file of logins that the same code writes", () => {
  const where: Readonly<Record<string, readonly [block: Document, resource: Document, verdict: string, policy?: PolicyInput]>> = {
    "from a cluster's own": [{ config_path: FILE }, { ...kube("GRA11"), ...file({ content: LOGIN }) }, "inside"],
    "from that of a cluster in Canada": [{ config_path: FILE }, { ...kube("BHS5"), ...file({ content: LOGIN }) }, "outside"],
    "by the older name": [
      { config_path: "${local_file.k.filename}" },
      { ...kube("GRA11"), ...file({ sensitive_content: LOGIN }, "local_file") },
      "inside",
    ],
    "from a text around one": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: "server: https://kube.example.org/${ovh_cloud_project_kube.k.id}" }) },
      "undecided",
    ],
    "from anybody's text": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: "server: https://kube.example.org" }) },
      "undecided",
    ],
    "from one of two": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: '${ovh_cloud_project_kube.k.name == "k" ? "x" : ovh_cloud_project_kube.k.kubeconfig}' }) },
      "undecided",
    ],
    "from a copy of another file": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: LOGIN, source: "./other" }) },
      "undecided",
    ],
    "and another resource as well": [
      { config_path: FILE },
      {
        ...kube("GRA11"),
        ...file({ content: LOGIN }),
        local_file: { k: { filename: "kubeconfig", content: "server: https://kube.example.org" } },
      },
      "undecided",
    ],
    "and perhaps another resource as well": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: LOGIN }), local_file: { k: { filename: "${var.v}", content: "x" } } },
      "undecided",
    ],
    "with a path beside it": [{ config_path: `${FILE}.old` }, { ...kube("GRA11"), ...file({ content: LOGIN }) }, "undecided"],
    "before anybody says so: the path alone": [
      { config_path: "./kubeconfig" },
      { ...kube("GRA11"), ...file({ content: LOGIN }) },
      "undecided",
    ],
    "with a context of somebody's": [
      { config_path: FILE, config_context: "other" },
      { ...kube("GRA11"), ...file({ content: LOGIN }) },
      "undecided",
    ],
    "while a host is written as well": [
      { config_path: FILE, host: "https://kube.example.org" },
      { ...kube("GRA11"), ...file({ content: LOGIN }) },
      "undecided",
    ],
    "while the environment names a host": [
      { config_path: FILE },
      { ...kube("GRA11"), ...file({ content: LOGIN }) },
      "undecided",
      { environment: { KUBE_HOST: "https://kube.example.org" } },
    ],
  };
  it.each(Object.entries(where))("%s", (_, [block, resource, verdict, policy]) => {
    expect(said(block, { ...resource, ...namespace }, "kubernetes_namespace_v1.n", policy, ["residency/region"])).toBe(verdict);
  });
});

describe("what a cluster does with a text", () => {
  const block = { host: HOST, token: "t" };
  it.each([
    ["kubernetes_manifest", { manifest: { kind: "Bucket" } }],
    ["kubernetes_validating_webhook_configuration_v1", { metadata: [{ name: "w" }] }],
    ["kubernetes_persistent_volume_v1", { metadata: [{ name: "v" }] }],
    ["kubernetes_bakery", {}],
    ["helm_release", { name: "r", chart: "c", repository: "https://charts.example.org", version: "1.2.3" }],
    ["kubectl_manifest", { yaml_body: "kind: Bucket" }],
  ])("%s is refused", (type, body) => {
    expect(said(block, { ...kube("GRA11"), [type]: { r: body } }, `${type}.r`)).toBe("undecided");
  });

  it.each([
    ["LoadBalancer", undefined, "outside"],
    ["NodePort", undefined, "outside"],
    ["ClusterIP", undefined, "inside"],
    [undefined, undefined, "inside"],
  ])("a service of type %s", (type, _, verdict) => {
    const service = { kubernetes_service_v1: { s: { metadata: [{ name: "s" }], spec: [{ ...(type && { type }) }] } } };
    expect(said(block, { ...kube("GRA11"), ...service }, "kubernetes_service_v1.s", {}, ["isolation/public-address"])).toBe(verdict);
  });

  it("an ingress answers the internet", () => {
    const ingress = { kubernetes_ingress_v1: { i: { metadata: [{ name: "i" }] } } };
    expect(said(block, { ...kube("GRA11"), ...ingress }, "kubernetes_ingress_v1.i", {}, ["isolation/public-address"])).toBe("outside");
  });
});

it("says what to write when a file decides", () => {
  const report = judged({
    terraform: { required_providers: { kubernetes: { source: "hashicorp/kubernetes" } } },
    provider: { kubernetes: [{ config_path: "~/.kube/config" }] } as Json,
    resource: namespace as Json,
  });
  expect(refusedBy(report, "residency/region")[0]?.message).toMatch(/config_path/);
  expect(refusedBy(report, "residency/region")[0]?.remedy).toMatch(/host/);
});

it("the tables know no type twice, and say in one sentence why", () => {
  const facts = hostedBySource("registry.terraform.io/Hashicorp/kubernetes");
  expect(Object.keys(facts?.resources ?? {}).length).toBeGreaterThan(80);
  expect(Object.keys(facts?.readings ?? {}).filter((type) => facts?.resources[type]?.by !== "host")).toEqual([]);
  for (const placement of [...Object.values(facts?.resources ?? {}), ...Object.values(facts?.dataSources ?? {})])
    expect("because" in placement && placement.because).toMatch(/^[A-Z].{8,}\.$/);
  expect(hostedBySource("evil/kubernetes")).toBeUndefined();
});
