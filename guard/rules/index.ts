/** The built-in rules. Each file is one rule: promise, reason, check and examples; its path is its id. */
import type { Rule } from "../rule.ts";
import atRest from "./encryption/at-rest.ts";
import opaque from "./execution/opaque.ts";
import ingress from "./isolation/ingress.ts";
import publicAddress from "./isolation/public-address.ts";
import endpoint from "./jurisdiction/endpoint.ts";
import operator from "./jurisdiction/operator.ts";
import region from "./residency/region.ts";
import replica from "./residency/replica.ts";
import backend from "./state/backend.ts";

const RULES = [atRest, opaque, ingress, publicAddress, endpoint, operator, region, replica, backend] as const;

/** Every rule that comes with the guard, as `terroir explain` lists them. */
export const builtInRules: readonly Rule[] = RULES;

/** The built-in rules by id, for the types of their parameters. */
export type BuiltInRules = { readonly [R in (typeof RULES)[number] as R["id"]]: R };
