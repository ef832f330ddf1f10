/**
 * `terroir/pulumi/policy-pack`: the guard as a policy pack, which Pulumi's engine runs beside any program, in any language. A pack is a folder with
 * a PulumiPolicy.yaml and a program that calls `policyPack()`.
 */
import { PolicyPack, type ResourceValidationArgs, type StackValidationArgs } from "@pulumi/policy";
import type { Json } from "../../../catalogue/json.ts";
import { defaultPolicy, type Finding, judge, type Policy } from "../../../guard/index.ts";
import { type Registered, readRegistered } from "../../../guard/views/pulumi/gather.ts";
import { Bench, refusalText } from "../bench.ts";
import { registeredIn, resourceOf, writtenIn } from "./read.ts";

const UNSEEN = ["the backend that keeps the state", "calls of functions (data sources), which leave their results only"];
const SHOWN = "The engine did not say which provider it runs under.";

/** A preview makes nothing, and the stack is judged at its end: every resource in it, all of them at once. */
const IN_PREVIEW = process.env["PULUMI_DRY_RUN"] === "true";

/**
 * Serves the pack: in an update every resource is judged before it is made; the whole stack is judged in the preview and after an update. All rules are mandatory.
 * What is not known before the update is refused in the preview: Pulumi itself would turn a policy that meets an unknown value into advice.
 *
 * @param policy what is approved; by default regions and operators of the European Union
 */
export function policyPack(policy: Policy = defaultPolicy): PolicyPack {
  const written = new Map<string, Json>();
  return new PolicyPack("terroir", {
    enforcementLevel: "mandatory",
    policies: [
      {
        name: "resource-approved",
        description: "Every resource is where, and under whom, the policy approves.",
        enforcementLevel: "mandatory",
        validateResource: (args: ResourceValidationArgs, report) => {
          written.set(args.urn, writtenIn(args));
          if (IN_PREVIEW) return;
          for (const finding of alone(policy, resourceOf(args))) report(said(finding));
        },
      },
      {
        name: "stack-approved",
        description: "The stack as a whole is what the policy approves; what cannot be known is refused.",
        enforcementLevel: "mandatory",
        validateStack: ({ resources }: StackValidationArgs, report) => {
          for (const [urn, finding] of together(policy, registeredIn(resources, written))) report(said(finding), urn);
        },
      },
    ],
  });
}

const said = (finding: Finding): string => `${finding.address.split("::").at(-1)}: ${refusalText([finding])}`;

/** Of one resource alone: where it is when that hangs on another one, only the stack says. */
function alone(policy: Policy, one: Registered): readonly Finding[] {
  return new Bench(policy)
    .judge(one)
    .filter(({ verdict, rule, path }) => verdict === "outside" || !rule.startsWith("residency/") || path === "");
}

/** Everything that is refused, each at a resource that the engine knows. */
function together(policy: Policy, all: readonly Registered[]): readonly (readonly [urn: string | undefined, finding: Finding])[] {
  const known = new Set(all.map(({ urn }) => urn));
  return judge([readRegistered(all, "the stack", { shown: SHOWN, unseen: UNSEEN })], policy)
    .findings.filter(({ verdict }) => verdict === "outside" || verdict === "undecided")
    .map((finding) => {
      const urn = finding.address.replace(/^import\./, "");
      return [known.has(urn) ? urn : undefined, finding] as const;
    });
}
