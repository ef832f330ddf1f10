import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Judgement, parseEnvelope, type Signer, type Statement, statementIn } from "../../../delivery/records/index.ts";
import { writeRecord } from "../../../delivery/records/store.ts";
import { definePolicy } from "../../../guard/index.ts";
import { scratch } from "../../rehearsal/programs.ts";
import { anyEngine, engines } from "../../rehearsal/real-engines.ts";
import { buckets, go, type More, outcomes, type Project, policy, project, testSigner, write } from "./project.ts";

const STACKS = { shop: buckets(2), later: buckets(1, { reads: { shop: ["id"] } }) };

/** A review: plans and records in a folder, signed by the review's own key. */
async function review(stacks = STACKS, asked: More = {}) {
  const here = project(stacks);
  const reviewer = testSigner();
  const planned = await go("plan", here, { out: join(here.folder, "plans"), signer: reviewer, ...asked });
  return { planned, ...deployable(here, reviewer, asked) };
}

function deployable(here: Project, reviewer: Signer, asked: More = {}) {
  const out = join(here.folder, "plans");
  const key = { keyId: reviewer.keyId, key: reviewer.publicKey };
  const deploy = (more: object = {}) =>
    go("deploy", here, { plans: out, reviewers: [key], keepGoing: true, ...asked, targets: [], ...more });
  return { here, out, key, reviewer, deploy };
}

/** The same review in a folder of its own: what is done to it touches no other. */
function copied({ here, reviewer }: Reviewed): Reviewed {
  const folder = scratch();
  cpSync(here.folder, folder, { recursive: true });
  return deployable({ ...here, folder, out: join(folder, "cdktf.out") }, reviewer);
}

type Predicate = Statement["predicate"];
type Reviewed = ReturnType<typeof deployable>;

