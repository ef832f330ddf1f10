import type { SimulatedObject } from "../../clouds/contract/rehearsal.ts";

/** One thing that exists in a rehearsal. */
export interface WorldResource {
  /** Source address of its provider without host, `ovh/ovh`. */
  readonly provider: string;
  readonly type: string;
  readonly attributes: SimulatedObject;
  /** Attributes whose values are secrets. */
  readonly secrets?: readonly string[];
}

/** The world as its file keeps it. People may edit `attributes`: the next plan sees drift. */
export interface WorldDocument {
  readonly rehearsal: string;
  readonly simulated: true;
  readonly format: 1;
  /** What invented values are drawn from. */
  readonly seed: string;
  /** How many things were ever made. */
  readonly counter: number;
  readonly resources: Readonly<Record<string, WorldResource>>;
}

/** One line of the journal. */
export interface WorldChange {
  readonly counter: number;
  readonly key: string;
  /** What stands there now; null: it is gone. */
  readonly resource: WorldResource | null;
}

export function isWorldDocument(x: unknown): x is WorldDocument {
  if (typeof x !== "object" || x === null) return false;
  const d = x as Partial<Record<keyof WorldDocument, unknown>>;
  return d.simulated === true && d.format === 1 && typeof d.seed === "string" && typeof d.counter === "number" && isResources(d.resources);
}

function isResources(x: unknown): boolean {
  if (typeof x !== "object" || x === null) return false;
  return Object.values(x).every((r: Partial<WorldResource> | null) => {
    return (
      r !== null &&
      typeof r.provider === "string" &&
      typeof r.type === "string" &&
      typeof r.attributes === "object" &&
      r.attributes !== null
    );
  });
}
