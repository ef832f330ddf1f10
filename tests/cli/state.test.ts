import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { synthesized } from "../delivery/graph/folders.ts";
import { anyEngine } from "../rehearsal/real-engines.ts";
import { folderWith, terroir } from "./terroir.ts";

const S3 = {
  bucket: "acme-states",
  key: "shop.tfstate",
  region: "gra",
  endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" },
  encrypt: true,
  use_lockfile: true,
};

/** A project with one stack, whose state lies in a bucket under a passphrase and reads another's under a key file. */
function here() {
  const folder = folderWith({});
  const encryption = {
    key_provider: {
      pbkdf2: { shop: { passphrase: "${var.shop_key}" }, net: { passphrase: '${trimspace(file("../../../keys/net.key"))}' } },
    },
    method: { aes_gcm: { shop: { keys: "${key_provider.pbkdf2.shop}" } } },
    state: { method: "method.aes_gcm.shop", enforced: true },
  };
  synthesized(
    { shop: { terraform: { backend: { s3: S3 }, encryption }, document: { variable: { shop_key: { sensitive: true } } } } },
    join(folder, "cdktf.out"),
  );
  const env = {
    XDG_STATE_HOME: join(folder, "user"),
    XDG_CACHE_HOME: undefined,
    HOME: folder,
    AWS_ACCESS_KEY_ID: undefined,
    AWS_SECRET_ACCESS_KEY: undefined,
  };
  const run = (...args: string[]) =>
    terroir(args, {
      cwd: folder,
      env: { ...env, XDG_CACHE_HOME: process.env["XDG_CACHE_HOME"] ?? join(process.env["HOME"] ?? "", ".cache") },
    });
  return { folder, run };
}

describe("terroir state bootstrap", () => {
  it("makes what is missing once, in a rehearsal without asking anybody", () => {
    const { folder, run } = here();
    const laid = (text: string) =>
      (JSON.parse(text) as { laid: { what: string; outcome: string }[] }).laid.map(({ what, outcome }) => `${outcome}: ${what}`);
    const first = run("state", "bootstrap", "cdktf.out", "--rehearse", "--json");
    expect([first.code, laid(first.stdout)]).toEqual([
      0,
      [
        "made: the bucket acme-states at https://s3.gra.io.cloud.ovh.net",
        "changed: versions in acme-states",
        "yours: the passphrase shop_key",
        "made: the key file keys/net.key",
      ],
    ]);
    expect(existsSync(join(folder, "keys", "net.key"))).toBe(false);
    const again = run("state", "bootstrap", "cdktf.out", "--rehearse");
    expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/there already +the bucket acme-states[\s\S]*A rehearsal/)]);
  });

  it("makes keys for real, and says which store it could not ask", () => {
    const { folder, run } = here();
    const real = run("state", "bootstrap", "cdktf.out");
    expect([real.code, real.stdout]).toEqual([3, expect.stringMatching(/FAILED +the bucket acme-states .*AWS_ACCESS_KEY_ID/)]);
    expect(statSync(join(folder, "keys", "net.key")).mode & 0o777).toBe(0o600);
    expect(real.stdout).not.toContain(readFileSync(join(folder, "keys", "net.key"), "utf8").trim());
  });
});

describe.runIf(anyEngine)("terroir doctor", () => {
  it("tells what would fail, and what to do", () => {
    const { run } = here();
    const looked = run("doctor", "cdktf.out", "--json");
    const { ok, checks } = JSON.parse(looked.stdout) as { ok: boolean; checks: { id: string; status: string; fix: string }[] };
    expect([looked.code, ok]).toEqual([1, false]);
    expect(checks.map(({ id, status }) => `${id} ${status}`)).toEqual(
      expect.arrayContaining([
        "machine/node ok",
        "project/repository unknown",
        "store/credentials problem",
        "key/passphrase problem",
        "key/file problem",
      ]),
    );
    for (const { status, fix } of checks) expect(status !== "problem" || fix !== "").toBe(true);
    const rehearsed = run("doctor", "cdktf.out", "--rehearse");
    expect([rehearsed.code, rehearsed.stdout]).toEqual([0, expect.stringMatching(/a rehearsal needs none of them[\s\S]*0 would fail/)]);
  });
});
