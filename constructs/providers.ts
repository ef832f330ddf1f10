import { TerraformDataSource, TerraformProvider, TerraformResource, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
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
  const used = new Map([...leftBehind(stack), ...usedBy(stack)]);
  if (used.size === 0) return;
  const written = new Set(
    stack
      .allProviders()
      .filter((p) => p.alias === undefined)
      .map((p) => p.terraformResourceType),
  );
  for (const { provider, place } of used.values())
    if (!written.has(provider.name))
      new ProviderElement(stack, `provider-${provider.name}`, provider, provider.block(place, accountOf(stack, place.cloud)));
}

/** Providers of places that were left, for what the program writes for them by itself: it stays, and is judged where it is. */
function leftBehind(stack: TerraformStack): readonly (readonly [string, Used])[] {
  const places = moving()?.left() ?? [];
  if (places.length === 0) return [];
  const types = stack.node
    .findAll()
    .flatMap((node) => (node instanceof TerraformResource || node instanceof TerraformDataSource ? [node.terraformResourceType] : []));
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
