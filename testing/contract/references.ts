import type { AnyCloud, Draft } from "../../clouds/contract/index.ts";
import { furtherType, type LoadedSchema, type Schema } from "../../clouds/schema/index.ts";
import type { Attempt } from "./attempt.ts";

/** References that lead nowhere: to a resource that was not drafted, or to an attribute that its type does not have. One line each. */
export function referenceProblems(cloud: AnyCloud, schema: LoadedSchema, { drafts, lookUps, outputs }: Attempt): readonly string[] {
  const names = [cloud.provider, ...(cloud.further ?? [])].map(({ name }) => name).join("|");
  const reference = new RegExp(`(?<![\\w.-])(data\\.)?((?:${names})_\\w+)\\.([\\w-]+)(?:\\[[^\\]]*\\])?\\.(\\w+)`, "g");
  const text = JSON.stringify([drafts.map(({ args }) => args), lookUps.map(({ args }) => args), outputs]);
  const problems = [...text.matchAll(reference)].flatMap(([whole, data, type = "", id, attribute = ""]) => {
    const made: readonly Draft[] = data === undefined ? drafts : lookUps;
    if (!made.some((draft) => draft.type === type && draft.id === id)) return [`${whole} leads to nothing that is made here`];
    const known = data === undefined ? (schema.resource(type) ?? furtherType(type)) : schema.dataSource(type);
    return known === undefined || has(known, attribute) ? [] : [`${whole}: ${type} has no "${attribute}"`];
  });
  return [...new Set(problems)];
}

const has = ({ block }: Schema, attribute: string): boolean =>
  attribute === "id" || attribute in (block.attributes ?? {}) || attribute in (block.block_types ?? {});
