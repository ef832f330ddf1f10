import { factOf } from "./facts-of.ts";
import type { Subject } from "./infrastructure.ts";
import { everyWay, NotKnown } from "./not-known.ts";
import type { Rule, RuleOptions, RuleSubject, Ruling } from "./rule.ts";
import type { RuleContext } from "./rule-context.ts";
import type { Json } from "./values/json.ts";

/** What a fact can be, by name. */
export type Facts = (fact: string) => readonly Json[];

/** Asks a rule about a subject, once for every combination of what it reads. What it cannot know makes one undecided ruling. */
export function ask(rule: Rule, options: RuleOptions, subject: Subject, cx: RuleContext): readonly Ruling[] {
  return answers(rule, options, subject, cx, (fact) => factOf(cx.hearing, subject, cx.reading, fact));
}

export function answers(rule: Rule, options: RuleOptions, subject: Subject, cx: RuleContext, facts: Facts): readonly Ruling[] {
  const rulings: Ruling[] = [];
  try {
    for (const ruling of everyWay((pick) => settled(() => rule.check(seen(subject, facts, pick), options, cx)))) rulings.push(ruling);
  } catch (thrown) {
    if (!(thrown instanceof NotKnown)) throw thrown;
    rulings.push(notKnown(thrown));
  }
  return rulings;
}

/** One combination that cannot be decided leaves the others to be judged. */
function settled(check: () => Ruling): Ruling {
  try {
    return check();
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

type Pick = <V>(what: string, options: readonly V[]) => V;

function seen(subject: Subject, facts: Facts, pick: Pick): RuleSubject {
  const fact = (name: string, otherwise: unknown): unknown => {
    const chosen = pick(`fact ${name}`, facts(name));
    if (chosen !== null && chosen !== undefined) return chosen;
    if (otherwise === undefined) throw new NotKnown(name, `nothing says its ${name}`);
    return otherwise;
  };
  return {
    kind: subject.kind,
    address: subject.address,
    type: subject.type,
    ...(subject.constructPath === undefined ? {} : { constructPath: subject.constructPath }),
    read: fact as RuleSubject["read"],
    attribute: (path) => {
      const chosen = pick(`attribute ${path}`, everyValue(subject, path));
      return chosen === null ? undefined : chosen;
    },
    values: (path) => subject.read(path),
  };
}

function everyValue(subject: Subject, path: string): readonly Json[] {
  const values = subject.read(path).flatMap(({ path: at, value }): readonly Json[] => {
    if (value.kind === "unknown") throw new NotKnown(at, value.cause);
    return value.kind === "absent" ? [null] : value.kind === "known" ? [value.value] : value.values;
  });
  return values.length === 0 ? [null] : values;
}
