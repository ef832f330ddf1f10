import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  Aspects,
  DataTerraformRemoteStateS3,
  Fn,
  Lazy,
  S3Backend,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import { type SovereignApp, SovereignStack } from "terroir";
import { CANADA, cluster, MANCHESTER, Raw, RawData, RawProvider, UNITED_STATES } from "./program.ts";

type Program = (stack: SovereignStack, app: SovereignApp) => void;
export type Route = readonly [rule: string, program: Program];

const CUSTOM_SYNTHESIS = Symbol.for("cdktf/customSynthesis");

/** Runs when the stack is written, after every aspect and validation. */
function whenWritten(node: object, onSynthesize: (session: { outdir: string }) => void): void {
  Object.defineProperty(node, CUSTOM_SYNTHESIS, { value: { onSynthesize } });
}

const region =
  (value: unknown): Program =>
  (s) =>
    cluster(s, "k", { region: value });

/** Every way by which a place outside has been seen to enter a program, and the rule that must refuse it. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "a literal": ["residency/region", region(UNITED_STATES)],
  "a literal that is named eu": ["residency/region", region(MANCHESTER)],
  "an unknown code": ["residency/region", region("GRA99")],
  "a setter after construction": [
    "residency/region",
    (s) => {
      cluster(s, "k").attributes["region"] = CANADA;
    },
  ],
  "an override on the resource": ["residency/region", (s) => cluster(s, "k").addOverride("region", CANADA)],
  "an override on the stack": [
    "residency/region",
    (s) => {
      cluster(s, "k");
      s.addOverride("resource.ovh_cloud_project_kube.k.region", CANADA);
    },
  ],
  "a provider and resource by override": [
    "jurisdiction/operator",
    (s) => {
      s.addOverride("provider.aws", [{ region: "eu-central-1" }]);
      s.addOverride("resource.aws_s3_bucket.b.bucket", "x");
    },
  ],
  "a lazy value": ["residency/region", (s) => region(Lazy.stringValue({ produce: () => CANADA }))(s, s.node.root as SovereignApp)],
  "a token": [
    "residency/region",
    (s) => region(Token.asString({ resolve: () => CANADA, creationStack: [] }))(s, s.node.root as SovereignApp),
  ],
  "joined text": ["residency/region", (s) => region(Fn.join("-", ["US", "EAST", "VA", "1"]))(s, s.node.root as SovereignApp)],
  "a look-up in a map": ["residency/region", (s) => region(Fn.lookup({ a: CANADA }, "a", "GRA11"))(s, s.node.root as SovereignApp)],
  "an expression as text": ["residency/region", region('${"US-EAST"}')],
  "a variable's default": [
    "residency/region",
    (s) => region(new TerraformVariable(s, "v", { default: CANADA }).stringValue)(s, s.node.root as SovereignApp),
  ],
  "a variable without default": [
    "residency/region",
    (s) => region(new TerraformVariable(s, "v", {}).stringValue)(s, s.node.root as SovereignApp),
  ],
  "a local": ["residency/region", (s) => region(new TerraformLocal(s, "l", CANADA).asString)(s, s.node.root as SovereignApp)],
  "another resource's attribute": [
    "residency/region",
    (s) => cluster(s, "k2", { region: cluster(s, "k", { region: CANADA }).getStringAttribute("region") }),
  ],
  "a data source's answer": [
    "residency/region",
    (s) =>
      cluster(s, "k", {
        region: new RawData(s, "d", "ovh_cloud_project_kube", { service_name: "abc", kube_id: "x" }).getStringAttribute("region"),
      }),
  ],
  "for_each over a map": [
    "residency/region",
    (s) => {
      const each = TerraformIterator.fromMap({ a: { r: CANADA } });
      new Raw(
        s,
        "k",
        "ovh_cloud_project_kube",
        { service_name: "abc", region: each.getString("r"), private_network_id: "n" },
        { forEach: each },
      );
    },
  ],
  "count and element": [
    "residency/region",
    (s) =>
      new Raw(
        s,
        "k",
        "ovh_cloud_project_kube",
        { service_name: "abc", region: `\${element(["${CANADA}", "GRA11"], count.index)}` },
        { count: 2 },
      ),
  ],
  "a dynamic block": [
    "residency/region",
    (s) =>
      new Raw(s, "d", "ovh_cloud_project_database", {
        service_name: "abc",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
      }).addOverride("dynamic.nodes", { for_each: ["BHS"], content: { region: "${nodes.value}" } }),
  ],
  "a module's inputs": [
    "execution/opaque",
    (s) => new TerraformHclModule(s, "m", { source: "example/mod/ovh", variables: { region: CANADA } }),
  ],
  "a module's contents": ["execution/opaque", (s) => new TerraformHclModule(s, "m", { source: "git::https://example.com/m.git" })],
  "a provider alias for the United States": [
    "jurisdiction/endpoint",
    (s) => new RawProvider(s, "us", "ovh/ovh", { endpoint: "ovh-us" }, "us"),
  ],
  "a provider without endpoint": ["jurisdiction/endpoint", (s) => new RawProvider(s, "other", "ovh/ovh", {}, "other")],
  "state at Amazon": ["state/backend", (s) => new S3Backend(s, { bucket: "b", key: "k", region: "us-east-1" })],
  "another state at Amazon": [
    "state/backend",
    (s) => new DataTerraformRemoteStateS3(s, "r", { bucket: "b", key: "k", region: "us-east-1" }),
  ],
  "an import": ["execution/opaque", (s) => cluster(s, "k", {}).importFrom(`abc/${UNITED_STATES}/x`)],
  "a provisioner": [
    "execution/provisioner",
    (s) => cluster(s, "k").addOverride("provisioner", [{ "local-exec": { command: "ovhai --region US-EAST-VA-1" } }]),
  ],
  "an aspect": [
    "residency/region",
    (s) => {
      const k = cluster(s, "k");
      Aspects.of(s).add({
        visit: (node) => {
          if (node === k) k.attributes["region"] = CANADA;
        },
      });
    },
  ],
  "a validation that changes what it validates": [
    "residency/region",
    (s) => {
      const k = cluster(s, "k");
      k.node.addValidation({
        validate: () => {
          k.attributes["region"] = CANADA;
          return [];
        },
      });
    },
  ],
  "custom synthesis that changes": [
    "residency/region",
    (s) => {
      const k = cluster(s, "k");
      whenWritten(k, () => {
        k.attributes["region"] = CANADA;
      });
    },
  ],
  "a value that differs each time": [
    "residency/region",
    (s) => {
      let asked = 0;
      cluster(s, "k", { region: Lazy.stringValue({ produce: () => (++asked >= 2 ? CANADA : "GRA11") }) });
    },
  ],
  "toTerraform replaced": [
    "residency/region",
    (s) => {
      cluster(s, "k");
      const original = s.toTerraform.bind(s);
      s.toTerraform = () => {
        const document = JSON.parse(JSON.stringify(original())) as { resource: { ovh_cloud_project_kube: { k: { region: string } } } };
        document.resource.ovh_cloud_project_kube.k.region = CANADA;
        return document;
      };
    },
  ],
  "the synthesizer replaced": [
    "residency/region",
    (s) => {
      cluster(s, "k", { region: CANADA });
      const stock = new TerraformStack(s, "inner").synthesizer;
      s.synthesizer = { synthesize: (session) => Object.assign(stock, { stack: s }).synthesize(session) };
    },
  ],
  "a stray .tf file": [
    "execution/opaque",
    (s) =>
      whenWritten(cluster(s, "k"), ({ outdir }) =>
        writeFileSync(join(outdir, "stacks", "s", "x.tf"), 'resource "ovh_x" "y" { region = "US" }'),
      ),
  ],
  "a stray .tf.json file": [
    "residency/region",
    (s) =>
      whenWritten(cluster(s, "k"), ({ outdir }) =>
        writeFileSync(
          join(outdir, "stacks", "s", "x.tf.json"),
          JSON.stringify({
            resource: {
              ovh_cloud_project_storage: {
                y: { service_name: "a", name: "b", region_name: "BHS", encryption: { sse_algorithm: "AES256" } },
              },
            },
          }),
        ),
      ),
  ],
  "an override file": [
    "residency/region",
    (s) => {
      cluster(s, "k");
      whenWritten(s, ({ outdir }) =>
        writeFileSync(
          join(outdir, "stacks", "s", "x_override.tf.json"),
          JSON.stringify({ resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } }),
        ),
      );
    },
  ],
  "a variable's value in a file": [
    "residency/region",
    (s) => {
      cluster(s, "k", { region: new TerraformVariable(s, "v", { default: "GRA11" }).stringValue });
      whenWritten(s, ({ outdir }) => writeFileSync(join(outdir, "stacks", "s", "terraform.tfvars.json"), JSON.stringify({ v: CANADA })));
    },
  ],
  "a second stack": ["residency/region", (_, app) => cluster(new SovereignStack(app, "second"), "k", { region: CANADA })],
  "a second stack of the library's own": [
    "residency/region",
    (_, app) => cluster(new TerraformStack(app, "plain"), "k", { region: CANADA }),
  ],
  "a copy to elsewhere": [
    "residency/replica",
    (s) =>
      new Raw(s, "b", "ovh_cloud_project_storage", {
        service_name: "a",
        name: "b",
        region_name: "GRA",
        encryption: { sse_algorithm: "AES256" },
        versioning: { status: "enabled" },
        replication: { rules: [{ id: "x", priority: 1, status: "enabled", destination: { name: "c", region: "BHS" } }] },
      }),
  ],
  "backups elsewhere": [
    "residency/backup",
    (s) =>
      new Raw(s, "d", "ovh_cloud_project_database", {
        service_name: "a",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
        nodes: [{ region: "GRA", network_id: "n", subnet_id: "m" }],
        backup_regions: ["BHS"],
      }),
  ],
  "a network of every region": [
    "residency/region",
    (s) => new Raw(s, "n", "ovh_cloud_project_network_private", { service_name: "a", name: "n" }),
  ],
  "a label of an order": [
    "residency/region",
    (s) =>
      new Raw(s, "v", "ovh_vps", {
        ovh_subsidiary: "FR",
        plan: [
          {
            duration: "P1M",
            plan_code: "vps-le-2-2-40",
            pricing_mode: "default",
            configuration: [{ label: "vps_datacenter", value: "BHS" }],
          },
        ],
      }),
  ],
  "a nested region": [
    "residency/region",
    (s) =>
      new Raw(s, "d", "ovh_cloud_project_database", {
        service_name: "a",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
        nodes: [{ region: "GRA" }, { region: "BHS" }],
      }),
  ],
  "a child of a resource outside": [
    "residency/region",
    (s) =>
      new Raw(s, "p", "ovh_cloud_project_kube_nodepool", {
        service_name: "a",
        kube_id: cluster(s, "k", { region: CANADA }).getStringAttribute("id"),
        flavor_name: "b3-8",
      }),
  ],
  "a child of something made elsewhere": [
    "residency/region",
    (s) => new Raw(s, "p", "ovh_cloud_project_kube_nodepool", { service_name: "a", kube_id: "0d9e2b1c", flavor_name: "b3-8" }),
  ],
  "a type that nobody knows": ["residency/region", (s) => new Raw(s, "x", "ovh_something_new", { region: "GRA11" })],
  "a provider that nobody knows": [
    "jurisdiction/operator",
    (s) => {
      new RawProvider(s, "acme", "acme/acme", {});
      new Raw(s, "x", "acme_thing", { region: "GRA11" });
    },
  ],
  "a provider under another's name": [
    "jurisdiction/operator",
    (s) => {
      s.addOverride("terraform.required_providers.ovh", { source: "evil/ovh", version: "1.0.0" });
      cluster(s, "k");
    },
  ],
  "a provider from another registry": [
    "jurisdiction/operator",
    (s) => {
      s.addOverride("terraform.required_providers.ovh", { source: "registry.example.com/ovh/ovh", version: "1.0.0" });
      cluster(s, "k");
    },
  ],
  "an external data source": [
    "execution/before-plan",
    (s) => {
      new RawProvider(s, "ext", "hashicorp/external", {});
      new RawData(s, "x", "external", { program: ["sh", "-c", "true"] });
    },
  ],
  "state in a local file in clear": [
    "state/backend",
    (s) => {
      s.addOverride("terraform.encryption", undefined);
      cluster(s, "k");
    },
  ],
  "a bucket without encryption": [
    "encryption/at-rest",
    (s) =>
      new Raw(s, "b", "ovh_cloud_project_storage", {
        service_name: "a",
        name: "b",
        region_name: "GRA",
        encryption: { sse_algorithm: "plaintext" },
      }),
  ],
  "a machine with a public address": [
    "isolation/public-address",
    (s) =>
      new Raw(s, "i", "ovh_cloud_project_instance", {
        service_name: "a",
        region: "GRA11",
        name: "i",
        billing_period: "hourly",
        flavor: { flavor_id: "f" },
        boot_from: { image_id: "i" },
        network: { public: true },
      }),
  ],
  "a cluster that anybody may reach": [
    "isolation/ingress",
    (s) => new Raw(s, "k", "ovh_cloud_project_kube", { service_name: "abc", region: "GRA11", private_network_id: "n" }),
  ],
  "a database open to the world": [
    "isolation/ingress",
    (s) =>
      new Raw(s, "d", "ovh_cloud_project_database", {
        service_name: "a",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
        nodes: [{ region: "GRA", network_id: "n", subnet_id: "m" }],
        backup_regions: ["GRA"],
        ip_restrictions: [{ ip: "0.0.0.0/0" }],
      }),
  ],
};
