import type { Format } from "../../evidence/index.ts";
import type { Report } from "../../guard/index.ts";

/** One form each, loaded alone: a check is over before the others would be. */
const FORMS: Readonly<Record<Format, (stream: NodeJS.WriteStream) => Promise<(report: Report) => string | Iterable<string>>>> = {
  text: async (stream) => {
    const { text } = await import("../../evidence/formats/text.ts");
    const options = stream.isTTY === true ? (await import("./colour.ts")).marks(stream) : {};
    return (report) => text(report, options);
  },
  json: async () => (await import("../../evidence/formats/json.ts")).jsonPieces,
  sarif: async () => (await import("../../evidence/formats/sarif.ts")).sarif,
  github: async () => (await import("../../evidence/formats/github.ts")).github,
  markdown: async () => (await import("../../evidence/formats/markdown.ts")).markdown,
};

export async function printReport(report: Report, format: Format, stream: NodeJS.WriteStream = process.stdout): Promise<void> {
  const form = await FORMS[format](stream);
  const printed = form(report);
  if (typeof printed === "string") stream.write(printed.endsWith("\n") ? printed : `${printed}\n`);
  else for (const piece of printed) stream.write(piece);
}
