import { S3Backend } from "cdktf";
import { describe, expect, it } from "vitest";
import { ovh } from "../../clouds/ovh/index.ts";
import { Bucket, SovereignStack } from "../../constructs/index.ts";
import { synthesized } from "../../testing/index.ts";

/** State in a bucket, through the whole of an app's synthesis: the library's own validations and the guard among it. */
const written = (bucket: {
  readonly name: string;
  readonly at: ReturnType<typeof ovh.outsideEu> | ReturnType<typeof ovh>;
  readonly key?: string;
}) =>
  synthesized((app) => {
    new Bucket(new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" }, state: { bucket } }), "media");
  });

describe("state in a bucket", () => {
  it.each([
    [
      { name: "states", at: ovh("SBG5") },
      { bucket: "states", key: "shop.tfstate", use_lockfile: true, encrypt: true },
    ],
    [
      { name: "states", at: ovh("GRA11"), key: "a/b.tfstate" },
      { bucket: "states", key: "a/b.tfstate" },
    ],
  ])("is written, and inside: %j", (bucket, backend) => {
    const { refusals, document } = written(bucket);
    expect(refusals).toEqual([]);
    expect(document()["terraform"]).toMatchObject({ backend: { s3: backend } });
  });

  it("may be the author's own backend, with the bucket's own lock file", () => {
    const { refusals, document } = synthesized((app) => {
      const stack = new SovereignStack(app, "shop", { at: ovh("GRA11"), account: { project: "p" } });
      const endpoints = { s3: "https://s3.gra.io.cloud.ovh.net" };
      new S3Backend(stack, { bucket: "states", key: "shop.tfstate", region: "gra", endpoints, encrypt: true, useLockfile: true });
      new Bucket(stack, "media");
    });
    expect(refusals).toEqual([]);
    expect(document()["terraform"]).toMatchObject({ backend: { s3: { bucket: "states", use_lockfile: true } } });
  });

  it("outside the EU is refused by the guard", () => {
    expect(written({ name: "states", at: ovh.outsideEu("BHS5") }).refusals).toEqual([
      expect.stringMatching(/^state\/backend: .*Beauharnois/),
    ]);
  });

  it("where no object storage is sold is refused at once", () => {
    expect(() => written({ name: "states", at: ovh("EU-WEST-LZ-BRU-A") })).toThrow(/sells no S3 object storage there/);
  });
});
