import { TerraformBackend, TerraformElement, TerraformOutput, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";
import type { EuPlace, SomePlace } from "../clouds/contract/index.ts";
import { requireApproved } from "./approved.ts";
import { circularText } from "./circle.ts";
import { EncryptedState, type StateProps } from "./encrypted-state.ts";
import { moved } from "./moving.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { addMissingProviders } from "./providers.ts";
import { Document } from "./synthesis/merge.ts";
import { plainResource } from "./synthesis/plain-resource.ts";
import { prepare, prepareResource, settle, settleResource } from "./synthesis/settle.ts";
import { SovereignSynthesizer } from "./synthesis/synthesizer.ts";
import { Tokens } from "./synthesis/tokens.ts";

/** Props of a `SovereignStack`: its place, its owner, its account, and where its state is kept. */
export interface SovereignStackProps<P extends EuPlace = SomePlace> {
  /**
   * Where the stack's constructs stand, unless a `DataCentre` says otherwise.
   * @default none: each construct stands in a `DataCentre`
   */
  readonly at?: P;
  /** Who answers for the stack; written as a tag on every resource that takes tags. @default none */
  readonly owner?: string;
  /**
   * What the clouds need to know about your account, by the cloud's own names: `{ project: "…" }` on OVHcloud.
   * @default a Terraform variable per value, `ovh_project`, to be given when the engine runs
   */
  readonly account?: Readonly<Record<string, string>>;
  /** Where the engine keeps its state. @default a file beside the project, encrypted by OpenTofu with the passphrase in `var.state_passphrase` */
  readonly state?: StateProps;
}

/** No construct of the author's is likely to have this id. */
const STATE = "encrypted-state";

/**
 * A Terraform stack at a place. Whatever is put into it, by constructs, raw resources or overrides, is judged when its app is synthesized.
 *
 * @example
 * const app = new SovereignApp();
 * const shop = new SovereignStack(app, "shop", { at: ovh("GRA11"), owner: "team-shop" });
 * new Bucket(shop, "media");
 * app.synth();
 */
export class SovereignStack<P extends EuPlace = SomePlace> extends TerraformStack {
  // Declared as present: a stack without a place is found out when a construct asks for it.
  /** Where what is put into it stands, unless a `DataCentre` says otherwise. */
  readonly place: P;
  /** Who answers for it, as its tags say. */
  readonly owner: string | undefined;
  /** The operator's account, by the names that the cloud has for it: `{ project }`. */
  readonly account: Readonly<Record<string, string>>;
  readonly #tokens: Tokens = new Tokens(this);

  constructor(scope: Construct, id: string, props: SovereignStackProps<P> = {}) {
    checkedProps(new.target, PROPS, "SovereignStack", scope, id, props);
    super(scope, id);
    targetOurEngines(this);
    this.place = (props.at === undefined ? undefined : moved(props.at)) as P;
    if (props.at !== undefined) requireApproved(this, this.place);
    this.owner = props.owner;
    this.account = props.account ?? {};
    this.synthesizer = new SovereignSynthesizer(this);
    if (props.state !== undefined) new EncryptedState(this, STATE, props.state);
  }

  /**
   * As the library's, in fewer words.
   *
   * @throws InputError when the other one waits for this one already
   */
  override addDependency(dependency: TerraformStack): void {
    // The library finds the circle; it names neither the way round it nor a way out, and adds a trace.
    if (dependency === this || dependency.dependsOn(this)) throw withoutTrace(new InputError(circularText(this, dependency)));
    super.addDependency(dependency);
  }

  /** As the library's, with tokens resolved once and only where they stand. */
  override prepareStack(): void {
    addMissingProviders(this);
    this.ensureBackendExists();
    const kin = this as unknown as Bookkeeping;
    kin._usedFunctions?.clear();
    kin._usedProviderFunctions?.clear();
    // Resolving may add elements; those are not asked themselves, as the library does not.
    const elements = elementsOf(this);
    for (const element of elements) (element as unknown as Bookkeeping)._resetResolveDiscoveredProviderFeatureUsage?.();
    for (const element of elements) {
      const plain = plainResource(element);
      if (plain === undefined) prepare(this.#tokens, element.toTerraform());
      else prepareResource(this.#tokens, plain);
    }
  }

  /** The document of this stack, as the engine reads it. Called by the library. */
  override toTerraform(): object {
    const elements = elementsOf(this);
    const overridden = Object.keys(this.rawOverridesOfStack);
    const metadata = new Document();
    metadata.merge({
      version: this.node.tryGetContext("cdktfVersion"),
      stackName: this.node.id,
      backend: "local",
      ...(overridden.length > 0 ? { overrides: { stack: overridden } } : {}),
    });
    const outputs = new Document();
    const document = new Document();
    document.merge({ "//": { metadata: metadata.root, outputs: outputs.root } });
    for (const element of elements) {
      const plain = plainResource(element);
      if (plain !== undefined) {
        document.put(plain, settleResource(this.#tokens, plain));
        continue;
      }
      document.merge(settle(this.#tokens, element.toTerraform()) as Record<string, unknown>);
      metadata.merge(settle(this.#tokens, element.toMetadata()) as Record<string, unknown>);
      if (TerraformOutput.isTerraformOutput(element)) outputs.merge(byPath(element));
    }
    if (overridden.length === 0) return document.root;
    document.merge(this.rawOverridesOfStack);
    return settle(this.#tokens, document.root) as object;
  }

  private get rawOverridesOfStack(): Record<string, unknown> {
    return (this as unknown as { rawOverrides: Record<string, unknown> }).rawOverrides;
  }

  /** The backend that somebody gave it, or else an encrypted one. Called by the library. */
  override ensureBackendExists(): TerraformBackend {
    return elementsOf(this).find(TerraformBackend.isBackend) ?? new EncryptedState(this, STATE).backend;
  }
}

/**
 * cdktn refuses what its oldest targets lack, engines older than any that we run among them. What a project declares in cdktf.json stands. A bucket's own
 * lock file needs release 1.10 of either engine, and the author may add that backend at any time: Terraform 1.9 itself says that it has none.
 */
function targetOurEngines(stack: TerraformStack): void {
  if (stack.node.tryGetContext("targetVersions") !== undefined) return;
  stack.node.setContext("targetVersions", { opentofu: ">=1.10.0", terraform: ">=1.10.0" });
}

/** What cdktn keeps per pass and cdktf 0.21 does not. */
interface Bookkeeping {
  readonly _usedFunctions?: Set<string>;
  readonly _usedProviderFunctions?: Set<string>;
  _resetResolveDiscoveredProviderFeatureUsage?(): void;
}

function elementsOf(node: IConstruct, into: TerraformElement[] = []): TerraformElement[] {
  if (TerraformElement.isTerraformElement(node)) into.push(node);
  for (const child of node.node.children) if (!TerraformStack.isStack(child)) elementsOf(child, into);
  return into;
}

function byPath(output: TerraformOutput): Record<string, unknown> {
  let tree: unknown = output.friendlyUniqueId;
  for (const part of output.node.path.split("/").reverse()) tree = { [part]: tree };
  return tree as Record<string, unknown>;
}
