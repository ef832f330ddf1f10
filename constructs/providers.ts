import { TerraformProvider, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { Place, ProviderBlock } from "../clouds/contract/index.ts";
import { accountOf } from "./account.ts";

const USED = Symbol.for("terroir.clouds");

/** A provider block as a cloud describes it. */
class CloudProvider extends TerraformProvider {
  readonly #block: ProviderBlock;
  constructor(scope: Construct, id: string, place: Place, block: ProviderBlock) {
    const { name, source, version } = place.cloud.provider;
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

/**
 * The provider block that resources of a place run under. `undefined` is the cloud's default block: it is written at synthesis, and only
 * when the stack's author wrote none of their own.
 */
export function providerFor(scope: Construct, place: Place): TerraformProvider | undefined {
  const stack = TerraformStack.of(scope);
  const block = place.cloud.provider.block(place, accountOf(scope, place.cloud));
  if (block.alias === undefined) {
    usedBy(stack).set(place.cloud.name, place);
    return undefined;
  }
  const id = `provider-${place.cloud.provider.name}-${block.alias}`;
  return (stack.node.tryFindChild(id) as TerraformProvider | undefined) ?? new CloudProvider(stack, id, place, block);
}

export function addMissingProviders(stack: TerraformStack): void {
  const used = usedBy(stack);
  if (used.size === 0) return;
  const written = new Set(
    stack
      .allProviders()
      .filter((p) => p.alias === undefined)
      .map((p) => p.terraformResourceType),
  );
  for (const place of used.values())
    if (!written.has(place.cloud.provider.name))
      new CloudProvider(
        stack,
        `provider-${place.cloud.provider.name}`,
        place,
        place.cloud.provider.block(place, accountOf(stack, place.cloud)),
      );
}

function usedBy(stack: TerraformStack): Map<string, Place> {
  const holder = stack as { [USED]?: Map<string, Place> };
  if (holder[USED] === undefined) Object.defineProperty(stack, USED, { value: new Map() });
  return holder[USED] as Map<string, Place>;
}
