import * as pulumi from "@pulumi/pulumi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SynthesizedStack } from "../../../engines/pulumi/index.ts";
import type { Document } from "../../guard/judging.ts";
import { openStack, type PulumiStack, pulumiEngine } from "../harness.ts";
import { moduleOf } from "./module.ts";

const NET = "ovh_cloud_project_network_private";
const KUBE = "ovh_cloud_project_kube";
const POOL = "ovh_cloud_project_kube_nodepool";
const USER = "ovh_cloud_project_user";
const net = (more: Document = {}): Document => ({ service_name: "abc", name: "net", regions: ["GRA11"], ...more });
const pool = (more: Document): Document => ({
  service_name: "abc",
  kube_id: `\${${KUBE}.shop.id}`,
  flavor_name: "b3-8",
  desired_nodes: "2",
  ...more,
});

/** One of everything that a document can say. */
const EVERYTHING: Document = {
  provider: { ovh: [{ endpoint: "ovh-eu" }, { alias: "second", endpoint: "ovh-eu", client_id: "${var.client}" }] },
  variable: {
    client: { type: "string", sensitive: true },
    sizes: { type: "map(number)", default: { small: 1, large: 3 } },
    site: { default: "gra" },
  },
  locals: { region: "${upper(var.site)}11", id: `\${${KUBE}.shop.id}`, names: ["a", "b"] },
  data: { ovh_cloud_project_kube: { other: { service_name: "abc", kube_id: "${local.id}", depends_on: [`${NET}.plain`] } } },
  resource: {
    [NET]: {
      plain: net({ regions: ["${local.region}"], lifecycle: { prevent_destroy: true, ignore_changes: ["name", "vlan_id"] } }),
      counted: net({ count: 2, name: "net-${count.index}", timeouts: { create: "30m" } }),
      set: net({ for_each: '${toset(["x", "y"])}', name: "${each.key}-${each.value}" }),
      moved: net({ provider: "ovh.second", lifecycle: { create_before_destroy: true, destroy: false } }),
      conditional: net({ name: '${length(local.names) > 1 ? join("-", [for n in local.names : upper(n) if n != "a"]) : "none"}' }),
    },
    [KUBE]: {
      shop: {
        service_name: "abc",
        name: "shop",
        region: "GRA11",
        version: "1.31",
        private_network_id: `\${tolist(${NET}.plain.regions_attributes)[0].openstackid}`,
        dynamic: {
          customization_apiserver: {
            for_each: ["NodeRestriction"],
            content: { admissionplugins: [{ enabled: ["${customization_apiserver.value}"] }] },
          },
        },
        lifecycle: { ignore_changes: "all" },
      },
    },
    [POOL]: {
      each: pool({
        for_each: "${var.sizes}",
        name: "${each.key}",
        max_nodes: "${each.value}",
        depends_on: [`${NET}.set`],
        template: [
          {
            metadata: [{ labels: { size: "${each.key}" }, annotations: {}, finalizers: [] }],
            spec: [{ unschedulable: false, taints: [] }],
          },
        ],
        lifecycle: { replace_triggered_by: [`${KUBE}.shop.version`] },
      }),
    },
    [USER]: {
      u: {
        service_name: "abc",
        description: '${nonsensitive(sensitive("free"))}',
        role_names: `\${[for p in values(${POOL}.each) : p.name]}`,
      },
    },
  },
  moved: { from: `${NET}.before`, to: `${NET}.moved` },
  output: {
    region: { value: "${local.region}" },
    kubeconfig: { value: `\${${KUBE}.shop.kubeconfig}`, sensitive: true },
    pools: { value: `\${{for k, p in ${POOL}.each : k => p.max_nodes}}` },
    nets: { value: `\${${NET}.counted[*].name}` },
    version: { value: `\${data.${KUBE}.other.version}` },
    password: { value: `\${${USER}.u.password}`, sensitive: true },
  },
};

interface Step {
  readonly newState: {
    readonly urn: string;
    readonly type: string;
    readonly parent?: string;
    readonly provider?: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
    readonly [option: string]: unknown;
  };
}

