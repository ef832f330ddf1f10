import { InputError } from "../../../catalogue/index.ts";
import { type AddressedAttachment, type LowerContext, overlaps, parseCidr, stableAddresses } from "../../contract/index.ts";

/** Ranges that IONOS' managed services use inside. Source: docs/resources/dbaas_pgsql_cluster.md, dbaas_mariadb_cluster.md, dbaas_mongo_cluster.md; seen 2026-11-28. */
const INSIDE = ["10.233.0.0/18", "10.233.64.0/18", "10.233.114.0/24"].map(parseCidr);

/** Bits of the prefix that a LAN has. Source: docs.ionos.com, "Create a MongoDB cluster" ("the only supported subnet is /24"); seen 2026-11-28. */
const PREFIX = 24;

/** Addresses that a managed service takes in the LAN, alone and as its interface wants them, with the length of the LAN's prefix. */
export interface LanAddresses {
  readonly addresses: readonly string[];
  readonly withPrefix: readonly [string, ...string[]];
}

export function lanAddresses(what: string, name: string, network: AddressedAttachment, count: number, cx: LowerContext): LanAddresses {
  if (INSIDE.some((range) => overlaps(range, parseCidr(network.cidr))))
    throw new InputError(
      `${what} would stand in ${network.cidr}, addresses that IONOS' managed services use inside (10.233.0.0/17). Give its network others.`,
    );
  const addresses = stableAddresses(what, name, network, count, cx);
  return { addresses, withPrefix: addresses.map((address) => `${address}/${PREFIX}`) as [string, ...string[]] };
}
