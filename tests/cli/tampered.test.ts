import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, cpSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { buckets, project, write } from "../delivery/run/project.ts";
import { scratch } from "../rehearsal/programs.ts";
import { anyEngine } from "../rehearsal/real-engines.ts";
import { type Ended, terroir } from "./terroir.ts";

const STACKS = { net: buckets(1), shop: buckets(1) };
const SLOW = { timeout: 600_000 };

/** A project, a review of it by a key of its own, and whatever somebody does to it before the job that deploys. */
describe.runIf(anyEngine)("a plan, a record, a policy or a catalogue that somebody tampered with", () => {
  const { folder, out } = project(STACKS);
  const env = { XDG_STATE_HOME: join(folder, "user"), XDG_CACHE_HOME: join(folder, "cache") };
  const run = (...args: readonly string[]): Ended => terroir(args, { cwd: folder, env });
  const deploy = (plans: string, ...more: readonly string[]): Ended =>
    run(
      "deploy",
      "cdktf.out",
      "--rehearse",
      "--only",
      "net",
      "--plans",
      plans,
      "--require-record-from",
      "review.pub.pem",
      ...(more.length > 0 ? more : POLICY),
    );
  const POLICY = ["--policy", "policy.json"];
  beforeAll(() => {
    writeFileSync(join(folder, "policy.json"), JSON.stringify({ name: "tests", backends: { local: true } }));
    writeFileSync(join(folder, "other.json"), JSON.stringify({ name: "lax", countries: ["FR", "CH"], backends: { local: true } }));
    for (const name of ["review", "stranger"]) {
      const { privateKey, publicKey } = generateKeyPairSync("ed25519");
      writeFileSync(join(folder, `${name}.pem`), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
      writeFileSync(join(folder, `${name}.pub.pem`), publicKey.export({ type: "spki", format: "pem" }));
    }
    for (const [name, key] of [
      ["reviewed", "review.pem"],
      ["strange", "stranger.pem"],
    ] as const)
      expect(run("plan", "cdktf.out", "--rehearse", ...POLICY, "--out", name, "--sign-with", key).code).toBe(0);
  }, SLOW.timeout);

  /** A copy of the review, changed. */
  const tampered = (change: (plans: string) => void): string => {
    const plans = join(scratch(), "plans");
    cpSync(join(folder, "reviewed"), plans, { recursive: true });
    change(plans);
    return plans;
  };
  const edit = (file: string, change: (text: string) => string): void => writeFileSync(file, change(readFileSync(file, "utf8")));
  const inside = (file: string, change: (text: string) => string): void =>
    edit(file, (text) => {
      const envelope = JSON.parse(text) as { payload: string };
      const payload = Buffer.from(change(Buffer.from(envelope.payload, "base64").toString())).toString("base64");
      return JSON.stringify({ ...envelope, payload });
    });

  it.each<readonly [what: string, plans: () => string, says: RegExp]>([
    [
      "the plan was exchanged",
      () => tampered((plans) => cpSync(join(plans, "shop.tfplan"), join(plans, "net.tfplan"))),
      /The plan is not the one that was judged/,
    ],
    [
      "the plan got one byte more",
      () => tampered((plans) => appendFileSync(join(plans, "net.tfplan"), "x")),
      /The plan is not the one that was judged/,
    ],
    [
      "the record says another verdict",
      () =>
        tampered((plans) => inside(join(plans, "net.record.json"), (text) => text.replace('"verdict":"inside"', '"verdict":"refused"'))),
      /was changed after it was signed/,
    ],
    ["somebody else signed the record", () => join(folder, "strange"), /was signed by the key .*none of those that are trusted here/],
    [
      "it is the record, and the plan, of another stack",
      () =>
        tampered((plans) => {
          for (const end of ["tfplan", "record.json"]) cpSync(join(plans, `shop.${end}`), join(plans, `net.${end}`));
        }),
      /The record is about the stack shop, not net/,
    ],
    ["there is no record", () => scratch(), /no record of a review/],
  ])("%s: refused in its own words", SLOW, (_, plans, says) => {
    const ended = deploy(plans());
    expect([ended.code === 0 ? "applied" : "refused", `${ended.stdout}${ended.stderr}`]).toEqual(["refused", expect.stringMatching(says)]);
  });

  it("the policy is another one: refused", SLOW, () => {
    const ended = deploy("reviewed", "--policy", "other.json");
    expect([ended.code, ended.stdout]).toEqual([1, expect.stringMatching(/judged by another policy, "tests" .*the one here is "lax"/)]);
    const verified = run(
      "verify",
      "reviewed/net.record.json",
      "reviewed/net.plan.json",
      "--key",
      "review.pub.pem",
      "--policy",
      "other.json",
    );
    expect([verified.code, verified.stderr]).toEqual([1, expect.stringMatching(/The policy is not the one of this record/)]);
  });

  it("the catalogue was edited on disk: refused, though it names the same release", SLOW, () => {
    const package_ = scratch();
    for (const name of readdirSync(ROOT)) if (name !== "dist") symlinkSync(join(ROOT, name), join(package_, name));
    cpSync(join(ROOT, "dist"), join(package_, "dist"), { recursive: true });
    const edited = tamperedCatalogue(join(package_, "dist"));
    const there = { cwd: folder, env };
    const args = [
      "deploy",
      "cdktf.out",
      "--rehearse",
      "--only",
      "net",
      "--plans",
      "reviewed",
      "--require-record-from",
      "review.pub.pem",
      ...POLICY,
    ];
    const ended = terroir(args, there, join(package_, "dist", "cli", "terroir.cjs"));
    expect([edited, ended.code, `${ended.stdout}${ended.stderr}`]).toEqual([
      true,
      1,
      expect.stringMatching(/judged by another catalogue[\s\S]*its files were changed/),
    ]);
    const verify = ["verify", "reviewed/net.record.json", "reviewed/net.plan.json", "--key", "review.pub.pem", ...POLICY];
    const verified = terroir(verify, there, join(package_, "dist", "cli", "terroir.cjs"));
    expect([verified.code, verified.stderr]).toEqual([
      1,
      expect.stringMatching(/The catalogue is not the one of this record[\s\S]*its files were changed/),
    ]);
  });

  it("the stack changed since, or somebody deployed since: refused; and nothing of all this was applied", SLOW, () => {
    write({ ...STACKS, net: buckets(2) }, out);
    expect(deploy("reviewed").stdout).toMatch(/its content changed since/);
    write(STACKS, out);
    const world = run("outputs", "cdktf.out", "--rehearse", "--only", "net", ...POLICY, "--json");
    expect(world.stdout).toMatch(/it is not deployed/);
    expect(run("deploy", "cdktf.out", "--rehearse", "--only", "net", ...POLICY).code).toBe(0);
    expect(deploy("reviewed").stdout).toMatch(/The plan is older than the state/);
  });
});

/** Moves a city, as somebody might who wants a place to pass. Whether there was one to move. */
function tamperedCatalogue(dist: string): boolean {
  let found = false;
  for (const name of readdirSync(join(dist, "chunks"))) {
    const file = join(dist, "chunks", name);
    const text = readFileSync(file, "utf8");
    if (!/\.[cm]?js$/.test(name) || !text.includes("Gravelines")) continue;
    writeFileSync(file, text.replaceAll("Gravelines", "Calais"));
    found = true;
  }
  return found;
}
