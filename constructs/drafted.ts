import { TerraformDataSource, type TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import type { DraftOptions, Handle } from "../clouds/contract/index.ts";
import { moving } from "./moving.ts";

export interface Drafted {
  readonly type: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly provider?: TerraformProvider;
  readonly options?: DraftOptions;
}

const MADE = new WeakMap<Handle, TerraformResource>();

/** The stack's element behind a handle; none for a handle from elsewhere. */
function elementOf(handle: Handle): TerraformResource | undefined {
  return MADE.get(handle);
}

/** A draft, as an element of the stack's tree. */
export class DraftedResource extends TerraformResource {
  readonly handle: Handle;
  /** As the cloud wrote them. */
  readonly args: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { type, args, provider, options = {} }: Drafted) {
    super(scope, id, { terraformResourceType: type, ...(provider ? { provider } : {}), ...engineOptions(options) });
    this.args = args;
    this.handle = { type, id, ref: (attribute) => this.getStringAttribute(attribute) };
    MADE.set(this.handle, this);
  }

  override addOverride(path: string, value: unknown): void {
    if (value !== undefined) moving()?.overridden(this.node.scope?.node.path ?? "", this.terraformResourceType, path);
    super.addOverride(path, value);
  }

  protected override synthesizeAttributes() {
    return { ...this.args };
  }
}

/** A look-up, as an element of the stack's tree. */
export class DraftedLookUp extends TerraformDataSource {
  readonly handle: Handle;
  readonly #args: Readonly<Record<string, unknown>>;

  constructor(scope: Construct, id: string, { type, args, provider, options = {} }: Drafted) {
    super(scope, id, { terraformResourceType: type, ...(provider ? { provider } : {}), ...engineOptions(options) });
    this.#args = args;
    this.handle = { type, id, ref: (attribute) => this.getStringAttribute(attribute) };
  }

  protected override synthesizeAttributes() {
    return { ...this.#args };
  }
}

function engineOptions({ dependsOn, preventDestroy, ignoreChanges }: DraftOptions) {
  const lifecycle = {
    ...(preventDestroy ? { preventDestroy } : {}),
    ...(ignoreChanges ? { ignoreChanges: [...ignoreChanges] } : {}),
  };
  return {
    ...(dependsOn ? { dependsOn: dependsOn.flatMap((handle) => elementOf(handle) ?? []) } : {}),
    ...(Object.keys(lifecycle).length > 0 ? { lifecycle } : {}),
  };
}
