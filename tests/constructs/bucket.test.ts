import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { Bucket, type BucketProps, DataCentre, Identity } from "../../constructs/index.ts";
import { ofType, only, refusal, stackAt, written } from "./in-stack.ts";

const BUCKET = "ovh_cloud_project_storage";
const named = (stack: ReturnType<typeof stackAt>) =>
  Object.fromEntries(Object.values(ofType(stack, BUCKET)).map((args) => [String(args["name"]).replace(/-[0-9a-f]{8}$/, ""), args]));

describe("a bucket", () => {
  it("is private, encrypted and versioned, and named so that nobody else has the name", () => {
    const stack = stackAt(undefined, "team-shop");
    const bucket = new Bucket(stack, "media");
    expect(only(stack, BUCKET)).toEqual({
      service_name: "p",
      region_name: "GRA",
      name: expect.stringMatching(/^shop-media-[0-9a-f]{8}$/),
      encryption: { sse_algorithm: "AES256" },
      versioning: { status: "enabled" },
      hide_objects: true,
      tags: { owner: "team-shop" },
    });
    expect(bucket.endpoint).toBe("https://s3.gra.io.cloud.ovh.net");
    expect(bucket.region).toBe("gra");
    expect(bucket.resources).toHaveLength(1);
  });

  it("has the name that is said, exactly", () => {
    const stack = stackAt();
    new Bucket(stack, "media", { name: "acme-media" });
    expect(only(stack, BUCKET)["name"]).toBe("acme-media");
  });

  it("has a name that the engine makes unique where the project is a variable", () => {
    const stack = stackAt();
    (stack as { account: Record<string, string> }).account = {};
    new Bucket(stack, "media");
    expect(only(stack, BUCKET)["name"]).toBe('shop-media-${substr(sha256(join("", [var.ovh_project, "/shop/media"])), 0, 8)}');
  });

  it("copies to a place, where a bucket of the same protections is made", () => {
    const stack = stackAt();
    new Bucket(stack, "media", { replicateTo: ovh("SBG5"), lock: { mode: "governance", days: 30 } });
    const { "shop-media": from, "shop-media-replica-bucket": to } = named(stack);
    expect(from).toMatchObject({
      region_name: "GRA",
      object_lock: { status: "enabled", rule: { mode: "governance", period: "P30D" } },
      replication: {
        rules: [
          {
            id: "to-sbg5",
            destination: { region: "SBG", name: expect.stringContaining("ovh_cloud_project_storage.media_replica_bucket") },
          },
        ],
      },
    });
    expect(to).toMatchObject({
      region_name: "SBG",
      versioning: { status: "enabled" },
      object_lock: { status: "enabled", rule: { period: "P30D" } },
    });
    expect(to).not.toHaveProperty("replication");
  });

  it("copies to buckets of one's own, wherever they are declared", () => {
    const stack = stackAt();
    const south = new Bucket(new DataCentre(stack, "south", { at: ovh("SBG5") }), "copies");
    new Bucket(stack, "media", { replicateTo: [south, ovh("EU-WEST-PAR")] });
    expect(named(stack)["shop-media"]).toMatchObject({
      replication: {
        rules: [
          { priority: 1, destination: { region: "SBG" } },
          { priority: 2, destination: { region: "EU-WEST-PAR" } },
        ],
      },
    });
  });

  it("grants nothing but what was granted, once", () => {
    const stack = stackAt();
    const media = new Bucket(stack, "media", { name: "acme-media" });
    const logs = new Bucket(stack, "logs", { name: "acme-logs" });
    const reader = new Identity(stack, "reader");
    media.grantRead(reader);
    media.grantRead(reader);
    logs.grantWrite(reader, { prefix: "shop/" });
    const [policy, ...more] = Object.values(written(stack).resource["ovh_cloud_project_user_s3_policy"] ?? {});
    expect(more).toEqual([]);
    const text = JSON.stringify(policy?.["policy"]);
    expect(text).toContain("s3:GetObject");
    expect(text).toContain("shop/");
    expect(text).not.toContain("s3:*");
    expect(text).not.toContain("Principal");
  });

  it("ages objects as rules say", () => {
    const stack = stackAt();
    new Bucket(stack, "logs", {
      lifecycle: {
        old: { expireOldVersionsAfter: 30, abortUploadsAfter: 7 },
        cold: { prefix: "a/", expireAfter: 400, moves: [{ after: 90, to: "archive" }] },
      },
    });
    expect(only(stack, "ovh_cloud_project_storage_object_bucket_lifecycle_configuration")["rules"]).toEqual([
      {
        id: "old",
        status: "enabled",
        noncurrent_version_expiration: { noncurrent_days: 30 },
        abort_incomplete_multipart_upload: { days_after_initiation: 7 },
      },
      {
        id: "cold",
        status: "enabled",
        filter: { prefix: "a/" },
        expiration: { days: 400 },
        transitions: [{ days: 90, storage_class: "DEEP_ARCHIVE" }],
      },
    ]);
  });

  it("may be protected from the engine", () => {
    const stack = stackAt();
    new Bucket(stack, "ledger", { protect: true });
    expect(only(stack, BUCKET)["lifecycle"]).toEqual({ prevent_destroy: true });
  });

  it.each<[string, BucketProps, string]>([
    [
      "a name with capitals",
      { name: "Media" },
      'shop/media: { name: "Media" } is no bucket name: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.',
    ],
    [
      "a name too short",
      { name: "ab" },
      'shop/media: { name: "ab" } is no bucket name: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.',
    ],
    [
      "a name that is a path",
      { name: "a/../b" },
      'shop/media: { name: "a/../b" } is no bucket name: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.',
    ],
    [
      "a lock for no time",
      { lock: { mode: "compliance", days: 0 } },
      "shop/media: { lock: { days: 0 } } is no time: say whole days, 1 or more.",
    ],
    [
      "a lock without versions",
      { versioned: false, lock: { mode: "compliance", days: 1 } },
      "shop/media: { lock } needs versions: without them an object is overwritten, which no lock prevents. Leave out { versioned: false }.",
    ],
    [
      "copies without versions",
      { versioned: false, replicateTo: ovh("SBG5") },
      "shop/media: { replicateTo } needs versions: copies are made of versions. Leave out { versioned: false }.",
    ],
    [
      "a copy beside itself",
      { replicateTo: ovh("GRA11") },
      "shop/media: { replicateTo } names ovh:GRA11, where the bucket itself stands: a copy protects when it is elsewhere.",
    ],
    [
      "a rule that does nothing",
      { lifecycle: { a: {} } },
      'shop/media: lifecycle rule "a" does nothing: say { expireAfter }, { expireOldVersionsAfter }, { abortUploadsAfter } or { moves }.',
    ],
    ["no days", { lifecycle: { a: { expireAfter: 0.5 } } }, 'shop/media: lifecycle rule "a" says 0.5 days; say a whole number, 1 or more.'],
    [
      "deleting what is locked",
      { lock: { mode: "governance", days: 90 }, lifecycle: { a: { expireAfter: 30 } } },
      'shop/media: lifecycle rule "a" removes objects after 30 days, while the lock keeps them for 90. Make it 90 or more.',
    ],
    [
      "moving what is deleted",
      { lifecycle: { a: { expireAfter: 30, moves: [{ after: 60, to: "archive" }] } } },
      'shop/media: lifecycle rule "a" moves objects after 60 days and deletes them after 30: the move comes too late.',
    ],
    [
      "a key of your own",
      { key: { keyRingId: "r", keyId: "k" } },
      "shop/media: Bucket shop-media wants a key of your own, which OVHcloud's buckets do not take: they are encrypted with the operator's key. Leave out { key }, or encrypt the objects before they are sent.",
    ],
  ])("refuses %s", (_what, props, message) => expect(refusal(() => new Bucket(stackAt(), "media", props))).toBe(message));

  it("refuses a copy outside the policy, whatever a cast hides", () => {
    const outside = ovh.outsideEu("BHS5") as unknown as ReturnType<typeof ovh<"SBG5">>;
    expect(refusal(() => new Bucket(stackAt(), "media", { replicateTo: outside }))).toMatch(
      /^shop\/media\/replica would stand at ovh:BHS5, which is in Beauharnois \(CA\), outside the countries/,
    );
  });

  it("refuses a copy to another location under another name: GRA9 is GRA11's own", () => {
    expect(refusal(() => new Bucket(stackAt(), "media", { replicateTo: ovh("GRA9") }))).toBe(
      "shop/media: Bucket shop-media would be copied to GRA9, which shares the object storage of GRA with it: a copy protects when it is elsewhere. Choose a region of another location.",
    );
  });

  it("refuses a copy to a bucket that keeps no versions", () => {
    const stack = stackAt();
    const plain = new Bucket(new DataCentre(stack, "south", { at: ovh("SBG5") }), "plain", { versioned: false });
    expect(refusal(() => new Bucket(stack, "media", { replicateTo: plain }))).toBe(
      "shop/media: { replicateTo } names shop/south/plain, which keeps no versions: copies are made of versions. Make it { versioned: true }.",
    );
  });
});
