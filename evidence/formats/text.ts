import type { Finding, Report } from "../../guard/index.ts";
import { closing, headline, lineOf, notes, refusals, unseen, waived, whyOf } from "../report.ts";
import { profileText } from "./profile-text.ts";

/** How a terminal may mark words. Each takes a text and gives it marked; without any the report reads the same. */
export interface TextOptions {
  /** Marks what is refused. @default not at all */
  readonly error?: (text: string) => string;
  /** Marks what sums it up. @default not at all */
  readonly strong?: (text: string) => string;
  /** Marks what few need. @default not at all */
  readonly dim?: (text: string) => string;
  /** Show every note as well: what is accepted, and for which reason. @default false */
  readonly notes?: boolean;
}

const plain = (text: string): string => text;

/** For people: what, where, what was found, what is wanted, why, what to do, where to read more. Complete without colour. */
export function text(report: Report, options: TextOptions = {}): string {
  const { error = plain, strong = plain, dim = plain } = options;
  const blocks = [...alike(refusals(report))].flatMap((findings) => told(findings, { error, strong, dim, asked: askedBy(report) }));
  const excepted = waived(report).map((finding) => `waived ${finding.rule} — ${headline(finding)} (${exception(finding)})`);
  const said = options.notes === true ? notes(report).map((finding) => dim(`note ${finding.rule} — ${headline(finding)}`)) : [];
  const blind = unseen(report).map((what) => dim(`not seen: ${what}`));
  const paragraphs = [
    ...blocks,
    ...(excepted.length > 0 ? [excepted.join("\n")] : []),
    ...(said.length > 0 ? [said.join("\n")] : []),
    ...(blind.length > 0 ? [blind.join("\n")] : []),
    ...report.profiles.map((one) => profileText(one, { error, strong, dim })),
  ];
  return `${[...paragraphs, strong(closing(report))].join("\n\n")}\n`;
}

/** So many of one kind are told in full; of the others it says where they are. */
const IN_FULL = 3;

/** Findings of which only the address differs, in the order of the first of each kind. */
function alike(findings: readonly Finding[]): Iterable<readonly Finding[]> {
  const kinds: Finding[][] = [];
  // By message first, the longest part: of a hundred thousand findings few say something of their own.
  const byMessage = new Map<string, Map<string, Finding[]>>();
  for (const finding of findings) {
    const { rule, verdict, path, value, message, remedy } = finding;
    const near = byMessage.get(message) ?? new Map<string, Finding[]>();
    if (near.size === 0) byMessage.set(message, near);
    const kind = `${rule}\n${verdict}\n${path}\n${value}\n${remedy}`;
    const present = near.get(kind);
    if (present !== undefined) {
      present.push(finding);
      continue;
    }
    const first = [finding];
    near.set(kind, first);
    kinds.push(first);
  }
  return kinds;
}

function told(findings: readonly Finding[], marks: Marks): readonly string[] {
  const blocks = findings.slice(0, IN_FULL).map((finding) => block(finding, marks));
  const [first, ...others] = findings.slice(IN_FULL);
  if (first === undefined) return blocks;
  if (others.length === 0) return [...blocks, block(first, marks)];
  const { rule, verdict, message } = first;
  const count = grouped(findings.length - IN_FULL);
  const heading = `${marks.error(`${verdict} ${rule}`)} — ${marks.strong(`${count} more: ${message}`)}`;
  return [...blocks, [heading, ...[first, ...others].map(({ address }) => `  ${address}`)].join("\n")];
}

/** Thousands apart. `toLocaleString` loads the tables of every language first, which takes longer than the rest of the report. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");

type Marks = Required<Omit<TextOptions, "notes">> & { readonly asked: (rule: string) => string };

/** Controls of the profiles that a refused rule serves: without it nobody would know why their policy asks for it. */
const askedBy =
  ({ profiles }: Report) =>
  (rule: string): string =>
    profiles
      .flatMap(({ controls, profile }) => {
        const served = controls.filter((one) => one.rules.includes(rule)).map(({ id }) => id);
        return served.length === 0 ? [] : [`${served.join(", ")} of the profile ${profile}`];
      })
      .join("; ");

function block(finding: Finding, { error, strong, dim, asked }: Marks): string {
  const { rule, verdict, value, path, want, remedy, constructPath, address } = finding;
  const where = [constructPath === null ? undefined : constructPath, address, declared(finding)]
    .filter((part) => part !== undefined)
    .join(" · ");
  const rows: readonly (readonly [string, string])[] = [
    ["got", gotOf(value, path)],
    ["way", chainOf(finding)],
    ["want", want],
    ["why", whyOf(rule) ?? ""],
    ["for", asked(rule)],
    ["fix", remedy],
    [
      "else",
      rule === "policy/waiver" ? "" : `waive("${rule}", { address, ${value === null ? "" : "value, "}reason, owner, approver, until })`,
    ],
    ["more", rule === "policy/waiver" ? "" : `terroir explain ${rule}`],
  ];
  return [
    `${error(`${verdict} ${rule}`)} — ${strong(headline(finding))}`,
    `  ${dim(where)}`,
    ...rows.filter(([, said]) => said !== "").map(([name, said]) => `  ${name.padEnd(5)}${said}`),
  ].join("\n");
}

function declared(finding: Finding): string | undefined {
  const line = lineOf(finding);
  return line === undefined ? (finding.origin === "" ? undefined : `in ${finding.origin}`) : `declared at ${line}`;
}

function gotOf(value: string | null, path: string): string {
  if (value === null) return path;
  return path === "" ? value : `${path} = ${value}`;
}

/** The way by which the value came, when it came by more than one step. */
function chainOf({ chain }: Finding): string {
  if (chain.length < 2) return "";
  return chain.map(({ at, text: found, sensitive }) => (found === undefined || sensitive ? at : `${at} (${found})`)).join(" ← ");
}

function exception({ waiver }: Finding): string {
  return waiver === undefined ? "" : `${waiver.reason}; owner ${waiver.owner}, approved by ${waiver.approver}, until ${waiver.until}`;
}
