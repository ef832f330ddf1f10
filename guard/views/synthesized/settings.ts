import type { Subject } from "../../subject/infrastructure.ts";
import { okmsEndpoint } from "../../subject/state-key-programs.ts";
import type { Env } from "../../values/scope.ts";
import { isObject } from "../../values/term.ts";
import { blocks } from "./blocks.ts";
import type { Module } from "./module.ts";
import { subject } from "./subject.ts";

/**
 * Where the state is kept. A module that says nothing keeps it in a file beside it. What OpenTofu encrypts before it stores is read
 * under `encryption`, a name that no backend has for an argument.
 */
export function backendSubject(module: Module, env: Env): Subject {
  const { backend, cloud, encryption } = module;
  const sealed = encryption === undefined ? {} : { encryption: encryption.body };
  if (cloud !== undefined)
    return subject({ kind: "backend", address: "terraform.cloud", type: "cloud", body: { ...cloud.body, ...sealed }, env });
  const type = backend?.labels[0] ?? "local";
  return subject({ kind: "backend", address: `terraform.backend.${type}`, type, body: { ...backend?.body, ...sealed }, env });
}

/** State encryption may ask a program for its key; of one that is known, its holder is judged instead. */
export function* keyPrograms(module: Module, env: Env): Generator<Subject> {
  if (module.encryption === undefined) return;
  for (const word of ["key_provider", "method"]) {
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
