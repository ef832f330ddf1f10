import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { CloudFacts } from "../../clouds/contract/index.ts";
import { ROOT } from "../architecture/house.ts";

/** A cloud that somebody adds, with a company that the catalogue does not know. */
vi.mock("../../clouds/registry/facts.ts", async (original) => {
  const { FACTS } = (await original()) as { readonly FACTS: readonly CloudFacts[] };
  const at = { country: "FR", city: "Lille", by: "its founders", source: "https://acme.example/legal", seen: "2026-11-28" } as const;
  const acme = { id: "acme", name: "Acme (invented)", seat: at, control: at, laws: [] } as const;
  return { FACTS: [...FACTS, { ...FACTS[0], cloud: "acme", sources: ["acme/acme"], operator: "acme", operators: [acme] }] };
});

it("knows under terroir/catalogue the operators that clouds bring, as the guard does", async () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    readonly exports: { readonly "./catalogue": { readonly "terroir-source": string } };
  };
  const entry = (await import(join(ROOT, exports["./catalogue"]["terroir-source"]))) as typeof import("../../clouds/catalogue.ts");
  const guard = await import("../../clouds/operators.ts");
  expect(entry.operator("acme")?.name).toBe("Acme (invented)");
  expect(entry.operatorOn("acme", "2026-11-28")).toBe(guard.operatorOn("acme", "2026-11-28"));
  expect(entry.operatorIds()).toEqual(guard.operatorIds());
  expect(entry.OPERATORS).toBe(guard.OPERATORS);
  expect(entry.operator("ovhcloud") ?? entry.operator("ovh")).toBeDefined();
});
