import type { AssessedControl, Assessment, ControlStatus } from "../../guard/index.ts";

type Marks = Readonly<Record<"error" | "strong" | "dim", (text: string) => string>>;

/** How a status reads in a table. */
export const STATUS_WORDS: Readonly<Record<ControlStatus, string>> = {
  proved: "proved",
  claimed: "claimed",
  contradicted: "contradicted",
  "needs-document": "needs a document",
  "not-shown": "not shown",
};

const WIDTH = Math.max(...Object.values(STATUS_WORDS).map(({ length }) => length));
const MOST = 3;

/** A profile's table for people: each control with what became of it and why, then the sentence to read alone. */
export function profileText(assessment: Assessment, { error, strong, dim }: Marks): string {
  const { profile, title, version, date, status, controls, summary, statement, score } = assessment;
  const width = Math.max(...controls.map(({ id }) => id.length));
  const lines = controls.flatMap((control) => {
    const word = STATUS_WORDS[control.status].padEnd(WIDTH);
    const marked = control.status === "contradicted" ? error(word) : word;
    return [
      `  ${marked}  ${control.id.padEnd(width)}  ${control.asks}`,
      ...why(control).map((line) => dim(`  ${"".padEnd(WIDTH)}  ${line}`)),
    ];
  });
  const counts = (Object.keys(STATUS_WORDS) as ControlStatus[])
    .filter((one) => summary[one] > 0)
    .map((one) => `${summary[one]} ${STATUS_WORDS[one]}`)
    .join(" · ");
  return [
    strong(`profile ${profile} — ${title} ${version} (${status}, ${date})`),
    ...lines,
    `  ${counts}`,
    ...(score === undefined ? [] : [`  ${scoreText(score)}`]),
    `  ${strong(statement)}`,
  ].join("\n");
}

/** What a person has to know beyond the status. */
function why({ status, code, because, addresses, documents }: AssessedControl): readonly string[] {
  if (status === "proved") return [];
  const where = addresses.length === 0 ? "" : ` At ${addresses.slice(0, MOST).join(", ")}${addresses.length > MOST ? ", …" : ""}.`;
  const shown = code === null ? [] : [`${status === "needs-document" ? `by code ${STATUS_WORDS[code]}: ` : ""}${because}${where}`];
  return [...shown, ...documents.map((document) => `document: ${document}`)];
}

/** A partial score says that it is partial. */
export function scoreText({ assessed, of, ceiling }: NonNullable<Assessment["score"]>): string {
  const limit =
    ceiling === null
      ? "Nothing here says which level is reached."
      : `${ceiling.control} is contradicted, so that ${ceiling.level} is the most that can be reached.`;
  return `Code can speak to ${assessed} of ${of} points of weight. ${limit}`;
}
