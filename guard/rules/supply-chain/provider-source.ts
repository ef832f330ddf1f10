import { defineRule } from "../../rule/define-rule.ts";
import { notApplicable, pass, type Ruling } from "../../rule/rule.ts";

const ovh = { ovh: [{ endpoint: "ovh-eu" }] };

export default defineRule({
  id: "supply-chain/provider-source",
  title: "Every provider's source is written",
  why: "A provider without a source is whatever the public registry has under that name in its first namespace. It runs with the keys of the account.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: ["provider"],
  level: "on request",
  check(provider, _options, { subject }): Ruling {
    const { requirement, providerSource } = subject;
    if (requirement?.source === undefined)
      return notApplicable("the source of the provider is not shown: this view has no required_providers", { shows: "nothing" });
    const at = { want: "a source, namespace/name", fix: `write required_providers.${provider.type}.source` };
    if (requirement.source === null)
      return { because: `is fetched as ${providerSource ?? "nobody knows what"}, since no source is written`, ...at };
    // What is written and cannot be read is a source that nobody can vouch for.
    return providerSource === undefined
      ? { verdict: "undecided", because: `comes from ${requirement.source}, which is no source`, ...at }
      : pass;
  },
  examples: {
    passes: { "a source": { terraform: { required_providers: { ovh: { source: "ovh/ovh" } } }, provider: ovh } },
    fails: { "no source": { provider: ovh }, "a version alone": { terraform: { required_providers: { ovh: "2.19.0" } }, provider: ovh } },
    undecided: { "what is no source": { terraform: { required_providers: { ovh: { source: "a/b/c/d" } } }, provider: ovh } },
  },
});
