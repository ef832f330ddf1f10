import { memberCountries, nameOf, operatorStanding, regionStanding } from "../../approvals.ts";
import { type Store, storesOf } from "../../backend.ts";
import { candidates } from "../../decide.ts";
import type { Hearing } from "../../hearing.ts";
import type { Subject } from "../../infrastructure.ts";
import { shelfOf } from "../../per-sort.ts";
import { regionOf } from "../../regions.ts";
import { all, defineRule, type Note, note, nothingToJudge, type Refusal } from "../../rule.ts";
import { inClear, isSealed, keysInClear, readsSealedOnly } from "../../state-encryption.ts";
import { keyHolders } from "../../state-keys.ts";

const want = "a store in an approved place, under an approved operator";
const fix = 'keep state in an approved place: backend "s3" with endpoints.s3 = "https://s3.gra.io.cloud.ovh.net"';

export default defineRule({
  id: "state/backend",
  title: "State is kept in an approved place, and not in clear",
  why: "State holds every password and key that the infrastructure has. Where it lies, it can be read and ordered handed over.",
  controls: ["GEO-3", "SecNumCloud:19.2.d", "CADA:1.1.c", "NIS2-IR:9.2.a"],
  on: ["backend", "data"],
  check(_backend, _options, { hearing, subject }) {
    if (subject.kind === "data" && subject.type !== "terraform_remote_state") return nothingToJudge;
    const prefix = subject.kind === "data" ? "config." : "";
    const keys = subject.kind === "data" ? [] : keyHolders(hearing, subject);
    return all([
      ...(subject.kind === "data" ? [] : keysInClear(subject)),
      ...keys.flatMap((holder) => ruling(hearing, subject, holder, "its key")),
      ...typesOf(subject).flatMap((type) =>
        typeof type !== "string"
          ? [type]
          : [
              ...storesOf(hearing, subject, type, prefix).flatMap((store) => ruling(hearing, subject, store)),
              ...inClear(subject, prefix, type),
            ],
      ),
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

function typesOf(subject: Subject): readonly (string | Refusal)[] {
  if (subject.kind === "backend") return [subject.type];
  return subject.read("backend").flatMap(({ path, value }) =>
    candidates(value).map((one): string | Refusal =>
      one.is === "text"
        ? one.text
        : {
            verdict: "undecided",
            because: "which backend it reads is not known",
            want,
            fix: "write backend as a literal",
            path,
            chain: one.chain,
          },
    ),
  );
}

function ruling(hearing: Hearing, subject: Subject, store: Store, what = "state"): readonly (Refusal | Note)[] {
  const { approvals, knowledge, day } = hearing;
  const { chain } = store;
  switch (store.is) {
    case "approved":
      return [];
    case "file":
      return file(hearing, subject, store);
    case "unknown":
      return [{ verdict: "undecided", because: `where ${what} is kept is not known: ${store.cause}`, want, fix, path: store.path, chain }];
    case "stranger": {
      const because = `${what} is kept at ${store.text}, and the catalogue does not know who answers there`;
      return [
        {
          verdict: "undecided",
          because,
          want,
          fix: `${fix}; or add the host to the policy's endpoints`,
          path: store.path,
          value: store.text,
          chain,
        },
      ];
    }
    case "company": {
      const operator = knowledge.operator(store.operator, day);
      const standing = operator && operatorStanding(approvals, operator, day);
      const because = `${what} is kept by ${operator?.name ?? store.operator}: ${standing?.because ?? "the catalogue does not know it"}`;
      if (standing?.approved !== true) return [{ because, want, fix, value: store.operator, chain }];
      return [{ verdict: "undecided", because: `${what} is kept by ${operator?.name}, and nothing says where`, want, fix, chain }];
    }
    case "address":
      return address(hearing, store, what);
  }
}

function address(
  { approvals, knowledge, day }: Hearing,
  { answerer, path, text, chain }: Extract<Store, { is: "address" }>,
  what: string,
): readonly Refusal[] {
  const at = { want, fix, path, value: text, chain };
  const operator = knowledge.operator(answerer.operator, day);
  const standing = operator && operatorStanding(approvals, operator, day);
  if (standing?.approved !== true)
    return [
      {
        because: `${what} is kept by ${operator?.name ?? answerer.operator}: ${standing?.because ?? "the catalogue does not know it"}`,
        ...at,
      },
    ];
  const region = answerer.facts === undefined || answerer.region === undefined ? undefined : regionOf(answerer.facts, answerer.region);
  if (region !== undefined && answerer.facts !== undefined) {
    const place = regionStanding(approvals, answerer.facts, region, day);
    return place.approved ? [] : [{ because: `${what} is kept in ${region.city}: ${place.because}`, ...at }];
  }
  if (answerer.country === undefined)
    return [{ verdict: "undecided", because: `${what} is kept at ${text}, which says nothing of the place`, ...at }];
  if (memberCountries(approvals.countries, day).includes(answerer.country)) return [];
  return [{ because: `${what} is kept in ${nameOf(answerer.country)}`, ...at }];
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
