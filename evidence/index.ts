/** `terroir/evidence`: reports for people and machines. One file per form in `formats/`; each takes a report and gives text. */
import type { Report } from "../guard/index.ts";
import { github } from "./formats/github.ts";
import { json } from "./formats/json.ts";
import { markdown } from "./formats/markdown.ts";
import { sarif } from "./formats/sarif.ts";
import { text } from "./formats/text.ts";

export { github } from "./formats/github.ts";
export { json } from "./formats/json.ts";
export { markdown } from "./formats/markdown.ts";
export { sarif } from "./formats/sarif.ts";
export { type TextOptions, text } from "./formats/text.ts";
export {
  type RegisteredContract,
  type RegisterOfInformation,
  type RegisterOptions,
  registerCsv,
  registerOfInformation,
} from "./register.ts";

/** Every form of a report, by the name that the command knows it by. */
export const formats = { text: (report: Report) => text(report), json, sarif, github, markdown } as const;

/** Name of a form of a report, as `terroir check --format` takes it. */
export type Format = keyof typeof formats;
