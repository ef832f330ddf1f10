import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { judgePlan } from "../../../delivery/gate/judge-plan.ts";
import {
  type Envelope,
  HIDDEN,
  jsonDigest,
  localSigner,
  parseEnvelope,
  publicKeyFrom,
  recordsIn,
  redacted,
  reproduce,
  type Statement,
  sensitiveTexts,
  signerFrom,
  statementIn,
  statementOf,
  untimely,
  writeRecord,
} from "../../../delivery/records/index.ts";
import { definePolicy, type Json, type Policy } from "../../../guard/index.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { testSigner } from "../run/project.ts";
import { TOKEN, type Transit, testTransit } from "../state/transit.ts";

const PLAN: Json = {
  format_version: "1.2",
  terraform_version: "1.11.4",
  planned_values: { root_module: {} },
  resource_changes: [
    {
      address: "ovh_cloud_project_storage.b",
      mode: "managed",
      type: "ovh_cloud_project_storage",
      name: "b",
      provider_name: "registry.terraform.io/ovh/ovh",
      change: {
        actions: ["create"],
        before: null,
        after: { region_name: "GRA", name: "media", service_name: "very-secret-project", encryption: { sse_algorithm: "AES256" } },
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: { service_name: true },
      },
    },
  ],
  configuration: {
    provider_config: {
      ovh: { name: "ovh", full_name: "registry.terraform.io/ovh/ovh", expressions: { endpoint: { constant_value: "ovh-eu" } } },
    },
  },
};
const policy = definePolicy({ name: "one" });
const judged = (asOf?: string, by: Policy = policy, plan: Json = PLAN, targets?: readonly string[]) =>
  judgePlan({ stack: "shop", plan, policy: by, program: undefined, terroir: "0.0.0", asOf, targets });

const statement = (): Statement =>
  statementOf(
    { plan: "0".repeat(64), "plan.json": jsonDigest(PLAN), "state.before": null },
    {
      stack: "shop",
      content: `sha256:${"1".repeat(64)}`,
      step: "deploy",
      outcome: "applied",
      judgement: judged("2026-11-28").judgement,
      changes: { add: 1, change: 0, destroy: 0, import: 0 },
      engine: { kind: "opentofu", version: "1.12.6" },
      run: {
        id: "r",
        by: "somebody",
        job: null,
        began: "2026-11-28T00:00:00.000Z",
        ended: "2026-11-28T00:00:01.000Z",
        rehearsed: false,
        recovered: false,
      },
      review: null,
    },
  );

async function signed(change: (s: Statement) => Statement = (s) => s) {
  const signer = testSigner();
  const folder = scratch();
  await writeRecord(folder, change(statement()), signer);
  const [kept] = recordsIn(folder);
  if (kept === undefined) throw new Error("nothing was written");
  return { signer, folder, ...kept, key: { keyId: signer.keyId, key: signer.publicKey } };
}

describe("a record", () => {
  it("is read back as it was signed, and only its owner reads its file", async () => {
    const { envelope, key, file } = await signed();
    expect(statementIn(envelope, [key], file)).toEqual(statement());
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("says nothing that the schema calls sensitive", async () => {
    const { envelope } = await signed();
    expect(Buffer.from(envelope.payload, "base64").toString()).not.toContain("very-secret-project");
  });

  const payload = (envelope: Envelope, change: (text: string) => string): Envelope => ({
    ...envelope,
    payload: Buffer.from(change(Buffer.from(envelope.payload, "base64").toString())).toString("base64"),
  });

  it.each([
    [
      "its verdict was changed",
      (e: Envelope) => payload(e, (text) => text.replace('"inside"', '"refused"')),
      /was changed after it was signed/,
    ],
    ["one character more stands in it", (e: Envelope) => payload(e, (text) => `${text} `), /was changed after it was signed/],
    [
      "its signature is another's",
      (e: Envelope) => ({ ...e, signatures: [{ keyid: "ab".repeat(32), sig: "" }] }),
      /signed by the key abababababababab….*none of those/,
    ],
    ["nobody signed it", (e: Envelope) => ({ ...e, signatures: [] }), /signed by nobody/],
    [
      "its signature is empty",
      (e: Envelope) => ({ ...e, signatures: e.signatures.map((s) => ({ ...s, sig: "" })) }),
      /was changed after it was signed/,
    ],
  ])("is refused when %s", async (_, change, says) => {
    const { envelope, key } = await signed();
    expect(() => statementIn(change(envelope), [key], "record.json")).toThrow(says);
  });

  it("is not believed whatever bytes stand in its payload", async () => {
    const { envelope, key } = await signed();
    const good = Buffer.from(envelope.payload, "base64");
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bad = Buffer.from(good);
        bad[at] = (bad[at] ?? 0) ^ by;
        expect(() => statementIn({ ...envelope, payload: bad.toString("base64") }, [key], "r")).toThrow(/changed after/);
      }),
      { numRuns: 50 },
    );
  });

  it.each([["{}"], ["nothing"], ['{"payload":1,"signatures":[]}']])("is none when it says %s", (text) => {
    expect(() => parseEnvelope(text, "r.json")).toThrow(/r\.json is no record/);
  });
});

