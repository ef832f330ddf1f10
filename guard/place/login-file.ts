import { posix } from "node:path";
import type { Hearing } from "../hearing/hearing.ts";
import { candidates } from "../subject/decide.ts";
import type { Reading, Subject } from "../subject/infrastructure.ts";

/** Types of `hashicorp/local` that write a file, and by which attributes they are told what. */
const WRITERS = ["local_file", "local_sensitive_file"] as const;
const WHOLE = ["content", "sensitive_content"];
const OTHERWISE = ["content_base64", "source"];

/**
 * The resources whose own login a file is, whole, which a resource of the same code writes: `config_path = local_file.k.filename`. Undefined where
 * the path is not taken from such a resource, where another one may write the same file, or where its content is anything else.
 */
export function loginsIn(hearing: Hearing, paths: readonly Reading[]): readonly string[] | undefined {
  // A plan does not say how what it names is put together.
  if (hearing.infrastructure.view !== "folder" && hearing.infrastructure.view !== "synthesized") return undefined;
  const logins: string[] = [];
  for (const one of paths.flatMap(({ value }) => candidates(value))) {
    if (one.is !== "text" || !one.chain.some(({ at }) => isWriter(hearing, at))) return undefined;
    const writers = WRITERS.flatMap((type) => [...hearing.resourcesOf(type)]).filter((writer) => mayWrite(writer, one.text));
    for (const writer of writers) {
      const found = wholeContent(writer);
      if (found === undefined) return undefined;
      logins.push(...found);
    }
    if (writers.length === 0) return undefined;
  }
  return logins.length > 0 ? logins : undefined;
}

/** A link of a way: `local_file.k.filename`. */
function isWriter(hearing: Hearing, at: string): boolean {
  if (!at.endsWith(".filename")) return false;
  const subjects = hearing.subjectsAt(at.slice(0, -".filename".length));
  return subjects.some(({ kind, type, providerSource }) => kind === "resource" && isOneOf(type) && providerSource === "hashicorp/local");
}

const isOneOf = (type: string): boolean => (WRITERS as readonly string[]).includes(type);

function mayWrite(writer: Subject, path: string): boolean {
  const names = writer.read("filename").flatMap(({ value }) => candidates(value));
  return names.some((one) => one.is !== "text" || posix.normalize(one.text) === posix.normalize(path));
}

function wholeContent(writer: Subject): readonly string[] | undefined {
  const says = (path: string) => (writer.asWritten?.(path) ?? writer.read(path)).flatMap(({ value }) => candidates(value));
  if (OTHERWISE.some((path) => says(path).some((one) => one.is !== "absent"))) return undefined;
  const contents = WHOLE.flatMap(says).filter((one) => one.is !== "absent");
  if (contents.some((one) => one.is !== "unknown" || one.mixed === true || one.refs.length === 0)) return undefined;
  return contents.flatMap((one) => (one.is === "unknown" ? one.refs : []));
}
