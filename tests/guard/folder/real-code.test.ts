import { describe, expect, it } from "vitest";
import { defaultPolicy, type Json, judge, readState } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

/** What code found in the wild taught, told again in our own words. Verdicts by address, on places and companies. */
function places(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const report = judge([readFolderOfCode(folderWith(files), "terraform")], defaultPolicy, { rules: ["residency", "jurisdiction"] });
  return Object.fromEntries(report.resources.map(({ address, verdict }) => [address, verdict]));
}

const needs = (...sources: readonly string[]): string =>
  `terraform {\n  required_providers {\n${sources.map((source) => `    ${source.split("/")[1]} = { source = "${source}" }`).join("\n")}\n  }\n}\n`;
const OVH = `${needs("ovh/ovh")}provider "ovh" {\n  endpoint = "ovh-eu"\n}\n`;
const CLOUD = 'provider "openstack" {\n  auth_url = "https://auth.cloud.ovh.net/v3"\n  region = "GRA11"\n}\n';
const kube = (name: string, location: string): string =>
  `resource "ionoscloud_k8s_cluster" "k" {\n  name = "${name}"\n  location = "${location}"\n}\n`;
const secret = `provider "kubernetes" {\n  host = data.ionoscloud_k8s_cluster.app.config[0].clusters[0].cluster.server\n}\nresource "kubernetes_secret" "s" {\n  metadata {\n    name = "s"\n  }\n}\n`;

it.each<[string, string, Readonly<Record<string, string>>]>([
  [
    "a type that an older release had, placed with its database",
    `${OVH}resource "ovh_cloud_project_database" "d" {\n  nodes {\n    region = "GRA"\n  }\n}\nresource "ovh_cloud_project_database_ip_restriction" "r" {\n  cluster_id = ovh_cloud_project_database.d.id\n}\n`,
    { "ovh_cloud_project_database_ip_restriction.r": "inside" },
  ],
  [
    "such a network without regions is everywhere",
    `${OVH}resource "ovh_publiccloud_private_network" "n" {\n  name = "n"\n}\n`,
    { "ovh_publiccloud_private_network.n": "outside" },
  ],
  [
    "a bucket, a balancer and a snapshot that a newer release has, and keys that an older had",
    `${OVH}resource "ovh_cloud_storage_object_bucket" "b" {\n  region = "GRA"\n}\nresource "ovh_cloud_storage_object_bucket" "far" {\n  region = "BHS"\n}\nresource "ovh_cloud_loadbalancer" "l" {\n  region = "SGP1"\n}\nresource "ovh_cloud_loadbalancer_pool" "p" {\n  loadbalancer_id = ovh_cloud_loadbalancer.l.id\n}\nresource "ovh_cloud_instance_snapshot" "s" {\n  region = var.r\n}\nvariable "r" {}\nresource "ovh_me_ssh_key" "k" {\n  key_name = "k"\n}\n`,
    {
      "ovh_cloud_storage_object_bucket.b": "inside",
      "ovh_cloud_storage_object_bucket.far": "outside",
      "ovh_cloud_loadbalancer.l": "outside",
      "ovh_cloud_loadbalancer_pool.p": "outside",
      "ovh_cloud_instance_snapshot.s": "undecided",
      "ovh_me_ssh_key.k": "inside",
    },
  ],
  [
    "such a security group is where the block says",
    `${needs("terraform-provider-openstack/openstack")}${CLOUD}resource "openstack_compute_secgroup_v2" "s" {\n  name = "s"\n}\nresource "openstack_compute_secgroup_v2" "far" {\n  region = "BHS5"\n}\n`,
    { "openstack_compute_secgroup_v2.s": "inside", "openstack_compute_secgroup_v2.far": "outside" },
  ],
  [
    "a type that a newer release has, placed with its database",
    `${needs("UpCloudLtd/upcloud")}resource "upcloud_managed_database_postgresql" "d" {\n  zone = "sg-sin1"\n}\nresource "upcloud_managed_database_connection_pool" "p" {\n  service = upcloud_managed_database_postgresql.d.id\n}\n`,
    { "upcloud_managed_database_connection_pool.p": "outside" },
  ],
  [
    "such storage is in its zone",
    `${needs("UpCloudLtd/upcloud")}resource "upcloud_object_storage" "o" {\n  zone = "us-chi1"\n}\n`,
    { "upcloud_object_storage.o": "outside" },
  ],
  [
    "no source is written: the engine takes the provider of that name",
    'provider "upcloud" {}\nresource "upcloud_server" "s" {\n  zone = "de-fra1"\n}\nresource "upcloud_server" "far" {\n  zone = "us-chi1"\n}\n',
    { "upcloud_server.s": "inside", "upcloud_server.far": "outside", "provider.upcloud": "inside" },
  ],
  [
    "another way to write a reference",
    'provider "upcloud" {}\nresource "upcloud_network" "n" {\n  zone = "us-chi1"\n}\nresource "upcloud_server" "s" {\n  zone = resource.upcloud_network.n.zone\n}\nresource "upcloud_server" "not" {\n  zone = resource.upcloud_network.other.zone\n}\n',
    { "upcloud_server.s": "outside", "upcloud_server.not": "undecided" },
  ],
  [
    "a password and a key for one run",
    `${needs("hashicorp/random", "hashicorp/tls")}ephemeral "random_password" "p" {\n  length = 20\n}\nephemeral "tls_private_key" "k" {\n  algorithm = "ED25519"\n}\n`,
    { "ephemeral.random_password.p": "not-applicable", "ephemeral.tls_private_key.k": "not-applicable" },
  ],
  [
    "a data source looks up a cluster of the same code by its name",
    `${needs("ionos-cloud/ionoscloud", "hashicorp/kubernetes")}${kube("k", "de/fra")}data "ionoscloud_k8s_cluster" "app" {\n  name = ionoscloud_k8s_cluster.k.name\n}\n${secret}`,
    { "kubernetes_secret.s": "inside" },
  ],
  [
    "and by its id, outside",
    `${needs("ionos-cloud/ionoscloud", "hashicorp/kubernetes")}${kube("k", "us/las")}data "ionoscloud_k8s_cluster" "app" {\n  id = ionoscloud_k8s_cluster.k.id\n}\n${secret}`,
    { "kubernetes_secret.s": "outside" },
  ],
  [
    "a name that only reads the same is another's",
    `${needs("ionos-cloud/ionoscloud", "hashicorp/kubernetes")}${kube("k", "de/fra")}data "ionoscloud_k8s_cluster" "app" {\n  name = "k"\n}\n${secret}`,
    { "kubernetes_secret.s": "undecided" },
  ],
  [
    "text that is rendered in the engine has no place",
    'data "template_file" "t" {\n  template = "x"\n}\ndata "template_cloudinit_config" "c" {\n}\n',
    { "data.template_file.t": "not-applicable", "data.template_cloudinit_config.c": "not-applicable" },
  ],
  [
    "what a cluster makes anything of is not passed over",
    `${needs("ionos-cloud/ionoscloud", "hashicorp/kubernetes", "hashicorp/helm")}${kube("k", "de/fra")}provider "kubernetes" {\n  host = ionoscloud_k8s_cluster.k.config\n}\nresource "kubernetes_manifest" "m" {\n  manifest = {}\n}\nresource "helm_release" "h" {\n  name = "h"\n}\ndata "http" "ip" {\n  url = "https://example.com"\n}\n`,
    { "kubernetes_manifest.m": "undecided", "helm_release.h": "undecided", "data.http.ip": "not-applicable" },
  ],
])("%s", (_, code, expected) => {
  expect(places({ "main.tf": code })).toMatchObject(expected);
});

