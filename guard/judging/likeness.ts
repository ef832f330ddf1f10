import type { RuleContext } from "../hearing/rule-context.ts";
import type { Finding } from "../report/finding.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Link } from "../values/value.ts";
import { Shared } from "./alike-parts.ts";
import { joined, type Outcome, type Part } from "./outcome.ts";

/** After so many that were all different it is asked in what they differ; after so many more nobody looks for alike ones any longer. */
const PATIENCE = 16;
const LONG_PATIENCE = 500;
/** So many are compared to find out. */
const COMPARED = 12;

/**
 * What became of subjects of one sort, by all that was asked of them: where that is the same, the outcome is the same, but for the address. Rules are
 * pure, so that they ask the next thing only after the same answers. Parts that look at what nearly every subject has for its own, an id, are asked
 * about each; all others still only once.
 */
export class Likeness {
  readonly #parts: readonly Part[];
  readonly #shared: Shared;
  /** Parts that are asked about each. */
  #each: readonly Part[] = [];
  readonly #known = new Map<string, Outcome & { readonly address: string }>();
  /** The latest that nobody before was like. */
  #latest: Subject[] = [];
  #varied: ReadonlySet<string> | undefined;
  #found = 0;
  #judged = 0;
  #isVain = false;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
    this.#shared = new Shared(parts);
  }

  /** Judges a subject, or says of it what was said of one that is alike. */
  outcome(cx: RuleContext): Outcome {
    const { hearing, subject } = cx;
    if (subject.alike === undefined || this.#isVain) return joined(this.#parts.map((part) => part(cx)));
    const key = this.#shared.keyOf(hearing, subject);
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known === undefined) return this.#judge(cx);
    this.#found++;
    const shared = retold(known, subject);
    return this.#each.length === 0 ? shared : joined([shared, ...this.#each.map((part) => part(cx))]);
  }

  #judge(cx: RuleContext): Outcome {
    const { hearing, subject } = cx;
    const each = joined(this.#each.map((part) => part(cx)));
    const { outcomes, isItself, isNew } = this.#shared.ask(cx);
    const outcome = joined(outcomes);
    const { address } = subject;
    if (isNew) this.#known.clear();
    if (!isItself && !outcome.findings.some((finding) => names(finding, address))) {
      const learnt = this.#shared.keyOf(hearing, subject);
      if (learnt !== undefined) this.#known.set(learnt, { ...outcome, address });
    }
    this.#judged++;
    if (this.#varied === undefined) this.#latest[this.#judged % COMPARED] = subject;
    if (this.#found <= this.#judged && this.#judged >= (this.#varied === undefined ? PATIENCE : LONG_PATIENCE)) this.#giveUp();
    else if (this.#varied !== undefined) this.#setApart(this.#varied);
    return joined([each, outcome]);
  }

  /** They differ too much: in what? */
  #giveUp(): void {
    this.#isVain = this.#varied !== undefined;
    this.#varied ??= this.#shared.varied(this.#latest);
    this.#setApart(this.#varied);
    this.#latest = [];
    if (this.#isVain) this.#known.clear();
  }

  #setApart(varied: ReadonlySet<string>): void {
    const apart = this.#shared.withdraw(varied);
    if (apart.length === 0) return;
    this.#each = [...this.#each, ...apart];
    this.#known.clear();
    this.#found = 0;
    this.#judged = 0;
  }
}

/** Whether a finding says the address in words: then it says nothing of others. */
const names = ({ message, want, remedy, value, chain }: Finding, address: string): boolean =>
  message.includes(address) ||
  want.includes(address) ||
  remedy.includes(address) ||
  value?.includes(address) === true ||
  chain.some(({ at, text }) => text?.includes(address) === true || at.includes(address, at.startsWith(`${address}.`) ? address.length : 0));

function retold(known: Outcome & { readonly address: string }, subject: Subject): Outcome {
  const { findings, address: before } = known;
  if (findings.length === 0) return known;
  const { address, constructPath = null, source = null } = subject;
  const own = (link: Link): Link =>
    link.at.startsWith(before) && link.at[before.length] === "." ? { ...link, at: `${address}${link.at.slice(before.length)}` } : link;
  return {
    ...known,
    findings: findings.map((finding) => ({ ...finding, address, constructPath, source, chain: finding.chain.map(own) })),
  };
}
