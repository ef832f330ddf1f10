import type { Json } from "../../../guard/values/json.ts";
import { isList, isObject } from "../../../guard/values/term.ts";
import type { Block } from "../../../guard/views/synthesized/blocks.ts";
import type { Module } from "../../../guard/views/synthesized/module.ts";

/** What Pulumi's engine has nothing for, each with its address and what to do instead. */
export function noCounterparts(module: Module): readonly string[] {
  return [
    ...[...module.modules.keys()].map(
      (name) => `module.${name}: a Terraform module is read by Terraform's engine only; put its resources into the stack`,
    ),
    ...[...module.ephemeral.keys()].map(
      (name) => `ephemeral.${name}: Pulumi has no ephemeral resources; use a secret of its configuration`,
    ),
    ...module.checks.map(({ labels }) => `check.${labels.join(".")}: Pulumi has no checks; write a policy rule`),
    ...module.removed.map(({ body }) => `removed ${textOf(body.from)}: Pulumi forgets with \`pulumi state delete\`; take the block out`),
    ...module.strangers.map(({ type, file }) => `${file}: ${type} is nothing that we know`),
    ...module.files.map(({ name }) => `${name}: only JSON is registered`),
    ...[...module.resources].flatMap(([address, block]) => ofResource(address, block)),
    ...[...module.data].flatMap(([address, { body }]) => ofLifecycle(`data.${address}`, body.lifecycle)),
  ];
}

function ofResource(address: string, { body }: Block): readonly string[] {
  return [
    ...["provisioner", "connection"].flatMap((word) =>
      body[word] === undefined ? [] : [`${address}.${word}: Pulumi has no provisioners; register a Command resource beside the stack`],
    ),
    ...ofLifecycle(address, body.lifecycle),
  ];
}

const LIFECYCLE = new Set(["//", "prevent_destroy", "create_before_destroy", "ignore_changes", "replace_triggered_by", "destroy"]);

function ofLifecycle(address: string, lifecycle: Json | undefined): readonly string[] {
  const groups = lifecycle === undefined || lifecycle === null ? [] : isList(lifecycle) ? lifecycle : [lifecycle];
  return groups.flatMap((group) =>
    Object.keys(isObject(group) ? group : {}).flatMap((word) =>
      LIFECYCLE.has(word) ? [] : [`${address}.lifecycle.${word}: Pulumi has no such condition on a resource; write a policy rule`],
    ),
  );
}

const textOf = (json: Json | undefined): string => (typeof json === "string" ? json : "?");