describe("reproducing a record", () => {
  const evidence = (more: object = {}) => ({
    origin: "record.json",
    plan: PLAN,
    planOrigin: "plan.json",
    policy,
    judge: (asOf: string) => judged(asOf).judgement,
    ...more,
  });
  const other = definePolicy({ name: "other" });

  it("gives the same, bit for bit, however the plan is printed", () => {
    expect(() => reproduce(statement(), evidence())).not.toThrow();
    expect(() => reproduce(statement(), evidence({ plan: JSON.parse(JSON.stringify(PLAN, null, 4)) }))).not.toThrow();
  });

  it.each([
    ["plan", {}, { plan: { ...(PLAN as object), terraform_version: "1.11.5" } }, /is not the plan of this record/],
    ["policy", {}, { policy: other, judge: (day: string) => judged(day, other).judgement }, /The policy is not the one of this record/],
    [
      "catalogue",
      { catalogue: { digest: `sha256:${"2".repeat(64)}`, terroir: "0.0.9" } },
      {},
      /The catalogue is not the one of this record.*0\.0\.9/,
    ],
    [
      "verdict",
      { summary: { inside: 9, outside: 0, undecided: 0, waived: 0, notApplicable: 0 } },
      {},
      /The verdicts of record\.json are not those/,
    ],
    ["rule less", { rules: [] }, {}, /The verdicts of record\.json are not those/],
  ])("refuses another %s", (_, judgement, more, says) => {
    const one = statement();
    const changed = { ...one, predicate: { ...one.predicate, judgement: { ...one.predicate.judgement, ...judgement } } } as Statement;
    expect(() => reproduce(changed, evidence(more))).toThrow(says);
  });
});

it.each([
  ["now", 0, false],
  ["a clock a little ahead", 10 * 60_000, false],
  ["a clock an hour ahead", 3_600_000, true],
  ["no time", Number.NaN, true],
])("a record of %s is believed, or refused with both times", (_, ahead, refused) => {
  const one = statement();
  const now = Date.parse(one.predicate.run.ended) - ahead;
  const ended = Number.isNaN(ahead) ? "soon" : one.predicate.run.ended;
  const said = untimely(
    { ...one, predicate: { ...one.predicate, run: { ...one.predicate.run, ended } } },
    "r.json",
    Number.isNaN(now) ? 0 : now,
  );
  if (refused) expect(said).toMatch(/^r\.json says that it was made at .*, and here it is .*a clock is wrong/);
  else expect(said).toBe(null);
});

describe("a plan that leaves something out", () => {
  const part: Json = { ...(PLAN as object), complete: false };
  const asked = ["ovh_cloud_project_storage.b"];
  const of = (targets?: readonly string[]): Statement => {
    const { judgement } = judged("2026-11-28", policy, part, targets);
    const one = statement();
    const subject = one.subject.map((s) => (s.name === "plan.json" ? { ...s, digest: { sha256: jsonDigest(part) } } : s));
    return { ...one, subject, predicate: { ...one.predicate, judgement } };
  };
  const verified = (one: Statement) => () =>
    reproduce(one, {
      origin: "record.json",
      plan: part,
      planOrigin: "plan.json",
      policy,
      judge: (asOf) => judged(asOf, policy, part, one.predicate.judgement.targets).judgement,
    });

  it("is refused, unless it was asked for; then its record says of what it is", () => {
    const rest = (targets?: readonly string[]) =>
      judged("2026-11-28", policy, part, targets).report.findings.filter(({ address }) => address === "the rest of the plan of shop");
    expect(rest().map(({ verdict }) => verdict)).toContain("undecided");
    expect(rest(asked)).toEqual([]);
    expect(of(asked).predicate.judgement.targets).toEqual(asked);
    expect(judged("2026-11-28").judgement.targets).toEqual([]);
  });

  it("is verified as it was judged, and not where somebody wrote into its record that it was asked for, or was not", () => {
    const without = of();
    for (const one of [of(asked), without]) expect(verified(one)).not.toThrow();
    const changed = (one: Statement, targets: readonly string[]): Statement => ({
      ...one,
      predicate: { ...one.predicate, judgement: { ...one.predicate.judgement, targets } },
    });
    for (const one of [changed(without, asked), changed(of(asked), [])])
      expect(verified(one)).toThrow(/The verdicts of record\.json are not those/);
  });
});

