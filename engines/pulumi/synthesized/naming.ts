import type * as pulumi from "@pulumi/pulumi";
import type { Json } from "../../../guard/values/json.ts";
import type { Block } from "../../../guard/views/synthesized/blocks.ts";

/** `ovh_cloud_project_kube.shop["a"]`, taken apart. */
interface Address {
  readonly type: string;
  /** With its key. */
  readonly name: string;
}

const ADDRESS = /^(?:\$\{\s*)?(\w+)\.([\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?)(?:\s*\})?$/;

export function addressIn(json: Json | undefined): Address | undefined {
  const [, type, name] = typeof json === "string" ? (ADDRESS.exec(json) ?? []) : [];
  return type === undefined || name === undefined ? undefined : { type, name };
}

/** What a resource is called in Pulumi: as in Terraform, under the name of its stack. It stays when the tree of constructs is arranged anew. */
export const nameIn = (stack: string, name: string): string => `${stack}/${name}`;

/** What a resource was called before it was moved, however often. */
export function formerNames(
  moves: readonly Block[],
  type: string,
  name: string,
  stack: string,
  tokenOf: (type: string) => string | undefined,
): pulumi.Alias[] {
  const found: pulumi.Alias[] = [];
  const seen = new Set([`${type}.${name}`]);
  const follow = (now: Address): void => {
    for (const { body } of moves) {
      const [from, to] = [addressIn(body.from), addressIn(body.to)];
      if (from === undefined || to === undefined) continue;
      const before = movedFrom(now, from, to);
      if (before === undefined || seen.has(`${before.type}.${before.name}`)) continue;
      seen.add(`${before.type}.${before.name}`);
      const token = before.type === type ? undefined : tokenOf(before.type);
      found.push({ name: nameIn(stack, before.name), ...(token !== undefined && { type: token }) });
      follow(before);
    }
  };
  follow({ type, name });
  return found;
}

/** A move of a resource moves every instance of it. */
function movedFrom(now: Address, from: Address, to: Address): Address | undefined {
  if (to.type !== now.type) return undefined;
  if (to.name === now.name) return from;
  return now.name.startsWith(`${to.name}[`) && !from.name.includes("[")
    ? { type: from.type, name: `${from.name}${now.name.slice(to.name.length)}` }
    : undefined;
}
