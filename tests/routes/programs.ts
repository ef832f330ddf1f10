import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube";
import * as library from "cdktf";
import {
  Annotations,
  AzurermBackend,
  CloudBackend,
  ConsulBackend,
  DataTerraformRemoteState,
  DataTerraformRemoteStateAzurerm,
  DataTerraformRemoteStateGcs,
  DataTerraformRemoteStateHttp,
  DataTerraformRemoteStateLocal,
  DataTerraformRemoteStatePg,
  Fn,
  GcsBackend,
  HttpBackend,
  LocalBackend,
  NamedCloudWorkspace,
  NamedRemoteWorkspace,
  PgBackend,
  RemoteBackend,
  TerraformAsset,
  TerraformElement,
  TerraformHclModule,
  TerraformIterator,
  TerraformLocal,
  TerraformModule,
  TerraformOutput,
  TerraformStack,
  TerraformVariable,
  Token,
} from "cdktf";
import type { Construct } from "constructs";
import { Bucket, DataCentre, SovereignStack } from "terroir";
import { definePolicy } from "terroir/guard";
import { ovh } from "terroir/ovh";
import { expect } from "vitest";
import { CANADA, cluster, Raw, RawData, RawProvider, UNITED_STATES } from "./program.ts";
import type { Route } from "./routes.ts";

type Program = Route[1];

const CUSTOM_SYNTHESIS = Symbol.for("cdktf/customSynthesis");
const whenWritten = (node: object, onSynthesize: (session: { outdir: string }) => void): void => {
  Object.defineProperty(node, CUSTOM_SYNTHESIS, { value: { onSynthesize } });
};
const region =
  (value: (stack: SovereignStack) => unknown): Program =>
  (s) =>
    cluster(s, "k", { region: value(s) });

/** Says anything at all in Terraform's JSON. */
class Says extends TerraformElement {
  readonly #document: object;
  constructor(scope: Construct, id: string, document: object) {
    super(scope, id);
    this.#document = document;
  }
  override toTerraform() {
    return this.#document;
  }
}

class Local extends TerraformModule {
  protected override synthesizeAttributes() {
    return { region: "GRA11" };
  }
}

