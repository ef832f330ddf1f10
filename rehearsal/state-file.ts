import { existsSync, readFileSync } from "node:fs";
import type { Json } from "../catalogue/json.ts";

/** One resource in a state that the engine wrote. */
export interface StateResource {
  readonly address: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, Json>>;
  /** The provider's own note: the key in the world. */
  readonly key: string | null;
  /** In the root module, where an import names it without ado. */
  readonly root: boolean;
}

interface Raw {
  readonly encrypted_data?: string;
  readonly resources?: readonly {
    readonly mode: string;
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes?: Record<string, Json>;
      readonly private?: string;
    }[];
  }[];
}

/** Managed resources in a state file of ours; none when there is no state, null when it is encrypted. */
export function resourcesIn(file: string): readonly StateResource[] | null {
  if (!existsSync(file)) return [];
  const state = JSON.parse(readFileSync(file, "utf8")) as Raw;
  return state.encrypted_data === undefined ? resourcesOf(state) : null;
}

/** Managed resources in a state as `state pull` prints it. */
export function resourcesOf({ resources = [] }: Raw): readonly StateResource[] {
  return resources
    .filter((r) => r.mode === "managed")
    .flatMap((r) =>
      r.instances.map((instance) => {
        const index = instance.index_key === undefined ? "" : `[${JSON.stringify(instance.index_key)}]`;
        return {
          address: `${r.module === undefined ? "" : `${r.module}.`}${r.type}.${r.name}${index}`,
          type: r.type,
          attributes: instance.attributes ?? {},
          key: instance.private === undefined ? null : Buffer.from(instance.private, "base64").toString("utf8"),
          root: r.module === undefined,
        };
      }),
    );
}

export function countByType(resources: readonly StateResource[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { type } of resources) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}
