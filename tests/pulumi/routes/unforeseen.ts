import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as ovh from "@ovhcloud/pulumi-ovh";
import * as hcloud from "@pulumi/hcloud";
import * as openstack from "@pulumi/openstack";
import * as pulumi from "@pulumi/pulumi";
import * as scaleway from "@pulumiverse/scaleway";
import { at, BUCKET, type HiddenRoute, net, raw, STORAGE } from "./hidden.ts";
import { Raw, Site } from "./programs.ts";

type Options = pulumi.CustomResourceOptions;
const US = { endpoint: "ovh-us" } as const;
const ends = (route: HiddenRoute): HiddenRoute => ({ ...route, endsPreview: true });
const program = (run: HiddenRoute["program"], more: Partial<HiddenRoute> = {}): HiddenRoute => ({ program: run, ...more });
const later = <T>(value: T): Promise<T> => new Promise((done) => setTimeout(() => done(value), 10));
const cluster = (name: string, region: string, options: Options = {}) =>
  new ovh.cloudproject.Kube(name, { serviceName: "abc", name: "shop", region, version: "1.31", privateNetworkId: "n" }, options);
const pool = (name: string, kubeId: pulumi.Input<string>, options: Options = {}) =>
  void new ovh.cloudproject.KubeNodePool(name, { serviceName: "abc", kubeId, flavorName: "b3-8" }, options);
/** What a company's own library makes of a network. */
class Company extends ovh.cloudproject.NetworkPrivate {
  constructor(name: string, options: Options = {}) {
    super(name, { serviceName: "abc", name: "net", regions: [Company.site()] }, options);
  }
  static site(): string {
    return ["BHS", 5].join("");
  }
}

