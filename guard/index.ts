/**
 * `terroir/guard`: judges infrastructures against a policy, and never changes them. Values are sets of what they can be, views read one form of
 * infrastructure each, rules judge one promise each; what cannot be known is refused.
 *
 * Its rooms, each of which imports only from those before it: `approvals` what is approved, `written` what people write, checked, `values` what an
 * attribute can be, `subject` what views give, `views`, `hearing` one infrastructure before the judge, `rule` what a rule is, `openness` who reaches it,
 * `operator` whose it is, `place` where it is, `asking` its other facts, `custody` where state is kept, `report` what comes out, `software` where code and
 * images come from, `rules` one promise each, `profile` and `profiles` what frameworks ask, `policy` what a company demands, `judging`, `pages`.
 */
export type { Approvals, BackendApprovals, Countries, OperatorApprovals, Standing } from "./approvals/approvals.ts";
export { EngineError, InputError, TerroirError } from "./errors.ts";
export { defaultKnowledge } from "./hearing/default-knowledge.ts";
export type { Knowledge } from "./hearing/knowledge.ts";
export type { RuleContext, SortContext } from "./hearing/rule-context.ts";
export { type JudgeOptions, judge } from "./judging/judge.ts";
export { proveExamples, type WrongExample } from "./pages/examples.ts";
export { rulePage } from "./pages/rule-page.ts";
export { catalogueDigest, policyDigest } from "./policy/digests.ts";
export {
  defaultPolicy,
  definePolicy,
  type Parameters,
  type Policy,
  type PolicyCompany,
  type PolicyInput,
  parsePolicy,
} from "./policy/policy.ts";
export { policySchema } from "./policy/policy-check.ts";
export { type Waiver, waive } from "./policy/waivers.ts";
export { whyOperator, whyPlace } from "./policy/why.ts";
export { among, atLeast, atMost, type Bound, exactly, type OptionValue } from "./profile/bounds.ts";
export { defineProfile, type ProfileInput } from "./profile/define.ts";
export type { Control, Demands, Narrowing, OperatorNarrowing, Profile } from "./profile/profile.ts";
export { builtInProfiles } from "./profiles/index.ts";
export { profileNamed } from "./profiles/named.ts";
export type { AssessedControl, Assessment, ControlStatus, Evidence, ProfileStatus, Score } from "./report/assessment.ts";
export type { Finding, JudgedPlace, JudgedResource, Report, Summary, Verdict, WaivedBy } from "./report/finding.ts";
export { defineRule } from "./rule/define-rule.ts";
export {
  all,
  type CommonFacts,
  type ConceptFacts,
  type Example,
  type Examples,
  type Level,
  type Note,
  notApplicable,
  note,
  type On,
  pass,
  type Refusal,
  type Rule,
  type RuleDefinition,
  type RuleOptions,
  type RuleSubject,
  type Ruling,
  undecided,
} from "./rule/rule.ts";
export { builtInRules } from "./rules/index.ts";
export type { Infrastructure, Reading, SourceLine, Subject, SubjectKind, ViewName } from "./subject/infrastructure.ts";
export type { Json } from "./values/json.ts";
export type { Chain, Link, Value } from "./values/value.ts";
export { readPlan, readShown } from "./views/plan.ts";
export { readState } from "./views/state.ts";
export { readDocument, readSynthesized, SiblingStacks } from "./views/synthesized.ts";
