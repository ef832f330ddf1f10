import { type CountryCode, foreignHost, type Sourced } from "../catalogue/index.ts";
import type { CloudFacts, Host } from "./contract/facts.ts";
import { regionOf } from "./contract/region-of.ts";
import { CLOUD_FACTS } from "./facts.ts";
import { matchHost } from "./host-match.ts";
import { hostName } from "./host-name.ts";

/** Who answers at an address, and where. */
export interface Endpoint extends Sourced {
  /** Host name in lower case. */
  readonly host: string;
  /** An id of `catalogue/operators`. */
  readonly operator: string;
  /** Null: the address does not say, and the operator has more than one country. */
  readonly country: CountryCode | null;
  /** The region as its table writes it; null where the address carries none. */
  readonly region: string | null;
  /** The cloud whose region codes hold there; null for an operator that has no folder. */
  readonly cloud: string | null;
  readonly serves: Host["serves"] | null;
  /** What the service itself calls its region. */
  readonly calls?: string;
  /** Every region that who signs in there can reach, where that is documented. */
  readonly reaches?: readonly string[];
}

/**
 * The operator, country and region behind a URL or host name: `https://s3.gra.io.cloud.ovh.net` is OVHcloud in Gravelines. The host is compared
 * whole, after the URL parser has read it; user names, trailing dots, numbers for names, other alphabets and longer names that only begin or end
 * like a known one are unknown. Unknown is undefined: the caller refuses it.
 */
export function endpointOf(urlOrHost: string): Endpoint | undefined {
  const host = hostName(urlOrHost);
  if (host === undefined) return undefined;
  for (const facts of CLOUD_FACTS) {
    for (const pattern of facts.hosts) {
      const endpoint = answer(facts, pattern, host);
      if (endpoint !== undefined) return endpoint;
    }
  }
  const foreign = foreignHost(host);
  return foreign && { host, operator: foreign.operator, country: null, region: null, cloud: null, serves: null, ...sourceOf(foreign) };
}

function answer(facts: CloudFacts, pattern: Host, host: string): Endpoint | undefined {
  const match = matchHost(pattern, host);
  if (match === undefined) return undefined;
  const code = match.region ?? pattern.region;
  const region = code === undefined ? undefined : regionOf(facts, code);
  if (code !== undefined && region === undefined) return undefined;
  const operator = pattern.operator ?? region?.operator ?? facts.operator;
  if (operator === undefined || (region?.operator !== undefined && region.operator !== operator)) return undefined;
  return {
    host,
    operator,
    country: region?.country ?? pattern.country ?? null,
    region: region?.code ?? null,
    cloud: facts.cloud,
    serves: pattern.serves,
    ...(pattern.calls && { calls: pattern.calls }),
    ...(pattern.reaches && { reaches: pattern.reaches }),
    ...sourceOf(pattern),
  };
}

const sourceOf = ({ source, seen }: Sourced): Sourced => ({ source, seen });