it("judges no provider that a called module requires and hands on", () => {
  const files = {
    "main.tf": `${needs("outscale/outscale")}provider "outscale" {\n  region = "eu-west-2"\n}\nmodule "m" {\n  source = "./m"\n}\n`,
    "m/main.tf": `${needs("outscale/outscale")}module "n" {\n  source = "../n"\n}\n`,
    "n/main.tf": `${needs("outscale/outscale")}resource "outscale_net" "x" {\n  ip_range = "10.0.0.0/16"\n}\n`,
  };
  const { "module.m.terraform.required_providers.outscale": required, ...others } = places(files);
  expect(required).toBe("not-applicable");
  expect(others).toMatchObject({ "module.m.module.n.outscale_net.x": "inside" });
});

describe("a state in which the provider says another place than was asked for", () => {
  const state = (type: string, provider: string, values: Json): Json => ({
    format_version: "1.0",
    values: {
      root_module: {
        resources: [{ address: `${type}.x`, mode: "managed", type, name: "x", provider_name: `registry.terraform.io/${provider}`, values }],
      },
    },
  });

  it.each<[string, string, { readonly [key: string]: Json }, string]>([
    ["ovh_cloud_floating_ip", "ovh/ovh", { region: "GRA11", current_state: { location: { region: "GRA11" } } }, "inside"],
    ["ovh_cloud_floating_ip", "ovh/ovh", { region: "GRA11", current_state: { location: { region: "BHS5" } } }, "outside"],
    ["ovh_cloud_project_network_private", "ovh/ovh", { regions: ["GRA11"], regions_attributes: [{ region: "BHS5" }] }, "outside"],
    ["ovh_cloud_project_storage", "ovh/ovh", { region_name: "GRA", region: "BHS" }, "outside"],
    ["ovh_cloud_project_storage", "ovh/ovh", { region_name: "GRA", region: "GRA" }, "inside"],
    ["hcloud_server", "hetznercloud/hcloud", { location: "fsn1", region: "no code of theirs" }, "inside"],
  ])("%s of %s: %o", (type, provider, values, verdict) => {
    const report = judge([readState(state(type, provider, values), "state.json")], defaultPolicy, { rules: ["residency/region"] });
    expect(report.resources.find(({ address }) => address === `${type}.x`)?.verdict).toBe(verdict);
  });
});

it.each([
  ["AES256", "inside"],
  ["PLAINTEXT", "outside"],
])("reads what protects a type of a newer release: a bucket with %s", (algorithm, verdict) => {
  const code = `${OVH}resource "ovh_cloud_storage_object_bucket" "b" {\n  region = "GRA"\n  encryption = { algorithm = "${algorithm}" }\n}\n`;
  const infrastructure = readFolderOfCode(folderWith({ "main.tf": code }), "terraform");
  const report = judge([infrastructure], defaultPolicy, { rules: ["encryption/at-rest"] });
  expect(report.resources.find(({ address }) => address === "ovh_cloud_storage_object_bucket.b")?.verdict).toBe(verdict);
});
