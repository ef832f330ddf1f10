import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CloudProjectKube } from "@cdktf/provider-ovh/cloud-project-kube";
import { CloudProjectKubeNodepool } from "@cdktf/provider-ovh/cloud-project-kube-nodepool";
import { OvhProvider } from "@cdktf/provider-ovh/provider";
import { App, TerraformStack } from "cdktf";
import { afterAll, describe, expect, it } from "vitest";
import { defaultPolicy, type Infrastructure, type Json, judge, readPlan, readSynthesized, SiblingStacks } from "../../../guard/index.ts";
import { change, plan } from "../judging.ts";

const root = mkdtempSync(join(tmpdir(), "terroir-stacks-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let made = 0;

type Document = { readonly [key: string]: Json };
const KUBE = "ovh_cloud_project_kube";
const POOL = "ovh_cloud_project_kube_nodepool";
const s3 = (key: string, more: Document = {}): Document => ({
  s3: { bucket: "b", key, region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" }, ...more },
});
const stack = (backend: Document, more: Document): Document => ({
  terraform: { required_providers: { ovh: { source: "ovh/ovh" } }, backend },
  provider: { ovh: { endpoint: "ovh-eu" } },
  ...more,
});

/** The stack that has the cluster, and hands its id and region out. */
const keeper = (region: Json, backend: Document = s3("k"), more: Document = {}): Document =>
  stack(backend, {
    resource: { [KUBE]: { k: { region } } },
    output: { id: { value: `\${${KUBE}.k.id}` }, region: { value: `\${${KUBE}.k.region}` } },
    ...more,
  });
/** The stack that puts a pool in it. */
const reader = (config: Document = s3("k"), more: Document = {}, body: Document = {}): Document => {
  const [[backend, settings] = ["", {}]] = Object.entries(config);
  return stack(s3("t"), {
    data: { terraform_remote_state: { other: { backend, config: settings, workspace: "${terraform.workspace}", ...body } } },
    resource: { [POOL]: { p: { kube_id: "${data.terraform_remote_state.other.outputs.id}" } } },
    ...more,
  });
};

function folder(stacks: Readonly<Record<string, Document>>, beside: Readonly<Record<string, string>> = {}): string {
  const app = join(root, `app${made++}`);
  const names = Object.keys(stacks);
  const files = {
    ...beside,
    "manifest.json": JSON.stringify({
      stacks: Object.fromEntries(names.map((name) => [name, { name, workingDirectory: `stacks/${name}` }])),
    }),
    ...Object.fromEntries(names.map((name) => [`stacks/${name}/cdk.tf.json`, JSON.stringify(stacks[name])])),
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(app, name)), { recursive: true });
    writeFileSync(join(app, name), text);
  }
  return app;
}
const verdicts = (read: readonly Infrastructure[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judge(read, defaultPolicy, { rules: ["residency/region"] }).resources.map(({ address, verdict }) => [address, verdict]),
  );
const of = (app: string): string | undefined => verdicts(readSynthesized(app))[`${POOL}.p`];

describe("what one stack reads of the state of another in the same folder", () => {
  it.each<[string, Document, Document, string]>([
    ["a cluster inside", keeper("GRA11"), reader(), "inside"],
    ["a cluster outside", keeper("BHS5"), reader(), "outside"],
    ["a cluster that nobody can place", keeper("${var.r}", s3("k"), { variable: { r: {} } }), reader(), "undecided"],
    [
      "settings in another order",
      keeper("GRA11"),
      reader({ s3: Object.fromEntries(Object.entries(s3("k")["s3"] as object).reverse()) }),
      "inside",
    ],
    [
      "through a local",
      keeper("GRA11"),
      reader(s3("k"), {
        locals: { id: "${data.terraform_remote_state.other.outputs.id}" },
        resource: { [POOL]: { p: { kube_id: "${local.id}" } } },
      }),
      "inside",
    ],
    ["through a variable's default there", keeper("${var.r}", s3("k"), { variable: { r: { default: "BHS5" } } }), reader(), "outside"],
    [
      "a file beside both",
      keeper("GRA11", { local: { path: "../../k.tfstate" } }),
      reader({ local: { path: "../../k.tfstate" } }),
      "inside",
    ],
    [
      "an address",
      keeper("GRA11", { http: { address: "https://gitlab.example/k" } }),
      reader({ http: { address: "https://gitlab.example/k" } }),
      "inside",
    ],
    // The same name stands for another thing here.
    [
      "a cluster outside, of which this stack has a namesake inside",
      keeper("BHS5"),
      reader(s3("k"), {
        resource: { [KUBE]: { k: { region: "GRA11" } }, [POOL]: { p: { kube_id: "${data.terraform_remote_state.other.outputs.id}" } } },
      }),
      "outside",
    ],
    ["an output made of something else", keeper("GRA11", s3("k"), { output: { id: { value: "1234" } } }), reader(), "undecided"],
    ["an output that is not there", keeper("GRA11", s3("k"), { output: {} }), reader(), "undecided"],
    ["another key", keeper("GRA11", s3("other")), reader(), "undecided"],
    ["another bucket", keeper("GRA11", s3("k", { bucket: "c" })), reader(), "undecided"],
    ["another endpoint", keeper("GRA11", s3("k", { endpoints: { s3: "https://s3.sbg.io.cloud.ovh.net" } })), reader(), "undecided"],
    ["one setting more", keeper("GRA11", s3("k", { workspace_key_prefix: "x" })), reader(), "undecided"],
    ["another type", keeper("GRA11", { http: { address: "https://x.example/k" } }), reader(), "undecided"],
    ["no backend that is written", keeper("GRA11", { s3: {} }), reader({ s3: {} }), "undecided"],
    ["a key left to the command line", keeper("GRA11", { s3: { bucket: "b" } }), reader({ s3: { bucket: "b" } }), "undecided"],
    ["a key that a variable says", keeper("GRA11"), reader(s3("${var.key}"), { variable: { key: { default: "k" } } }), "undecided"],
    ["another workspace", keeper("GRA11"), reader(s3("k"), {}, { workspace: "prod" }), "undecided"],
    ["what counts where there is no output", keeper("GRA11"), reader(s3("k"), {}, { defaults: { id: "1234" } }), "undecided"],
    ["each in its own folder", keeper("GRA11", { local: { path: "k.tfstate" } }), reader({ local: { path: "k.tfstate" } }), "undecided"],
    ["Terraform Cloud", { ...keeper("GRA11"), terraform: { cloud: { organization: "o" } } }, reader(), "undecided"],
  ])("%s", (_, one, other, wanted) => {
    expect(of(folder({ k: one, t: other }))).toBe(wanted);
  });

  it("is not followed where two stacks keep one state, or none", () => {
    expect(of(folder({ k: keeper("GRA11"), again: keeper("GRA11"), t: reader() }))).toBe("undecided");
    expect(of(folder({ t: reader() }))).toBe("undecided");
    expect(of(folder({ k: keeper("GRA11"), t: reader() }, { "stacks/k/backend_override.tf": "" }))).toBe("undecided");
  });

  it("is a region as well", () => {
    const here = reader(s3("k"), { resource: { [KUBE]: { here: { region: "${data.terraform_remote_state.other.outputs.region}" } } } });
    expect(verdicts(readSynthesized(folder({ k: keeper("BHS5"), t: here })))).toMatchObject({ [`${KUBE}.here`]: "outside" });
    expect(verdicts(readSynthesized(folder({ k: keeper("GRA11"), t: here })))).toMatchObject({ [`${KUBE}.here`]: "inside" });
  });

  it("goes on through a third stack, and ends in a ring", () => {
    const handed = (from: string): Document => ({ id: { value: `\${data.terraform_remote_state.other.outputs.${from}}` } });
    const between = { ...reader(s3("k"), { resource: {}, output: handed("id") }), terraform: stack(s3("m"), {})["terraform"] ?? null };
    expect(of(folder({ k: keeper("GRA11"), m: between, t: reader(s3("m")) }))).toBe("inside");
    expect(of(folder({ k: keeper("BHS5"), m: between, t: reader(s3("m")) }))).toBe("outside");
    const ring = { ...reader(s3("t"), { resource: {}, output: handed("id") }), terraform: stack(s3("k"), {})["terraform"] ?? null };
    expect(of(folder({ k: ring, t: reader(s3("k"), { output: handed("id") }) }))).toBe("undecided");
  });
});

describe("in a plan", () => {
  const planned = (id: Document): Json =>
    plan([change(`${POOL}.p`, { ...id }, { change: { after_unknown: Object.keys(id).length === 0 ? { kube_id: true } : {} } })], {
      configuration: {
        provider_config: {
          ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
        },
        root_module: {
          resources: [
            {
              address: `${POOL}.p`,
              mode: "managed",
              type: POOL,
              name: "p",
              provider_config_key: "ovh",
              expressions: {
                kube_id: {
                  references: [
                    "data.terraform_remote_state.other.outputs.id",
                    "data.terraform_remote_state.other.outputs",
                    "data.terraform_remote_state.other",
                  ],
                },
              },
            },
            {
              address: "data.terraform_remote_state.other",
              mode: "data",
              type: "terraform_remote_state",
              name: "other",
              provider_config_key: "terraform",
              expressions: { backend: { constant_value: "s3" }, config: { constant_value: s3("k")["s3"] ?? null } },
            },
          ],
        },
      },
    });
  const judgedBeside = (id: Document, region: string, config: Document = s3("k")): string | undefined => {
    const app = folder({ k: keeper(region), t: reader(config) });
    const [program] = readSynthesized(join(app, "stacks", "t"), { beside: new SiblingStacks(app) });
    return verdicts([readPlan(planned(id), "plan.json", program === undefined ? {} : { program })])[`${POOL}.p`];
  };
  it.each<[string, Document, string, string]>([
    ["known by now, inside", { kube_id: "1234" }, "GRA11", "inside"],
    ["known by now, outside", { kube_id: "1234" }, "BHS5", "outside"],
    ["not known yet, inside", {}, "GRA11", "inside"],
    ["not known yet, outside", {}, "BHS5", "outside"],
  ])("the id that another stack hands out is followed by its program: %s", (_, id, region, wanted) => {
    expect(judgedBeside(id, region)).toBe(wanted);
  });
  it("is not, where the program reads another state, or there is none", () => {
    expect(judgedBeside({ kube_id: "1234" }, "GRA11", s3("other"))).toBe("undecided");
    expect(verdicts([readPlan(planned({ kube_id: "1234" }), "plan.json")])[`${POOL}.p`]).toBe("undecided");
  });
});

it("is followed where cdktf hands it over by itself", () => {
  const app = new App({ outdir: join(root, "cdktf.out") });
  const stackOf = (id: string): TerraformStack => {
    const one = new TerraformStack(app, id);
    new OvhProvider(one, "ovh", { endpoint: "ovh-eu" });
    return one;
  };
  const cluster = (id: string, region: string) => new CloudProjectKube(stackOf(id), "k", { serviceName: "abc", region });
  const [home, away] = [cluster("home", "GRA11"), cluster("away", "BHS5")];
  const reader = stackOf("t");
  for (const [id, { id: kubeId }] of Object.entries({ home, away }))
    new CloudProjectKubeNodepool(reader, id, { serviceName: "abc", kubeId, flavorName: "b3-8" });
  app.synth();
  expect(verdicts(readSynthesized(join(root, "cdktf.out")))).toMatchObject({ [`${POOL}.home`]: "inside", [`${POOL}.away`]: "outside" });
});
