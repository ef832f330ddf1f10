/** One step of a path: `versioning[0].enabled` has two. */
export interface Segment {
  readonly name: string;
  /** Which of several, where the path says it. */
  readonly index?: number;
}

/** Undefined: the path has a step that no code is written under, the key of a map. */
export function segmentsOf(path: string): readonly Segment[] | undefined {
  const segments: Segment[] = [];
  for (const part of path.split(".")) {
    const [, name, index] = /^([A-Za-z_][\w-]*)(?:\[(\d*)\])?$/.exec(part) ?? [];
    if (name === undefined) return undefined;
    segments.push(index === undefined || index === "" ? { name } : { name, index: Number(index) });
  }
  return segments;
}
