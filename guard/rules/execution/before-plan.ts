import { locate } from "../../place/index.ts";
import { namesElsewhere } from "../../place/named-hosts.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { nothingToJudge, type Ruling } from "../../rule/rule.ts";
import { isKeyProgram } from "../../subject/state-key-programs.ts";

/** Attributes in which what is run or fetched says whom it asks. */
const SAYS = ["url", "program", "command", "arguments", "content"];

export default defineRule({
  id: "execution/before-plan",
  title: "Nothing runs, and nothing is fetched, before anybody has seen a plan",
  why: "What a data source runs or asks has happened by the time a plan can be judged, and its answer can be another in the next run.",
  controls: ["CSF:SOV-5"],
  on: ["data", "provisioner"],
  check(_subject, _options, { hearing, subject }): Ruling {
    const because = whatRuns();
    if (because === undefined) return nothingToJudge;
    const want = "an answer that stands in the code";
    const fix =
      subject.kind === "data"
        ? "write the answer into the code or a variable, or waive this one by its address"
        : "take a key provider whose key is not a program's answer";
    const elsewhere = namesElsewhere(hearing, subject, SAYS);
    return elsewhere === undefined
      ? { verdict: "undecided", because, want, fix }
      : { ...elsewhere, because: `${elsewhere.because}: ${because}`, want, fix };

    function whatRuns(): string | undefined {
      if (subject.kind === "provisioner")
        return isKeyProgram(subject) ? "has a program run on the machine of the engine for the key of the state" : undefined;
      const located = locate(hearing, subject);
      return located.is === "opaque" ? located.because : undefined;
    }
  },
  examples: {
    passes: { "a data source that computes in the engine": { data: { tls_public_key: { k: { private_key_pem: "x" } } } } },
    fails: { "an address at Amazon's": { data: { http: { me: { url: "https://checkip.amazonaws.com" } } } } },
    undecided: {
      "an answer that a program gives": { data: { external: { where: { program: ["./where"] } } } },
      "an answer from an address": { data: { http: { me: { url: "https://example.com" } } } },
    },
  },
});
