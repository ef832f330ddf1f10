import { expect, it } from "vitest";
import { type Json, readPlan } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const requires = 'terraform {\n  required_providers {\n    ovh = { source = "ovh/ovh" }\n  }\n}\n';
const kube = 'resource "ovh_cloud_project_kube" "k" {\n  region = "GRA11"\n}\n';
const full_name = "registry.terraform.io/ovh/ovh";

/** The root has a block, a module between requires nothing, and the inner one has a cluster: the plan lists a configuration of the inner one's own. */
const PLAN: Json = {
  format_version: "1.2",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "module.m.module.n.ovh_cloud_project_kube.k",
      module_address: "module.m.module.n",
      mode: "managed",
      type: "ovh_cloud_project_kube",
      name: "k",
      provider_name: full_name,
      change: { actions: ["create"], before: null, after: { region: "GRA11" }, after_unknown: {}, after_sensitive: {} },
    },
  ],
  configuration: {
    provider_config: {
      ovh: { name: "ovh", full_name, expressions: { endpoint: { constant_value: "ovh-eu" } } },
      "module.m.module.n:ovh": { name: "ovh", full_name, module_address: "module.m.module.n" },
    },
    root_module: {
      module_calls: {
        m: {
          source: "./m",
          module: {
            module_calls: {
              n: {
                source: "../n",
                module: {
                  resources: [
                    {
                      mode: "managed",
                      type: "ovh_cloud_project_kube",
                      name: "k",
                      provider_config_key: "module.m.module.n:ovh",
                      expressions: {},
                    },
                  ],
                },
              },
            },
          },
        },
      },
    },
  },
};

const OWN = "module.m.module.n.provider.ovh";

it.each([
  ["nothing of the provider", "", "provider.ovh", ["provider.ovh"]],
  ["an empty block, which is its own", 'provider "ovh" {}\n', OWN, ["provider.ovh", OWN]],
])("a module that says %s", (_, block, wanted, all) => {
  const folder = folderWith({
    "main.tf": `${requires}provider "ovh" {\n  endpoint = "ovh-eu"\n}\nmodule "m" {\n  source = "./m"\n}\n`,
    "m/main.tf": 'module "n" {\n  source = "../n"\n}\n',
    "n/main.tf": `${requires}${block}${kube}`,
  });
  const read = readPlan(PLAN, folder, { code: readFolderOfCode(folder, "terraform") });
  expect(read.find("module.m.module.n.ovh_cloud_project_kube.k")?.provider?.address).toBe(wanted);
  expect([...read.subjects].filter(({ kind }) => kind === "provider").map(({ address }) => address)).toEqual(all);
});

it("is not told from one with an empty block by the plan alone", () => {
  expect(readPlan(PLAN, "plan.json").find("module.m.module.n.ovh_cloud_project_kube.k")?.provider?.address).toBe(OWN);
});

it.each([
  ["under another name", '    cloud = { source = "ovh/ovh" }\n    ovh = { source = "example/ovh" }\n', "provider.cloud"],
  ["under the same name", '    ovh = { source = "ovh/ovh" }\n', "provider.ovh"],
  ["nowhere", '    ovh = { source = "example/ovh" }\n', undefined],
])("the code's caller has the provider %s, and a module between says nothing of it", (_, required, wanted) => {
  const folder = folderWith({
    "main.tf": `terraform {\n  required_providers {\n${required}  }\n}\nprovider "ovh" {}\nprovider "cloud" {}\nmodule "m" {\n  source = "./m"\n}\n`,
    "m/main.tf": 'module "n" {\n  source = "../n"\n}\n',
    "n/main.tf": `${requires}${kube}`,
  });
  const read = readFolderOfCode(folder, "terraform");
  expect(read.find("module.m.module.n.ovh_cloud_project_kube.k")?.provider?.address).toBe(wanted);
});
