import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

it("runs as it stands", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "acme-"));
  process.env["CDKTF_OUTDIR"] = join(scratch, "cdktf.out");
  try {
    await import("../main.ts");
    expect(existsSync(join(scratch, "cdktf.out", "stacks", "books", "cdk.tf.json"))).toBe(true);
  } finally {
    delete process.env["CDKTF_OUTDIR"];
    rmSync(scratch, { recursive: true, force: true });
  }
});
