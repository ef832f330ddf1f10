import type { IConstruct } from "constructs";
import type { SourceLine } from "../guard/index.ts";
import { sourceOf } from "./trace.ts";

/** Finds the user's line behind a construct path, for findings only: nothing is formatted before it is asked for. */
export function sourcesIn(root: IConstruct): (constructPath: string) => SourceLine | undefined {
  return (constructPath) => {
    let node: IConstruct | undefined = root;
    for (const id of constructPath.split("/")) node = node?.node.tryFindChild(id);
    return node === undefined ? undefined : sourceOf(node);
  };
}
