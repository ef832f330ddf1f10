/** Profiles in SARIF are taxonomies: each control a taxon with what became of it, each finding with the controls that its rule serves. */
import type { Assessment, Finding } from "../../guard/index.ts";

export function taxonomiesOf(profiles: readonly Assessment[]): object {
  if (profiles.length === 0) return {};
  return {
    taxonomies: profiles.map(({ profile, title, version, date, statement, status, decidedBy, source, seen, summary, controls, score }) => ({
      name: profile,
      fullName: title,
      version,
      releaseDateUtc: date,
      shortDescription: { text: statement },
      properties: { status, decidedBy, source, seen, summary, ...(score !== undefined && { score }) },
      taxa: controls.map(({ id, asks, status: found, code, because, documents }) => ({
        id,
        shortDescription: { text: asks },
        properties: { status: found, ...(code !== null && { code }), because, ...(documents.length > 0 && { documents }) },
      })),
    })),
  };
}

/** Controls that a finding's rule serves, in the profiles that were asked for. */
export function taxaOf(profiles: readonly Assessment[], { rule }: Finding): object {
  const taxa = profiles.flatMap(({ profile, controls }, toolIndex) =>
    controls.flatMap(({ id, rules }, index) =>
      rules.includes(rule) ? [{ id, index, toolComponent: { name: profile, index: toolIndex } }] : [],
    ),
  );
  return taxa.length === 0 ? {} : { taxa };
}
