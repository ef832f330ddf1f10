import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { RegistryOutputs } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import { rangesOf, type Source } from "./address-ranges.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";

/** Props of a `Registry`: from where it is reached. */
export interface RegistryProps {
  /**
   * From where it is reached, for images as for its console: offices, the bastion, the address by which clusters leave their network. There is no
   * default, because only you know it, and an empty list would mean everybody. `"whoever-signs-in"` says aloud that addresses do not count and a right to it
   * does: some registries have no list.
   */
  readonly allowedFrom: readonly Source[] | "whoever-signs-in";
}

/**
 * Container images of your own, in reach of the addresses that you name.
 *
 * On OVHcloud: a Managed Private Registry (Harbor). It has a public name and no private endpoint, so the list of addresses is its wall; it takes no
 * key of yours. On Scaleway: a namespace without such a list, for whoever signs in with a right to it. A user that a grant makes gets its role in Harbor, not here: until then it may neither pull nor push.
 *
 * @example
 * const images = new Registry(stack, "images", { allowedFrom: [{ cidr: "198.51.100.0/24", description: "Office" }] });
 * images.grantPull(new Identity(stack, "nodes"));
 */
export class Registry extends Construct {
  readonly #outputs: RegistryOutputs;

  constructor(scope: Within<"registry">, id: string, props: RegistryProps) {
    checkedProps(new.target, PROPS, "Registry", scope, id, props);
    super(scope, id);
    const { allowedFrom } = props;
    this.#outputs = lower(this, "registry", {
      name: nameOf(this),
      allowedFrom: allowedFrom === "whoever-signs-in" ? [] : rangesOf(this, "allowedFrom", allowedFrom),
    });
  }

  /** The operator's id of the registry: a reference, known once it is made. */
  get registryId(): string {
    return this.#outputs.registryId;
  }

  /** `https://…` */
  get url(): string {
    return this.#outputs.url;
  }

  /** Lets an identity pull images. */
  grantPull(identity: Identity): Access {
    return identity.allow({ concept: "registry", registryId: this.registryId, access: "pull" }, this);
  }

  /** Lets an identity push images. */
  grantPush(identity: Identity): Access {
    return identity.allow({ concept: "registry", registryId: this.registryId, access: "push" }, this);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