describe.skipIf(pulumiEngine === null)("a document in Pulumi's engine", () => {
  let stack: PulumiStack;
  let steps: readonly Step["newState"][] = [];
  const named = (name: string) => steps.find(({ urn }) => urn.endsWith(`::shop/${name}`)) ?? expect.fail(`${name} is not registered`);
  const program = () => new SynthesizedStack("shop", moduleOf(EVERYTHING), { variables: { client: pulumi.secret("me") } }).outputs;

  beforeAll(async () => {
    stack = await openStack();
    const ran = await stack.preview(program);
    expect([ran.code, ran.stderr]).toEqual([0, ""]);
    steps = (ran.json as unknown as { readonly steps: readonly Step[] }).steps.map(({ newState }) => newState);
  });
  afterAll(() => stack.close());

  it("is a component whose children are resources of the package, each under an explicit provider", () => {
    const children = steps.filter(({ type }) => type.startsWith("ovh:"));
    expect(children.map(({ urn }) => urn.split("::").at(-1)).sort()).toEqual(
      ["plain", "counted[0]", "counted[1]", 'set["x"]', 'set["y"]', "moved", "conditional", "shop", 'each["large"]', 'each["small"]', "u"]
        .map((name) => `shop/${name}`)
        .sort(),
    );
    for (const { urn, provider } of children) {
      expect(urn).toContain("terroir:index:Stack$terroir:index:Construct$ovh:");
      expect(provider).toMatch(/::shop\/ovh(?:\.second)?::/);
    }
    expect(named("moved").provider).toContain("shop/ovh.second");
  });

  it("has the values that Terraform would compute", () => {
    expect(named("plain").inputs).toMatchObject({ regions: ["GRA11"], serviceName: "abc" });
    expect(named("counted[1]").inputs).toMatchObject({ name: "net-1" });
    expect(named('set["x"]').inputs).toMatchObject({ name: "x-x" });
    expect(named("conditional").inputs).toMatchObject({ name: "B" });
    expect(named('each["large"]').inputs).toMatchObject({
      name: "large",
      maxNodes: 3,
      desiredNodes: 2,
      template: { metadata: { labels: { size: "large" } } },
    });
    expect(named("shop").inputs).toMatchObject({ customizationApiservers: [{ admissionplugins: [{ enableds: ["NodeRestriction"] }] }] });
    expect(named("u").inputs).toMatchObject({ roleNames: ["large", "small"] });
  });

  it("carries over what the document says to the engine", () => {
    expect(named("plain")).toMatchObject({ protect: true, ignoreChanges: ["name", "vlanId"] });
    expect(named("shop")).toMatchObject({ ignoreChanges: ["*"] });
    expect(named("moved")).toMatchObject({ retainOnDelete: true });
    expect(named("counted[0]")).toMatchObject({ customTimeouts: { create: 1800 } });
    expect(named('each["small"]').dependencies).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/set\["x"\]$/),
        expect.stringMatching(/set\["y"\]$/),
        expect.stringMatching(/::shop\/shop$/),
      ]),
    );
  });

  it("keeps secrets secret, and hands out its outputs", async () => {
    const up = await stack.up(program);
    expect([up.code, up.stderr]).toEqual([0, ""]);
    const { stdout } = await stack.pulumi(["stack", "output", "--json"]);
    const secret = "[secret]";
    expect(JSON.parse(stdout)).toEqual({
      region: "GRA11",
      kubeconfig: secret,
      pools: { large: 3, small: 1 },
      nets: ["net-0", "net-1"],
      version: expect.any(String),
      password: secret,
    });
    expect(JSON.stringify(await stack.exported())).not.toMatch(/rehearsal-[0-9a-f]{24}|"me"/);
    const again = await stack.preview(program);
    expect(Object.keys((again.json as { readonly changeSummary?: object } | null)?.changeSummary ?? {}).sort()).toEqual(["same"]);
  });

  it("makes nothing anew of what was moved", async () => {
    const { [NET]: nets, ...others } = EVERYTHING.resource as Readonly<Record<string, Document>>;
    const { set, ...rest } = nets as Readonly<Record<string, Document>>;
    const document = JSON.parse(
      JSON.stringify({
        ...EVERYTHING,
        resource: { ...others, [NET]: { ...rest, renamed: set } },
        moved: [EVERYTHING.moved, { from: `${NET}.set`, to: `${NET}.renamed` }],
      }).replaceAll(`"${NET}.set"]`, `"${NET}.renamed"]`),
    ) as Document;
    const { json } = await stack.preview(
      () => new SynthesizedStack("shop", moduleOf(document), { variables: { client: pulumi.secret("me") } }).outputs,
    );
    const { steps: next } = json as unknown as { readonly steps: readonly (Step & { readonly op: string })[] };
    expect(next.filter(({ op }) => op !== "same").map(({ op, newState }) => `${op} ${newState.urn}`)).toEqual([]);
  });

  it("takes over what exists, where an import block says so", async () => {
    const there = { service_name: "abc", id: "k1", name: "old", region: "GRA11", version: "1.31" };
    stack.world.add({ provider: "ovh/ovh", type: KUBE, attributes: there, secrets: [] });
    const { id: _id, ...written } = there;
    const document: Document = { resource: { [KUBE]: { old: written } }, import: { to: `${KUBE}.old`, id: "abc/k1" } };
    const { json } = await stack.preview(() => new SynthesizedStack("other", moduleOf(document)).outputs);
    const { steps: next } = json as unknown as { readonly steps: readonly { readonly op: string; readonly urn: string }[] };
    expect(next.filter(({ op }) => op === "import").map(({ urn }) => urn)).toEqual([expect.stringMatching(/::other\/old$/)]);
  });
});
