import { Construct } from "constructs";
import type { EuPlace, SomePlace } from "../clouds/contract/index.ts";
import { requireApproved } from "./approved.ts";
import { moved } from "./moving.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";

/** Props of a `DataCentre`: the place. */
export interface DataCentreProps<P extends EuPlace = SomePlace> {
  /** The place: a region of one zone or of several. */
  readonly at: P;
}

/**
 * A place in a stack: what is put into it stands there. A stack may hold several, to spread an environment over sites.
 *
 * @example
 * const north = new DataCentre(stack, "north", { at: ovh("GRA11") });
 * new Bucket(north, "media");
 */
export class DataCentre<P extends EuPlace = SomePlace> extends Construct {
  /** Where what is put into it stands. */
  readonly place: P;
  constructor(scope: Construct, id: string, props: DataCentreProps<P>) {
    checkedProps(new.target, PROPS, "DataCentre", scope, id, props);
    super(scope, id);
    this.place = moved(props.at);
    requireApproved(this, this.place);
  }
  /** Availability zones, by the operator's names; empty where the operator sells one zone only. */
  get zones(): readonly string[] {
    return this.place.zones;
  }
}
