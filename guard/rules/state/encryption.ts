import { isSealed } from "../../custody/state-encryption.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { notApplicable, pass, type Ruling } from "../../rule/rule.ts";
import { candidates } from "../../subject/decide.ts";
import type { Subject } from "../../subject/infrastructure.ts";

const place = { bucket: "state", key: "shop.tfstate", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } };
const sealed = { state: { method: "method.aes_gcm.m", enforced: true } };

export default defineRule({
  id: "state/encryption",
  title: "State is encrypted before it leaves the machine, or by the store at the latest",
  why: "State holds every password that the infrastructure has. Encrypted by the engine it is nobody's to read but the team's.",
  controls: ["KEY-1", "NIS2-IR:9.2.a", "SecNumCloud:10.1.a"],
  on: "backend",
  level: "on request",
  /** `engine`: OpenTofu encrypts it itself, and refuses to write it otherwise. `store`: the backend asks the store to, which then has the key. */
  options: { by: "store" },
  check(_backend, { by }, { subject }): Ruling {
    if (isSealed(subject)) return pass;
    const fix = "let OpenTofu encrypt it: terraform.encryption.state with a method, and enforced = true";
    const want = by === "engine" ? "state that the engine encrypts" : "state that the engine or the store encrypts";
    if (subject.type === "remote" || subject.type === "cloud")
      return notApplicable("encryption of state is not shown: the service keeps it as it sees fit", { shows: "nothing" });
    if (by === "engine" || subject.type !== "s3") return { because: "state is written in clear", want, fix };
    return asked(subject, want, fix);
  },
  examples: {
    passes: {
      "a store that encrypts": { terraform: { backend: { s3: { ...place, encrypt: true } } } },
      "an engine that encrypts": { terraform: { backend: { http: { address: "https://state.example.com" } }, encryption: sealed } },
    },
    fails: {
      "a store that is not asked": { terraform: { backend: { s3: place } } },
      "a server that is not asked either": { terraform: { backend: { http: { address: "https://state.example.com" } } } },
    },
    undecided: {
      "a store that is asked by a variable": { variable: { sse: {} }, terraform: { backend: { s3: { ...place, encrypt: "${var.sse}" } } } },
    },
  },
});

function asked(subject: Subject, want: string, fix: string): Ruling {
  const path = "encrypt";
  const possible = subject.read(path).flatMap(({ value }) => candidates(value));
  const unknown = possible.find((one) => one.is === "unknown");
  if (unknown?.is === "unknown")
    return {
      verdict: "undecided",
      because: `whether the store encrypts state is not known: ${unknown.cause}`,
      want,
      fix,
      path,
      chain: unknown.chain,
    };
  const isAsked = possible.length > 0 && possible.every((one) => one.is === "text" && one.text === "true");
  return isAsked ? pass : { because: "state is written in clear: encrypt is not true", want, fix: `write encrypt = true; or ${fix}`, path };
}
