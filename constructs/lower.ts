import { Lazy, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { Concepts, DraftOptions, Handle, LowerContext, Place } from "../clouds/contract/index.ts";

/** Scopes that stand at a place (stacks, data centres) carry it under this name. */
export interface Placed {
  readonly place?: Place;
}

const RESOURCES = Symbol.for("terroir.resources");

/** The place of the nearest scope that has one. */
export function placeOf(scope: Construct): Place {
  for (const s of [...scope.node.scopes].reverse()) {
    const place = (s as Placed).place;
    if (place !== undefined) return place;
  }
  throw new Error(`${scope.node.path} stands at no place. Give its stack or data centre one: { at: ovh("GRA11") }.`);
}

/** Provider resources that a construct lowered to, in the order of their making. */
export function resourcesOf(construct: Construct): readonly TerraformResource[] {
  return ((construct as { [RESOURCES]?: TerraformResource[] })[RESOURCES] ?? []) as readonly TerraformResource[];
}

class DraftedResource extends TerraformResource {
  readonly #args: Readonly<Record<string, unknown>>;
  constructor(scope: Construct, id: string, type: string, args: Readonly<Record<string, unknown>>) {
    super(scope, id, { terraformResourceType: type });
    this.#args = args;
  }
  protected override synthesizeAttributes() {
    return { ...this.#args };
  }
}

/** Lowers one concept through the cloud of the place in which `self` stands; the provider's resources exist when it returns. */
export function lower<C extends keyof Concepts>(self: Construct, concept: C, spec: Concepts[C]["spec"]): Concepts[C]["outputs"] {
  const place = placeOf(self);
  const write = place.cloud.lower[concept] as ((spec: Concepts[C]["spec"], cx: LowerContext) => Concepts[C]["outputs"]) | undefined;
  if (write === undefined || !(concept in place.offers)) throw new Error(`${place.id} offers no ${concept}.`);
  const made: TerraformResource[] = [];
  Object.defineProperty(self, RESOURCES, { value: made, configurable: true });
  return write(spec, {
    region: place.region,
    place,
    account: {},
    resource(type: string, id: string, args: Readonly<Record<string, unknown>>, _options?: DraftOptions): Handle {
      const resource = new DraftedResource(self, id, type, args);
      made.push(resource);
      return { type, id, ref: (attribute) => resource.getStringAttribute(attribute) };
    },
    later: (produce) => Lazy.stringValue({ produce: () => produce() as string }),
  });
}

