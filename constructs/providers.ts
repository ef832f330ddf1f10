import { TerraformDataSource, TerraformModule, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import type { CloudProvider, Place, ProviderBlock } from "../clouds/contract/index.ts";
import { accountOf } from "./account.ts";
import { moving } from "./moving.ts";

const USED = Symbol.for("terroir.clouds");

/** A provider block as a cloud describes it. */
class ProviderElement extends TerraformProvider {
  readonly #block: ProviderBlock;
  constructor(scope: Construct, id: string, { name, source, version }: CloudProvider, block: ProviderBlock) {
    super(scope, id, {
      terraformResourceType: name,
      terraformProviderSource: source,
      terraformGeneratorMetadata: { providerName: name, providerVersion: version },
    });
    this.#block = block;
  }
  override get alias(): string | undefined {
    return this.#block?.alias;
  }
  protected override synthesizeAttributes() {
    return { ...this.#block.args };
  }
}

/** The provider of a cloud that a resource type belongs to: the one whose name it begins with, else the cloud's own. */
function providerOfType({ cloud }: Place, type: string): CloudProvider {
  return cloud.further?.find(({ name }) => type.startsWith(`${name}_`)) ?? cloud.provider;
}

/**
 * The provider block that resources of a type run under in a place. `undefined` is the provider's default block: it is written at synthesis, and
 * only when the stack's author wrote none of their own.
 */
export function providerFor(scope: Construct, place: Place, type: string): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  const provider = providerOfType(place, type);
  const block = provider.block(place, accountOf(scope, place.cloud));
  if (block.alias === undefined) {
    usedBy(stack).set(provider.name, { provider, place });
    return undefined;
  }
  const id = `provider-${provider.name}-${block.alias}`;
  return (stack.node.tryFindChild(id) as TerraformProvider | undefined) ?? new ProviderElement(stack, id, provider, block);
}

export function addMissingProviders(stack: TerraformStack): void {
  const used = new Map([...ofItsPlace(stack), ...leftBehind(stack), ...usedBy(stack)]);
  if (used.size === 0) return;
  const written = new Set(
    stack
      .allProviders()
      .filter((p) => p.alias === undefined)
      .map((p) => p.terraformResourceType),
  );
  for (const { provider, place } of used.values())
    if (!written.has(provider.name)) {
      const { args } = provider.block(place, accountOf(stack, place.cloud));
      new ProviderElement(stack, `provider-${provider.name}`, provider, { args });
    }
}

/**
 * The provider of the stack's own place, for what the program writes by itself in that provider's types and under no block of its own; and for modules,
 * which take over the stack's block unless they are handed another.
 */
function ofItsPlace(stack: TerraformStack): readonly (readonly [string, Used])[] {
  const { place } = stack as { readonly place?: Place };
  if (place === undefined) return [];
  const { provider } = place.cloud;
  const bare = stack.node
    .findAll()
    .some((node) =>
      node instanceof TerraformModule
        ? !isHanded(node, provider.name)
        : isProvided(node) && node.provider === undefined && node.terraformResourceType.startsWith(`${provider.name}_`),
    );
  return bare ? [[provider.name, { provider, place }]] : [];
}

const isHanded = ({ providers = [] }: TerraformModule, name: string): boolean =>
  providers.some((one) => (one instanceof TerraformProvider ? one : one.provider).terraformResourceType === name);

const isProvided = (node: IConstruct): node is TerraformDataSource | TerraformResource =>
  node instanceof TerraformResource || node instanceof TerraformDataSource;

/** Providers of places that were left, for what the program writes for them by itself: it stays, and is judged where it is. */
function leftBehind(stack: TerraformStack): readonly (readonly [string, Used])[] {
  const places = moving()?.left() ?? [];
  if (places.length === 0) return [];
  const types = stack.node.findAll().flatMap((node) => (isProvided(node) ? [node.terraformResourceType] : []));
  return places.flatMap((place) => {
    const { provider } = place.cloud;
    return types.some((type) => type.startsWith(`${provider.name}_`)) ? [[provider.name, { provider, place }] as const] : [];
  });
}

interface Used {
  readonly provider: CloudProvider;
  readonly place: Place;
}

function usedBy(stack: TerraformStack): Map<string, Used> {
  const holder = stack as { [USED]?: Map<string, Used> };
  if (holder[USED] === undefined) Object.defineProperty(stack, USED, { value: new Map() });
  return holder[USED] as Map<string, Used>;
}
