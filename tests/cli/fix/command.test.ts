import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyPatch, parsePatch } from "diff";
import { describe, expect, it } from "vitest";
import { filesIn, folderWith, terroir } from "../terroir.ts";

const MAIN = `terraform {
  required_providers {
    ovh      = { source = "ovh/ovh" }
    scaleway = { source = "scaleway/scaleway" }
  }
  backend "s3" {
    bucket    = "state"
    key       = "shop.tfstate"
    region    = "gra"
    endpoints = { s3 = "https://s3.gra.io.cloud.ovh.net" }
  }
}
provider "ovh" { endpoint = "ovh-eu" }
provider "scaleway" { region = "fr-par" }

# The media of the shop: nobody else's.
resource "ovh_cloud_project_storage" "media" {
  service_name = "0123456789abcdef0123456789abcdef"
  name         = "media" // the bucket's name
  region_name  = "GRA"
}

module "images" {
  source = "./images"
  open   = true
}
`;
const IMAGES = `terraform {
  required_providers { scaleway = { source = "scaleway/scaleway" } }
}
variable "open" {}
resource "scaleway_registry_namespace" "computed" {
  name      = "a"
  is_public = var.open
}
resource "scaleway_registry_namespace" "written" {
  name      = "b"
  is_public = true # for now
}
`;
const files = { "main.tf": MAIN, "images/main.tf": IMAGES };
const ENCRYPTED = MAIN.replace(`region_name  = "GRA"\n`, `region_name  = "GRA"\n  encryption   = { sse_algorithm = "AES256" }\n`);
const CLOSED = IMAGES.replace("is_public = true #", "is_public = false #");
const LEFT =
  /^left {2}isolation\/public-data — module\.images\.scaleway_registry_namespace\.computed: .* is computed \(var\.open\): change what it comes from$/m;

const read = (cwd: string, name: string): string => readFileSync(join(cwd, name), "utf8");

describe("terroir check --fix", () => {
  it("changes what is mechanical, leaves the rest as it was written, and judges again", () => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = terroir(["check", ".", "--fix"], { cwd, env: { CI: "" } });
    expect(read(cwd, "main.tf")).toBe(ENCRYPTED);
    expect(read(cwd, "images/main.tf")).toBe(CLOSED);
    expect(filesIn(cwd)).toHaveLength(2);
    expect(stdout).toMatch(/^refused: 1 outside/m);
    expect(stderr).toMatch(LEFT);
    expect(stderr).toMatch(/2 findings answered in images\/main\.tf, main\.tf, and judged again\.\n$/);
    expect(code).toBe(1);
  });

  it("prints a patch in CI, which does the same, and writes nothing", () => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = terroir(["check", ".", "--fix"], { cwd });
    expect([code, read(cwd, "main.tf"), read(cwd, "images/main.tf")]).toEqual([1, MAIN, IMAGES]);
    const patches = parsePatch(stdout);
    expect(patches.map(({ newFileName }) => newFileName)).toEqual(["b/images/main.tf", "b/main.tf"]);
    expect(patches.map((patch, i) => applyPatch(i === 0 ? IMAGES : MAIN, patch))).toEqual([CLOSED, ENCRYPTED]);
    expect(stderr).toMatch(/^refused: 3 outside/m);
    expect(stderr).toMatch(LEFT);
    expect(stderr).toMatch(/nothing was written\.\n$/);
  });

  it("names the construct and its prop where a program makes the code", () => {
    const resource = {
      "//": { metadata: { path: "shop/orders", uniqueId: "orders" } },
      name: "orders",
      node_type: "d",
      engine: "PostgreSQL-15",
      region: "fr-par",
      private_network: [{ pn_id: "n" }],
    };
    const cwd = folderWith({
      "cdk.tf.json": {
        terraform: { required_providers: { scaleway: { source: "scaleway/scaleway" } } },
        provider: { scaleway: [{ region: "fr-par" }] },
        resource: { scaleway_rdb_instance: { orders: resource } },
      },
    });
    const { stdout, stderr } = terroir(["check", "cdk.tf.json", "--fix", "--rules", "encryption/at-rest", "--json"], {
      cwd,
      env: { CI: "" },
    });
    expect(JSON.parse(stdout)).toHaveProperty("verdict", "refused");
    expect(stderr).toBe(
      "change shop/orders: encryptionAtRest: true (encryption_at_rest of scaleway_rdb_instance.orders, encryption/at-rest)\nNothing was changed.\n",
    );
  });

  it("says that --dry-run alone does nothing", () => {
    const { code, stderr } = terroir(["check", "--dry-run"], { cwd: folderWith({}) });
    expect([code, stderr]).toEqual([2, "--dry-run says what --fix would change. Write both: terroir check --fix --dry-run\n"]);
  });
});
