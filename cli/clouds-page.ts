import type { AnyCloud } from "../clouds/contract/index.ts";
import { CLOUDS } from "../clouds/registry/clouds.ts";

/** The page of the guide that says what each cloud offers, what it does otherwise, and what it lacks: written from the clouds themselves. */
export function cloudsPage(): string {
  const clouds = CLOUDS as unknown as readonly AnyCloud[];
  const concepts = [...new Set(clouds.flatMap(({ lower, absent }) => [...Object.keys(lower), ...Object.keys(absent ?? {})]))].sort();
  const rows = concepts.map((concept) => `| ${concept} | ${clouds.map((cloud) => (concept in cloud.lower ? "yes" : "–")).join(" | ")} |`);
  return `# What each cloud offers

This page is written from the clouds themselves. A concept that a cloud does not offer does not compile at its places; where only running can know, the error
says the same as this page.

| concept | ${clouds.map(({ name }) => name).join(" | ")} |
| --- | ${clouds.map(() => "---").join(" | ")} |
${rows.join("\n")}

${clouds.map(section).join("\n")}`;
}

function section({ name, provider, further = [], remarks = {}, absent = {} }: AnyCloud): string {
  const through = [provider, ...further].map(({ source, version }) => `\`${source}\` ${version}`).join(", ");
  const otherwise = Object.entries(remarks).flatMap(([concept, said = []]) => said.map((one) => `- \`${concept}\`: ${one}`));
  const lacking = Object.entries(absent).map(([concept, { because, instead }]) => `- no \`${concept}\`. ${because} ${instead}`);
  const lines = [...otherwise, ...lacking];
  return `## ${name}

Entry \`terroir/${name}\`, through ${through}.
${lines.length > 0 ? `\n${lines.join("\n")}\n` : ""}`;
}
