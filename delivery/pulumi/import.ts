import type { Json } from "../../guard/index.ts";
import type { RunResult } from "../run/result.ts";
import { applied } from "./deploy.ts";
import { type PulumiSession, withPulumi } from "./session.ts";

/** Components and providers, which make nothing; what is taken over stands under them. */
const AROUND = ["**terroir:index:Stack::**", "**terroir:index:Construct::**", "**pulumi:providers:**"];

/**
 * Takes something that exists under the stack's care: an update that does only that is previewed, judged, and applied exactly.
 *
 * @param told its program registers the resource with the id to take over
 * @param name what the resource is called in Pulumi
 */
export const importWithPulumi = (told: PulumiSession, name: string): Promise<RunResult> =>
  withPulumi(told, "import", (work) =>
    applied(work, {
      flags: [...AROUND, `**::${name}`].flatMap((target) => ["--target", target]),
      refuse: (preview) => notThatAlone(preview, name),
      done: "imported",
    }),
  );

interface Preview {
  readonly steps?: readonly { readonly op: string; readonly urn: string; readonly newState?: { readonly custom?: boolean } }[];
}

/** Why the update is more than taking it over, and making of it what the stack says; or less. */
function notThatAlone(json: Json, name: string): string | undefined {
  const { steps = [] } = json as unknown as Preview;
  const made = steps.filter(({ op, urn, newState }) => !STAYS.has(op) && newState?.custom !== false && !PROVIDER.test(urn));
  const taken = new Set(made.flatMap(({ op, urn }) => (op === "import" ? [urn] : [])));
  const others = made.filter(({ op, urn }) => op !== "import" && !(op === "update" && taken.has(urn)));
  if (others.length > 0) return `it would do more than that: ${others.map(({ op, urn }) => `${op} ${nameOf(urn)}`).join(", ")}`;
  return taken.size === 0 ? `${name} is in the state already` : undefined;
}

const STAYS: ReadonlySet<string> = new Set(["same", "read", "refresh"]);
const PROVIDER = /pulumi:providers:[^:]+::/;
const nameOf = (urn: string): string => urn.split("::").slice(3).join("::");
