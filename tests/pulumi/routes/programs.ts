import * as ovh from "@ovhcloud/pulumi-ovh";
import * as hcloud from "@pulumi/hcloud";
import * as openstack from "@pulumi/openstack";
import * as pulumi from "@pulumi/pulumi";
import * as scaleway from "@pulumiverse/scaleway";

/** A plain Pulumi program; its result are the stack's outputs. */
export type Program = () => unknown;
export interface Route {
  readonly program: Program;
  /** Beside `ovh:endpoint`. */
  readonly config?: Readonly<Record<string, string>>;
  /** What is there before the program. */
  readonly exists?: readonly (readonly [type: string, attributes: Readonly<Record<string, string>>])[];
  /** What the message of `guard()` must say; absent: the engine does not ask a transform, and only the view sees it. */
  readonly says?: RegExp;
  /** The engine ends the preview itself: it has no program for the package, or no such stack. */
  readonly endsPreview?: true;
  /** Runs by itself: it changes what the others make, waits for them, or has no name of its own. */
  readonly alone?: true;
}

/** Stands before the name of whatever a program makes, so that many of them fit into one run of the engine. */
let before = "";
const called = (name: string): string => `${before}${name}`;

/** Runs a program, with its own name before those of its resources. */
export function underName(name: string, program: Program): unknown {
  before = name;
  try {
    return program();
  } finally {
    before = "";
  }
}

type Options = pulumi.CustomResourceOptions;
const REGION = /residency\/region/;
const OPERATOR = /jurisdiction\/(?:operator|endpoint)/;
const OPAQUE = /execution\/opaque|residency\/region|jurisdiction\/operator/;

/** Any resource by its token, as a program without types makes one. */
export class Raw extends pulumi.CustomResource {
  constructor(token: string, name: string, inputs: object = {}, options: Options = {}) {
    super(token, name, inputs as pulumi.Inputs, options);
  }
}
export class Site extends pulumi.ComponentResource {
  constructor(name: string, make: (parent: Site) => void, options: pulumi.ComponentResourceOptions = {}) {
    super("acme:index:Site", name, {}, options);
    make(this);
    this.registerOutputs({});
  }
}

export const net = (regions: pulumi.Input<pulumi.Input<string>[]>, options: Options = {}, name = "net") =>
  new ovh.cloudproject.NetworkPrivate(called(name), { serviceName: "abc", name: "net", regions }, options);
const region = (value: pulumi.Input<string>, options: Options = {}) => void net([value], options);
export const kube = (value: pulumi.Input<string>, name = "k", options: Options = {}) =>
  new ovh.cloudproject.Kube(
    called(name),
    { serviceName: "abc", name: "shop", region: value, version: "1.31", privateNetworkId: "n" },
    options,
  );
const pool = (cluster: ovh.cloudproject.Kube, options: Options = {}) =>
  new ovh.cloudproject.KubeNodePool(
    called("pool"),
    { serviceName: "abc", kubeId: pulumi.interpolate`${cluster.id}`, flavorName: "b3-8" },
    options,
  );
const under = (inputs: ovh.ProviderArgs, name = called("other")) => new ovh.Provider(name, inputs);
const EU = { endpoint: "ovh-eu" } as const;
const ends = (route: Route): Route => ({ ...route, endsPreview: true });
const alone = (route: Route): Route => ({ ...route, alone: true });
const refused = (program: Program, says?: RegExp, config?: Route["config"]): Route => ({
  program,
  ...(says && { says }),
  ...(config && { config }),
});

