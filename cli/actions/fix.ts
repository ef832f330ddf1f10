import { relative } from "node:path";
import type { Format } from "../../evidence/index.ts";
import type { Report } from "../../guard/index.ts";
import type { Exit } from "../exit.ts";
import { type Fixes, fixesFor } from "../fix/index.ts";
import { patchOf } from "../fix/patch.ts";
import { leftText } from "../fix/text.ts";
import { write } from "../fix/write.ts";
import { print } from "../io/print.ts";
import { printReport } from "../io/report.ts";

export interface FixOptions {
  readonly format: Format;
  /** Print the patch, and write nothing. */
  readonly dryRun: boolean;
  /** Reads and judges everything once more. */
  readonly again: () => Promise<Report>;
}

/** Changes the code where a remedy is mechanical and its place certain, and judges what came of it. */
export async function fix(report: Report, { format, dryRun, again }: FixOptions): Promise<Exit> {
  const fixes = fixesFor(report);
  return dryRun ? await printed(report, fixes, format) : await made(report, fixes, format, again);
}

/** The patch is the result, so that it goes through a pipe; in another form than text the report is. */
async function printed(report: Report, fixes: Fixes, format: Format): Promise<Exit> {
  const patch = patchOf(fixes);
  if (format === "text") {
    await printReport(report, format, process.stderr);
    if (patch !== "") print(patch);
  } else {
    await printReport(report, format);
    process.stderr.write(patch);
  }
  say(leftText(report, fixes));
  say(patch === "" ? "Nothing to change by a program.\n" : `${answered(fixes)} would be answered; nothing was written.\n`);
  return exitOf(report);
}

async function made(report: Report, fixes: Fixes, format: Format, again: () => Promise<Report>): Promise<Exit> {
  const files = fixes.code.flatMap((one) => one.changed());
  if (files.length === 0) {
    await printReport(report, format);
    say(`${leftText(report, fixes)}Nothing was changed.\n`);
    return exitOf(report);
  }
  const restore = write(fixes);
  let after: Report;
  try {
    after = await again();
  } catch (error) {
    restore();
    say("The changed code could not be judged, so everything was put back.\n");
    throw error;
  }
  const worse = newlyRefused(report, after);
  if (worse.length > 0) {
    restore();
    await printReport(report, format);
    say(`The changes would have refused ${worse.join(", ")}, so everything was put back.\n`);
    return exitOf(report);
  }
  await printReport(after, format);
  say(
    `${leftText(after, fixes)}${answered(fixes)} answered in ${files.map(({ file }) => relative("", file)).join(", ")}, and judged again.\n`,
  );
  return exitOf(after);
}

const say = (text: string): void => void process.stderr.write(text);
const exitOf = ({ verdict }: Report): Exit => (verdict === "refused" ? 1 : 0);

function answered({ made: findings }: Fixes): string {
  return `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
}

function newlyRefused(before: Report, after: Report): readonly string[] {
  const refused = ({ resources }: Report): ReadonlySet<string> =>
    new Set(resources.filter(({ verdict }) => verdict === "outside" || verdict === "undecided").map(({ address }) => address));
  const known = refused(before);
  return [...refused(after)].filter((address) => !known.has(address));
}
