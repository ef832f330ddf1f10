import { asks, judgeFact } from "../../asking/asked-fact.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { sample } from "../../rule/samples.ts";

export default defineRule({
  id: "identity/mfa",
  title: "Administration asks for a second factor",
  why: "A password is given away in one mail. The second factor is what remains.",
  controls: ["ADM-2", "SecNumCloud:9.6.f", "NIS2:21.2.j"],
  on: "resource",
  level: "on request",
  when: asks("mfa", []),
  options: { accept: "shown" },
  check(_resource, { accept }, cx) {
    return judgeFact(cx, {
      rule: "identity/mfa",
      fact: "mfa",
      what: "a second factor",
      good: (value) => value === true,
      bad: "lets in whoever has the first factor",
      accept,
    });
  },
  examples: {
    passes: { "an account that trusts only sessions with a second factor": access(true) },
    fails: { "an account that does not ask": access(false) },
    undecided: { "whatever a variable says": { variable: { unknown: {} }, ...access("${var.unknown}") } },
  },
});

function access(require_trusted_env: boolean | string) {
  return sample("outscale_api_access_policy", { require_trusted_env, max_access_key_expiration_seconds: 3600 });
}