/** Every way by which a place outside can enter a program of Pulumi. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "a literal": refused(() => region("BHS5"), REGION),
  "a literal in the United States": refused(() => region("US-EAST-VA-1"), REGION),
  "a literal that is named eu": refused(() => region("eu-west-eri"), REGION),
  "a code that nobody knows": refused(() => region("GRA99"), REGION),
  "one of several": refused(() => void net(["GRA11", "BHS5"]), REGION),
  "a value of the configuration": refused(() => region(new pulumi.Config().require("region")), REGION, { "shop:region": "BHS5" }),
  "an object of the configuration": refused(() => region(new pulumi.Config().requireObject<{ r: string }>("where").r), REGION, {
    "shop:where": '{"r":"BHS5"}',
  }),
  "a secret of the program": refused(() => region(pulumi.secret("BHS5")), REGION),
  "a promise": refused(() => region(Promise.resolve("BHS5")), REGION),
  "an output": refused(() => region(pulumi.output("BHS5")), REGION),
  "an output of an output": refused(() => region(pulumi.output(pulumi.output("bhs")).apply((r) => `${r.toUpperCase()}5`)), REGION),
  "an interpolation": refused(() => region(pulumi.interpolate`BHS${pulumi.output(5)}`), REGION),
  concat: refused(() => region(pulumi.concat("BH", "S5")), REGION),
  "all()": refused(() => region(pulumi.all(["BHS", "5"]).apply((parts) => parts.join(""))), REGION),
  jsonParse: refused(() => region(pulumi.jsonParse('{"r":"BHS5"}').apply((x: { r: string }) => x.r)), REGION),
  "an output of another resource": refused(() => region(kube("BHS5").region.apply((r) => r ?? "GRA11")), REGION),
  "an unknown region": refused(() => region(kube("GRA11").id), REGION),
  "an unknown region behind apply": refused(() => region(kube("GRA11").id.apply(() => "BHS5")), REGION),
  "an unknown list of regions": refused(() => void net(kube("GRA11").id.apply(() => ["GRA11"])), REGION),
  "an environment variable of the program": refused(() => region(process.env["NOWHERE_REGION"] ?? "BHS5"), REGION),
  "a loop": refused(() => ["GRA11", "BHS5"].forEach((one, i) => void net([one], {}, `net${i}`)), REGION),
  "a component": refused(() => void new Site(called("site"), (parent) => region("BHS5", { parent })), REGION),
  "a component within a component": refused(
    () => void new Site(called("a"), (a) => void new Site(called("b"), (b) => region("BHS5", { parent: b }), { parent: a })),
    REGION,
  ),
  "a child of a resource": refused(() => region("BHS5", { parent: kube("GRA11") }), REGION),
  "an old name": refused(() => region("BHS5", { aliases: [{ name: "before" }] }), REGION),
  "an old type": refused(() => region("BHS5", { aliases: [{ type: "acme:index:Old" }] }), REGION),
  "ignoreChanges of the region": refused(() => region("BHS5", { ignoreChanges: ["regions"] }), REGION),
  protected: refused(() => region("BHS5", { protect: true }), REGION),
  "retained on delete": refused(() => region("BHS5", { retainOnDelete: true }), REGION),
  dependsOn: refused(() => region("BHS5", { dependsOn: [kube("GRA11")] }), REGION),
  "a transform of the resource": refused(
    () => region("GRA11", { transforms: [(args) => ({ props: { ...args.props, regions: ["BHS5"] }, opts: args.opts })] }),
    REGION,
  ),
  "a transformation of the resource": refused(
    () => region("GRA11", { transformations: [(args) => ({ props: { ...args.props, regions: ["BHS5"] }, opts: args.opts })] }),
    REGION,
  ),
  "a transform of the component": refused(
    () =>
      void new Site(called("site"), (parent) => region("GRA11", { parent }), {
        transforms: [
          (args) => (args.type.startsWith("ovh:") ? { props: { ...args.props, regions: ["BHS5"] }, opts: args.opts } : undefined),
        ],
      }),
    REGION,
  ),
  "a transform of the stack, registered after the guard": alone(
    refused(() => {
      pulumi.runtime.registerResourceTransform((args) =>
        args.type.startsWith("ovh:") ? { props: { ...args.props, regions: ["BHS5"] }, opts: args.opts } : undefined,
      );
      region("GRA11");
    }, REGION),
  ),
  "a transformation of the stack": alone(
    refused(() => {
      pulumi.runtime.registerStackTransformation((args) =>
        args.type.startsWith("ovh:") ? { props: { ...args.props, regions: ["BHS5"] }, opts: args.opts } : undefined,
      );
      region("GRA11");
    }, REGION),
  ),
  "a token without types": refused(
    () => void new Raw("ovh:CloudProject/networkPrivate:NetworkPrivate", called("n"), { serviceName: "abc", name: "n", regions: ["BHS5"] }),
    REGION,
  ),
  "a replica elsewhere": refused(
    () =>
      void new ovh.cloudproject.Storage(called("b"), {
        serviceName: "abc",
        name: "media",
        regionName: "GRA",
        encryption: { sseAlgorithm: "AES256" },
        replication: { rules: [{ id: "r", status: "enabled", destination: { name: "c", region: "BHS" } }] },
      } as never),
    /residency\/replica/,
  ),
  "a node of a database elsewhere": refused(
    () =>
      void new ovh.cloudproject.Database(called("d"), {
        serviceName: "abc",
        description: "d",
        engine: "postgresql",
        version: "16",
        plan: "business",
        flavor: "db1-4",
        nodes: [{ region: "GRA" }, { region: "BHS" }],
      }),
    REGION,
  ),
  "a child of what is outside": refused(() => {
    const there = kube("BHS5");
    new ovh.cloudproject.KubeNodePool(called("p"), { serviceName: "abc", kubeId: there.id, flavorName: "b3-8" });
  }, REGION),
  "an id that was written": refused(
    () => void new ovh.cloudproject.KubeNodePool(called("p"), { serviceName: "abc", kubeId: "1234", flavorName: "b3-8" }),
    REGION,
  ),
  "an explicit provider in the United States": refused(() => region("GRA11", { provider: under({ endpoint: "ovh-us" }) }), OPERATOR),
  "an explicit provider without an endpoint": refused(() => region("GRA11", { provider: under({}) }), OPERATOR),
  "an explicit provider whose endpoint is unknown": refused(
    () => region("GRA11", { provider: under({ endpoint: kube("GRA11").id }) }),
    OPERATOR,
  ),
  "an explicit provider called default": alone(
    refused(() => region("GRA11", { provider: under({ endpoint: "ovh-us" }, "default") }), OPERATOR),
  ),
  "a provider that a component hands down": refused(
    () => void new Site(called("site"), (parent) => region("GRA11", { parent }), { providers: { ovh: under({ endpoint: "ovh-us" }) } }),
    OPERATOR,
  ),
  "a provider that a parent hands down": refused(
    () => region("GRA11", { parent: kube("GRA11", "k", { provider: under({ endpoint: "ovh-us" }) }) }),
    OPERATOR,
  ),
  "a provider that a transform puts in": refused(() => {
    const provider = under({ endpoint: "ovh-us" });
    region("GRA11", { transforms: [(args) => ({ props: args.props, opts: { ...args.opts, provider } })] });
  }, OPERATOR),
  "a provider within a component": refused(
    () =>
      void new Site(called("site"), (parent) =>
        region("GRA11", { parent, provider: new ovh.Provider(called("p"), { endpoint: "ovh-ca" }, { parent }) }),
      ),
    OPERATOR,
  ),
  "a provider of the class's own configuration": refused(() => region("GRA11"), OPERATOR, { "ovh:endpoint": "ovh-us" }),
  "a default provider that asks its environment": refused(() => region("GRA11"), OPERATOR, { "ovh:endpoint": "" }),
  "a program of the package from elsewhere": refused(() => region("GRA11", { pluginDownloadURL: "https://example.com/plugins" }), OPAQUE),
  "Scaleway's provider elsewhere": refused(
    () =>
      void new scaleway.network.Vpc(
        called("v"),
        {},
        { provider: new scaleway.Provider(called("s"), { region: "us-east-1", zone: "us-east-1-a" }) },
      ),
    /residency|jurisdiction/,
  ),
  "a region that Scaleway does not have": refused(
    () => void new scaleway.object.Bucket(called("b"), { name: "b", region: "us-east-1" }),
    REGION,
  ),
  "Hetzner in the United States": refused(
    () => void new hcloud.Server(called("s"), { name: "s", serverType: "cx22", image: "debian-12", location: "ash" }),
    REGION,
  ),
  "Hetzner in Singapore": refused(() => void new hcloud.Volume(called("v"), { name: "v", size: 10, location: "sin" }), REGION),
  "OpenStack's provider elsewhere": refused(
    () =>
      void new openstack.compute.Keypair(
        called("k"),
        { name: "k" },
        { provider: new openstack.Provider(called("o"), { authUrl: "https://auth.cloud.ovh.us/v3", region: "US-EAST-VA-1" }) },
      ),
    /residency|jurisdiction/,
  ),
  "OpenStack of somebody": refused(
    () =>
      void new openstack.networking.Network(
        called("n"),
        { name: "n", region: "RegionOne" },
        { provider: new openstack.Provider(called("o"), { authUrl: "https://example.com:5000/v3" }) },
      ),
    /residency|jurisdiction/,
  ),
  "a bridged cloud elsewhere": refused(() => void new Raw("outscale:index/net:Net", called("n"), { ipRange: "10.0.0.0/16" }), REGION),
  get: {
    alone: true,
    program: () => void ovh.cloudproject.Kube.get(called("k"), "abc/1234"),
    exists: [["ovh_cloud_project_kube", { id: "1234", service_name: "abc", name: "shop", region: "BHS5" }]],
  },
  "get, with a state": {
    alone: true,
    program: () => void ovh.cloudproject.Kube.get(called("k"), "abc/1234", { region: "BHS5", serviceName: "abc" }),
    exists: [["ovh_cloud_project_kube", { id: "1234", service_name: "abc", name: "shop", region: "BHS5" }]],
  },
  import: ends(refused(() => region("GRA11", { import: "abc/BHS5/1" }), /execution\/opaque/)),
  "a type that the package does not have": ends(refused(() => void new Raw("ovh:CloudProject/novelty:Novelty", called("x")), OPAQUE)),
  "a stack reference": ends(alone(refused(() => void new pulumi.StackReference("organization/other/prod")))),
  // Without the other stack the engine ends the preview itself, before the guard hears of the output.
  "a stack reference's output": ends(
    alone(refused(() => region(new pulumi.StackReference("organization/other/prod").getOutput("region") as pulumi.Output<string>))),
  ),
  "a dynamic provider": ends(refused(() => void new Raw("pulumi-nodejs:dynamic:Resource", called("d"), { __provider: "code" }), OPAQUE)),
  "a child of a resource that is refused": refused(() => region("GRA11", { parent: kube("BHS5") }), REGION),
  "a command": ends(refused(() => void new Raw("command:local:Command", called("c"), { create: "curl https://example.com" }), OPAQUE)),
  "a command elsewhere": ends(
    refused(() => void new Raw("command:remote:Command", called("c"), { connection: { host: "192.0.2.1" }, create: "true" }), OPAQUE),
  ),
  "another company's cloud": ends(refused(() => void new Raw("aws:s3/bucketV2:BucketV2", called("b"), { bucket: "b" }), OPERATOR)),
  "another company's cloud, in Europe": ends(
    refused(() => void new Raw("aws:s3/bucketV2:BucketV2", called("b"), { bucket: "b" }), OPERATOR, {
      "aws:region": "eu-west-3",
    }),
  ),
  "another company's cloud, natively": ends(
    refused(() => void new Raw("azure-native:storage:StorageAccount", called("b"), { location: "westeurope" }), OPERATOR),
  ),
  "a package that nobody knows": ends(refused(() => void new Raw("acme:index/thing:Thing", called("t")), OPAQUE)),
  "a chart": ends(refused(() => void new Raw("kubernetes:helm.sh/v3:Release", called("r"), { chart: "x" }), OPAQUE)),
  "a function of another company": ends(
    alone(
      refused(() => {
        const answer = pulumi.runtime.invoke("aws:index/getRegion:getRegion", {});
        answer.catch(() => undefined);
        region("BHS5");
      }, /jurisdiction|residency/),
    ),
  ),
};

/** What must pass: the same ways, inside. */
export const HONEST: Readonly<Record<string, Program>> = {
  "a literal": () => region("GRA11"),
  "a value behind apply": () => region(pulumi.output("GRA").apply((r) => `${r}11`)),
  "a component with a provider": () =>
    void new Site(called("site"), (parent) => region("SBG5", { parent }), { providers: { ovh: under(EU) } }),
  "a transform": () => region("BHS5", { transforms: [(args) => ({ props: { ...args.props, regions: ["GRA11"] }, opts: args.opts })] }),
  "a provider in Europe": () => region("DE1", { provider: under(EU) }),
  "what hangs on a cluster of the same program": () => {
    const cluster = kube("GRA11");
    pool(cluster);
    new ovh.cloudproject.KubeIpRestrictions(called("r"), { serviceName: "abc", kubeId: cluster.id, ips: ["192.0.2.0/24"] });
  },
  "what hangs on a cluster of another component": () => {
    new Site(called("site"), (parent) => {
      const cluster = kube("GRA11", "k2", { parent });
      new Site(called("inner"), (inner) => void pool(cluster, { parent: inner }), { parent });
      new ovh.cloudproject.KubeIpRestrictions(called("r2"), { serviceName: "abc", kubeId: cluster.id, ips: ["192.0.2.0/24"] }, { parent });
    });
  },
};
