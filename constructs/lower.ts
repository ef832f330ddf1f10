import { Lazy, type TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";
import type { Concepts, DraftOptions, Handle, LowerContext, Place } from "../clouds/contract/index.ts";
import { notOffered } from "../clouds/contract/not-offered.ts";
import { accountOf } from "./account.ts";
import { DraftedLookUp, DraftedResource } from "./drafted.ts";
import { digest, newest, pick } from "./expressions.ts";
import { kindOf } from "./kind-of.ts";
import { type Lowered, type Move, moving } from "./moving.ts";
import { placeOf } from "./place-of.ts";
import { providerFor } from "./providers.ts";
import { sizesThere } from "./sizes-there.ts";
import { rememberOnce } from "./trace.ts";
import { isRefusal, withLess } from "./with-less.ts";

const RESOURCES = Symbol.for("terroir.resources");

/** Provider resources that a construct lowered to, in the order of their making. Each takes `addOverride`; what an override breaks, the guard catches. */
export function resourcesOf(construct: Construct): readonly TerraformResource[] {
  return (construct as { [RESOURCES]?: readonly TerraformResource[] })[RESOURCES] ?? [];
}

/**
 * Lowers one concept through the cloud of the place in which `self` stands. The provider's resources exist when it returns.
 *
 * @throws when the cloud does not offer the concept there; the message names what it offers.
 */
export function lower<C extends keyof Concepts>(self: Construct, concept: C, spec: Concepts[C]["spec"]): Concepts[C]["outputs"] {
  const place = placeOf(self);
  const write = place.cloud.lower[concept] as ((spec: Concepts[C]["spec"], cx: LowerContext) => Concepts[C]["outputs"]) | undefined;
  const move = moving();
  const wanted = move === undefined ? spec : sizesThere(spec, self.node.path, place, move);
  const what = { path: self.node.path, construct: kindOf(self), concept, place, spec: wanted, ...(move !== undefined && ownerOf(self)) };
  if (write === undefined || !(concept in place.offers)) {
    const because = `${self.node.path}: ${notOffered(place, concept)}`;
    if (move !== undefined) return standIn(self, what, move, because);
    throw withoutTrace(new InputError(because));
  }
  const before = move === undefined ? 0 : self.node.children.length;
  try {
    const outputs = rememberOnce(() => write(wanted, contextOf(self, place)));
    move?.lowered({ ...what, ...draftsBelow(self, before) });
    return outputs;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (move !== undefined) {
      const attempt = (less: Concepts[C]["spec"]) => {
        for (const half of self.node.children.slice(before)) self.node.tryRemoveChild(half.node.id);
        madeBy(self).length = 0;
        return rememberOnce(() => write(less, contextOf(self, place)));
      };
      const built = withLess(wanted as object, error, attempt as (less: object) => unknown);
      if (built === undefined) return standIn(self, what, move, error.message);
      for (const { how, because } of built.less) move.remark(self.node.path, `It is built ${how}: ${because}`);
      move.lowered({ ...what, ...draftsBelow(self, before) });
      return built.outputs as Concepts[C]["outputs"];
    }
    // A lowering is pure and knows no path: where it refuses a spec, the construct's own is said first.
    throw withoutTrace(new InputError(`${self.node.path}: ${error.message}`, { cause: error }));
  }
}

function ownerOf(self: Construct): Pick<Lowered, "owner"> {
  const { owner } = TerraformStack.of(self) as { readonly owner?: string };
  return owner === undefined ? {} : { owner };
}

/** Outputs that nothing gives, and a resource that takes whatever the program sets by itself, so that the rest of the program can be built. */
function standIn<C extends keyof Concepts>(self: Construct, what: Omit<Lowered, "resources" | "lookUps">, move: Move, because: string) {
  const nothing = { addOverride: (path: string) => move.overridden(what.path, `what ${what.concept} became`, path) };
  madeBy(self).push(nothing as unknown as TerraformResource);
  return move.missing(what, because) as Concepts[C]["outputs"];
}

function draftsBelow(self: Construct, from: number): Pick<Lowered, "resources" | "lookUps"> {
  const made = self.node.children.slice(from);
  return {
    resources: made.flatMap((child) =>
      child instanceof DraftedResource ? [{ type: child.terraformResourceType, id: child.node.id, args: child.args }] : [],
    ),
    lookUps: made.flatMap((child) => (child instanceof DraftedLookUp ? [child.node.id] : [])),
  };
}

function contextOf(self: Construct, place: Place): LowerContext {
  const made = madeBy(self);
  const under = (type: string) => {
    const provider = providerFor(self, place, type);
    return provider ? { provider } : {};
  };
  return {
    region: place.region,
    place,
    account: accountOf(self, place.cloud),
    resource(type: string, id: string, args: Readonly<Record<string, unknown>>, options: DraftOptions = {}): Handle {
      const resource = new DraftedResource(self, id, { type, args, ...under(type), options });
      made.push(resource);
      return resource.handle;
    },
    lookUp: (type, id, args, options = {}) => new DraftedLookUp(self, id, { type, args, ...under(type), options }).handle,
    pick,
    newest,
    digest,
    later: (produce) => Lazy.stringValue({ produce: () => produce() as string }),
  };
}

function madeBy(self: Construct): TerraformResource[] {
  const holder = self as { [RESOURCES]?: TerraformResource[] };
  if (holder[RESOURCES] === undefined) Object.defineProperty(self, RESOURCES, { value: [] });
  return holder[RESOURCES] as TerraformResource[];
}
