import type { Subject } from "../../infrastructure.ts";
import type { Env } from "../../values/scope.ts";
import type { Block } from "./blocks.ts";
import { keyText } from "./instances.ts";
import type { Providers } from "./providers.ts";
import { provisioners } from "./provisioners.ts";
import type { ReadOptions } from "./read-options.ts";
import { type ModuleScope, resourceTerm } from "./scope.ts";
import { subject } from "./subject.ts";

/** Subjects of one declared resource or data source: every instance, where instances are known; else one for all of them. */
export function addResourceSubjects(
  into: Subject[],
  kind: "resource" | "data",
  prefix: string,
  block: Block,
  scope: ModuleScope,
  providers: Providers,
  { sources: source, strays }: ReadOptions,
): void {
  const [type = "", name = ""] = block.labels;
  const declared = `${scope.path}${prefix}${type}.${name}`;
  const made = scope.instances(block);
  const uncounted = scope.uncounted || made.kind === "some";
  if (made.kind === "one") {
    add(declared, made.env);
    return;
  }
  // What makes no instance today is judged as written: nothing else says what it would be.
  const all = (made.kind === "counted" || made.kind === "keyed") && made.instances.length > 0 ? made.instances : [{ env: made.env }];
  for (const instance of all) {
    add(`${declared}${keyText("key" in instance ? instance.key : undefined)}`, instance.env);
  }

  function add(address: string, env: Env): void {
    const { body } = block;
    const { provider, providerSource } = providers.of(type, body.provider, env);
    const stray = strays?.(kind, providerSource, type, body);
    into.push(
      subject({ kind, address, type, body, env, source, provider, providerSource, ...(stray !== undefined && { stray }), uncounted }),
    );
    if (body.provisioner !== undefined)
      for (const one of provisioners(block, address, env, resourceTerm(block, address, env), source)) into.push(one);
  }
}