/** By the library's own classes, and by what JavaScript lets anybody do. */
export const PROGRAMS: Readonly<Record<string, Route>> = {
  "a binding's own class": [
    "residency/region",
    (s) => new CloudProjectKube(s, "k", { serviceName: "abc", region: UNITED_STATES, privateNetworkId: "n" }),
  ],
  "a binding's setter": [
    "residency/region",
    (s) => {
      new CloudProjectKube(s, "k", { serviceName: "abc", region: "GRA11", privateNetworkId: "n" }).region = CANADA;
    },
  ],
  "a binding's override": [
    "residency/region",
    (s) => new CloudProjectKube(s, "k", { serviceName: "abc", region: "GRA11", privateNetworkId: "n" }).addOverride("region", CANADA),
  ],
  "a binding that takes back its region": [
    "residency/region",
    (s) => new CloudProjectKube(s, "k", { serviceName: "abc", region: "GRA11", privateNetworkId: "n" }).addOverride("region", null),
  ],
  "a construct's resource, overridden": [
    "residency/region",
    (s) => {
      for (const one of new Bucket(s, "b").node.findAll())
        if (one instanceof library.TerraformResource && one.terraformResourceType === "ovh_cloud_project_storage")
          one.addOverride("region_name", "BHS");
    },
  ],
  "a place that a cast lets in": ["", (s) => new Bucket(new DataCentre(s, "ca", { at: ovh.outsideEu("BHS5") as never }), "b")],
  "a stack at a place that a cast lets in": ["", (_, app) => new SovereignStack(app, "ca", { at: ovh.outsideEu("BHS5") as never })],
  "a list turned into a token": ["residency/region", region(() => Fn.element(Token.asList(["US-EAST-VA-1"]) as never, 0))],
  "a conditional": ["residency/region", region((s) => Fn.conditional(new TerraformVariable(s, "v", {}).value, "GRA11", CANADA))],
  "a conditional of one certain arm": ["residency/region", region(() => Fn.conditional(true, CANADA, "GRA11"))],
  "a try": ["residency/region", region(() => Fn.try([CANADA, "GRA11"]))],
  "a coalesce": ["residency/region", region((s) => Fn.coalesce([new TerraformVariable(s, "v", {}).value, "GRA11"]))],
  "text that is put together": ["residency/region", region(() => `${Token.asString("B")}${Fn.upper("hs")}5`)],
  "text in base64": ["residency/region", region(() => Fn.base64decode(Buffer.from(CANADA).toString("base64")))],
  "a sensitive value": ["residency/region", region(() => Fn.sensitive(CANADA))],
  "a nullable variable": ["residency/region", region((s) => new TerraformVariable(s, "v", { nullable: true, type: "string" }).value)],
  "a variable whose default is overridden": [
    "residency/region",
    region((s) => {
      const v = new TerraformVariable(s, "v", { default: "GRA11" });
      v.addOverride("default", CANADA);
      return v.value;
    }),
  ],
  "a variable that the stack overrides": [
    "residency/region",
    (s) => {
      cluster(s, "k", { region: new TerraformVariable(s, "v", { default: "GRA11" }).value });
      s.addOverride("variable.v.default", CANADA);
    },
  ],
  "a local that the stack overrides": [
    "residency/region",
    (s) => {
      cluster(s, "k", { region: new TerraformLocal(s, "l", "GRA11").expression });
      s.addOverride("locals.l", CANADA);
    },
  ],
  "an iterator over a list": [
    "residency/region",
    (s) => {
      const each = TerraformIterator.fromList(["GRA11", CANADA]);
      new Raw(s, "k", "ovh_cloud_project_kube", { service_name: "abc", region: each.value, private_network_id: "n" }, { forEach: each });
    },
  ],
  "an iterator over resources": [
    "residency/region",
    (s) => {
      const each = TerraformIterator.fromMap({ a: { r: CANADA } });
      const first = new Raw(
        s,
        "a",
        "ovh_cloud_project_kube",
        { service_name: "a", region: each.getString("r"), private_network_id: "n" },
        { forEach: each },
      );
      const again = TerraformIterator.fromResources(first);
      new Raw(
        s,
        "b",
        "ovh_cloud_project_kube",
        { service_name: "b", region: again.getString("region"), private_network_id: "n" },
        { forEach: again },
      );
    },
  ],
  "an iterator's dynamic block": [
    "residency/region",
    (s) => {
      const each = TerraformIterator.fromList(["GRA", "BHS"]);
      new Raw(s, "d", "ovh_cloud_project_database", {
        service_name: "a",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
        backup_regions: ["GRA"],
        ip_restrictions: [{ ip: "10.0.0.0/8" }],
        nodes: each.dynamic({ region: each.value, network_id: "n", subnet_id: "m" }),
      });
    },
  ],
  "a count by a token": [
    "residency/region",
    (s) =>
      new Raw(
        s,
        "k",
        "ovh_cloud_project_kube",
        { service_name: "abc", region: CANADA, private_network_id: "n" },
        {
          count: library.TerraformCount.of(new TerraformVariable(s, "n", { default: 1 }).numberValue),
        },
      ),
  ],
  "an override of everything": [
    "residency/region",
    (s) => {
      cluster(s, "k");
      s.addOverride("resource", { ovh_cloud_project_kube: { k: { service_name: "abc", region: CANADA, private_network_id: "n" } } });
    },
  ],
  "an override of the terraform block": [
    "state/backend",
    (s) => {
      new LocalBackend(s, { path: "s.tfstate" });
      s.addOverride("terraform.backend.local", undefined);
      s.addOverride("terraform.backend.gcs", { bucket: "b" });
      cluster(s, "k");
    },
  ],
  "an override of the provider's endpoint": [
    "jurisdiction/endpoint",
    (s) => {
      cluster(s, "k");
      s.addOverride("provider.ovh.0.endpoint", "ovh-us");
    },
  ],
  "another logical id, and an override by it": [
    "residency/region",
    (s) => {
      cluster(s, "k").overrideLogicalId("other");
      s.addOverride("resource.ovh_cloud_project_kube.other.region", CANADA);
    },
  ],
  "a logical id of a prototype": ["residency/region", (s) => cluster(s, "k", { region: CANADA }).overrideLogicalId("constructor")],
  "an element that says a resource": [
    "residency/region",
    (s) =>
      new Says(s, "x", { resource: { ovh_cloud_project_kube: { k: { service_name: "abc", region: CANADA, private_network_id: "n" } } } }),
  ],
  "an element that says a module": ["execution/opaque", (s) => new Says(s, "x", { module: { m: { source: "./m" } } })],
  "an element that says a check": [
    "execution/before-plan",
    (s) =>
      new Says(s, "x", {
        check: { c: { data: { http: { d: { url: "https://x.example" } } }, assert: { condition: "${true}", error_message: "x" } } },
      }),
  ],
  "an element that says an import": [
    "execution/opaque",
    (s) => {
      cluster(s, "k");
      new Says(s, "x", { import: [{ to: "ovh_cloud_project_kube.k", id: `abc/${UNITED_STATES}/1` }] });
    },
  ],
  "an element that says what nobody knows": ["execution/opaque", (s) => new Says(s, "x", { list: { ovh_x: { l: {} } } })],
  "an element that says a provider": ["jurisdiction/operator", (s) => new Says(s, "x", { provider: { google: [{ project: "p" }] } })],
  "a module of one's own": [
    "execution/opaque",
    (s) => new Local(s, "m", { source: "./modules/m", skipAssetCreationFromLocalModules: true }),
  ],
  "a module in an asset": [
    "execution/opaque",
    (s) => {
      const folder = mkdtempSync(join(tmpdir(), "terroir-module-"));
      writeFileSync(join(folder, "main.tf"), 'resource "ovh_x" "y" {}');
      new TerraformHclModule(s, "m", { source: new TerraformAsset(s, "a", { path: folder }).path });
    },
  ],
  "a module with providers handed over": [
    "execution/opaque",
    (s) => {
      const us = new RawProvider(s, "us", "ovh/ovh", { endpoint: "ovh-us" }, "us");
      new TerraformHclModule(s, "m", { source: "example/m/ovh", providers: [{ provider: us, moduleAlias: "x" }] });
    },
  ],
  "an alias by a resource's own setter": [
    "jurisdiction/endpoint",
    (s) => {
      cluster(s, "k").provider = new RawProvider(s, "us", "ovh/ovh", { endpoint: "ovh-us" }, "us");
    },
  ],
  "an alias by override": ["jurisdiction/operator", (s) => cluster(s, "k").addOverride("provider", "ovh.us")],
  "an ephemeral resource": [
    "residency/region",
    (s) => {
      new Says(s, "x", { ephemeral: { ovh_something: { e: { region: "GRA11" } } } });
      cluster(s, "k");
    },
  ],
  "a data source of every cloud": ["jurisdiction/operator", (s) => new RawData(s, "d", "aws_caller_identity", {})],
  "a command by the resource's own property": [
    "execution/provisioner",
    (s) => {
      cluster(s, "k").provisioners = [{ type: "local-exec", command: "true" }];
    },
  ],
  "HashiCorp's backend": [
    "state/backend",
    (s) => new RemoteBackend(s, { organization: "acme", workspaces: new NamedRemoteWorkspace("w") }),
  ],
  "HashiCorp's cloud": ["state/backend", (s) => new CloudBackend(s, { organization: "acme", workspaces: new NamedCloudWorkspace("w") })],
  "Microsoft's backend": ["state/backend", (s) => new AzurermBackend(s, { storageAccountName: "s", containerName: "c", key: "k" })],
  "Google's backend": ["state/backend", (s) => new GcsBackend(s, { bucket: "b" })],
  "a server's backend": ["state/backend", (s) => new HttpBackend(s, { address: "https://state.acme.example" })],
  "a database's backend": ["state/backend", (s) => new PgBackend(s, { connStr: "postgres://u:p@db.acme.example/t" })],
  "Consul's backend": ["state/backend", (s) => new ConsulBackend(s, { path: "s", accessToken: "t", address: "consul.acme.example" })],
  "a file elsewhere": ["state/backend", (s) => new LocalBackend(s, { path: "/mnt/elsewhere/s.tfstate" })],
  "a backend that an override moves": [
    "state/backend",
    (s) => new LocalBackend(s, { path: "s.tfstate" }).addOverride("path", "//files.example/s.tfstate"),
  ],
  "HashiCorp's state": [
    "state/backend",
    (s) => new DataTerraformRemoteState(s, "r", { organization: "a", workspaces: new NamedRemoteWorkspace("w") }),
  ],
  "Google's state": ["state/backend", (s) => new DataTerraformRemoteStateGcs(s, "r", { bucket: "b" })],
  "Microsoft's state": [
    "state/backend",
    (s) => new DataTerraformRemoteStateAzurerm(s, "r", { storageAccountName: "s", containerName: "c", key: "k" }),
  ],
  "a server's state": ["state/backend", (s) => new DataTerraformRemoteStateHttp(s, "r", { address: "https://state.acme.example" })],
  "a database's state": ["state/backend", (s) => new DataTerraformRemoteStatePg(s, "r", { connStr: "postgres://db.acme.example/t" })],
  "a file's state": ["state/backend", (s) => new DataTerraformRemoteStateLocal(s, "r", { path: "/mnt/elsewhere/s.tfstate" })],
  "a place from another stack's state": [
    "residency/region",
    (s) => {
      const other = new DataTerraformRemoteStateHttp(s, "r", { address: "https://s3.gra.io.cloud.ovh.net/s" });
      cluster(s, "k", { region: other.getString("region") });
    },
  ],
  "a reference to a second stack's resource": [
    "residency/region",
    (s, app) => {
      const other = new SovereignStack(app, "other", { at: ovh("GRA11"), account: { project: "abc" } });
      new RawProvider(other, "ovh", "ovh/ovh", { endpoint: "ovh-eu" });
      new Raw(s, "p", "ovh_cloud_project_kube_nodepool", {
        service_name: "abc",
        kube_id: cluster(other, "k", { region: CANADA }).getStringAttribute("id"),
        flavor_name: "b3-8",
      });
    },
  ],
  "a stack within the stack": ["residency/region", (s) => cluster(new TerraformStack(s, "inner"), "k", { region: CANADA })],
  "a stack of a strange name": ["residency/region", (_, app) => cluster(new TerraformStack(app, "a.b"), "k", { region: CANADA })],
  "a folder that is written while a stack is": [
    "residency/region",
    (s) =>
      whenWritten(cluster(s, "k"), ({ outdir }) => {
        const folder = join(outdir, "stacks", "extra");
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } }));
      }),
  ],
  "a link that is made while a stack is written": [
    "execution/opaque",
    (s) => whenWritten(cluster(s, "k"), ({ outdir }) => symlinkSync("/etc/hostname", join(outdir, "stacks", "s", "x.tf.json"))),
  ],
  "a variable's value for one engine": [
    "execution/opaque",
    (s) => whenWritten(cluster(s, "k"), ({ outdir }) => writeFileSync(join(outdir, "stacks", "s", "x.tofu"), "")),
  ],
  "a file in the root of the output": [
    "residency/region",
    (s) =>
      whenWritten(cluster(s, "k"), ({ outdir }) =>
        writeFileSync(join(outdir, "main.tf.json"), JSON.stringify({ resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } })),
      ),
  ],
  "an output that sends nothing, beside a cluster that does": [
    "residency/region",
    (s) => {
      new TerraformOutput(s, "o", { value: "x" });
      cluster(s, "k", { region: CANADA });
    },
  ],
  "an error that somebody silences": [
    "residency/region",
    (s) => {
      const k = cluster(s, "k", { region: CANADA });
      Annotations.of(k).addInfo("it is fine");
    },
  ],
  "a getter that answers differently": [
    "residency/region",
    (s) => {
      let asked = 0;
      Object.defineProperty(cluster(s, "k"), "attributes", {
        get: () => ({ service_name: "abc", region: ++asked > 1 ? CANADA : "GRA11", private_network_id: "n" }),
      });
    },
  ],
  "a method replaced on the class": [
    "residency/region",
    (s) => {
      const k = cluster(s, "k");
      Object.assign(k, { toTerraform: () => ({ resource: { ovh_cloud_project_kube: { k: { region: CANADA } } } }) });
    },
  ],
  "the policy taken away": [
    "residency/region",
    (s, app) => {
      expect(() => Object.assign(app, { policy: definePolicy({ countries: ["CA", "FR"] }) })).toThrow(TypeError);
      expect(() => Object.assign(app.policy, { countries: ["CA", "FR"] })).toThrow(TypeError);
      expect(() => Object.assign(app.policy.operators, { also: ["ovhcloud-us"] })).toThrow(TypeError);
      cluster(s, "k", { region: CANADA });
    },
  ],
};
