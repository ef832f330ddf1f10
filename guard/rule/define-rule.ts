/** Makes a rule of what its author wrote, and says at once what of that is none. */
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { isSlip } from "../../clouds/contract/edit-distance.ts";
import { isSubjectKind, SUBJECT_KINDS } from "../subject/subject-kinds.ts";
import { anyText, check, ended, isRecord, list, object, shown, table, text } from "../written/shape.ts";
import type { On, Rule, RuleDefinition, RuleOptions } from "./rule.ts";

/** A company may read concepts of its own, so that others are taken as well. */
const CONCEPTS =
  "auditLog backup bucket cluster database fileShare firewall identity instance keyRing loadBalancer network privateAccess registry secretStore volume".split(
    " ",
  );

const id = check(undefined, (value, at, wrong) => {
  if (typeof value !== "string" || !/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(value))
    wrong(at, `is ${shown(value)}`, "Write family/name in small letters, acme/buckets-keep-30-days");
});

const on = check(undefined, (value, at, wrong) => {
  if (Array.isArray(value)) {
    for (const kind of value)
      if (!isSubjectKind(kind)) wrong(at, `names ${shown(kind)}, which is no kind of subject`, `The kinds are ${SUBJECT_KINDS.join(", ")}`);
    return;
  }
  if (typeof value !== "string" || value === "") return wrong(at, `is ${shown(value)}`, "Name a concept, bucket, or kinds of subjects");
  if (CONCEPTS.includes(value) || isSubjectKind(value)) return;
  // A company's own concept has a name of its own; what is nearly one of ours is that one, misspelt.
  const meant = [...CONCEPTS, ...SUBJECT_KINDS].find((one) => isSlip(value, one));
  if (meant !== undefined) wrong(at, `is ${shown(value)}`, `Did you mean "${meant}"?`);
});

const option = check(undefined, (value, at, wrong) => {
  const kinds = new Set((Array.isArray(value) ? value : [value]).map((one) => typeof one));
  const [kind] = kinds;
  if (Array.isArray(value) && value.length === 0) return;
  const fits = kinds.size === 1 && (kind === "string" || kind === "number" || (kind === "boolean" && !Array.isArray(value)));
  if (!fits || (typeof value === "number" && !Number.isFinite(value)))
    wrong(at, `is ${shown(value)}`, "Its default is true or false, a number, a text, or a list of numbers or of texts");
});

const program = check(undefined, (value, at, wrong) => {
  if (typeof value !== "function") wrong(at, `is ${shown(value)}`, "Write a function");
});

const level = check(undefined, (value, at, wrong) => {
  if (value !== "demanded" && value !== "on request") wrong(at, `is ${shown(value)}`, 'Write "demanded" or "on request"');
});

const cases = table(
  check(undefined, (value, at, wrong) => {
    if (!isRecord(value)) wrong(at, `is ${shown(value)}`, "Write the facts, or a configuration, as an object");
  }),
);

const someCases = check(undefined, (value, at, wrong, given) => {
  cases(value, at, wrong, given);
  if (Object.keys(value as object).length === 0) wrong(at, "is empty", "Write what it refuses: a rule that nothing fails checks nothing");
});

const definition = object({
  id: { check: id, required: true, says: "Family and promise." },
  title: { check: text, required: true, says: "The promise, one sentence." },
  why: { check: text, required: true, says: "The reason." },
  controls: { check: list(text), says: "Who asks for it." },
  on: { check: on, required: true, says: "What it is asked about." },
  level: { check: level, says: "Who asks for it." },
  within: { check: anyText, says: "The rule that says all that this one says." },
  when: { check: program, says: "Which sorts of subjects it concerns." },
  options: { check: table(option), says: "Parameters with their defaults." },
  check: { check: program, required: true, says: "The check." },
  examples: {
    check: object({
      passes: { check: cases, required: true, says: "What it accepts." },
      fails: { check: someCases, required: true, says: "What it refuses." },
      undecided: { check: cases, says: "What it cannot know." },
    }),
    required: true,
    says: "What it accepts and refuses.",
  },
});

/**
 * Makes a rule. One file is rule, test and documentation.
 *
 * @example
 * export const bucketsKeepThirtyDays = defineRule({
 *   id: "acme/buckets-keep-30-days",
 *   title: "Every bucket keeps deleted objects for at least 30 days",
 *   why: "Ransomware deletes first. Thirty days is what our insurer asks for.",
 *   on: "bucket",
 *   options: { days: 30 },
 *   check(bucket, { days }) {
 *     const kept = bucket.read("retentionDays", 0);
 *     if (kept >= days) return pass;
 *     return { because: `keeps deleted objects for ${kept} days`, want: `at least ${days} days`, fix: `retentionDays: ${days}` };
 *   },
 *   examples: { passes: { "forty days": { retentionDays: 40 } }, fails: { "a week": { retentionDays: 7 } } },
 * });
 *
 * @throws InputError that names the rule, what of it is wrong, and what to write
 */
export function defineRule<
  const Id extends `${string}/${string}`,
  const O extends On,
  Fails extends string,
  P extends RuleOptions = Record<never, never>,
>(written: RuleDefinition<Id, O, P, Fails>): Rule<Id, P> {
  const name = isRecord(written) && typeof written["id"] === "string" ? `the rule ${written["id"]}` : "a rule";
  definition(
    written,
    "",
    (at, what, fix) => {
      throw withoutTrace(new InputError(`defineRule, ${name}: ${at === "" ? "it" : at} ${what}. ${ended(fix)}`));
    },
    {},
  );
  return { controls: [], options: {}, level: "demanded", ...written } as unknown as Rule<Id, P>;
}
