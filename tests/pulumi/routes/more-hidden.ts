import * as ovh from "@ovhcloud/pulumi-ovh";
import * as hcloud from "@pulumi/hcloud";
import * as openstack from "@pulumi/openstack";
import * as pulumi from "@pulumi/pulumi";
import * as scaleway from "@pulumiverse/scaleway";
import { at, BUCKET, type HiddenRoute, net, raw, STORAGE, under } from "./hidden.ts";
import { Site } from "./programs.ts";

const NET = "ovh:CloudProject/networkPrivate:NetworkPrivate";
const US = { endpoint: "ovh-us" } as const;
const listed = (regions: unknown): HiddenRoute => raw(NET, { serviceName: "abc", name: "n", regions });

/** More of them: behind JavaScript's own values, behind what a provider may be told beside its place, behind what a function answers. */
export const MORE_HIDDEN: Readonly<Record<string, HiddenRoute>> = {
  "an output within a list within an output": listed(pulumi.output([pulumi.output("BHS5")])),
  "a promise of a list of secrets": listed(Promise.resolve([pulumi.secret("BHS5")])),
  "a text that is an object": listed([new String("BHS5")]),
  "a file's content in place of a text": listed([new pulumi.asset.StringAsset("BHS5")]),
  "an object in place of a list": listed({ first: "BHS5" }),
  "a set, which the SDK sends empty": listed(new Set(["BHS5"])),
  "a truth in place of a text": listed([true]),
  "the last of a thousand": listed([...Array.from({ length: 999 }, () => "GRA11"), "BHS5"]),
  "what JSON says, and is read again": at(
    pulumi.jsonStringify({ r: "BHS5" }).apply((text) => (JSON.parse(text) as { readonly r: string }).r),
  ),
  "a provider that was merged in": {
    program: (name) => void net(name, ["GRA11"], pulumi.mergeOptions({ provider: new ovh.Provider(`${name}-us`, US) }, { protect: true })),
  },
  "a provider of the component itself": {
    program: (name) =>
      void new Site(name, (parent) => void net(`${name}-net`, ["GRA11"], { parent }), { provider: new ovh.Provider(`${name}-us`, US) }),
  },
  "a provider that a late transform changes": {
    program: (name) => {
      const us = new ovh.Provider(`${name}-us`, US);
      net(name, ["GRA11"], {
        transforms: [
          async (args) => {
            await new Promise((done) => setTimeout(done, 20));
            return { props: args.props, opts: { ...args.opts, provider: us } };
          },
        ],
      });
    },
  },
  "an endpoint in capitals": under({ endpoint: "OVH-US" }),
  "another release of the package": at("BHS5", { version: "2.18.0" }),
  "replaced with another": at("BHS5", { replaceOnChanges: ["regions"], deleteBeforeReplace: true, customTimeouts: { create: "1h" } }),
  "a rule of replication as an output": raw(STORAGE, {
    ...BUCKET,
    regionName: "GRA",
    replication: pulumi.output({ rules: [{ id: "r", status: "enabled", destination: { name: "c", region: "BHS" } }] }),
  }),
  "a node of a database in a secret": raw("ovh:CloudProject/database:Database", {
    serviceName: "abc",
    description: "d",
    engine: "postgresql",
    version: "16",
    plan: "business",
    flavor: "db1-4",
    nodes: pulumi.secret([{ region: "GRA" }, { region: "BHS" }]),
  }),
  "a registry": raw("ovh:CloudProject/containerRegistry:ContainerRegistry", { serviceName: "abc", name: "n", region: "BHS", planId: "p" }),
  "an instance": {
    ...raw("ovh:CloudProject/instance:Instance", {
      serviceName: "abc",
      region: "BHS5",
      billingPeriod: "hourly",
      name: "n",
      bootFrom: { imageId: "i" },
      flavor: { flavorId: "f" },
      network: { public: true },
    }),
  },
  "the address of Scaleway's interface": {
    program: (name) =>
      void new scaleway.network.Vpc(
        name,
        {},
        { provider: new scaleway.Provider(`${name}-p`, { region: "fr-par", zone: "fr-par-1", apiUrl: "https://api.example.com" }) },
      ),
  },
  "the address of Hetzner's interface": {
    program: (name) =>
      void new hcloud.Network(
        name,
        { name: "n", ipRange: "10.0.0.0/16" },
        { provider: new hcloud.Provider(`${name}-p`, { token: "x".repeat(64), endpoint: "https://api.example.com/v1" }) },
      ),
  },
  "an address of Hetzner's elsewhere": {
    program: (name) => void new hcloud.FloatingIp(name, { type: "ipv4", homeLocation: "ash" }),
  },
  "a service of OpenStack's elsewhere": {
    program: (name) =>
      void new openstack.networking.Network(
        name,
        { name: "n", region: "GRA11" },
        {
          provider: new openstack.Provider(`${name}-p`, {
            authUrl: "https://auth.cloud.ovh.net/v3",
            region: "GRA11",
            endpointOverrides: { network: "https://network.example.com/v2.0/" },
          }),
        },
      ),
  },
  "a region of OpenStack's under a provider in Europe": {
    program: (name) =>
      void new openstack.networking.Network(
        name,
        { name: "n", region: "BHS5" },
        { provider: new openstack.Provider(`${name}-p`, { authUrl: "https://auth.cloud.ovh.net/v3", region: "GRA11" }) },
      ),
  },
};
