import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { planJson, rehearse } from "../../rehearsal/index.ts";
import { json, OVH, program, scratch } from "./programs.ts";
import { engines } from "./real-engines.ts";

const s3 = (key: string) => ({
  bucket: "states",
  key,
  region: "gra",
  endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" },
  use_lockfile: true,
  skip_credentials_validation: true,
});

describe.each(engines)("several stacks with %s", (_, engine) => {
  const network = () =>
    program({
      "cdk.tf.json": {
        terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend: { s3: s3("app/network.tfstate") } },
        resource: { ovh_cloud_project_network_private: { n: { service_name: "abc", name: "net", regions: ["GRA11"] } } },
        output: { id: { value: "${ovh_cloud_project_network_private.n.id}" } },
      },
    });
  const cluster = (key = "app/network.tfstate") =>
    program({
      "cdk.tf.json": {
        terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend: { s3: s3("app/cluster.tfstate") } },
        data: { terraform_remote_state: { net: { backend: "s3", config: { bucket: "states", key, region: "gra" } } } },
        resource: {
          ovh_cloud_project_kube: {
            k: { service_name: "abc", name: "k", region: "GRA11", private_network_id: "${data.terraform_remote_state.net.outputs.id}" },
          },
        },
        output: { network: { value: "${data.terraform_remote_state.net.outputs.id}" } },
      },
    });

  it("a stack reads the state of the one before it; no backend is asked", async () => {
    const plans: Record<string, unknown> = {};
    const report = await rehearse({
      stacks: [
        { name: "network", folder: network() },
        { name: "cluster", folder: cluster() },
      ],
      engine,
      judge: (plan, stack) => {
        plans[stack] = (plan.planned_values as unknown as { outputs: Record<string, { value?: string }> }).outputs.network?.value;
        return null;
      },
    });
    expect(report.stacks.flatMap((s) => s.phases.filter((p) => !p.ok))).toEqual([]);
    expect(plans.cluster).toMatch(/^pn-\d+_0$/);
    expect(report.assumed).toEqual([]);
    expect(report.world.resources).toBe(0);
  });

  it("a remote state that no stack writes is made up, marked and said", async () => {
    const report = await rehearse({ folder: cluster("elsewhere.tfstate"), engine });
    expect(report.ok).toBe(true);
    expect(report.assumed.join()).toContain("data.terraform_remote_state.net: id");
    const { plan, assumed } = await planJson(cluster("elsewhere.tfstate"), { engine });
    expect(JSON.stringify(plan.planned_values)).toContain("rehearsal-id");
    expect(assumed.join()).toContain("terraform_remote_state.net");
  });

  it("later stacks are not begun when an earlier one fails", async () => {
    const report = await rehearse({
      stacks: [
        { name: "network", folder: network() },
        { name: "cluster", folder: cluster() },
      ],
      engine,
      faults: [{ on: "create", type: "ovh_cloud_project_network_private", kind: "quota" }],
    });
    expect(report.ok).toBe(false);
    expect(report.stacks.map((s) => s.name)).toEqual(["network"]);
  });

  it("HCL: backend, encryption, cloud and remote state stay away; modules beside the folder are found; variables are made up", async () => {
    const root = scratch();
    program(
      {
        "modules/net/main.tf":
          'variable "name" {\n  type = string\n}\nterraform {\n  required_providers {\n    ovh = {\n      source = "ovh/ovh"\n    }\n  }\n}\nresource "ovh_cloud_project_network_private" "n" {\n  service_name = "abc"\n  name         = var.name\n  regions      = ["GRA11"]\n}\noutput "id" {\n  value = ovh_cloud_project_network_private.n.id\n}\n',
        "live/prod/main.tf": `terraform {
  required_providers {
    ovh = { source = "ovh/ovh" }
  }
  backend "s3" {
    bucket = "real"
    key    = "real"
    region = "gra"
  }
}
# resource "commented" "out" { provisioner "local-exec" {} }
variable "settings" {
  type = object({ zones = list(string), size = optional(number, 3) })
}
variable "project" {}
variable "given" { default = "x" }
data "terraform_remote_state" "base" {
  backend = "s3"
  config = {
    bucket = "real"
    key    = "base"
    region = "gra"
  }
}
module "net" {
  source = "../../modules/net"
  name   = "\${var.project}-\${data.terraform_remote_state.base.outputs.suffix}-\${length(var.settings.zones)}"
}
`,
      },
      root,
    );
    const report = await rehearse({ folder: join(root, "live/prod"), engine });
    expect(report.stacks[0]?.phases.filter((p) => !p.ok)).toEqual([]);
    expect(report.assumed).toEqual(
      expect.arrayContaining([
        expect.stringContaining("var.settings"),
        expect.stringContaining("var.project"),
        expect.stringContaining("terraform_remote_state.base: suffix"),
      ]),
    );
    expect(report.assumed.join()).not.toContain("var.given");
  });

  it.runIf(engine.kind === "opentofu")(
    "an encrypted state stays encrypted, with a key of the rehearsal's own; no key service is asked",
    async () => {
      const encryption = (enforced: boolean) => `
terraform {
  encryption {
    key_provider "openbao" "k" {
      key_name = "app"
      address  = "https://bao.invalid"
      token    = "none"
    }
    method "aes_gcm" "m" {
      keys = key_provider.openbao.k
    }
    state {
      method   = method.aes_gcm.m
      enforced = ${enforced}
    }
    plan {
      method   = method.aes_gcm.m
      enforced = ${enforced}
    }
  }
}
`;
      const main = (n: string) =>
        `terraform {\n  required_providers {\n    ovh = {\n      source = "ovh/ovh"\n    }\n  }\n}\nresource "ovh_cloud_floating_ip" "i" {\n  region      = "GRA11"\n  description = "${n}"\n}\noutput "x" {\n  value = "from ${n}"\n}\n`;
      const first = program({ "main.tf": main("a") + encryption(true) });
      const second = program({
        "main.tf": `${main("b")}${encryption(false)}data "terraform_remote_state" "first" {\n  backend = "s3"\n}\noutput "read" {\n  value = data.terraform_remote_state.first.outputs.x\n}\n`,
      });
      const world = join(scratch(), "world.json");
      const stacks = [
        { name: "first", folder: first },
        { name: "second", folder: second },
      ];
      const report = await rehearse({ stacks, engine, world, phases: ["apply", "destroy"] });
      expect(report.stacks.flatMap((s) => s.phases.filter((p) => !p.ok))).toEqual([]);
      expect(report.assumed).toEqual([]);
      expect(report.stacks[0]?.resources).toEqual({ ovh_cloud_floating_ip: 1 });
      expect(readFileSync(join(`${world}.states`, "first.tfstate"), "utf8")).toContain("encrypted_data");
    },
  );

  it("takes given variables over files, and files over nothing", async () => {
    const folder = json(OVH, {
      variable: { a: { type: "string" }, b: { type: "string" }, c: { type: "string" } },
      output: { all: { value: "${var.a} ${var.b} ${var.c}" } },
    });
    program({ "terraform.tfvars": 'a = "file-a"\nb = "file-b"\n' }, folder);
    let all: unknown;
    const report = await rehearse({
      folder,
      engine,
      variables: { b: "given-b" },
      phases: ["plan"],
      judge: (plan) => {
        all = (plan.planned_values as unknown as { outputs: { all: { value: string } } }).outputs.all.value;
        return null;
      },
    });
    expect(report.ok).toBe(true);
    expect(all).toBe("file-a given-b rehearsal-c");
  });
});
