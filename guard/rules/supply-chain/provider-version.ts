import { InputError } from "../../errors.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { notApplicable, pass, type Ruling } from "../../rule/rule.ts";

const using = (version: Readonly<Record<string, string>>) => ({
  terraform: { required_providers: { ovh: { source: "ovh/ovh", ...version } } },
  provider: { ovh: [{ endpoint: "ovh-eu" }] },
});

const EXACT = /^=?\s*v?\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const WITHIN: Readonly<Record<string, RegExp>> = {
  exact: EXACT,
  fixes: /^~>\s*v?\d+\.\d+\.\d+$/,
  major: /^~>\s*v?\d+\.\d+(?:\.\d+)?$/,
};
const CONSTRAINT = /^(?:=|!=|>=?|<=?|~>)?\s*v?\d+(?:\.\d+)*(?:-[\w.]+)?$/;

export default defineRule({
  id: "supply-chain/provider-version",
  title: "Every provider is pinned to a version",
  why: "A provider runs with the keys of the account. A new one that comes by itself is a program that nobody here has tried.",
  controls: ["CSF:SOV-5", "NIS2:21.2.d"],
  on: ["provider"],
  level: "on request",
  /** `exact`: one version; `fixes`: or its bug fixes as well, `~> 2.19.0`; `major`: or whatever breaks nothing, `~> 2.19`, which a lock file then narrows. */
  options: { pin: "major" },
  check(provider, { pin }, { subject }): Ruling {
    const { requirement } = subject;
    if (requirement === undefined)
      return notApplicable("the version of the provider is not shown: this view has no required_providers", { shows: "nothing" });
    const { version } = requirement;
    const at = {
      want: pin === "exact" ? "one version, 2.19.0" : `one version, or a range that ends: ${pin === "fixes" ? "~> 2.19.0" : "~> 2.19"}`,
      fix: `write required_providers.${provider.type}.version as one version`,
      ...(version !== null && { value: version }),
    };
    if (version === null) return { because: "is whichever version is newest", ...at };
    const parts = version.split(",").map((part) => part.trim());
    if (!parts.every((part) => CONSTRAINT.test(part)))
      return { verdict: "undecided", because: `has the version ${version}, which cannot be read`, ...at };
    const within = Object.hasOwn(WITHIN, pin) ? WITHIN[pin] : undefined;
    if (within === undefined)
      throw new InputError(
        `The policy sets parameters["supply-chain/provider-version"].pin to ${JSON.stringify(pin)}. Write one of ${Object.keys(WITHIN).join(", ")}.`,
      );
    const isPinned = parts.some((part) => EXACT.test(part) || within.test(part));
    return isPinned ? pass : { because: `is whichever version fits ${version}`, ...at };
  },
  examples: {
    passes: {
      "one version": using({ version: "2.19.0" }),
      "its fixes": using({ version: "~> 2.19.0" }),
      "what breaks nothing": using({ version: "~> 2.19" }),
    },
    fails: {
      "no version": using({}),
      "anything newer": using({ version: ">= 2.0" }),
      "any version below": using({ version: "< 3.0" }),
    },
    undecided: { "what is no version": using({ version: "latest" }) },
  },
});