describe("keys", () => {
  it("this user's own is made once, and nobody else reads it", () => {
    const env = { XDG_STATE_HOME: scratch() };
    const { keyId } = localSigner(env);
    expect(localSigner(env).keyId).toBe(keyId);
    expect(statSync(join(env.XDG_STATE_HOME, "terroir", "signing-key.pem")).mode & 0o077).toBe(0);
    expect(publicKeyFrom(join(env.XDG_STATE_HOME, "terroir", "signing-key.pub.pem")).keyId).toBe(keyId);
  });

  const rsa = () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }) as string;
  it.each([
    ["a file that is not there", () => "/nowhere/key.pem", /There is no signing key/],
    ["another kind of key", rsa, /a key of type rsa; records are signed with Ed25519/],
    ["no key", () => "-----BEGIN PRIVATE KEY-----\nx\n-----END PRIVATE KEY-----", /holds no private key/],
    ["a transit without its address", () => "transit:transit/x", /set BAO_ADDR and BAO_TOKEN/],
  ])("refuses %s", async (_, key, says) => {
    await expect(signerFrom(undefined, { TERROIR_SIGNING_KEY: key() })).rejects.toThrow(says);
  });

  it("does not send a token in clear", async () => {
    await expect(signerFrom("transit:x", { BAO_ADDR: "http://bao.example.eu:8200", BAO_TOKEN: "t" })).rejects.toThrow(/called in clear/);
  });
});

describe("a key in a transit engine", () => {
  let transit: Transit;
  beforeAll(async () => {
    transit = await testTransit();
    await transit.make(["delivery"], "ed25519");
  });
  afterAll(() => transit?.close());
  const signer = (token = TOKEN, key = "keys/eu/delivery") => signerFrom(`transit:${key}`, { BAO_ADDR: transit.address, BAO_TOKEN: token });

  it("signs records that its public key verifies, and under its next version those that come then", async () => {
    const first = await signer();
    await transit.rotate("delivery");
    const next = await signer();
    expect(next.keyId).not.toBe(first.keyId);
    for (const one of [first, next]) {
      const folder = scratch();
      await writeRecord(folder, statement(), one);
      const [kept] = recordsIn(folder);
      expect(kept && statementIn(kept.envelope, [{ keyId: one.keyId, key: one.publicKey }], "r")).toEqual(statement());
    }
  });

  it("says when it may not, and when the key is one that encrypts", async () => {
    await expect(signer("another")).rejects.toThrow(/the token may not do this \(403\)\. No record was signed/);
    await transit.make(["states"]);
    await expect(signer(TOKEN, "states")).rejects.toThrow(/transit:states is a key of type aes256-gcm96; records are signed with Ed25519/);
  });
});

describe("redaction", () => {
  it.each([
    ["password = hunter2hunter2", `password = ${HIDDEN}`],
    ['"admin_password": "hunter2"', `"admin_password": ${HIDDEN}`],
    ["postgres://admin:hunter2@db.example.eu/x", `postgres://${HIDDEN}@db.example.eu/x`],
    ["token hvs.CAESIJlU9XMsdtQ9PdIJ3rR8W8hX", `token ${HIDDEN}`],
    ["-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----", HIDDEN],
    ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", HIDDEN],
    ["glpat-abcdefghij0123456789", HIDDEN],
    ["Authorization: Bearer abcdef123456", `Authorization: ${HIDDEN}`],
    ["the bucket media in GRA", "the bucket media in GRA"],
    ["password = ${var.admin}", "password = ${var.admin}"],
    ["the passphrase is not the one", "the passphrase is not the one"],
  ])("%s", (text, expected) => {
    expect(redacted(text)).toBe(expected);
  });

  it("takes out whatever a plan calls sensitive, at any depth", () => {
    const secret = fc.string({ minLength: 8, maxLength: 20 }).filter((text) => /^[A-Za-z0-9]+$/.test(text));
    fc.assert(
      fc.property(secret, secret, secret, (a, b, c) => {
        const plan = {
          resource_changes: [
            { change: { before: null, after: { x: { y: [a, "open"] } }, after_sensitive: { x: { y: [true, false] } } } },
            { change: { before: { z: b }, after: null, before_sensitive: true } },
          ],
          variables: { v: { value: { deep: c } } },
          configuration: { root_module: { variables: { v: { sensitive: true } } } },
        };
        expect([...sensitiveTexts(plan)].sort()).toEqual([...new Set([a, b, c])].sort());
        const text = redacted(`${a} and ${b} and ${c}`, sensitiveTexts(plan));
        for (const one of [a, b, c]) expect(text).not.toContain(one);
      }),
      { numRuns: 50 },
    );
  });
});

it("keeps a record whole or not at all", async () => {
  const { folder } = await signed();
  mkdirSync(join(folder, "more"), { recursive: true });
  writeFileSync(join(folder, "half.json.next"), "{");
  expect(recordsIn(folder)).toHaveLength(1);
  expect(readFileSync(recordsIn(folder)[0]?.file ?? "", "utf8")).toMatch(/\n$/);
});
