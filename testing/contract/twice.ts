import type { AnyCloud, Draft, Place } from "../../clouds/contract/index.ts";
import { attempt, type Concept, type Spec, written } from "./attempt.ts";

/**
 * What keeps two of a kind from standing beside each other: resources whose ids hang on the name, so that a new name would make everything anew under another
 * address; and names that both of them bear. A name inside something of its own, a subnet's in its network, is no clash.
 */
export function clashes(cloud: AnyCloud, concept: Concept, at: (region: string) => Place): readonly string[] {
  return written(cloud, concept, at).flatMap(({ kind, spec, place, drafts }) => {
    const second = attempt(place, concept, renamed(spec));
    if (second.refused !== undefined) return [`${kind}: under another name it is refused: ${second.refused}`];
    const ids = (all: readonly Draft[]) => all.map(({ type, id }) => `${type}.${id}`).join(", ");
    if (ids(drafts) !== ids(second.drafts))
      return [`${kind}: another name makes other resources: ${ids(drafts)} and ${ids(second.drafts)}`];
    return drafts.flatMap((draft, index) => {
      const shared = Object.entries(draft.args).filter(
        ([name, value]) =>
          NAME.test(name) && typeof value === "string" && !value.includes("${") && value === second.drafts[index]?.args[name],
      );
      return within(draft, drafts) || telling(draft) !== telling(second.drafts[index])
        ? []
        : shared.map(([name, value]) => `${kind}: ${draft.type}.${draft.id} has { ${name}: "${value}" } twice`);
    });
  });
}

const NAME = /^(?:name|bucket|display_name|.*_group_name|.*keypair_name)$/;

/** Whatever else differs, a folder say, keeps the two apart; what is only told to people does not. */
const telling = (draft: Draft | undefined): string =>
  JSON.stringify({ ...draft?.args, description: undefined, tags: undefined, labels: undefined });

const within = ({ args }: Draft, all: readonly Draft[]): boolean => {
  const text = JSON.stringify(args);
  return all.some(({ type, id }) => text.includes(`\${${type}.${id}.`));
};

/** The same under another name, with all that a construct would name after it. */
const renamed = (spec: Spec): Spec => other(spec) as Spec;

function other(value: unknown): unknown {
  if (typeof value === "string") return /^(?:shop[-/][\w-]+|acme-media)$/.test(value) ? `${value}-two` : value;
  if (typeof value === "function") return () => other(value());
  if (Array.isArray(value)) return value.map(other);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, other(one)]));
  return value;
}
