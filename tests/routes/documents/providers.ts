import { type Cases, cluster, type Document, merged } from "./document.ts";

const required = (providers: Document): Document => ({ terraform: { required_providers: providers } });
const blocks = (...all: readonly Document[]): Document => ({ provider: { ovh: [{ endpoint: "ovh-eu" }, ...all] } });
const endpoint = (value: Document[string], more: Document = {}): Document =>
  merged(cluster(), { provider: { ovh: [{ endpoint: value }] } }, more);

/** Which provider a resource runs under, and under whose name. */
export const PROVIDERS: Cases = {
  "an alias for the United States, named by the resource": [
    "jurisdiction/endpoint",
    merged(cluster({ provider: "ovh.us" }), blocks({ alias: "us", endpoint: "ovh-us" })),
  ],
  "the same in an expression": [
    "jurisdiction/endpoint",
    merged(cluster({ provider: "${ovh.us}" }), blocks({ alias: "us", endpoint: "ovh-us" })),
  ],
  "an alias that nobody uses": ["jurisdiction/endpoint", merged(cluster(), blocks({ alias: "us", endpoint: "ovh-ca" }))],
  "an alias without endpoint": ["jurisdiction/endpoint", merged(cluster({ provider: "ovh.x" }), blocks({ alias: "x" }))],
  "an alias that does not exist": ["jurisdiction/operator", cluster({ provider: "ovh.nowhere" })],
  "an alias of an alias": ["jurisdiction/operator", merged(cluster({ provider: "ovh.x.y" }), blocks({ alias: "x", endpoint: "ovh-eu" }))],
  "the provider that a condition chooses": [
    "jurisdiction/operator",
    merged(cluster({ provider: "${true ? ovh.us : ovh}" }), blocks({ alias: "us", endpoint: "ovh-eu" })),
  ],
  "a provider argument that is a list": ["jurisdiction/operator", cluster({ provider: ["ovh"] })],
  "a provider argument that is a number": ["jurisdiction/operator", cluster({ provider: 7 })],
  "a provider argument that is empty": ["jurisdiction/operator", cluster({ provider: "" })],
  "aliases by for_each, the key of one abroad": [
    "jurisdiction/endpoint",
    merged(
      cluster({ provider: '${ovh.by["us"]}' }),
      blocks({ alias: "by", for_each: { eu: "ovh-eu", us: "ovh-us" }, endpoint: "${each.value}" }),
    ),
  ],
  "aliases by for_each, a key that nobody knows": [
    "jurisdiction/operator",
    merged(
      cluster({ provider: "${ovh.by[var.k]}" }),
      { variable: { k: {} } },
      blocks({ alias: "by", for_each: { eu: "ovh-eu" }, endpoint: "${each.value}" }),
    ),
  ],
  "aliases by for_each over what nobody knows": [
    "jurisdiction/endpoint",
    merged(
      cluster({ provider: '${ovh.by["a"]}' }),
      { variable: { m: {} } },
      blocks({ alias: "by", for_each: "${var.m}", endpoint: "${each.value}" }),
    ),
  ],
  "Amazon under the name of OVHcloud": ["jurisdiction/operator", merged(cluster(), required({ ovh: { source: "hashicorp/aws" } }))],
  "a fork under the name of OVHcloud": ["jurisdiction/operator", merged(cluster(), required({ ovh: { source: "ovhcloud/ovh" } }))],
  "OVHcloud from a registry of one's own": [
    "jurisdiction/operator",
    merged(cluster(), required({ ovh: { source: "registry.acme.example/ovh/ovh" } })),
  ],
  "a registry with a port": [
    "jurisdiction/operator",
    merged(cluster(), required({ ovh: { source: "registry.terraform.io:8443/ovh/ovh" } })),
  ],
  "a registry with a trailing dot": [
    "jurisdiction/operator",
    merged(cluster(), required({ ovh: { source: "registry.terraform.io./ovh/ovh" } })),
  ],
  "a source of four parts": [
    "jurisdiction/operator",
    merged(cluster(), required({ ovh: { source: "registry.terraform.io/evil/ovh/ovh" } })),
  ],
  "a source that is an expression": ["jurisdiction/operator", merged(cluster(), required({ ovh: { source: "${var.x}/ovh" } }))],
  "a source that is a list": ["jurisdiction/operator", merged(cluster(), required({ ovh: { source: ["ovh/ovh"] } }))],
  "a source in other letters": ["jurisdiction/operator", merged(cluster(), required({ ovh: { source: "оvh/ovh" } }))],
  "the engine's own host as a source": [
    "jurisdiction/operator",
    merged(cluster(), required({ ovh: { source: "terraform.io/builtin/ovh" } })),
  ],
  "another name for OVHcloud, its block abroad": [
    "jurisdiction/endpoint",
    merged(cluster({ provider: "foo" }), required({ foo: { source: "ovh/ovh" } }), { provider: { foo: { endpoint: "ovh-us" } } }),
  ],
  "another name for OVHcloud, no block": [
    "jurisdiction/endpoint",
    merged(cluster({ provider: "foo" }), required({ foo: { source: "ovh/ovh" } })),
  ],
  "another name for OVHcloud, an alias abroad": [
    "jurisdiction/endpoint",
    merged(cluster({ provider: "foo.x" }), required({ foo: { source: "ovh/ovh" } }), {
      provider: { foo: [{ endpoint: "ovh-eu" }, { alias: "x", endpoint: "ovh-ca" }] },
    }),
  ],
  "a type that names a provider nobody required": ["jurisdiction/operator", { resource: { aws_s3_bucket: { b: { bucket: "b" } } } }],
  "a type without an underscore": ["jurisdiction/operator", { resource: { bucket: { b: { region: "GRA" } } } }],
  "a utility's name for another's provider": [
    "jurisdiction/operator",
    merged(required({ random: { source: "evil/random" } }), { resource: { random_id: { r: { byte_length: 4 } } } }),
  ],
  "a resource given to a utility": [
    "residency/region",
    merged(cluster({ provider: "random" }), required({ random: { source: "hashicorp/random" } })),
  ],
  "the built-in provider's name taken": [
    "jurisdiction/operator",
    merged(required({ terraform: { source: "evil/terraform" } }), { data: { terraform_remote_state: { s: { backend: "local" } } } }),
  ],
  "a provider that is required and never used": [
    "jurisdiction/operator",
    merged(cluster(), required({ google: { source: "hashicorp/google" } })),
  ],
  "a provider required by a bare version": ["jurisdiction/operator", merged(cluster(), required({ acme: "~> 1.0" }))],
  "a provider block for a cloud that nothing uses": [
    "jurisdiction/operator",
    merged(cluster(), { provider: { azurerm: { features: {} } } }),
  ],
};

