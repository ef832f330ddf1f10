import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { defaultPolicy, type Finding, judge, type Policy, type Report, readDocument, readSynthesized } from "../../../guard/index.ts";
import type { Json } from "../../../guard/values/json.ts";

export type Document = { readonly [key: string]: Json };

/** A hostile program: the rule that must refuse it, and what it adds to a program that is inside. */
export type Case = readonly [rule: string, added: Document];
export type Cases = Readonly<Record<string, Case>>;

export const CANADA = "BHS5";
const FRANCE = "GRA11";

/** Whose provider it is, which endpoint it calls, and where state is kept: all inside. */
const SURROUNDINGS: Document = {
  terraform: {
    required_providers: { ovh: { source: "ovh/ovh" } },
    backend: { s3: { bucket: "b", key: "k", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } } },
  },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
};

/** A cluster inside, with the list of who may reach it, unless told otherwise. */
export const cluster = (more: Document = {}): Document => ({
  resource: {
    ovh_cloud_project_kube: { k: { service_name: "abc", name: "k", region: FRANCE, private_network_id: "net", ...more } },
    ovh_cloud_project_kube_iprestrictions: {
      k: { service_name: "abc", kube_id: "${ovh_cloud_project_kube.k.id}", ips: ["10.0.0.0/8"] },
    },
  },
});

/** A cluster whose region is this. */
export const region = (value: Json, more: Document = {}): Document => merged(cluster({ region: value }), more);

export const bucket = (more: Document = {}): Document => ({
  resource: {
    ovh_cloud_project_storage: {
      b: { service_name: "abc", name: "media", region_name: "GRA", encryption: { sse_algorithm: "AES256" }, ...more },
    },
  },
});

export const database = (more: Document = {}): Document => ({
  resource: {
    ovh_cloud_project_database: {
      d: {
        service_name: "abc",
        engine: "postgresql",
        plan: "business",
        flavor: "db1-4",
        version: "17",
        nodes: [{ region: "GRA", network_id: "n", subnet_id: "m" }],
        backup_regions: ["GRA"],
        ip_restrictions: [{ ip: "10.0.0.0/8" }],
        ...more,
      },
    },
  },
});

/** Objects are merged, everything else is replaced: what comes later holds. */
export function merged(...documents: readonly Document[]): Document {
  const made = new Map<string, Json>();
  for (const document of documents)
    for (const [key, value] of Object.entries(document)) {
      const earlier = made.get(key);
      made.set(key, isObject(earlier) && isObject(value) ? merged(earlier, value) : value);
    }
  return Object.fromEntries(made);
}

const isObject = (json: Json | undefined): json is Document => typeof json === "object" && json !== null && !Array.isArray(json);

/** The program that is inside, with something added; another backend takes the place of its own. */
export function program(added: Document): Document {
  const { terraform, ...others } = SURROUNDINGS;
  const { backend, ...settings } = terraform as Document;
  const replaced = isObject(added["terraform"]) && Object.hasOwn(added["terraform"], "backend");
  return merged({ ...others, terraform: replaced || backend === undefined ? settings : { ...settings, backend } }, added);
}

export const judged = (added: Document, policy: Policy = defaultPolicy): Report =>
  judge([readDocument(program(added), "cdk.tf.json")], policy);

/** Judges a folder of files beside a program that is inside. */
export function judgedFolder(files: Readonly<Record<string, Json>>, policy: Policy = defaultPolicy): Report {
  const folder = mkdtempSync(join(tmpdir(), "terroir-files-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
    }
    return judge(readSynthesized(folder), policy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const refused = ({ findings }: Report): readonly Finding[] =>
  findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided");
