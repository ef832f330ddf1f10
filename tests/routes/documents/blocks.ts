import { CANADA, type Cases, cluster, type Document, merged, region } from "./document.ts";

const opaque = (document: Document): readonly ["execution/opaque", Document] => ["execution/opaque", merged(cluster(), document)];
const runs = (document: Document): readonly ["execution/provisioner", Document] => ["execution/provisioner", merged(cluster(), document)];
const asks = (document: Document): readonly ["execution/before-plan", Document] => ["execution/before-plan", merged(cluster(), document)];
const imported = (more: Document): readonly ["execution/opaque", Document] =>
  opaque({ import: [{ to: "ovh_cloud_project_kube.k", ...more }] });
const k = (more: Document): Document => ({ resource: { ovh_cloud_project_kube: { k: more } } });

/** What runs, fetches, or takes over. */
export const BLOCKS: Cases = {
  "an import from Canada": imported({ id: "abc/BHS5/1234" }),
  "an import by a lower-case code": imported({ id: "abc_bhs5_1234" }),
  "an import by an expression": imported({ id: '${join("/", ["abc", "BHS5", "1"])}' }),
  "an import by a variable": opaque({ variable: { id: {} }, import: { to: "${ovh_cloud_project_kube.k}", id: "${var.id}" } }),
  "an import for each": opaque({
    import: { for_each: { a: "abc/GRA11/1", b: "abc/BHS5/1" }, to: "ovh_cloud_project_kube.k[each.key]", id: "${each.value}" },
  }),
  "an import by identity": imported({ identity: { region: CANADA, id: "1" } }),
  "an import by an identity that nobody knows": opaque({
    variable: { i: {} },
    import: { to: "ovh_cloud_project_kube.k", identity: "${var.i}" },
  }),
  "an import by nothing": imported({}),
  "an import of what a module makes": opaque({
    module: { m: { source: "./m" } },
    import: { to: "module.m.ovh_cloud_project_kube.k", id: "abc/BHS5/1" },
  }),
  "a module beside": opaque({ module: { m: { source: "./modules/m" } } }),
  "a module of the registry": opaque({ module: { m: { source: "terraform-aws-modules/vpc/aws" } } }),
  "a module whose providers are handed over": opaque({ module: { m: { source: "./m", providers: { ovh: "ovh" } } } }),
  "a module without source": opaque({ module: { m: {} } }),
  "a module made no times, or once": opaque({ variable: { on: {} }, module: { m: { source: "./m", count: "${var.on ? 1 : 0}" } } }),
  "a command": runs(k({ provisioner: { "local-exec": { command: "curl https://x" } } })),
  "a command on the way out": runs(k({ provisioner: [{ "local-exec": { when: "destroy", command: "x" } }] })),
  "a command elsewhere": runs(k({ provisioner: [{ "remote-exec": { inline: ["x"], connection: { host: "h" } } }] })),
  "a file sent": runs(k({ provisioner: { file: { source: "a", destination: "b" } } })),
  "a provisioner of old": runs(k({ provisioner: { chef: {} } })),
  "a command on the way out of what is made no more": runs(
    k({ count: 0, provisioner: { "local-exec": { when: "destroy", command: "x" } } }),
  ),
  "a command of a removed resource": runs({
    removed: {
      from: "ovh_cloud_project_kube.old",
      lifecycle: { destroy: true },
      provisioner: { "local-exec": { when: "destroy", command: "x" } },
    },
  }),
  "a command of terraform_data": runs({ resource: { terraform_data: { t: { provisioner: { "local-exec": { command: "x" } } } } } }),
  "a program's answer": asks({ data: { external: { x: { program: ["sh"] } } } }),
  "a program's answer within a check": asks({
    check: { c: { data: { external: { x: { program: ["sh"] } } }, assert: { condition: "${true}", error_message: "x" } } },
  }),
  "an address asked within a check": asks({ check: [{ c: { data: [{ http: { x: { url: "https://x.example" } } }] } }] }),
  "an address asked": asks({ data: { http: { x: { url: "https://x.example" } } } }),
  "a file of the machine": asks({ data: { local_file: { x: { filename: "/etc/passwd" } } } }),
  "a program for a machine's first start": asks({ data: { cloudinit_config: { x: { part: [] } } } }),
  "a manifest": ["execution/opaque", { resource: { kubernetes_manifest: { x: { manifest: {} } } } }],
  "a chart": ["residency/region", { resource: { helm_release: { x: { name: "x", chart: "y" } } } }],
  "an action": opaque({ action: { ovh_something: { a: { config: { region: CANADA } } } } }),
  "a list": opaque({ list: { ovh_cloud_project_kube: { l: { provider: "ovh" } } } }),
  "a block of tomorrow": opaque({ stack: { s: {} } }),
  "a key that only looks like a block": opaque({ Resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } }),
  "settings of tomorrow": opaque({ terraform: { state_store: { x: {} } } }),
  "something ephemeral": ["residency/region", merged(cluster(), { ephemeral: { ovh_something: { e: { region: "GRA11" } } } })],
  "something ephemeral of Amazon's": [
    "jurisdiction/operator",
    merged(cluster(), { ephemeral: { aws_secretsmanager_secret_version: { e: { secret_id: "s" } } } }),
  ],
  "a moved block's other end": [
    "residency/region",
    merged(region(CANADA), { moved: { from: "ovh_cloud_project_kube.a", to: "ovh_cloud_project_kube.k" } }),
  ],
  "resources in lists of lists of objects": [
    "residency/region",
    merged(cluster(), { resource: [{ ovh_cloud_project_kube: [{ x: [{ region: CANADA }] }] }] }),
  ],
};
