import type { Json } from "../../catalogue/json.ts";
import { holdsSecret } from "../../guard/views/pulumi/state.ts";
import type { Output } from "../run/outputs.ts";
import type { RunResult } from "../run/result.ts";
import { opened } from "./opened.ts";
import { type PulumiOutcome, type PulumiSession, type PulumiWork, withPulumi } from "./session.ts";

type Outputs = Readonly<Record<string, Output>>;

/** What the stacks of a program give to others, each by its name. A secret is null unless it is asked for. */
export const outputsWithPulumi = (told: PulumiSession, into: Map<string, Outputs>, showSensitive: boolean): Promise<RunResult> =>
  withPulumi(told, "outputs", (work) => read(work, into, showSensitive));

async function read(work: PulumiWork, into: Map<string, Outputs>, showSensitive: boolean): Promise<PulumiOutcome> {
  const { stack, run } = work;
  const found = await opened(work, false);
  if ("instead" in found) return found.instead;
  const kept = outputsIn(found.state);
  const clear = showSensitive ? await run.outputs() : kept;
  for (const [name, all] of Object.entries(kept)) {
    const said = membersOf(clear[name]);
    const outputs = Object.entries(membersOf(all)).map(([output, value]): readonly [string, Output] => {
      const sensitive = holdsSecret(value);
      return [output, { value: sensitive && !showSensitive ? null : (said[output] ?? null), sensitive }];
    });
    into.set(name, Object.fromEntries(outputs));
  }
  return { stack, outcome: "unchanged", ...(Object.keys(kept).length === 0 && { because: "it gives nothing" }) };
}

type Members = Readonly<Record<string, Json>>;
const membersOf = (json: Json | undefined): Members =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? (json as Members) : {};

interface Exported {
  readonly deployment?: { readonly resources?: readonly { readonly type: string; readonly outputs?: Members }[] };
}

/** As the state keeps them: secrets encrypted, and marked. */
const outputsIn = (state: Json): Members =>
  (state as Exported).deployment?.resources?.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
