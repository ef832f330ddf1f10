import type { Assessment, Finding, Report } from "../../guard/index.ts";
import { closing, headline, refusals, unseen, waived } from "../report.ts";

/** Workflow commands of GitHub, Forgejo and Gitea Actions: one annotation a line. */
export function github(report: Report): string {
  const lines = [
    ...refusals(report).map((finding) => command("error", finding)),
    ...waived(report).map((finding) => command("warning", finding)),
    ...unseen(report).map((what) => `::notice::${data(`not seen: ${what}`)}`),
    ...report.profiles.flatMap(profileLines),
    data(closing(report)),
  ];
  return `${lines.join("\n")}\n`;
}

/** One notice a profile, and a warning for each control that something here contradicts. */
function profileLines({ profile, controls, statement }: Assessment): readonly string[] {
  const against = controls.filter(({ status }) => status === "contradicted");
  return [
    ...against.map(({ id, because }) => `::warning title=${property(`${profile} ${id}`)}::${data(`contradicted: ${because}`)}`),
    `::notice title=${property(profile)}::${data(statement)}`,
  ];
}

function command(level: "error" | "warning", finding: Finding): string {
  const { rule, source, remedy, waiver } = finding;
  const where =
    source === null
      ? []
      : [`file=${property(source.file)}`, `line=${source.line}`, ...(source.column === undefined ? [] : [`col=${source.column}`])];
  const fix = waiver === undefined ? remedy : `waived until ${waiver.until}: ${waiver.reason}`;
  return `::${level} ${[...where, `title=${property(rule)}`].join(",")}::${data(`${headline(finding)}${fix === "" ? "" : `\n${fix}`}`)}`;
}

/** A line break or a double colon in a value would end the command and could begin another. */
const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
