import * as ovh from "@ovhcloud/pulumi-ovh";
import * as hcloud from "@pulumi/hcloud";
import * as openstack from "@pulumi/openstack";
import * as pulumi from "@pulumi/pulumi";
import * as scaleway from "@pulumiverse/scaleway";
import { Raw, type Route, Site } from "./programs.ts";

type Options = pulumi.CustomResourceOptions;

/** A program whose resources are called after it, so that many of them fit into one preview. */
export type NamedProgram = (name: string) => unknown;
export interface HiddenRoute {
  readonly program: NamedProgram;
  readonly config?: Readonly<Record<string, string>>;
  /** What was deployed before, without a guard. */
  readonly before?: NamedProgram;
  /** What is there, made by nobody's program. */
  readonly exists?: Route["exists"];
  /** The simulated provider refuses it as well, and so ends a preview that holds it. */
  readonly endsPreview?: true;
  /** A transform does not see it: it goes by what is there already, or by what the engine makes of it. */
  readonly unseenByGuard?: true;
}

export const net = (name: string, regions: pulumi.Input<pulumi.Input<string>[]>, options: Options = {}) =>
  new ovh.cloudproject.NetworkPrivate(name, { serviceName: "abc", name: "net", regions }, options);
export const at = (value: pulumi.Input<string>, options: Options = {}): HiddenRoute => ({
  program: (name) => void net(name, [value], options),
});
export const raw = (token: string, inputs: object): HiddenRoute => ({ program: (name) => void new Raw(token, name, inputs) });
export const under = (inputs: ovh.ProviderArgs, options: Options = {}): HiddenRoute => ({
  program: (name) => void net(name, ["GRA11"], { provider: new ovh.Provider(`${name}-provider`, inputs, options) }),
});
export const STORAGE = "ovh:CloudProject/storage:Storage";
export const BUCKET = { serviceName: "abc", name: "m", encryption: { sseAlgorithm: "AES256" } };
class Bridged extends pulumi.ProviderResource {}
class Remote extends pulumi.ComponentResource {
  constructor(name: string) {
    super("acme:index:Zone", name, { region: "BHS5" }, {}, true);
  }
}

/** Ways by which a place outside hides: behind what the SDK, the engine and the packages do with a value, and behind what is there already. */
export const HIDDEN: Readonly<Record<string, HiddenRoute>> = {
  "a secret that is opened again": at(pulumi.unsecret(pulumi.secret("BHS5"))),
  "a secret of the state": at("BHS5", { additionalSecretOutputs: ["regions"] }),
  "small letters": at("bhs5"),
  "a blank before it": at(" BHS5"),
  "a sign that nobody sees": at("GRA11\u200b"),
  "a letter of another alphabet": at("GR\u041011"),
  "an empty text": at(""),
  "kept, and replaced on every change": at("BHS5", { retainOnDelete: true, replaceOnChanges: ["*"] }),
  "a list as a text": raw("ovh:CloudProject/networkPrivate:NetworkPrivate", { serviceName: "abc", name: "n", regions: '["BHS5"]' }),
  "the other spelling beside it": { ...raw(STORAGE, { ...BUCKET, regionName: "GRA", region_name: "BHS" }), endsPreview: true },
  "the other spelling alone": { ...raw(STORAGE, { ...BUCKET, region_name: "BHS" }), endsPreview: true },
  "no place at all": { ...raw(STORAGE, BUCKET), endsPreview: true },
  "a volume": raw("ovh:CloudProject/volume:Volume", { serviceName: "abc", regionName: "BHS5", size: 10, type: "classic" }),
  "an id in place of a place": { program: (name) => void net(name, [pulumi.interpolate`${net(`${name}-first`, ["GRA11"]).id}`]) },
  "a provider among several": {
    program: (name) =>
      void new Site(name, (parent) => void net(`${name}-net`, ["GRA11"], { parent }), {
        providers: [new ovh.Provider(`${name}-us`, { endpoint: "ovh-us" })],
      }),
  },
  "a provider of the outer component": {
    program: (name) =>
      void new Site(name, (a) => void new Site(`${name}-in`, (b) => void net(`${name}-net`, ["GRA11"], { parent: b }), { parent: a }), {
        providers: { ovh: new ovh.Provider(`${name}-ca`, { endpoint: "ovh-ca" }) },
      }),
  },
  "a provider whose endpoint is a secret": under({ endpoint: pulumi.secret("ovh-us") }),
  "a provider that a transform sends elsewhere": under(
    { endpoint: "ovh-eu" },
    { transforms: [(args) => ({ props: { ...args.props, endpoint: "ovh-us" }, opts: args.opts })] },
  ),
  "a provider's own program": under({ endpoint: "ovh-eu" }, { pluginDownloadURL: "https://example.com/" }),
  "an endpoint that is an address": under({ endpoint: "https://api.us.ovhcloud.com/1.0" }),
  "a bridged provider elsewhere": {
    program: (name) =>
      void new Raw(
        "outscale:index/net:Net",
        name,
        { ipRange: "10.0.0.0/16" },
        { provider: new Bridged("outscale", `${name}-us`, { region: "us-east-2" }) },
      ),
  },
  "Scaleway's zone": {
    program: (name) => void new scaleway.instance.Server(name, { type: "DEV1-S", image: "debian_bookworm", zone: "us-east-1-a" } as never),
  },
  "a data centre of Hetzner's": {
    program: (name) => void new hcloud.Server(name, { name: "s", serverType: "cx22", image: "debian-12", datacenter: "hil-dc1" }),
  },
  "a network zone of Hetzner's": {
    program: (name) => void new hcloud.NetworkSubnet(name, { networkId: 1, type: "cloud", ipRange: "10.0.0.0/24", networkZone: "us-east" }),
  },
  "a cloud that a file names": {
    program: (name) =>
      void new openstack.networking.Network(
        name,
        { name: "n" },
        { provider: new openstack.Provider(`${name}-cloud`, { cloud: "somewhere" }) },
      ),
  },
  "a secret of the configuration": {
    program: (name) => void net(name, [new pulumi.Config().requireSecret("region")]),
    config: { "shop:region": "BHS5" },
  },
  "Scaleway's configuration": {
    program: (name) => void new scaleway.object.Bucket(name, { name: "b" }),
    config: { "scaleway:region": "us-east-1" },
  },
  // The engine goes by what is there: the new value never comes to it.
  "a change that is ignored": {
    before: (name) => void net(name, ["BHS5"]),
    program: (name) => void net(name, ["GRA11"], { ignoreChanges: ["regions"] }),
    unseenByGuard: true,
  },
  "what stays as it is": { before: (name) => void net(name, ["BHS5"]), program: (name) => void net(name, ["BHS5"]) },
  // Its program is missing here, so the engine ends the preview itself.
  "a component of another program": { program: (name) => void new Remote(name), endsPreview: true, unseenByGuard: true },
};
