import { placedBeside } from "./companions.ts";
import type { Finding } from "./finding.ts";
import type { Hearing } from "./hearing.ts";
import type { Subject } from "./infrastructure.ts";
import type { Outcome } from "./outcome.ts";
import { perSort } from "./per-sort.ts";
import type { Link } from "./values/value.ts";
import { Watching } from "./watching.ts";

/** After so many that were all different, nobody looks for alike ones any more. */
const PATIENCE = 500;

/**
 * What became of subjects of one sort, by all that was asked of them: where that is the same, the outcome is the same, but for the address. Rules are
 * pure, so that they ask the next thing only after the same answers.
 */
export class Likeness {
  #attributes: readonly string[] = [];
  #inModule = false;
  #beside: readonly (readonly [type: string, path: string])[] = [];
  readonly #known = new Map<string, Outcome & { readonly address: string }>();
  #found = 0;
  #judged = 0;

  /** Judges a subject, or says of it what was said of one that is alike. */
  outcome(hearing: Hearing, subject: Subject, judge: (subject: Subject) => Outcome): Outcome {
    if (subject.alike === undefined || this.#isVain) return judge(subject);
    const key = this.#keyOf(hearing, subject);
    const known = key === undefined ? undefined : this.#known.get(key);
    if (known !== undefined) {
      this.#found++;
      return retold(known, subject);
    }
    this.#judged++;
    const watching = new Watching();
    const outcome = watching.while(hearing, subject, () => judge(subject));
    const { address } = subject;
    if (watching.isItself || outcome.findings.some((finding) => names(finding, address))) return outcome;
    this.#learn(watching);
    const learnt = this.#keyOf(hearing, subject);
    if (learnt !== undefined) this.#known.set(learnt, { ...outcome, address });
    return outcome;
  }

  get #isVain(): boolean {
    if (this.#judged < PATIENCE || this.#found > this.#judged) return false;
    this.#known.clear();
    return true;
  }

  #keyOf(hearing: Hearing, subject: Subject): string | undefined {
    const said = subject.alike?.(this.#attributes, this.#inModule);
    if (said === undefined) return undefined;
    const beside = this.#beside.map(([type, path]) => placedBeside(hearing, subject, type, path));
    return `${subject.leaves ?? ""}\n${beside}\n${said}`;
  }

  /** What was not asked of those before is asked of all from now on. */
  #learn({ attributes, others, beside }: Watching): void {
    const news = [...attributes].filter((name) => !this.#attributes.includes(name));
    const companions = beside.filter(([type, path]) => !this.#beside.some(([a, b]) => a === type && b === path));
    if (news.length === 0 && companions.length === 0 && (this.#inModule || !others)) return;
    this.#attributes = [...this.#attributes, ...news];
    this.#beside = [...this.#beside, ...companions];
    this.#inModule ||= others;
    this.#known.clear();
  }
}

export const likenessOf = perSort(() => new Likeness());

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
