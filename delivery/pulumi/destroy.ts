import type { Json } from "../../guard/index.ts";
import { readPulumi } from "../../guard/views/pulumi.ts";
import { jsonDigest, type Outcome } from "../records/index.ts";
import type { RunResult } from "../run/result.ts";
import { countsOf, failed, recorded } from "./came-of-it.ts";
import { isEmpty, judged, opened } from "./opened.ts";
import { type PulumiOutcome, type PulumiSession, type PulumiWork, withPulumi } from "./session.ts";

/**
 * Destroys everything in a stack of Pulumi's: previewed, judged and asked for first. Pulumi has no plan of a destruction that it could be held to, so the
 * state must be the one that was judged.
 *
 * @param evenIfRefused destroys although the guard refuses what it finds: to get rid of what is in the wrong place
 */
export const destroyWithPulumi = (told: PulumiSession, evenIfRefused = false): Promise<RunResult> =>
  withPulumi(told, "destroy", (work) => destroyed(work, evenIfRefused));

async function destroyed(work: PulumiWork, evenIfRefused: boolean): Promise<PulumiOutcome> {
  const { stack, run, policy, say } = work;
  const found = await opened(work, false);
  if ("instead" in found) return found.instead;
  if (isEmpty(found.state)) return { stack, outcome: "unchanged", because: "it is not deployed" };
  const before = jsonDigest(found.state);
  say(`${stack}: preview`);
  let preview: Json;
  try {
    preview = await run.previewDestroy();
  } catch (error) {
    return failed(work, "preview", error, PROTECTED);
  }
  const report = judged([readPulumi(preview, `the preview of ${stack}'s destruction`)], policy);
  const counts = countsOf(preview);
  const record = (outcome: Outcome, after: string | null = null) =>
    recorded(work, {
      outcome,
      report,
      counts,
      digests: { "plan.json": jsonDigest(preview), "state.before": before, "state.after": after },
    });
  if (report.verdict === "refused" && !evenIfRefused) return { stack, outcome: "refused", counts, report, record: await record("refused") };
  for (const name of keptOf(preview)) say(`${stack}: ${name} stays in the cloud, as the stack says`);
  if (work.confirm !== undefined && !(await work.confirm()))
    return { stack, outcome: "not-begun", counts, report, because: "nobody said yes" };
  if (jsonDigest(await run.exported()) !== before)
    return { stack, outcome: "refused", counts, report, because: "somebody changed its state since it was judged: run again" };
  say(`${stack}: destroy`);
  try {
    await run.destroy();
  } catch (error) {
    const what = failed(work, "destroy", error, "What is left is in the state. Mend the cause, and destroy again.");
    return { ...what, counts, report, record: await record(what.outcome) };
  }
  return { stack, outcome: "destroyed", counts, report, record: await record("applied", jsonDigest(await run.exported())) };
}

const PROTECTED =
  "Nothing was changed. What is protected is destroyed only once the stack no longer says prevent_destroy, and is deployed without it.";

interface Destruction {
  readonly steps?: readonly { readonly urn: string; readonly oldState?: { readonly retainOnDelete?: boolean } }[];
}

/** Names of what is forgotten instead of destroyed. */
const keptOf = (preview: Json): readonly string[] =>
  ((preview as Destruction).steps ?? []).flatMap(({ urn, oldState }) =>
    oldState?.retainOnDelete === true ? [urn.split("::").slice(3).join("::")] : [],
  );
