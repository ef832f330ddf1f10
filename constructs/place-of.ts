import type { Construct } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";
import type { Place } from "../clouds/contract/index.ts";

/** The place of the nearest scope that has one: a data centre, else the stack. */
export function placeOf(scope: Construct): Place {
  for (const s of [...scope.node.scopes].reverse()) {
    const place = (s as { place?: Place }).place;
    if (place !== undefined) return place;
  }
  throw withoutTrace(
    new InputError(
      `${scope.node.path} stands at no place. Give its stack one, new SovereignStack(app, id, { at: ovh("GRA11") }), or put it into a DataCentre.`,
    ),
  );
}

/**
 * A scope known to lie in a place that offers `C`. A plain Construct is accepted too, and checked when it is built: company constructs may
 * be typed by what they need, step by step.
 */
export type Within<C extends string> = Construct & { readonly place?: { readonly offers: { readonly [K in C]: true } } };
