/** Mutants of what stands around the resources: the provider's endpoint, and the state. */
import { cloudFactsBySource } from "../../clouds/facts.ts";
import type { Json } from "../../guard/index.ts";
import type { Body, Mutant } from "./mutant.ts";

const blocks = (value: Json | undefined): readonly Body[] =>
  Array.isArray(value) ? (value as readonly Body[]) : value == null ? [] : [value as Body];

/** Where a stranger answers: an address that no catalogue knows. */
const STRANGER = "https://api.example.org";

export function* surroundings(document: Body): Iterable<Mutant> {
  const terraform = (document["terraform"] ?? {}) as Body;
  const sources = (terraform["required_providers"] ?? {}) as Readonly<Record<string, { readonly source?: string }>>;
  for (const [name, written] of Object.entries((document["provider"] ?? {}) as Body)) {
    const paths = cloudFactsBySource(sources[name]?.source ?? "")?.provider.endpoint?.paths ?? [];
    for (const [i, block] of blocks(written).entries())
      for (const path of paths.filter((one) => typeof block[one] === "string"))
        yield {
          kind: "moves-endpoint",
          address: `provider.${name}`,
          what: `${path}: ${JSON.stringify(block[path])} → ${STRANGER}`,
          document: {
            ...document,
            provider: {
              ...(document["provider"] as Body),
              [name]: blocks(written).map((one, j) => (i === j ? { ...one, [path]: STRANGER } : one)),
            },
          },
        };
  }
  const { encryption: _, ...open } = terraform;
  yield {
    kind: "clears-state",
    address: "terraform.backend",
    what: "a file in clear on the machine that runs",
    document: { ...document, terraform: { ...open, backend: { local: {} } } },
  };
}