/** How an endpoint is written. */
export const ENDPOINTS: Cases = {
  "in the United States": ["jurisdiction/endpoint", endpoint("ovh-us")],
  "in capitals, which the provider does not know": ["jurisdiction/endpoint", endpoint("OVH-EU")],
  "with a blank": ["jurisdiction/endpoint", endpoint("ovh-eu ")],
  "with a letter of another alphabet": ["jurisdiction/endpoint", endpoint("оvh-eu")],
  "as a list": ["jurisdiction/endpoint", endpoint(["ovh-eu", "ovh-us"])],
  "as an object": ["jurisdiction/endpoint", endpoint({ a: "ovh-eu" })],
  "as a number": ["jurisdiction/endpoint", endpoint(1)],
  empty: ["jurisdiction/endpoint", endpoint("")],
  null: ["jurisdiction/endpoint", endpoint(null)],
  "as a URL in Canada": ["jurisdiction/endpoint", endpoint("https://ca.api.ovh.com/1.0")],
  "as a URL in the United States": ["jurisdiction/endpoint", endpoint("https://api.us.ovhcloud.com/1.0")],
  "as a URL in capitals": ["jurisdiction/endpoint", endpoint("HTTPS://API.US.OVHCLOUD.COM/1.0")],
  "as a URL with a trailing dot": ["jurisdiction/endpoint", endpoint("https://eu.api.ovh.com./1.0")],
  "as a URL with a user's name": ["jurisdiction/endpoint", endpoint("https://eu.api.ovh.com@evil.example/1.0")],
  "as a URL with a backslash": ["jurisdiction/endpoint", endpoint("https://evil.example\\@eu.api.ovh.com/1.0")],
  "as a URL with a fragment": ["jurisdiction/endpoint", endpoint("https://evil.example#eu.api.ovh.com")],
  "as a longer host that ends alike": ["jurisdiction/endpoint", endpoint("https://evil-eu.api.ovh.com.example.org/1.0")],
  "as a longer host that begins alike": ["jurisdiction/endpoint", endpoint("https://eu.api.ovh.com.evil.example/1.0")],
  "as a host with a word glued on": ["jurisdiction/endpoint", endpoint("https://eviieu.api.ovh.com/1.0")],
  "as an address": ["jurisdiction/endpoint", endpoint("https://198.51.100.7/1.0")],
  "with percent signs": ["jurisdiction/endpoint", endpoint("https://eu.api.ovh.com%2f@evil.example/1.0")],
  "of another scheme": ["jurisdiction/endpoint", endpoint("ftp://eu.api.ovh.com/1.0")],
  "without a scheme's slashes": ["jurisdiction/endpoint", endpoint("https:evil.example")],
  "by a variable without default": ["jurisdiction/endpoint", endpoint("${var.e}", { variable: { e: {} } })],
  "by a variable whose default is abroad": ["jurisdiction/endpoint", endpoint("${var.e}", { variable: { e: { default: "ovh-us" } } })],
  "by a condition": ["jurisdiction/endpoint", endpoint('${var.us ? "ovh-us" : "ovh-eu"}', { variable: { us: {} } })],
  "by a condition that may give nothing": ["jurisdiction/endpoint", endpoint('${var.us ? null : "ovh-eu"}', { variable: { us: {} } })],
  joined: ["jurisdiction/endpoint", endpoint('${join("-", ["ovh", "us"])}')],
  "read from a file": ["jurisdiction/endpoint", endpoint('${file("endpoint.txt")}')],
  "in a second block of the same name": [
    "jurisdiction/endpoint",
    merged(cluster(), { provider: { ovh: [{ endpoint: "ovh-eu" }, { alias: "b", endpoint: "ovh-us" }] } }),
  ],
  "of another cloud": ["jurisdiction/endpoint", endpoint("https://s3.us-east-1.amazonaws.com")],
};