describe.runIf(anyEngine)("plans that were reviewed", () => {
  it("are applied as they are, and nothing else is; what had to wait is reviewed next", async () => {
    const { here, out, planned, deploy, key, reviewer } = await review();
    expect(outcomes(planned)).toEqual({ shop: "changes", later: "blocked" });
    expect(readdirSync(out).sort()).toEqual(["shop.plan.json", "shop.record.json", "shop.tfplan"]);
    const first = await deploy();
    expect(outcomes(first)).toEqual({ shop: "applied", later: "refused" });
    expect(first.stacks[1]?.because).toMatch(/no record of a review/);
    // The record of the deployment names the review.
    const record = first.stacks[0]?.record ?? "";
    const text = readFileSync(record, "utf8");
    expect(
      statementIn(parseEnvelope(text, record), [{ keyId: here.signer.keyId, key: here.signer.publicKey }], record).predicate.review,
    ).toMatch(/^sha256:[0-9a-f]{64}$/);
    await go("plan", here, { out, signer: reviewer });
    expect(outcomes(await go("deploy", here, { plans: out, reviewers: [key] }))).toEqual({ shop: "unchanged", later: "applied" });
    expect(existsSync(join(here.folder, ".terroir", "rehearsal", "open", "shop.json"))).toBe(false);
  });

  let once: Promise<Reviewed> | undefined;
  const german = definePolicy({ ...policy, name: "german", countries: ["DE", "FR"] });
  it.each<readonly [string, (r: Reviewed) => unknown, object, RegExp]>([
    [
      "whose file was exchanged",
      ({ out }) => cpSync(join(out, "other.tfplan"), join(out, "shop.tfplan")),
      {},
      /not the one that was judged/,
    ],
    ["of whose file a byte was changed", ({ out }) => flipped(join(out, "shop.tfplan")), {}, /not the one that was judged/],
    ["whose file was emptied", ({ out }) => writeFileSync(join(out, "shop.tfplan"), ""), {}, /not the one that was judged/],
    ["whose record was cut off", ({ out }) => writeFileSync(join(out, "shop.record.json"), "{"), {}, /is no record/],
    [
      "whose record was changed",
      ({ out }) => edit(join(out, "shop.record.json"), (text) => text.replace(/"payload": "e/, '"payload": "f')),
      {},
      /was changed after it was signed/,
    ],
    ["that another policy judged", () => {}, { policy: german }, /judged by another policy, "tests"/],
    ["that nobody trusted signed", () => {}, { reviewers: [stranger()] }, /none of those that are trusted/],
    ["of a stack that changed since", ({ here }) => write({ ...STACKS, shop: buckets(3) }, here.out), {}, /its content changed since/],
    ["older than the state", ({ here }) => go("deploy", here, { only: ["shop"] }), {}, /older than the state/],
    ["whose catalogue was another", (r) => resigned(r), {}, /judged by another catalogue, that of terroir 0\.0\.1/],
    ["from a clock an hour ahead", (r) => anHourAhead(r), {}, /a clock is wrong, on that machine or on this one/],
    ["without its file", ({ out }) => rmSync(join(out, "shop.tfplan")), {}, /its plan is not/],
  ])("%s: refused", async (_, change, more, says) => {
    once ??= review({ shop: buckets(1), other: buckets(1) } as unknown as typeof STACKS);
    const reviewed = copied(await once);
    await change(reviewed);
    const result = await reviewed.deploy({ only: ["shop"], ...more });
    expect(outcomes(result)).toEqual({ shop: "refused" });
    const [one] = result.stacks;
    expect(one?.because ?? one?.failure?.causes.join()).toMatch(says);
  });
});

/** The engine that says of a plan that it is not the whole. */
const terraform = engines.find(([kind]) => kind === "terraform")?.[1];

it.runIf(anyEngine)("papers that were cut off are named, and nothing is left running", async () => {
  const here = project({ shop: buckets(1) });
  const open = join(here.folder, ".terroir", "rehearsal", "open");
  mkdirSync(open, { recursive: true });
  writeFileSync(join(open, "shop.lost"), "[{");
  await expect(go("deploy", here)).rejects.toThrow(/shop\.lost cannot be read/);
  expect(existsSync(join(here.folder, ".terroir", "rehearsal", "world.json.host"))).toBe(false);
});

it.runIf(terraform)("a part that a review was asked for is applied as such, and refused where its record does not say so", async () => {
  const targets = ["ovh_cloud_project_storage.b0"];
  const reviewed = await review({ shop: buckets(2) } as unknown as typeof STACKS, { targets, ...(terraform && { engine: terraform }) });
  expect(outcomes(reviewed.planned)).toEqual({ shop: "changes" });
  const kept = join(reviewed.out, "kept.json");
  cpSync(join(reviewed.out, "shop.record.json"), kept);
  await judgedElse(reviewed, { targets: [] });
  const [refused] = (await reviewed.deploy()).stacks;
  expect(refused).toMatchObject({ outcome: "refused", report: { verdict: "refused" } });
  expect(refused?.report?.findings.map(({ address }) => address)).toContain("the rest of the plan of shop");

  cpSync(kept, join(reviewed.out, "shop.record.json"));
  const [applied] = (await reviewed.deploy()).stacks;
  expect(applied).toMatchObject({ outcome: "applied", counts: { add: 1 } });
  const file = applied?.record ?? "";
  const { signer } = reviewed.here;
  const statement = statementIn(parseEnvelope(readFileSync(file, "utf8"), file), [{ keyId: signer.keyId, key: signer.publicKey }], file);
  expect(statement.predicate.judgement.targets).toEqual(targets);
});

function flipped(file: string): void {
  const bytes = readFileSync(file);
  bytes[400] = (bytes[400] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

const edit = (file: string, change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, "utf8")));
function stranger() {
  const { keyId, publicKey } = testSigner();
  return { keyId, key: publicKey };
}

/** What a review with another release's facts would have signed. */
const resigned = (reviewed: Reviewed): Promise<void> =>
  judgedElse(reviewed, { catalogue: { digest: `sha256:${"0".repeat(64)}`, terroir: "0.0.1" } });

const judgedElse = (reviewed: Reviewed, other: Partial<Judgement>): Promise<void> =>
  signedElse(reviewed, (predicate) => ({ ...predicate, judgement: { ...predicate.judgement, ...other } }));

const anHourAhead = (reviewed: Reviewed): Promise<void> =>
  signedElse(reviewed, (predicate) => ({
    ...predicate,
    run: { ...predicate.run, ended: new Date(Date.now() + 3_600_000).toISOString() },
  }));

async function signedElse({ out, key, reviewer }: Reviewed, change: (one: Predicate) => Predicate): Promise<void> {
  const file = join(out, "shop.record.json");
  const statement = statementIn(parseEnvelope(readFileSync(file, "utf8"), file), [key], file);
  const written = await writeRecord(join(out, "again"), { ...statement, predicate: change(statement.predicate) }, reviewer);
  cpSync(written, file);
}
