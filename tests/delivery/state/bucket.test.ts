import { describe, expect, it } from "vitest";
import { checkBucket } from "../../../delivery/doctor/index.ts";
import { layBucket } from "../../../delivery/state/bootstrap.ts";
import { objectAt } from "../../../delivery/store/s3.ts";
import { LOGIN, testStore } from "./store.ts";
import { versitygw } from "./versitygw.ts";

const WHO = { accessKeyId: LOGIN.AWS_ACCESS_KEY_ID, secretAccessKey: LOGIN.AWS_SECRET_ACCESS_KEY, where: "a test" };

describe.runIf(versitygw)("a bucket of a real store", () => {
  it("is made once, keeps versions, and passes the doctor's try, which leaves nothing behind", async () => {
    const store = await testStore();
    const at = { endpoint: store.endpoint, region: "eu", bucket: "fresh" };
    const ask = store.ask("fresh");
    expect((await checkBucket(at, WHO)).map(({ id, status }) => `${id} ${status}`)).toEqual(["store/clock ok", "store/bucket problem"]);
    const lay = async () =>
      (await layBucket(at, ({ bucket }) => store.ask(bucket))).map(({ outcome, because }) => `${outcome}: ${because}`);
    // This store's locks do not work with versions: it is tried, and left off.
    const versions = expect.stringMatching(/^yours: left off: with them this store lets nobody have a lock that was released once/);
    expect(await lay()).toEqual([expect.stringMatching(/^made/), versions]);
    expect(await lay()).toEqual([expect.stringMatching(/^there/), versions]);
    expect((await store.ask("")("GET", "")).body.toString().match(/<Name>[^<]*/g)).toEqual(["<Name>fresh"]);
    const checks = await checkBucket(at, WHO);
    expect(checks.map(({ id, status, because }) => (status === "ok" ? id : `${id} ${status}: ${because}`))).toEqual([
      "store/clock",
      "store/bucket",
      "store/quota",
      "store/lock",
      expect.stringMatching(/^store\/versions warning/),
      "store/private",
    ]);
    expect((await ask("GET", "?list-type=2")).body.toString()).not.toContain("<Key>");
    expect((await ask("PUT", "a b/ü+.json", { body: "x" })).status).toBe(200);
    expect((await objectAt(at, WHO, "a b/ü+.json"))?.toString()).toBe("x");
    expect(await objectAt(at, WHO, "nothing")).toBe(null);
    // What somebody switched on by hand cannot be taken back, and is said before a deployment fails at it.
    const versioned = { ...at, bucket: "versioned" };
    const other = store.ask("versioned");
    await other("PUT", "");
    await other("PUT", "?versioning", { body: "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>" });
    expect(await checkBucket(versioned, WHO)).toContainEqual(
      expect.objectContaining({ id: "store/lock", status: "problem", because: expect.stringMatching(/cannot be taken again/) }),
    );
    expect((await other("GET", "?versions")).body.toString()).not.toContain("<VersionId>");
    const wrong = await checkBucket(at, { ...WHO, secretAccessKey: "another" });
    expect(wrong.map(({ id, because }) => `${id}: ${because}`).at(-1)).toMatch(/store\/credentials: the secret key is not the one/);
    await store.close();
  });
});
