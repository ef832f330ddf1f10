import type { Infrastructure, Reading, SourceLine, Subject, Watch } from "../../subject/infrastructure.ts";
import { withoutKeys } from "../plan/address.ts";
import { asWritten, type NotSimulated } from "./not-simulated.ts";

/**
 * A rehearsed plan, held against the code that it is the plan of. The rehearsal makes up what it is not given: a variable without a value, the
 * workspace, what data sources answer. What follows from that by a condition looks known in the plan, and is another thing in another run. Where
 * the code says that a value can be another, the code's word counts, and so does what makes no instance in this plan and may make some in another
 * (decision 305). It reads other stacks' states from files of its own: where they are, only the code says.
 */
export function besidePlan(rehearsed: Infrastructure, written: Infrastructure, notSimulated?: NotSimulated): Infrastructure {
  const planned = notSimulated === undefined ? rehearsed : asWritten(rehearsed, written, notSimulated);
  const byPlain = new Map<string, Subject>();
  for (const subject of written.subjects) if (isMade(subject)) byPlain.set(withoutKeys(subject.address), subject);
  const wrapped = new WeakMap<Subject, Subject>();
  const wrap = (subject: Subject): Subject => {
    const code = isMade(subject) ? (written.find(subject.address) ?? byPlain.get(withoutKeys(subject.address))) : undefined;
    if (code === undefined || code === subject) return subject;
    const known = wrapped.get(subject) ?? new Doubted(subject, code, { types: notSimulated?.types });
    wrapped.set(subject, known);
    return known;
  };
  const seen = new Set([...planned.subjects].filter(isMade).map(({ address }) => withoutKeys(address)));
  const absent = [...byPlain].flatMap(([plain, subject]) =>
    subject.uncounted !== undefined && isOpen(subject) && !seen.has(plain) ? [underOneOf(planned, subject)] : [],
  );
  const { instances, ofType, withId } = planned;
  return {
    ...planned,
    subjects: {
      *[Symbol.iterator]() {
        for (const subject of planned.subjects) yield wrap(subject);
        yield* absent;
      },
    },
    find(address) {
      const found = planned.find(address);
      return found === undefined ? absent.find((one) => one.address === address) : wrap(found);
    },
    ...(instances && { instances: (address) => instances(address).map(wrap) }),
    ...(ofType && { ofType: (type) => [...ofType(type)].map(wrap) }),
    ...(withId && { withId: (id) => withId(id).map(wrap) }),
  };
}

/** A provider block that nobody wrote stands in the plan all the same, and is judged once. */
function underOneOf(planned: Infrastructure, subject: Subject): Subject {
  if (subject.provider !== undefined) return subject;
  const provider = [...planned.subjects].find((one) => one.kind === "provider" && one.providerSource === subject.providerSource);
  return provider === undefined ? subject : new Doubted(subject, subject, { provider });
}

/** The engine's own data source, and nobody's resource. */
const REMOTE_STATE = "terraform_remote_state";

const isMade = ({ kind }: Subject): boolean => kind === "resource" || kind === "data";

/** A subject of the plan, of which the code may say more. */
class Doubted implements Subject {
  readonly #planned: Subject;
  readonly #written: Subject;
  readonly #types: ReadonlySet<string> | undefined;
  readonly kind: Subject["kind"];
  readonly type: string;
  readonly providerSource?: string;
  readonly providerHost?: string;
  readonly provider?: Subject;
  readonly leaves?: NonNullable<Subject["leaves"]>;

  constructor(
    planned: Subject,
    written: Subject,
    more: { readonly provider?: Subject; readonly types?: NotSimulated["types"] | undefined },
  ) {
    const { provider = planned.provider } = more;
    this.#planned = planned;
    this.#written = written;
    this.#types = more.types;
    this.kind = planned.kind;
    this.type = planned.type;
    if (planned.providerSource !== undefined) this.providerSource = planned.providerSource;
    if (planned.providerHost !== undefined) this.providerHost = planned.providerHost;
    if (provider !== undefined) this.provider = provider;
    if (planned.leaves !== undefined) this.leaves = planned.leaves;
  }

  get address(): string {
    return this.#planned.address;
  }

  /** That this plan has some of it says nothing of another. */
  get uncounted(): readonly string[] | undefined {
    return isOpen(this.#written) ? this.#written.uncounted : undefined;
  }

  /** Only the code remembers which construct made it, and in which line. */
  get constructPath(): string | undefined {
    return this.#written.constructPath ?? this.#planned.constructPath;
  }

  get source(): SourceLine | undefined {
    return this.#written.source ?? this.#planned.source;
  }

  /** Instances of one block are read from the same code: they are alike where the plan has them so. */
  alike(attributes: readonly string[], inModule: boolean): string | undefined {
    const planned = this.#planned.alike?.(attributes, inModule);
    return planned === undefined ? undefined : `${planned}\n${numberOf(this.#written)}`;
  }

  /** Of a value that is not known yet, the code tells of which instance it is, where a plan names the whole resource. */
  read(path: string): readonly Reading[] {
    const written = this.#written.read(path);
    if (this.type === REMOTE_STATE || this.#isNotSimulated(path)) return written;
    const planned = this.#planned.read(path);
    if (planned.length > 0 && planned.every(({ value }) => value.kind === "unknown"))
      return (this.#isSame && pointsAt(written).length > 0) || isNull(written) ? written : planned;
    return written.some(isUnsettled) && isOpen(this.#written, path) ? written : planned;
  }

  asWritten(path: string): readonly Reading[] {
    return this.#written.read(path);
  }

  /** Something of which the plan knows nothing may have a part in it. */
  #isNotSimulated(path: string): boolean {
    return this.#types !== undefined && (this.#written.reaches?.(this.#types, path) ?? true);
  }

  references(path: string): readonly string[] {
    const written = this.#isSame ? pointsAt(this.#written.read(path)) : [];
    return written.length > 0 || this.#isNotSimulated(path) ? written : (this.#planned.references?.(path) ?? []);
  }

  /** Instances are told apart by keys that the code may not know. */
  get #isSame(): boolean {
    return this.#written.address === this.#planned.address;
  }

  written(path: string): boolean {
    return this.#planned.written?.(path) ?? false;
  }

  watched(watch: Watch | undefined): void {
    this.#planned.watched?.(watch);
  }
}

/** A plan does not tell a null from what only the engine will know: the provider chooses where the code says null, and where it says nothing. */
const isNull = (written: readonly Reading[]): boolean => written.length > 0 && written.every(({ value }) => value.kind === "absent");

/** Resources of which attributes, and nothing else, make up what is read. */
function pointsAt(readings: readonly Reading[]): readonly string[] {
  const refs = readings.map(({ value }) => (value.kind === "unknown" ? value.refs : []));
  return refs.every((some) => some.length > 0) ? refs.flat() : [];
}

const numbers = new WeakMap<Subject, number>();
let latest = 0;

/** A number that only this subject has. */
function numberOf(subject: Subject): number {
  const known = numbers.get(subject) ?? ++latest;
  numbers.set(subject, known);
  return known;
}

/** What is not followed, and yet depends on nothing but the code, is in every run what it is in this one. */
const isOpen = (written: Subject, path?: string): boolean => written.open?.(path) ?? true;

/** What a `dynamic` block may make is absent where it makes none. */
const isUnsettled = ({ value }: Reading): boolean => value.kind !== "known";
