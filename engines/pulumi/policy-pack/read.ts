import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { Json } from "../../../catalogue/json.ts";
import type { Registered } from "../../../guard/views/pulumi/gather.ts";
import { pathOf } from "../../../guard/views/pulumi/path.ts";

/** One resource before it is made: the engine says nothing of what it was made of. */
export function resourceOf(args: ResourceValidationArgs): Registered {
  return {
    urn: args.urn,
    token: args.type,
    custom: isCustom(args),
    inputs: bare(args.props),
    ...(args.provider !== undefined && { providerReference: `${args.provider.urn}::`, providerInputs: bare(args.provider.props) }),
  };
}

/**
 * Every resource of a stack, with what each property was made of. The engine shows what the provider says: in a preview, unknown where the program wrote nothing.
 *
 * @param written what the program wrote of it, by URN
 */
export function registeredIn(resources: readonly PolicyResource[], written: ReadonlyMap<string, Json>): readonly Registered[] {
  return resources.map((one) => {
    const props = bare(one.props) as { readonly [key: string]: Json };
    const inputs = written.get(one.urn);
    const id = typeof props.id === "string" ? props.id : undefined;
    return {
      urn: one.urn,
      token: one.type,
      custom: isCustom(one),
      inputs: inputs ?? props,
      ...(inputs !== undefined && { outputs: props }),
      id,
      path: pathOf(namesAround(one)),
      dependencies: (property) =>
        Object.hasOwn(one.propertyDependencies, property) ? (one.propertyDependencies[property] ?? []).map(({ urn }) => urn) : [],
      ...(one.provider !== undefined && { providerReference: `${one.provider.urn}::`, providerInputs: bare(one.provider.props) }),
    };
  });
}

function namesAround({ name, parent }: PolicyResource): readonly string[] {
  const names = [name];
  for (let at = parent; at !== undefined && at.type !== "pulumi:pulumi:Stack"; at = at.parent) names.unshift(at.name);
  return names;
}

/** The engine does not say what is a component; everything else runs under a provider. */
const isCustom = ({ type, provider }: { readonly type: string; readonly provider?: unknown }): boolean =>
  provider !== undefined || type.startsWith("pulumi:providers:");

/** What the program wrote of one resource. */
export const writtenIn = ({ props }: ResourceValidationArgs): Json => bare(props);

/** The SDK throws when a program reads what is unknown; behind that stands what the engine sent. */
function bare(props: unknown): Json {
  if (typeof props !== "object" || props === null) return {};
  const special = props as { readonly __isSpecialProxy?: boolean; readonly __getSpecialProxyTarget?: Json };
  return special.__isSpecialProxy === true ? (special.__getSpecialProxyTarget ?? {}) : (props as Json);
}
