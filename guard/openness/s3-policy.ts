import type { DocumentReading } from "../../clouds/contract/index.ts";
import type { Refusal } from "../rule/rule.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { members } from "../values/sets.ts";
import type { Chain } from "../values/value.ts";

/** Statements of a policy document that allow everybody. A document that cannot be read is refused. */
export function openStatements(subject: Subject, { path, remedy: fix }: DocumentReading): readonly Refusal[] {
  return subject.read(path).flatMap(({ path: at, value }) => {
    const { chain } = value;
    if (value.kind === "unknown")
      return [{ verdict: "undecided", because: `what its ${at} allows is not known: ${value.cause}`, fix, path: at, chain }];
    return (members(value) ?? []).flatMap((json) => (json === null || json === "" ? [] : judged(json, at, fix, chain)));
  });
}

function judged(json: Json, path: string, fix: string, chain: Chain): readonly Refusal[] {
  const document = parsedDocument(json);
  if (document === undefined) return [{ verdict: "undecided", because: `its ${path} is no policy document in JSON`, fix, path, chain }];
  return statementsOf(document).flatMap((statement): readonly Refusal[] =>
    allowsEverybody(statement)
      ? [{ because: `a statement of its ${path} allows everybody`, want: "a principal by name", fix, path, chain }]
      : [],
  );
}

type Fields = { readonly [key: string]: Json };

/** A policy document from its text, or as an object; undefined: it is none. */
export function parsedDocument(json: Json): Fields | undefined {
  const document = typeof json === "string" ? parsed(json) : json;
  return isObject(document) ? document : undefined;
}

/** The statements of a document, one or several. */
export function statementsOf(document: Fields): readonly Fields[] {
  const statements = document["Statement"] ?? [];
  return (isList(statements) ? statements : [statements]).filter(isObject);
}

function allowsEverybody(statement: Fields): boolean {
  if (statement["Effect"] !== "Allow") return false;
  // "Everybody but these" is everybody.
  if (Object.hasOwn(statement, "NotPrincipal")) return true;
  const principal = statement["Principal"] ?? null;
  const named = isObject(principal) ? Object.values(principal) : [principal];
  return named.flat().includes("*");
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function isObject(json: Json): json is Fields {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
