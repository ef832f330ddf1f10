import type { Construct } from "constructs";
import type { EuPlace, SomePlace } from "../../clouds/contract/index.ts";
import { type AddressPlan, DataCentre, Network, type Within } from "../../constructs/index.ts";
import type { MovablePart } from "./parts.ts";

/** Places at which single parts stand by themselves, each made when it is first asked for. */
export class Elsewhere {
  readonly #scope: Construct;
  readonly #plan: AddressPlan;
  readonly #places: Readonly<Partial<Record<MovablePart, EuPlace | "instances">>>;
  readonly #sites = new Map<string, DataCentre>();
  readonly #networks = new Map<string, Network>();

  constructor(scope: Construct, plan: AddressPlan, places: Readonly<Partial<Record<MovablePart, EuPlace | "instances">>>) {
    this.#scope = scope;
    this.#plan = plan;
    this.#places = places;
  }

  /** Where a part stands, when not with the rest. */
  siteOf(part: MovablePart): DataCentre | undefined {
    const place = this.#places[part];
    if (place === undefined || place === "instances") return undefined;
    const id = `at-${place.id.replaceAll(/[^A-Za-z0-9]+/g, "-").toLowerCase()}`;
    const known = this.#sites.get(id);
    const site = known ?? new DataCentre(this.#scope, id, { at: place as SomePlace });
    this.#sites.set(id, site);
    return site;
  }

  /** Whether a part runs on machines of one's own, beside the rest. */
  onInstances(part: MovablePart): boolean {
    return this.#places[part] === "instances";
  }

  /** The private network of such a place. Nothing leads there from the rest: lay a tunnel between the two. */
  networkAt(site: DataCentre): Network {
    const known = this.#networks.get(site.node.id);
    const network =
      known ?? new Network(site as unknown as Within<"network">, "network", { addresses: this.#plan.allocate(site.node.id, 16) });
    this.#networks.set(site.node.id, network);
    return network;
  }
}
