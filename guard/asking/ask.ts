import type { RuleContext } from "../hearing/rule-context.ts";
import { requireRuling } from "../rule/answer.ts";
import { MOST_RUNS, NotKnown, Ways } from "../rule/not-known.ts";
import type { CommonFacts, Rule, RuleOptions, RuleSubject, Ruling } from "../rule/rule.ts";
import type { Reading, Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { factOf } from "./facts-of.ts";

/** What a fact can be, by name. */
export type Facts = (fact: string) => readonly Json[];

/** Asks a rule about a subject, once for every combination of what it reads. What it cannot know makes one undecided ruling. */
export function ask(rule: Rule, options: RuleOptions, subject: Subject, cx: RuleContext): readonly Ruling[] {
  return answers(rule, options, subject, cx, undefined);
}

/** @param facts what the facts are; by default what the subject's cloud reads */
export function answers(rule: Rule, options: RuleOptions, subject: Subject, cx: RuleContext, facts: Facts | undefined): readonly Ruling[] {
  const seen = new Seen(subject, cx, facts);
  const rulings: Ruling[] = [once(rule, options, seen, cx)];
  for (let runs = 1; seen.advance(); runs++) {
    if (runs === MOST_RUNS) return [...rulings, notKnown(new NotKnown("", `more than ${MOST_RUNS} combinations of values are possible`))];
    rulings.push(once(rule, options, seen, cx));
  }
  return rulings;
}

/** One combination that cannot be decided leaves the others to be judged. */
function once(rule: Rule, options: RuleOptions, subject: RuleSubject, cx: RuleContext): Ruling {
  try {
    return requireRuling(rule, subject, rule.check(subject, options, cx));
  } catch (thrown) {
    if (thrown instanceof NotKnown) return notKnown(thrown);
    throw thrown;
  }
}

const notKnown = ({ path, message }: NotKnown): Ruling => ({
  verdict: "undecided",
  because: `cannot be judged: ${message}`,
  fix: path === "" ? "make it known before apply" : `give ${path} a value that is known before apply`,
  path,
});

/** A subject as a rule sees it: each read gives one of the things that it can be. */
class Seen implements RuleSubject {
  readonly #subject: Subject;
  readonly #cx: RuleContext;
  readonly #facts: Facts | undefined;
  /** None as long as the rule looks at values itself, as most do. */
  #ways: Ways | undefined;

  constructor(subject: Subject, cx: RuleContext, facts: Facts | undefined) {
    this.#subject = subject;
    this.#cx = cx;
    this.#facts = facts;
  }
  /** The next combination of what was read; false when all have been. */
  advance(): boolean {
    return this.#ways?.advance() === true;
  }
  get kind() {
    return this.#subject.kind;
  }
  get address() {
    return this.#subject.address;
  }
  get type() {
    return this.#subject.type;
  }
  get constructPath() {
    return this.#subject.constructPath;
  }
  read<K extends keyof CommonFacts>(fact: K, otherwise?: CommonFacts[K]): CommonFacts[K] {
    const { hearing, reading } = this.#cx;
    this.#ways ??= new Ways();
    const chosen = this.#ways.pick(`fact ${fact}`, () => this.#facts?.(fact) ?? factOf(hearing, this.#subject, reading, fact));
    // The facts of a concept have the types that its readings declare.
    if (chosen !== null && chosen !== undefined) return chosen as CommonFacts[K];
    if (otherwise === undefined) throw new NotKnown(fact, `nothing says its ${fact}`);
    return otherwise;
  }
  attribute(path: string): Json | undefined {
    this.#ways ??= new Ways();
    return this.#ways.pick(`attribute ${path}`, () => everyValue(this.#subject, path)) ?? undefined;
  }
  values(path: string): readonly Reading[] {
    return this.#subject.read(path);
  }
}

function everyValue(subject: Subject, path: string): readonly Json[] {
  const values = subject.read(path).flatMap(({ path: at, value }): readonly Json[] => {
    if (value.kind === "unknown") throw new NotKnown(at, value.cause);
    return value.kind === "absent" ? [null] : value.kind === "known" ? [value.value] : value.values;
  });
  return values.length === 0 ? [null] : values;
}
