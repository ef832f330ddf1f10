/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = `${number}-${number}-${number}`;

/** Where a fact comes from, and when somebody last looked. Every fact in the catalogue and in `clouds/` carries one. */
export interface Sourced {
  /** A page address, or a repository and a path in it. Where nobody read it: what the fact rests on, and the address at which it can be read. */
  readonly source: string;
  /** The day on which the source was read; where nobody read it, the day on which the fact was written down. */
  readonly seen: IsoDate;
  /**
   * False: taken from a list, not read at the source. Such a claim about a company may only speak against it, never for it.
   * @default true
   */
  readonly verified?: false;
}

/** What a fact rests on that is generally known and that nobody has read at the source yet. */
export function unread(address: string, seen: IsoDate): Sourced {
  return { source: `generally known; to be read at ${address}`, seen, verified: false };
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
