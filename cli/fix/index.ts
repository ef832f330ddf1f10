/**
 * What `terroir check --fix` does: the changes that findings ask for, made in the text of the code where they are mechanical and their place is
 * certain. Everything else stays for a person, with the reason.
 */
import { cloudFactsBySource } from "../../clouds/facts.ts";
import { type BlockSchema, loadSchema, schemaNames } from "../../clouds/schema/index.ts";
import type { Finding, Json, Report } from "../../guard/index.ts";
import { bodyOf } from "../../guard/views/folder/body.ts";
import { Unreadable } from "../../guard/views/folder/hcl-cursor.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { Code } from "../code/code.ts";
import { segmentsOf } from "../code/path.ts";
import { changeOf } from "./change.ts";
import { differences } from "./differences.ts";

/** What could be changed, and what not. */
export interface Fixes {
  readonly code: readonly Code[];
  /** Findings whose change was made. */
  readonly made: readonly Finding[];
  /** Findings that a program could change, but not here, each with the reason. */
  readonly left: readonly { readonly finding: Finding; readonly because: string }[];
}

/** Makes every certain change in memory; nothing is written. */
export function fixesFor(report: Report): Fixes {
  const folders = new Map(report.views.filter(({ view }) => view === "folder").map(({ origin }) => [origin, new Code(origin)] as const));
  const providers = new Map(report.resources.map(({ address, provider }) => [address, provider]));
  const made: Finding[] = [];
  const left: { finding: Finding; because: string }[] = [];
  for (const findings of alike(report.findings)) {
    const because = fix(findings, folders.get(findings[0].origin), schemaOf(findings[0], providers));
    if (because === undefined) made.push(...findings);
    else left.push(...findings.map((finding) => ({ finding, because })));
  }
  return { code: [...folders.values()], made, left };
}

/** Why nothing is changed in a synthesized document, a plan, a state. */
export const NOT_HERE = "what makes it is not code that can be changed here";

type Alike = readonly [Finding, ...Finding[]];

/** Findings that one place in the code answers: those of all instances of one resource, at one attribute. */
function alike(findings: readonly Finding[]): Iterable<Alike> {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    if (finding.edit === undefined || (finding.verdict !== "outside" && finding.verdict !== "undecided")) continue;
    const key = `${finding.origin}\n${withoutKeys(finding.address)}\n${finding.edit.path}`;
    const present = groups.get(key);
    if (present === undefined) groups.set(key, [finding]);
    else present.push(finding);
  }
  return groups.values();
}

/** Makes one change; gives the reason where it did not. */
function fix(findings: Alike, code: Code | undefined, schema: BlockSchema | undefined): string | undefined {
  const [{ address, edit }] = findings;
  if (edit === undefined) return "it asks for no change";
  if (code === undefined) return NOT_HERE;
  if (findings.some((other) => JSON.stringify(other.edit?.value) !== JSON.stringify(edit.value)))
    return `rules ask for different values of ${edit.path}`;
  const written = code.find(address);
  if ("because" in written) return written.because;
  const segments = segmentsOf(edit.path);
  if (segments === undefined) return `${edit.path} is no attribute that is written by itself`;
  const before = code.text(written.file);
  const change = changeOf({ text: before, body: written.block.body, kind: "block", schema }, segments, edit.value);
  if ("because" in change) return change.because;
  const after = before.slice(0, change.from) + change.text + before.slice(change.to);
  if (!changesOneThing(before, after)) return `how ${edit.path} is written here cannot be changed without touching more`;
  code.change(written.file, after);
  return undefined;
}

/** Read again, the text must say one thing otherwise, and only one. */
function changesOneThing(before: string, after: string): boolean {
  try {
    return differences(bodyOf(before) as Json, bodyOf(after) as Json) === 1;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function schemaOf({ address }: Finding, providers: ReadonlyMap<string, string | null>): BlockSchema | undefined {
  const type = withoutKeys(address).split(".").at(-2) ?? "";
  const cloud = cloudFactsBySource(providers.get(address) ?? "")?.cloud;
  return cloud === undefined || !schemaNames().includes(cloud) ? undefined : loadSchema(cloud).resource(type)?.block;
}