/** Programs as a careless or a hostile author writes them, with one thing in each that is outside. */
export const UNFORESEEN: Readonly<Record<string, HiddenRoute>> = {
  "a chain of waits": at(
    pulumi
      .output(later("b"))
      .apply(async (b) => later(`${b}hs`))
      .apply((bhs) => pulumi.output(later(bhs.toUpperCase())).apply((BHS) => pulumi.secret(`${BHS}5`))),
  ),
  "all() of an object": at(
    pulumi.all({ area: pulumi.output(later("BHS")), number: pulumi.output("5") }).apply(({ area, number }) => `${area}${number}`),
  ),
  "a member of a member of an output": at(pulumi.output({ sites: [{ codes: { first: "BHS5" } }] }).sites[0]?.codes.first ?? "GRA11"),
  "Output.create of a secret within an object": at(pulumi.Output.create({ r: pulumi.secret("BHS5") }).r),
  "an output that is settled later": program((name) => {
    const [region, settle] = pulumi.deferredOutput<string>();
    net(name, [region]);
    settle(pulumi.output(later("BHS5")));
  }),
  "a member of a list of the configuration": program(
    (name) => void net(name, [new pulumi.Config().requireObject<readonly string[]>("sites")[1] ?? "GRA11"]),
    { config: { "shop:sites": '["GRA11","BHS5"]' } },
  ),
  "another name in the configuration": program((name) => void net(name, [new pulumi.Config("estate").require("region")]), {
    config: { "estate:region": "BHS5" },
  }),
  "a secret object of the configuration": program(
    (name) => void net(name, [new pulumi.Config().requireSecretObject<{ readonly r: string }>("where").r]),
    { config: { "shop:where": '{"r":"BHS5"}' } },
  ),
  "a default where the configuration says nothing": program((name) => void net(name, [new pulumi.Config().get("nowhere") ?? "BHS5"])),
  "a file beside the program": program((name) => {
    const folder = mkdtempSync(join(tmpdir(), "terroir-site-"));
    try {
      writeFileSync(join(folder, "site.json"), '{"region":"BHS5"}');
      net(name, [(JSON.parse(readFileSync(join(folder, "site.json"), "utf8")) as { readonly region: string }).region]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }),
  "a class of the company's": program((name) => void new Company(name)),
  "a class of the company's, which a component makes": program(
    (name) => void new Site(name, (parent) => new Company(`${name}-net`, { parent })),
  ),
  "properties that are inherited": program(
    (name) => void new ovh.cloudproject.NetworkPrivate(name, Object.create({ serviceName: "abc", name: "n", regions: ["BHS5"] }) as never),
  ),
  "properties that a proxy answers": program(
    (name) =>
      void new ovh.cloudproject.NetworkPrivate(
        name,
        new Proxy(
          { serviceName: "abc", name: "n", regions: ["GRA11"] },
          { get: (target, key) => (key === "regions" ? ["BHS5"] : Reflect.get(target, key)) },
        ),
      ),
  ),
  "a hole in a list": raw("ovh:CloudProject/networkPrivate:NetworkPrivate", {
    serviceName: "abc",
    name: "n",
    regions: ["GRA11", null, "BHS5"],
  }),
  "a text that is waited for within a text": at(
    pulumi.interpolate`${pulumi.interpolate`${later("B")}HS`}${pulumi.all([5]).apply(([n]) => n)}`,
  ),
  "text that JSON was made of": at(pulumi.output({ r: "BHS5" }).apply((all) => JSON.stringify(all).slice(6, 10))),
  "a transform of the outer component, upon a grandchild": program(
    (name) =>
      void new Site(name, (a) => void new Site(`${name}-in`, (b) => void net(`${name}-net`, ["GRA11"], { parent: b }), { parent: a }), {
        transforms: [
          async ({ type, props, opts }) =>
            type.endsWith(":NetworkPrivate") ? { props: { ...props, regions: [await later("BHS5")] }, opts } : undefined,
        ],
      }),
  ),
  "transforms that were merged": program(
    (name) =>
      void net(
        name,
        ["GRA11"],
        pulumi.mergeOptions(
          { transforms: [({ props, opts }) => ({ props: { ...props, regions: ["BHS5"] }, opts })] } satisfies Options,
          { transforms: [() => undefined], protect: true } satisfies Options,
        ),
      ),
  ),
  "a component's providers of two packages": program(
    (name) =>
      void new Site(name, (parent) => void new scaleway.network.Vpc(`${name}-vpc`, {}, { parent }), {
        providers: {
          ovh: new ovh.Provider(`${name}-eu`, { endpoint: "ovh-eu" }),
          scaleway: new scaleway.Provider(`${name}-us`, { region: "us-east-1", zone: "us-east-1-a" }),
        },
      }),
  ),
  "a provider that the environment makes": program((name) => {
    process.env["TERROIR_TEST_ENDPOINT"] = "ovh-us";
    net(name, ["GRA11"], { provider: new ovh.Provider(`${name}-p`, { endpoint: process.env["TERROIR_TEST_ENDPOINT"] }) });
    delete process.env["TERROIR_TEST_ENDPOINT"];
  }),
  "a provider that the configuration makes": program(
    (name) => void net(name, ["GRA11"], { provider: new ovh.Provider(`${name}-p`, { endpoint: new pulumi.Config().require("api") }) }),
    { config: { "shop:api": "ovh-us" } },
  ),
  "a provider that waits for its endpoint": program(
    (name) => void net(name, ["GRA11"], { provider: new ovh.Provider(`${name}-p`, { endpoint: pulumi.output(later("ovh-ca")) }) }),
  ),
  "a provider below a component, handed down by an outer one": program(
    (name) =>
      void new Site(name, (outer) => {
        const provider = new ovh.Provider(`${name}-p`, US, { parent: outer });
        new Site(`${name}-in`, (inner) => void net(`${name}-net`, ["GRA11"], { parent: inner }), { parent: outer, provider });
      }),
  ),
  "a parent whose provider is another": program(
    (name) =>
      void net(`${name}-child`, ["GRA11"], {
        parent: cluster(name, "GRA11", { provider: new ovh.Provider(`${name}-p`, US) }),
      }),
  ),
  "a cluster in place of its id": program((name) => pool(name, cluster(`${name}-k`, "BHS5") as unknown as pulumi.Input<string>)),
  "a pool of the same name in another component": program((name) => {
    new Site(`${name}-a`, (parent) => pool(`${name}-pool`, cluster(`${name}-k`, "GRA11", { parent }).id, { parent }));
    const user = new ovh.cloudproject.User(`${name}-user`, { serviceName: "abc", description: "d" });
    new Site(`${name}-b`, (outer) => void new Site(`${name}-in`, (parent) => pool(`${name}-pool`, user.id, { parent }), { parent: outer }));
  }),
  "one id of two": program((name) =>
    pool(
      name,
      pulumi.all([cluster(`${name}-a`, "GRA11").id, cluster(`${name}-b`, "BHS5").id]).apply(([a = "", b = ""]) => (a < b ? a : b)),
    ),
  ),
  "an old name, in another place": {
    before: (name) => void net(`${name}-old`, ["BHS5"]),
    program: (name) => void net(name, ["GRA11"], { aliases: [{ name: `${name}-old` }], ignoreChanges: ["regions"] }),
    unseenByGuard: true,
  },
  "an old parent": {
    before: (name) => void net(name, ["BHS5"]),
    program: (name) =>
      void new Site(
        `${name}-site`,
        (parent) => void net(name, ["GRA11"], { parent, aliases: [{ parent: pulumi.rootStackResource }], ignoreChanges: ["*"] }),
      ),
    unseenByGuard: true,
  },
  "what a function answers": program(
    (name) =>
      void net(name, [ovh.cloudproject.getKubeOutput({ serviceName: "abc", kubeId: "k-far" }).apply(({ region }) => region ?? "GRA11")]),
    { exists: [["ovh_cloud_project_kube", { id: "k-far", service_name: "abc", name: "far", region: "BHS5" }]] },
  ),
  "a server of Hetzner's that says no place": program(
    (name) => void new hcloud.Server(name, { name: "s", serverType: "cx22", image: "debian-12" }),
  ),
  "a primary address of Hetzner's": program(
    (name) => void new hcloud.PrimaryIp(name, { name: "p", type: "ipv4", assigneeType: "server", location: "sin", autoDelete: false }),
  ),
  "a profile of Scaleway's": program(
    (name) => void new scaleway.network.Vpc(name, {}, { provider: new scaleway.Provider(`${name}-p`, { profile: "elsewhere" }) }),
  ),
  "a region of a provider of OpenStack's": program(
    (name) =>
      void new openstack.compute.Keypair(
        name,
        { name: "k" },
        { provider: new openstack.Provider(`${name}-p`, { authUrl: "https://auth.cloud.ovh.net/v3", region: "BHS5" }) },
      ),
  ),
  "a dedicated server": raw("ovh:Dedicated/server:Server", {
    displayName: "d",
    ovhSubsidiary: "FR",
    plans: [
      { planCode: "24rise01", duration: "P1M", pricingMode: "default", configurations: [{ label: "dedicated_datacenter", value: "bhs" }] },
    ],
  }),
  "a backup of a database": raw("ovh:CloudProject/database:Database", {
    serviceName: "abc",
    description: "d",
    engine: "postgresql",
    version: "16",
    plan: "business",
    flavor: "db1-4",
    nodes: [{ region: "GRA" }],
    backupRegions: pulumi.output(later(["GRA", "BHS"])),
  }),
  "a replica in a secret": raw(STORAGE, {
    ...BUCKET,
    regionName: "GRA",
    replication: { rules: pulumi.secret([{ id: "r", status: "enabled", destination: { name: "c", region: "BHS" } }]) },
  }),
  "the bridge's name of a type that has a package": ends(
    raw("ovh:index/cloudProjectNetworkPrivate:CloudProjectNetworkPrivate", { serviceName: "abc", name: "n", regions: ["BHS5"] }),
  ),
  "a package in capitals": ends(
    raw("OVH:CloudProject/networkPrivate:NetworkPrivate", { serviceName: "abc", name: "n", regions: ["GRA11"] }),
  ),
  "a cluster that a file names": ends(raw("kubernetes:core/v1:Namespace", { metadata: { name: "n" } })),
  "an image": ends(raw("docker:index/image:Image", { imageName: "ghcr.io/acme/app" })),
  "a program that answers as random does": ends(
    program(
      (name) => void new Raw("random:index/randomId:RandomId", name, { byteLength: 4 }, { pluginDownloadURL: "https://example.com/" }),
    ),
  ),
  "a machine of another company": ends(
    raw("digitalocean:index/droplet:Droplet", { region: "fra1", size: "s-1vcpu-1gb", image: "debian-12-x64" }),
  ),
  "a machine of a company that nobody knows": ends(raw("civo:index/instance:Instance", { region: "LON1" })),
  "a dynamic resource of a type of its own": ends(
    raw("pulumi-nodejs:dynamic/acme:Record", { __provider: "exports.handler = 1", region: "GRA11" }),
  ),
};
