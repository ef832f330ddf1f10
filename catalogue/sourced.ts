/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = `${number}-${number}-${number}`;

/** Where a fact comes from, and when somebody last looked. Every fact in the catalogue and in `clouds/` carries one. */
export interface Sourced {
  /** A page address, or a repository and a path in it. */
  readonly source: string;
  /** The day on which the source was read. */
  readonly seen: IsoDate;
}

/** A fact that holds for a time: an acquisition or a closure is a new entry, never an edit, so that an old plan can be judged as of its day. */
export interface Dated {
  /** First day on which it holds; absent: since before the catalogue began. */
  readonly from?: IsoDate;
  /** Last day on which it holds; absent: still. */
  readonly to?: IsoDate;
}

/** Whether a dated fact holds on a day. ISO dates compare as text. */
export function holdsOn(fact: Dated, day: IsoDate): boolean {
  return (fact.from === undefined || fact.from <= day) && (fact.to === undefined || day <= fact.to);
}
