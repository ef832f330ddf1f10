import { COUNTRIES, EU_MEMBERS, InputError, today } from "../../catalogue/index.ts";
import { type AnyCloud, type Place, placeFrom } from "../../clouds/contract/index.ts";
import type { LoadedSchema } from "../../clouds/schema/index.ts";
import { recorder } from "../recorder.ts";
import { schemaProblems } from "../schema-problems.ts";
import { SPECS } from "../specs.ts";
import type { Statement } from "./concept.ts";

const sentence = (text: string): boolean => /^[A-Z`].+\.$/s.test(text);

/** What is stated of a cloud as a whole: its provider, its regions, what it says of itself. */
export function cloudStatements(cloud: AnyCloud, schema: LoadedSchema, at: (region: string) => Place): readonly Statement[] {
  const { provider, further = [], regions, account, absent = {}, remarks = {} } = cloud;
  const codes = Object.keys(regions);
  const blockAt = (code: string) => {
    const place = at(code);
    return provider.block(place, recorder(place).cx.account).args;
  };
  return [
    {
      says: "its providers are named by their source, within bounds of release",
      problems: () =>
        [provider, ...further].flatMap(({ name, source, version }) => [
          ...(/^(?:[\w.-]+\/)?[\w-]+\/[\w-]+$/.test(source) ? [] : [`${name}: ${source} is no source address`]),
          ...(/^(?:~>|=|\d)|<|, *!/.test(version) ? [] : [`${name}: "${version}" takes any later release; say "~> 1.2"`]),
        ]),
    },
    {
      says: "its provider is of the release that its schema is of, or later",
      problems: () => {
        const minor = (version: string) => /(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [0, 0];
        const [major = 0, since = 0] = minor(provider.version);
        const [is = 0, from = 0] = minor(schema.version ?? "0.0");
        return major > is || (major === is && since >= from)
          ? []
          : [`"${provider.version}" takes releases that may lack what is written; the schema is of ${schema.version}`];
      },
    },
    {
      says: "its provider's block is what the provider takes",
      problems: () => codes.flatMap((code) => schemaProblems(blockAt(code), schema.provider).map((problem) => `${code}: ${problem}`)),
    },
    {
      says: "its provider's block carries no credentials",
      problems: () => {
        const secret = Object.entries(schema.provider.block.attributes ?? {}).filter(([, { sensitive }]) => sensitive === true);
        return codes.flatMap((code) => secret.filter(([name]) => name in blockAt(code)).map(([name]) => `${code}: { ${name} } is written`));
      },
    },
    {
      says: "each region says its country, its city, where on the map, and who said so when",
      problems: () =>
        Object.entries(regions).flatMap(
          ([
            code,
            {
              country,
              city,
              at: [north, east],
              source,
              seen,
            },
          ]) => [
            ...(country in COUNTRIES ? [] : [`${code}: ${country} is no country that we know`]),
            ...(city === "" ? [`${code}: no city`] : []),
            ...(Math.abs(north) <= 90 && Math.abs(east) <= 180 ? [] : [`${code}: ${north}, ${east} is nowhere`]),
            ...(source !== "" && seen <= today() ? [] : [`${code}: no source, or a day that has not come`]),
          ],
        ),
    },
    {
      says: "no zone is in two of its regions",
      problems: () => {
        const zones = Object.values(regions).flatMap((region) => region.zones ?? []);
        return zones.filter((zone, index) => zones.indexOf(zone) !== index).map((zone) => `${zone} is in two`);
      },
    },
    {
      says: "the id of a place in the EU leads back to the place",
      problems: () =>
        codes.filter(
          (code) => (regions[code]?.country as string) in EU_MEMBERS && placeFrom(`${cloud.name}:${code}`, cloud).region !== code,
        ),
    },
    {
      says: "a region that it does not have is refused, and others are named",
      problems: () => {
        try {
          at("nowhere-9");
        } catch (error) {
          const said = (error as Error).message;
          return error instanceof InputError && said.includes("nowhere-9") && codes.some((code) => said.includes(code)) ? [] : [said];
        }
        return ["nowhere-9 is a place"];
      },
    },
    {
      says: "regions are without concepts only that it lowers elsewhere",
      problems: () =>
        Object.entries(regions).flatMap(([code, { without = [] }]) =>
          without.filter((concept) => !(concept in cloud.lower)).map((concept) => `${code}: ${concept}`),
        ),
    },
    {
      says: "what it lacks are concepts, and none that it lowers",
      problems: () => Object.keys(absent).filter((concept) => !(concept in SPECS) || concept in cloud.lower),
    },
    {
      says: "what it remarks is in sentences, and of what it lowers",
      problems: () =>
        Object.entries(remarks).flatMap(([concept, said]) => [
          ...(concept in cloud.lower ? [] : [`${concept} is not lowered`]),
          ...said.filter((one) => !sentence(one)),
        ]),
    },
    {
      says: "what it asks of an account is described",
      problems: () =>
        Object.entries(account).flatMap(([name, { description }]) => (/^\w.{9,}/.test(description) ? [] : [`${name}: ${description}`])),
    },
    {
      says: "its object storage answers over TLS, where buckets are offered",
      problems: () =>
        codes.flatMap((code) => {
          const store = cloud.objectStorage?.(code);
          if (store === undefined || !("bucket" in at(code).offers)) return [];
          return /^https:\/\/[^/]+$/.test(store.endpoint) && store.region !== "" ? [] : [`${code}: ${store.endpoint}, ${store.region}`];
        }),
    },
  ];
}
