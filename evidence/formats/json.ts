import type { Report } from "../../guard/index.ts";

/** For programs: the report as it is, keys in a fixed order, so that equal reports are equal byte for byte. */
export const json = (report: Report): string => [...jsonPieces(report)].join("");

/** The same piece by piece: the report of a very large plan is longer than one text may be. */
export function* jsonPieces(report: Report): Generator<string> {
  const { verdict, summary, policy, asOf, rules, notApplied, accepted, profiles, resources, findings, views } = report;
  const known = { verdict, summary, policy, asOf, rules, notApplied, accepted, profiles };
  yield `{\n${Object.entries(known)
    .map(([key, value]) => (value === undefined ? "" : member(key, indented(value))))
    .join("")}`;
  yield* list("resources", resources, (resource) => resource);
  yield* list("findings", findings, safe);
  yield `  "views": ${indented(views)}\n}\n`;
}

const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll("\n", "\n  ");
const member = (key: string, text: string): string => `  ${JSON.stringify(key)}: ${text},\n`;

const AT_ONCE = 1000;

function* list<T>(key: string, items: readonly T[], print: (item: T) => unknown): Generator<string> {
  if (items.length === 0) {
    yield member(key, "[]");
    return;
  }
  yield `  ${JSON.stringify(key)}: [`;
  // A line each: with every member on its own the report of a large plan is twice as long, and writing it takes a quarter of the whole check.
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const lines = items.slice(from, from + AT_ONCE).map((item) => `\n    ${JSON.stringify(print(item))}`);
    yield `${from === 0 ? "" : ","}${lines.join(",")}`;
  }
  yield "\n  ],\n";
}

/** What came through something sensitive is named, never shown. */
function safe(finding: Report["findings"][number]): Report["findings"][number] {
  return {
    ...finding,
    chain: finding.chain.map(({ at, text, sensitive }) => (sensitive ? { at, sensitive } : text === undefined ? { at } : { at, text })),
  };
}
