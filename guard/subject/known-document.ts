import type { KnownDocument } from "../../clouds/contract/index.ts";
import type { Subject } from "./infrastructure.ts";

/** Whether an attribute holds nothing but a document of a kind that is known: every text that it can be is one, and none has a member beyond. */
export function isKnownDocument(subject: Subject, { path, is, members }: KnownDocument): boolean {
  const values = subject.read(path);
  return (
    values.length > 0 &&
    values.every(({ value }) => value.kind === "known" && typeof value.value === "string" && isOne(value.value, is, new Set(members)))
  );
}

function isOne(text: string, is: KnownDocument["is"], members: ReadonlySet<string>): boolean {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return false;
  }
  if (!isObject(document)) return false;
  const object = document;
  // A member that is there twice is read once here and, by some readers, the other time there.
  if (JSON.stringify(object) !== text) return false;
  return (
    Object.entries(is).every(([name, wanted]) => Object.hasOwn(object, name) && object[name] === wanted) && within(object, "", members)
  );
}

function within(object: Readonly<Record<string, unknown>>, at: string, members: ReadonlySet<string>): boolean {
  return Object.entries(object).every(([name, value]) => {
    const path = `${at}${name}`;
    if (members.has(path)) return !isObject(value);
    return isObject(value) && Object.keys(value).length > 0 && within(value, `${path}.`, members);
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
