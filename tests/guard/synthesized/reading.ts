import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Infrastructure, Subject } from "../../../guard/subject/infrastructure.ts";
import type { Json } from "../../../guard/values/json.ts";
import { readDocument } from "../../../guard/views/synthesized.ts";

/** A new folder with these files; objects are written as JSON. */
export function folder(files: Readonly<Record<string, Json | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "terroir-synthesized-"));
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" || content instanceof Uint8Array ? content : JSON.stringify(content));
  }
  return root;
}

/** A document with one cluster `k`, and whatever else. */
export function cluster(attributes: { readonly [key: string]: Json }, rest: { readonly [key: string]: Json } = {}): Infrastructure {
  return readDocument({ resource: { ovh_cloud_project_kube: { k: attributes } }, ...rest }, "cdk.tf.json");
}

export function at(infrastructure: Infrastructure, address: string): Subject {
  const found = infrastructure.find(address);
  if (found === undefined)
    throw new Error(`nothing at ${address}; there is ${[...infrastructure.subjects].map((one) => one.address).join(", ")}`);
  return found;
}

/** What stands at a path: `path = value`, `path ∈ values`, `path ? cause`, `path -`. */
export function seen(subject: Subject, path: string): readonly string[] {
  return subject.read(path).map(({ path: where, value }) => {
    if (value.kind === "known") return `${where} = ${JSON.stringify(value.value)}`;
    if (value.kind === "oneOf") return `${where} ∈ ${value.values.map((one) => JSON.stringify(one)).join(" ")}`;
    return value.kind === "absent" ? `${where} -` : `${where} ? ${value.cause}`;
  });
}

export function addresses({ subjects }: Infrastructure, kind: Subject["kind"]): readonly string[] {
  return [...subjects].filter((subject) => subject.kind === kind).map(({ address }) => address);
}

export const way = (subject: Subject, path: string): string =>
  (subject.read(path)[0]?.value.chain ?? []).map(({ at: step, text }) => (text === undefined ? step : `${step}=${text}`)).join(" ← ");
