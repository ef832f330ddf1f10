import { isAbsolute, relative } from "node:path";
import type { IConstruct } from "constructs";
import type { SourceLine } from "../guard/index.ts";
import { sourceOf } from "./trace.ts";

/** Finds the user's line behind a construct path, for findings only: nothing is formatted before it is asked for. */
export function sourcesIn(root: IConstruct): (constructPath: string) => SourceLine | undefined {
  return (constructPath) => {
    let node: IConstruct | undefined = root;
    for (const id of constructPath.split("/")) node = node?.node.tryFindChild(id);
    return node === undefined ? undefined : lineBehind(node);
  };
}

/** The user's line that made a construct, its file as seen from the project: reports are read on other machines. */
export function lineBehind(made: IConstruct): SourceLine | undefined {
  const line = sourceOf(made);
  if (line === undefined) return undefined;
  const file = relative(process.cwd(), line.file);
  return file.startsWith("..") || isAbsolute(file) ? line : { ...line, file: file.replaceAll("\\", "/") };
}
