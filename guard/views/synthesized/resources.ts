import type { Subject } from "../../subject/infrastructure.ts";
import type { Env } from "../../values/scope.ts";
import type { Block } from "./blocks.ts";
import { eachOf, isNone, keyText } from "./instances.ts";
import type { Providers } from "./providers.ts";
import { provisioners } from "./provisioners.ts";
import type { ReadOptions } from "./read-options.ts";
import { type ModuleScope, resourceTerm } from "./scope.ts";
import { subject } from "./subject.ts";

/**
 * Subjects of one declared resource or data source: every instance, where instances are known; else one for all of them. What certainly has no
 * instance is not made, and its address is returned; what it runs when the last one goes may still run.
 */
export function addResourceSubjects(
  into: Subject[],
  kind: "resource" | "data",
  prefix: string,
  block: Block,
  { scope, providers, none }: { readonly scope: ModuleScope; readonly providers: Providers; readonly none: boolean },
  { sources: source, strays }: ReadOptions,
): string | undefined {
  const [type = "", name = ""] = block.labels;
  const declared = `${scope.path}${prefix}${type}.${name}`;
  const made = scope.instances(block);
  if (none || isNone(made)) {
    const leaving = provisioners(block, declared, made.env, resourceTerm(block, declared, made.env), source).filter(runsAtTheEnd);
    for (const one of leaving) into.push(one);
    into.push(described(declared, made.env, { leaves: "unmade" }));
    return declared;
  }
  const numbers = scope.numbersOf(block);
  const uncounted = numbers.length > 0 ? numbers : undefined;
  for (const { key, env } of eachOf(made)) add(`${declared}${keyText(key)}`, env);
  return undefined;

  function described(
    address: string,
    env: Env,
    more: { readonly uncounted?: readonly string[] | undefined; readonly leaves?: "unmade" },
  ): Subject {
    const { body } = block;
    const { provider, providerSource } = providers.of(type, body.provider, env);
    const stray = strays?.(kind, providerSource, type, body);
    const { openness } = scope;
    return subject({
      ...{ kind, address, type, body, env, source, provider, providerSource, openness },
      ...(stray !== undefined && { stray }),
      ...more,
    });
  }

  function add(address: string, env: Env): void {
    const { body } = block;
    into.push(described(address, env, { uncounted }));
    if (body.provisioner !== undefined)
      for (const one of provisioners(block, address, env, resourceTerm(block, address, env), source)) into.push(one);
  }
}

const runsAtTheEnd = (provisioner: Subject): boolean => provisioner.read("when").some(({ value }) => value.kind !== "absent");
