import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { obtained } from "../obtained.ts";

/**
 * A Vault server, whose transit engine is a real one: 1.14.8 is the last release that is free software (MPL-2.0). It takes some minutes to build, so only
 * where `TERROIR_VAULT` is set.
 */
export function vault(): string | undefined {
  if ((process.env["TERROIR_VAULT"] ?? "") === "") return undefined;
  const folder = obtained("vault", "1.14.8", (around) => {
    // In a module of its own: `go install` takes none that replaces others.
    writeFileSync(join(around, "go.mod"), "module around\n\ngo 1.21\n\nrequire github.com/hashicorp/vault v1.14.8\n");
    return ["env", ["CGO_ENABLED=0", "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", "vault", "github.com/hashicorp/vault"]];
  });
  return folder === undefined ? undefined : join(folder, "vault");
}
