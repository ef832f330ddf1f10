import { PROVIDERS } from "../catalogue/index.ts";
import type { Concepts, Place } from "../clouds/contract/index.ts";
import { notOffered } from "../clouds/contract/not-offered.ts";
import { cloudFactsBySource } from "../clouds/facts.ts";
import type { StayingResource, WrittenBlock } from "../portability/index.ts";

/** What one of our constructs wrote, whoever changed it, and where everything goes. */
export interface Leaving {
  /** Paths of what constructs of ours wrote: whatever else is written, somebody wrote for one provider. */
  readonly ours: ReadonlySet<string>;
  readonly to: Place;
  /** Names of the clouds that are left; empty where the program names none. */
  readonly left: ReadonlySet<string>;
}

/** What becomes of what no construct of ours wrote, wherever it stands in the tree. */
export const whatStays = (blocks: readonly WrittenBlock[], leaving: Leaving): readonly StayingResource[] =>
  blocks.flatMap((block) => {
    const { address, type, path, engine } = block;
    if (path !== undefined && leaving.ours.has(path)) return [];
    const concept = conceptOf(block);
    const known = {
      ...(path !== undefined && { path }),
      ...(concept !== undefined && { concept }),
      ...(engine !== undefined && { engine }),
    };
    return [{ address, type, ...known, ...fateOf(block, concept, leaving) }];
  });

/** Attributes of the document that name what is there already, and cost nothing where it is not. */
const HARMLESS: Readonly<Record<string, string>> = {
  moved: "It says what a state of today calls a thing: a new one has nothing to rename.",
  removed: "It says what a state of today no longer keeps: a new one keeps nothing of it.",
  check: "It asks of what stands whether it holds, there as well.",
};

function fateOf(block: WrittenBlock, concept: string | undefined, { to, left }: Leaving): Pick<StayingResource, "fate" | "because"> {
  const { type, source = "", follows } = block;
  const harmless = Object.hasOwn(HARMLESS, type) ? HARMLESS[type] : undefined;
  if (harmless !== undefined) return { fate: "along", because: harmless };
  if (type === "import")
    return { fate: "bound", because: "It takes in what exists at the origin, by its id there. Leave it out at the destination." };
  if (type === "data terraform_remote_state")
    return {
      fate: "bound",
      because: "It reads a state that this program does not write. Say where that one will be, and whether its store is left too.",
    };
  if (type.startsWith("module "))
    return {
      fate: "bound",
      because: `What it makes, only its own code says (${type}). Describe that with constructs, or take a module for the other provider.`,
    };
  if (computed(type))
    return { fate: "along", because: `It is no operator's (${type}). The same program makes it there, with a value of its own.` };
  const cloud = cloudFactsBySource(source)?.cloud;
  if (cloud !== undefined && left.size > 0 && !left.has(cloud))
    return { fate: "elsewhere", because: "It stands at an operator that is not left." };
  const served = PROVIDERS[source];
  if (served?.kind === "opaque" && cloud === undefined)
    return follows === true
      ? { fate: "along", because: `Its provider is pointed at what this program makes (${type}), so that it is made there as well.` }
      : { fate: "bound", because: `${served.because} Point it at the one of the destination (${type}).` };
  if (type.startsWith("data "))
    return {
      fate: "bound",
      because: `It looks something up at one provider (${type}). Look the same up at the other, or write the value down.`,
    };
  return { fate: "bound", because: `It is written for one provider (${type}). ${instead(concept, to)}` };
}

function instead(concept: string | undefined, to: Place): string {
  if (concept === undefined) return "Describe it for the other provider, or leave it out there.";
  const construct = concept.charAt(0).toUpperCase() + concept.slice(1);
  return concept in to.cloud.lower && concept in to.offers
    ? `Describe it with a ${construct}, which ${to.id} offers.`
    : `It is a ${construct}: ${notOffered(to, concept)}`;
}

/** Buckets that a client of S3 writes are no cloud's own types. */
const S3_BUCKETS = new Set(["aws_s3_bucket", "minio_s3_bucket"]);

function conceptOf({ type, source = "" }: WrittenBlock): keyof Concepts | undefined {
  if (S3_BUCKETS.has(type)) return "bucket";
  return cloudFactsBySource(source)?.readings[type]?.concept as keyof Concepts | undefined;
}

/** What the engine computes (a password, a key, a moment) is no operator's. */
const computed = (type: string): boolean =>
  Object.values(PROVIDERS).some(({ kind, resources, dataSources }) => {
    const [, data] = /^(?:data|ephemeral) (.+)$/.exec(type) ?? [];
    const known = data === undefined ? resources[type] : dataSources[data];
    return (kind === "utility" || kind === "engine") && known?.by === "global";
  });
