import { today } from "../../catalogue/index.ts";
import type { AnyCloud, Concepts, Place } from "../../clouds/contract/index.ts";
import { type Attempt, attempt, type Concept, someOffering, specsOf } from "./attempt.ts";
import type { Statement } from "./concept.ts";

/** What is stated of single wishes: one vocabulary of sizes for every cloud, the operator's own names always, and what a construct says that must not be lost. */
export function wishStatements(cloud: AnyCloud, at: (region: string) => Place): readonly Statement[] {
  /** The first spec that the cloud writes with a wish; else what it says to all of them. */
  const wished = <C extends Concept>(
    concept: C,
    change: (spec: Concepts[C]["spec"]) => object,
  ): (Attempt & { readonly text: string }) | { readonly refused: string } => {
    const refusals: string[] = [];
    for (const place of someOffering(cloud, concept, at))
      for (const [, spec] of specsOf(concept)) {
        const made = attempt(place, concept, { ...spec(place), ...change(spec(place) as Concepts[C]["spec"]) } as Concepts[C]["spec"]);
        if (made.refused === undefined) return { ...made, text: JSON.stringify([made.drafts, made.lookUps]) };
        refusals.push(made.refused);
      }
    return { refused: [...new Set(refusals)].join("\n") };
  };
  /** `told`: what a remark says where the cloud does otherwise. */
  const carries = <C extends Concept>(concept: C, says: string, wish: object, text: RegExp, told?: RegExp): Statement => ({
    concept,
    says: `${concept} ${says}`,
    problems: () => {
      const made = wished(concept, () => wish);
      if ("text" in made)
        return text.test(made.text) || (told !== undefined && cloud.remarks?.[concept]?.some((remark) => told.test(remark)))
          ? []
          : [`${text.source} is nowhere in what is written${told === undefined ? "" : ", and no remark says why"}`];
      return /\. [A-Z].+\./s.test(made.refused ?? "") ? [] : [`refused without saying what to do: ${made.refused}`];
    },
  });
  return [
    ...MACHINES.map(
      ([cpus, memory]): Statement => ({
        concept: "instance",
        says: `instance is asked for by ${cpus} processors and ${memory} gigabytes, and is the smallest sold that has both`,
        problems: () => {
          const made = wished("instance", () => ({ flavour: { cpus, memory } }));
          if (!("text" in made)) return /the largest size that we know there is/.test(made.refused) ? [] : [made.refused];
          if (cloud.sizes === undefined) return [];
          const [name] = Object.entries(cloud.sizes.sizes)
            .filter(([, [c, m]]) => c >= cpus && m >= memory)
            .sort(([, a], [, b]) => a[0] - b[0] || a[1] - b[1])[0] ?? [""];
          return made.text.includes(name) ? [] : [`${name} is the smallest, and is not written`];
        },
      }),
    ),
    carries("instance", "takes the operator's own name of a size", { flavour: { name: "own-name-of-a-size" } }, /own-name-of-a-size/),
    {
      concept: "instance",
      says: "instance sizes have a source and a day, where there is a table of them",
      problems: () => {
        const { sizes } = cloud;
        if (sizes === undefined) return [];
        return [
          ...(Object.keys(sizes.sizes).length > 1 ? [] : ["there is one size"]),
          ...(/https:\/\/\S+\.\S+/.test(sizes.source) && sizes.seen <= today() ? [] : [`${sizes.source}, ${sizes.seen}`]),
          ...(sizes.source.startsWith("generally known") === (sizes.verified === false) ? [] : ["what nobody read is said to be so"]),
        ];
      },
    },
    carries("instance", "hands over what it was configured with", { firewalls: [], userData: "#cloud-config\n{}\n" }, /#cloud-config/),
    ...(["standard", "high", "highest"] as const).map((performance) =>
      carries("volume", `is of the class that answers to ${performance}`, { performance }, /shop-data/),
    ),
    ...(["volume", "fileShare"] as const).map(
      (concept): Statement => ({
        concept,
        says: `${concept} has the gigabytes that it was given`,
        // In whichever unit: what makes no difference was dropped.
        problems: () =>
          differs(
            wished(concept, () => ({ size: 4321 })),
            wished(concept, () => ({ size: 2345 })),
          ),
      }),
    ),
    ...(["volume", "instance"] as const).map(
      (concept): Statement => ({
        concept,
        says: `${concept} stands in the zone that it names, where its place has several`,
        problems: () => {
          const place = Object.keys(cloud.regions)
            .map(at)
            .find(({ zones, offers }) => zones.length > 1 && concept in offers);
          if (place === undefined || cloud.remarks?.[concept]?.some((remark) => /\bzone/.test(remark))) return [];
          const [, spec] = specsOf(concept)[0] ?? [];
          const [here, there] = place.zones.slice(0, 2).map((zone) => {
            const made = attempt(place, concept, { ...spec?.(place), zone } as never);
            return made.refused === undefined ? { ...made, text: JSON.stringify(made.drafts) } : { refused: made.refused };
          });
          return here === undefined || there === undefined ? [] : differs(here as Made, there as Made);
        },
      }),
    ),
    ...[4, 8].map(
      (memory): Statement => ({
        concept: "database",
        says: `database is asked for by ${memory} gigabytes of memory`,
        problems: () => {
          const made = wished("database", () => ({ size: { memory } }));
          return "text" in made ? [] : [made.refused];
        },
      }),
    ),
    carries("database", "takes the operator's own name of a plan", { size: { name: "own-name-of-a-plan" } }, /own-name-of-a-plan/),
    {
      concept: "database",
      says: "database that is protected is written otherwise than one that is not",
      problems: () =>
        differs(
          wished("database", () => ({ deletionProtection: true })),
          wished("database", () => ({ deletionProtection: false })),
        ),
    },
    {
      concept: "bucket",
      says: "bucket that is protected is never destroyed",
      problems: () => {
        const made = wished("bucket", () => ({ protect: true }));
        if (!("text" in made)) return [made.refused];
        return made.drafts.some(({ options }) => options.preventDestroy === true) ? [] : ["no resource prevents it"];
      },
    },
    carries("bucket", "carries its tags, or it is said that it has none", { tags: { costcentre: "4711" } }, /4711/, /tags/),
    {
      concept: "bucket",
      says: "bucket keeps old versions when it is told to",
      problems: () =>
        differs(
          wished("bucket", () => ({ versioned: true })),
          wished("bucket", () => ({ versioned: false })),
        ),
    },
    {
      concept: "bucket",
      says: "bucket whose name is shared with all customers has one of its own",
      problems: () =>
        differs(
          wished("bucket", () => ({ uniqueFor: "shop/one" })),
          wished("bucket", () => ({ uniqueFor: "shop/two" })),
        ),
    },
    carries("firewall", "lets in the address that a rule names", { inbound: [RULE] }, /192\.0\.2\.7/),
    carries("loadBalancer", "leads to the machines behind it", {}, /10\.0\.0\.10|vm\.i\.id/),
    carries("network", "has the addresses that it was given", ADDRESSES, /10\.42\.0/, /addresses/),
    carries("privateAccess", "hands over what hardens it", {}, /#cloud-config/),
    carries("cluster", "answers the addresses that are named", OFFICE, /192\.0\.2\.7/, /addresses/),
    carries("registry", "answers the addresses that are named", OFFICE, /192\.0\.2\.7/, /addresses/),
    carries("fileShare", "lets in the addresses that are named", SHARED, /10\.0\.0\.0\/20/, /not reached over a network/),
  ];
}

const MACHINES = [
  [2, 4],
  [2, 8],
  [4, 16],
  [8, 32],
] as const;

const ADDRESSES = { cidr: "10.42.0.0/24", subnets: [{ id: "main", cidr: "10.42.0.0/25" }] };
const OFFICE = { allowedFrom: [{ cidr: "192.0.2.7/32", description: "Office" }] };
const SHARED = { access: [{ cidr: "10.0.0.0/20", level: "write" }] };
const RULE = { description: "Office", protocol: "tcp", ports: { from: 443, to: 443 }, peer: { cidr: "192.0.2.7/32" } } as const;

type Made = (Attempt & { readonly text: string }) | { readonly refused: string };

/** A wish that changes nothing was dropped; one that is refused was not. */
function differs(one: Made, other: Made): readonly string[] {
  if (!("text" in one) || !("text" in other)) return [];
  return one.text === other.text ? ["both are written alike"] : [];
}
