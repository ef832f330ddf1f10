import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { findPulumi, PULUMI_PINNED } from "../../engines/pulumi/find.ts";

const folder = mkdtempSync(join(tmpdir(), "terroir-find-pulumi-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, says: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\necho "${says}"\n`);
  chmodSync(path, 0o755);
  return path;
}
const good = program("pulumi", `v${PULUMI_PINNED}`);
const PATH = `${folder}:/usr/bin:/bin`;

it("takes the one that is named, before the one on the PATH", async () => {
  const named = program("other", "v3.200.1");
  expect(await findPulumi({ env: { PULUMI_BINARY_NAME: named, PATH } })).toEqual({
    path: named,
    version: "3.200.1",
    from: "PULUMI_BINARY_NAME",
  });
  expect(await findPulumi({ env: { PATH } })).toEqual({ path: good, version: PULUMI_PINNED, from: "pulumi on PATH" });
});

it.each([
  ["too old", program("old", "v3.1.0"), /Pulumi 3.1.0 is too old/],
  ["no Pulumi", program("cat", "OpenTofu v1.12.6"), /does not say that it is Pulumi/],
  ["not there", join(folder, "nothing"), /there is no .*nothing/],
])("asks for another one when what is named is %s", async (_case, named, says) => {
  await expect(findPulumi({ env: { PULUMI_BINARY_NAME: named, PATH } })).rejects.toThrow(says);
});

it("builds nothing unless it may say so, and says what is missing for it", async () => {
  const env = { PATH: join(folder, "empty"), HOME: folder };
  await expect(findPulumi({ env })).rejects.toThrow(/Install Pulumi/);
  await expect(findPulumi({ env, say: () => {} })).rejects.toThrow(/there is no Go on the PATH/);
});
