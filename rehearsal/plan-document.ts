import type { Json } from "../catalogue/json.ts";
import type { Counts } from "./report.ts";

/** What a rehearsal reads of a plan's JSON. */
export interface PlanDocument {
  readonly [key: string]: Json | undefined;
}

export interface Change {
  readonly address: string;
  readonly type: string;
  readonly mode: string;
  readonly actions: readonly string[];
  readonly importing: boolean;
  readonly after: Readonly<Record<string, Json>> | null;
}

export function changesOf(plan: PlanDocument): readonly Change[] {
  const list = (plan.resource_changes ?? []) as unknown as readonly {
    address: string;
    type: string;
    mode: string;
    change: { actions: readonly string[]; importing?: unknown; after?: Record<string, Json> | null };
  }[];
  return list.map((r) => ({
    address: r.address,
    type: r.type,
    mode: r.mode,
    actions: r.change.actions,
    importing: r.change.importing !== undefined && r.change.importing !== null,
    after: r.change.after ?? null,
  }));
}

export function countsOf(changes: readonly Change[]): Counts {
  const managed = changes.filter((c) => c.mode === "managed");
  const count = (action: string) => managed.filter((c) => c.actions.includes(action)).length;
  return { add: count("create"), change: count("update"), destroy: count("delete"), import: managed.filter((c) => c.importing).length };
}

/** Addresses that a plan would touch, for a message: the first few, and how many more. */
export function touched(changes: readonly Change[]): string {
  const all = changes
    .filter((c) => c.mode === "managed" && !c.actions.every((a) => a === "no-op" || a === "read"))
    .map((c) => `${c.address} (${c.actions.join(", ")})`);
  return all.length > 5 ? `${all.slice(0, 5).join(", ")} and ${all.length - 5} more` : all.join(", ");
}
