/** One step of a path such as `nodes[].region`. */
export interface Segment {
  readonly name: string;
  /** Written with `[]`: a list of blocks, or the members of a list. */
  readonly list: boolean;
}

/** Paths stand in rules and tables: there are few, and each is taken apart once. */
const segmented = new Map<string, readonly Segment[]>();

export function segmentsOf(path: string): readonly Segment[] {
  let segments = segmented.get(path);
  if (segments === undefined) {
    segments = path.split(".").map((text) => (text.endsWith("[]") ? { name: text.slice(0, -2), list: true } : { name: text, list: false }));
    segmented.set(path, segments);
  }
  return segments;
}

/** The path of what the segments from `index` on would name below `before`. */
export function restOf(segments: readonly Segment[], index: number, before: string): string {
  let path = before;
  for (let at = index; at < segments.length; at++) {
    const { name = "", list = false } = segments[at] ?? {};
    path += `${path === "" ? "" : "."}${name}${list ? "[]" : ""}`;
  }
  return path;
}

/** Whether one of the segments from `index` on may come many times, so that its absence is no value but none at all. */
export function anyList(segments: readonly Segment[], index: number): boolean {
  for (let at = index; at < segments.length; at++) if (segments[at]?.list === true) return true;
  return false;
}
