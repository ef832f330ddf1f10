import type { Subject } from "../../subject/infrastructure.ts";
import { okmsEndpoint } from "../../subject/state-key-programs.ts";
import type { Json } from "../../values/json.ts";
import type { Env } from "../../values/scope.ts";
import { isObject } from "../../values/term.ts";
import { type Block, blocks } from "./blocks.ts";
import type { Module } from "./module.ts";
import type { JsonObject } from "./parse-json.ts";
import { subject } from "./subject.ts";

/**
 * Where the state is kept. A module that says nothing keeps it in a file beside it. What OpenTofu encrypts before it stores is read
 * under `encryption`, a name that no backend has for an argument.
 */
export function backendSubject(module: Module, env: Env): Subject {
  const { backend, cloud, encryption } = module;
  const sealed = encryption === undefined ? {} : { encryption: underLabels(encryption) };
  if (cloud !== undefined)
    return subject({ kind: "backend", address: "terraform.cloud", type: "cloud", body: { ...cloud.body, ...sealed }, env });
  const type = backend?.labels[0] ?? "local";
  return subject({ kind: "backend", address: `terraform.backend.${type}`, type, body: { ...backend?.body, ...sealed }, env });
}

/** Blocks of state encryption that carry two labels: their kind and their name. */
const LABELLED = ["key_provider", "method"] as const;

/** The labels as keys, as generated JSON has them: the native syntax, and JSON by hand, may give a list of such objects. */
function underLabels({ body, file }: Block): JsonObject {
  const found = LABELLED.filter((word) => body[word] !== undefined).map((word): [string, Json] => {
    const kinds = new Map<string, Map<string, Json[]>>();
    for (const one of blocks(body[word], 2, `terraform.encryption.${word}`, file)) {
      const [kind = "", name = ""] = one.labels;
      const named = kinds.get(kind) ?? new Map<string, Json[]>();
      kinds.set(kind, named.set(name, [...(named.get(name) ?? []), one.body]));
    }
    return [
      word,
      Object.fromEntries([...kinds].map(([kind, named]) => [kind, Object.fromEntries([...named].map(([name, all]) => [name, sole(all)]))])),
    ];
  });
  return { ...body, ...Object.fromEntries(found) };
}

const sole = (all: readonly Json[]): Json => (all.length === 1 ? (all[0] ?? null) : all);

/** State encryption may ask a program for its key; of one that is known, its holder is judged instead. */
export function* keyPrograms(module: Module, env: Env): Generator<Subject> {
  if (module.encryption === undefined) return;
  for (const word of LABELLED) {
    for (const { labels, body } of blocks(module.encryption.body[word], 2, `terraform.encryption.${word}`, module.encryption.file)) {
      const [type = "", name = ""] = labels;
      if (type === "external" && !(word === "key_provider" && okmsEndpoint(body["command"]) !== undefined))
        yield subject({ kind: "provisioner", address: `terraform.encryption.${word}.${type}.${name}`, type, body, env });
    }
  }
}

/** Blocks that this view does not know: an engine newer than it may do something with them. */
export function strangerSubjects(module: Module, env: Env): readonly Subject[] {
  return module.strangers.map(({ type, body, file }) =>
    subject({ kind: "file", address: `${file}: ${type}`, type: "unknown block", body: isObject(body) ? body : {}, env }),
  );
}
