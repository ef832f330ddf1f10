import type { Store } from "../../custody/backend.ts";
import {
  backendsNamed,
  configured,
  type Kept,
  keepElsewhere,
  keeperRefusal,
  keptPlaceRefusal,
  keptStates,
} from "../../custody/kept-state.ts";
import { inClear, isSealed, keysInClear, readsSealedOnly } from "../../custody/state-encryption.ts";
import type { Hearing } from "../../hearing/hearing.ts";
import { shelfOf } from "../../hearing/per-sort.ts";
import { defineRule } from "../../rule/define-rule.ts";
import { all, type Note, note, type Refusal } from "../../rule/rule.ts";
import type { Subject } from "../../subject/infrastructure.ts";

const { want, fix } = keepElsewhere;

export default defineRule({
  id: "state/backend",
  title: "State is kept in an approved place, and not in clear",
  why: "State holds every password and key that the infrastructure has. Where it lies, it can be read and ordered handed over.",
  controls: ["GEO-3", "SecNumCloud:19.2.d", "CADA:1.1.c", "NIS2-IR:9.2.a"],
  on: ["backend", "data"],
  check(_backend, _options, { hearing, subject }) {
    return all([
      ...(subject.kind === "data" ? [] : keysInClear(subject)),
      ...keptStates(hearing, subject).flatMap((one) => ("store" in one ? ruling(hearing, subject, one) : [one])),
      ...backendsNamed(subject).flatMap((one) => (typeof one === "string" ? inClear(subject, configured(subject), one) : [])),
    ]);
  },
  examples: {
    passes: {
      "object storage in Gravelines": s3({ endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } }),
      "a file that the engine encrypts": {
        terraform: {
          backend: { local: { path: "shop.tfstate" } },
          encryption: { state: { method: "method.aes_gcm.m", enforced: true } },
        },
      },
    },
    fails: {
      "Amazon's object storage": s3({}),
      "object storage in Canada": s3({ endpoints: { s3: "https://s3.bhs.io.cloud.ovh.net" } }),
      "Terraform Cloud": { terraform: { cloud: { organization: "acme", workspaces: { name: "shop" } } } },
      "locks at Amazon's": s3({ endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" }, dynamodb_table: "locks" }),
      "in clear over the network": { terraform: { backend: { http: { address: "http://s3.gra.io.cloud.ovh.net/state" } } } },
    },
    undecided: {
      "a file on whichever machine runs": { terraform: { backend: { local: { path: "shop.tfstate" } } } },
      "a host that nobody knows": s3({ endpoints: { s3: "https://s3.example.com" } }),
    },
  },
});

function s3(more: Readonly<Record<string, string | Record<string, string>>>) {
  return { terraform: { backend: { s3: { bucket: "state", key: "shop.tfstate", region: "gra", encrypt: true, ...more } } } };
}

function ruling(hearing: Hearing, subject: Subject, { store, what }: Kept): readonly (Refusal | Note)[] {
  if (store.is === "file") return file(hearing, subject, store);
  const refusal = keeperRefusal(hearing, store, what) ?? keptPlaceRefusal(hearing, store, what);
  return refusal === undefined ? [] : [refusal];
}

const backends = shelfOf<"backend", Subject | undefined>();

function backendOf(hearing: Hearing): Subject | undefined {
  const known = backends(hearing);
  if (!known.has("backend")) {
    let found: Subject | undefined;
    // A plan, which may be large, carries none.
    if (hearing.infrastructure.view !== "plan" && hearing.infrastructure.view !== "state")
      for (const subject of hearing.infrastructure.subjects) if (subject.kind === "backend") found ??= subject;
    known.set("backend", found);
  }
  return known.get("backend");
}

/** A file is wherever the engine runs. Encrypted it may be: nobody reads it without the passphrase. */
function file(
  hearing: Hearing,
  subject: Subject,
  { path, text, absolute, chain }: Extract<Store, { is: "file" }>,
): readonly (Refusal | Note)[] {
  const { approvals, infrastructure } = hearing;
  const value = text === null ? {} : { value: text };
  if (subject.kind === "backend" && approvals.backends.local === true)
    return [note("state is a file on the machine that runs, which the policy approves", { path, ...value, chain })];
  if (absolute) {
    const because = `state is a file at the absolute path ${text}, on whichever machine runs`;
    return [{ verdict: "undecided", because, want, fix: `write a relative path, and ${fix}`, path, ...value, chain }];
  }
  const isData = subject.kind === "data";
  // What decrypts another stack's state stands where the backend does.
  const sealed = isData ? readsSealedOnly(backendOf(hearing)) : isSealed(subject);
  if (sealed) return [note("state is a file on the machine that runs, encrypted by the engine", { path, ...value, chain })];
  if (isData && approvals.backends.local === true)
    return [note("reads a state in a file on the machine that runs, which the policy approves", { path, ...value, chain })];
  if (isData && (infrastructure.view === "plan" || infrastructure.view === "state"))
    return [note("reads a state in a file; whether it is encrypted only the folder says", { path, ...value, chain })];
  const because = "state is a file in clear on whichever machine runs";
  return [
    {
      verdict: "undecided",
      because,
      want,
      fix: `${fix}; or let OpenTofu encrypt it (terraform.encryption), or approve backends.local in the policy`,
      path,
      ...value,
      chain,
    },
  ];
}
