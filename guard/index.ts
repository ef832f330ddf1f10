/**
 * `terroir/guard`: judges infrastructures against a policy, and never changes them. Values are sets of what they can be, views read one form of
 * infrastructure each, rules judge one promise each; what cannot be known is refused.
 */
export type { Approvals, BackendApprovals, Countries, OperatorApprovals, Standing } from "./approvals.ts";
export { defaultKnowledge } from "./default-knowledge.ts";
export { defineRule } from "./define-rule.ts";
export { catalogueDigest, policyDigest } from "./digests.ts";
export { EngineError, InputError, TerroirError } from "./errors.ts";
export { proveExamples, type WrongExample } from "./examples.ts";
export type { Finding, JudgedPlace, JudgedResource, Report, Summary, Verdict, WaivedBy } from "./finding.ts";
export type { Infrastructure, Reading, SourceLine, Subject, SubjectKind, ViewName } from "./infrastructure.ts";
export { type JudgeOptions, judge } from "./judge.ts";
export type { Knowledge } from "./knowledge.ts";
export { defaultPolicy, definePolicy, type Parameters, type Policy, type PolicyCompany, type PolicyInput, parsePolicy } from "./policy.ts";
export { policySchema } from "./policy-check.ts";
export type { AssessedControl, Assessment, ControlStatus, Evidence, Score } from "./profile/assessment.ts";
export { among, atLeast, atMost, type Bound, exactly, type OptionValue } from "./profile/bounds.ts";
export { defineProfile, type ProfileInput } from "./profile/define.ts";
export { profileNamed } from "./profile/named.ts";
export type { Control, Demands, Narrowing, OperatorNarrowing, Profile, ProfileStatus } from "./profile/profile.ts";
export { builtInProfiles } from "./profiles/index.ts";
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
} from "./rule.ts";
export type { RuleContext, SortContext } from "./rule-context.ts";
export { rulePage } from "./rule-page.ts";
export { builtInRules } from "./rules/index.ts";
export type { Json } from "./values/json.ts";
export type { Chain, Link, Value } from "./values/value.ts";
export { readPlan, readShown } from "./views/plan.ts";
export { readState } from "./views/state.ts";
export { readDocument, readSynthesized, SiblingStacks } from "./views/synthesized.ts";
export { type Waiver, waive } from "./waivers.ts";
export { whyOperator, whyPlace } from "./why.ts";
