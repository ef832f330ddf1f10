import type { Format } from "../../evidence/index.ts";
import type { Report } from "../../guard/index.ts";
import { print } from "./print.ts";

/** One form each, loaded alone: a check is over before the others would be. */
const FORMS: Readonly<Record<Format, () => Promise<(report: Report) => string | Iterable<string>>>> = {
  text: async () => {
    const [{ text }, { marks }] = await Promise.all([import("../../evidence/formats/text.ts"), import("./colour.ts")]);
    return (report) => text(report, marks(process.stdout));
  },
  json: async () => (await import("../../evidence/formats/json.ts")).jsonPieces,
  sarif: async () => (await import("../../evidence/formats/sarif.ts")).sarif,
  github: async () => (await import("../../evidence/formats/github.ts")).github,
  markdown: async () => (await import("../../evidence/formats/markdown.ts")).markdown,
};

export async function printReport(report: Report, format: Format): Promise<void> {
  const form = await FORMS[format]();
  const printed = form(report);
  if (typeof printed === "string") print(printed);
  else for (const piece of printed) process.stdout.write(piece);
}
