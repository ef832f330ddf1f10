/** Trouble on demand: what clouds do on a bad day, so that a program's behaviour on that day can be seen before it comes. */
export interface Fault {
  /** The moment at which it strikes. */
  readonly on: "create" | "update" | "delete" | "read" | "data";
  /** Resource type or data source; `*` stands for any text. @default any */
  readonly type?: string;
  /**
   * Address as the plan names it, `module.net.ovh_cloud_project_kube.k[0]`; `*` stands for any text. The engine never tells a provider an
   * address: a resource is known by its planned values, so that two resources with identical configurations are not told apart.
   * @default any
   */
  readonly address?: string;
  /**
   * `quota`: the account may have no more. `out-of-stock`: the region has none left. `unavailable`: the cloud's interface does not answer.
   * `conflict`: something else is under way. `half-created`: it exists, but not whole, and the engine must replace it. `slow`: it works, later.
   */
  readonly kind: FaultKind;
  /** How many matching calls pass before it strikes. @default 0 */
  readonly after?: number;
  /** How many calls it strikes. @default every one */
  readonly times?: number;
  /** Milliseconds that a `slow` call waits; other kinds fail after this time. @default 1000 for `slow`, 0 for others */
  readonly delay?: number;
}

export type FaultKind = "quota" | "out-of-stock" | "unavailable" | "conflict" | "half-created" | "slow";

export interface Moment {
  readonly on: Fault["on"];
  readonly type: string;
  /** Whether these are the values that the plan gave to an address. */
  readonly is: (address: string) => boolean;
  /** Where it happens, for the message; null when nothing says it. */
  readonly region: string | null;
}

/** What strikes now. */
export interface Strike {
  readonly kind: FaultKind;
  readonly delay: number;
  /** What the cloud says; null: nothing, it only takes longer. */
  readonly says: string | null;
}

const KINDS: Readonly<Record<FaultKind, (m: Moment) => string | null>> = {
  quota: (m) => `Quota exceeded: the project may have no more of ${m.type}${at(m)}.`,
  "out-of-stock": (m) => `Out of stock: no capacity for ${m.type} is left${at(m)}.`,
  unavailable: () => "503 Service Unavailable: the cloud's interface does not answer.",
  conflict: (m) => `409 Conflict: another operation on this ${m.type} is under way.`,
  "half-created": (m) => `${m.type} was ordered but did not become ready in time.`,
  slow: () => null,
};

const at = (m: Moment): string => (m.region === null ? "" : ` in ${m.region}`);

/** Faults waiting to strike, with what has passed so far. */
export class Faults {
  readonly #faults: readonly {
    readonly fault: Fault;
    readonly type: RegExp;
    readonly address: RegExp | null;
    seen: number;
    struck: number;
  }[];
  readonly #struck: string[] = [];

  constructor(faults: readonly Fault[] = []) {
    for (const f of faults) checkFault(f);
    this.#faults = faults.map((fault) => ({
      fault,
      type: pattern(fault.type ?? "*"),
      address: fault.address === undefined ? null : pattern(fault.address),
      seen: 0,
      struck: 0,
    }));
  }

  get none(): boolean {
    return this.#faults.length === 0;
  }

  /** One line for each that struck, for the report. */
  get struck(): readonly string[] {
    return this.#struck;
  }

  /** Whether an address may be struck: for these the plan's values are kept. */
  names(address: string): boolean {
    return this.#faults.some((f) => f.address?.test(address) === true);
  }

  strike(moment: Moment, addresses: readonly string[]): Strike | null {
    for (const f of this.#faults) {
      if (f.fault.on !== moment.on || !f.type.test(moment.type)) continue;
      const { address } = f;
      if (address !== null && !addresses.some((a) => address.test(a) && moment.is(a))) continue;
      f.seen += 1;
      if (f.seen <= (f.fault.after ?? 0) || f.struck >= (f.fault.times ?? Number.POSITIVE_INFINITY)) continue;
      f.struck += 1;
      this.#struck.push(`${f.fault.kind} on ${moment.on} of ${f.fault.address ?? moment.type}`);
      const { kind } = f.fault;
      return { kind, delay: f.fault.delay ?? (kind === "slow" ? 1000 : 0), says: KINDS[kind](moment) };
    }
    return null;
  }
}

const pattern = (text: string): RegExp => new RegExp(`^${text.split("*").map(quoted).join(".*")}$`);
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const MOMENTS = ["create", "update", "delete", "read", "data"];

/** A fault from a file or a flag may say anything: what it may say is told. */
function checkFault(fault: Fault): void {
  if (!MOMENTS.includes(fault.on)) throw new Error(`A fault strikes "on" one of ${MOMENTS.join(", ")}, not ${JSON.stringify(fault.on)}.`);
  if (!Object.hasOwn(KINDS, fault.kind))
    throw new Error(`A fault's "kind" is one of ${Object.keys(KINDS).join(", ")}, not ${JSON.stringify(fault.kind)}.`);
  for (const n of [fault.after, fault.times, fault.delay]) {
    if (n !== undefined && !(Number.isFinite(n) && n >= 0))
      throw new Error(`"after", "times" and "delay" of a fault are numbers from 0 on, not ${JSON.stringify(n)}.`);
  }
}
