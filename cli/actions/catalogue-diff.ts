import { InputError } from "../../catalogue/errors.ts";
import { today } from "../../catalogue/index.ts";
import { defaultKnowledge } from "../../guard/hearing/default-knowledge.ts";
import { underProfiles } from "../../guard/policy/under.ts";
import { type Change, changesBetween } from "../catalogue/changes.ts";
import { snapshotFrom, snapshotOn } from "../catalogue/snapshot.ts";
import { type Shaken, shakenBy, storedReport } from "../catalogue/verdicts.ts";
import { dayFrom } from "../day.ts";
import type { Exit } from "../exit.ts";
import { print, printJson } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";

export interface DiffOptions {
  readonly since?: string;
  readonly verdicts?: readonly string[];
  readonly policy?: string;
  readonly json?: boolean;
}

export function exportCatalogue({ asOf }: { readonly asOf?: string }): Exit {
  printJson(snapshotOn(asOf === undefined ? today() : dayFrom(asOf, "--as-of")));
  return 0;
}

/** Ends with 1 when a stored verdict would change, or has to be asked again. */
export async function diffCatalogue(old: string | undefined, now: string | undefined, options: DiffOptions): Promise<Exit> {
  if ((old === undefined) === (options.since === undefined))
    throw new InputError(
      "Say what to compare with: `terroir catalogue diff --since 2026-01-01`, or `terroir catalogue diff old.json` with what `terroir catalogue export` wrote.",
    );
  const before = options.since === undefined ? snapshotFrom(old ?? "") : snapshotOn(dayFrom(options.since, "--since"));
  const after = now === undefined ? snapshotOn(today()) : snapshotFrom(now);
  const changes = changesBetween(before, after);
  const policy = underProfiles(await policyFor(options.policy), after.day, defaultKnowledge);
  const shaken = (options.verdicts ?? []).flatMap((file) => shakenBy(before, after, policy, file, storedReport(file)));
  if (options.json) printJson({ from: before.day, to: after.day, changes, verdicts: shaken });
  else print(text(before.day, after.day, changes, shaken, options.verdicts));
  return shaken.length > 0 ? 1 : 0;
}

const shown = (said: string | null): string => (said === null ? "nothing" : said);

function text(
  from: string,
  to: string,
  changes: readonly Change[],
  shaken: readonly Shaken[],
  files: readonly string[] | undefined,
): string {
  const listed = changes.map(({ kind, id, was, is }) =>
    kind === "type"
      ? `type ${id}: ${was === null ? "is known now" : is === null ? "is not known any more" : "is placed by another fact"}`
      : `${kind} ${id}\n  was ${shown(was)}\n  is  ${shown(is)}`,
  );
  const verdicts = shaken.map(({ file, address, was, would, because }) =>
    would === "judge-again"
      ? `${file}: ${address} was ${was}: judge it again, ${because}`
      : `${file}: ${address} was ${was} and would be ${would}: ${because}`,
  );
  return [
    `The catalogue from ${from} to ${to}: ${changes.length === 0 ? "nothing changed." : `${changes.length} facts changed.`}`,
    ...listed,
    ...(files === undefined ? [] : [verdicts.length === 0 ? "No stored verdict would change." : verdicts.join("\n")]),
  ].join("\n\n");
}
