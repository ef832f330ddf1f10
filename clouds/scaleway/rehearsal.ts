import type { RehearsalOverlay } from "../contract/rehearsal.ts";

/** Ids are written `fr-par/<id>`, zoned ones `fr-par-1/<id>`. */
function parts(id: string): readonly [place: string, id: string] {
  const at = id.indexOf("/");
  if (at < 0) throw new Error(`"${id}" is no regional id: it has the form region/id.`);
  return [id.slice(0, at), id.slice(at + 1)];
}

/** What the schema does not say of Scaleway, for the simulated provider. A resource that names no place is where its provider block says. */
export const rehearsal: RehearsalOverlay = {
  inventions: {
    region: ({ provider }) => provider.region ?? "fr-par",
    zone: ({ provider }) => provider.zone ?? `${String(provider.region ?? "fr-par")}-1`,
  },
  functions: {
    region_from_id: (id) => parts(String(id))[0].replace(/-\d+$/, ""),
    id_from_regional_id: (id) => parts(String(id))[1],
  },
};
