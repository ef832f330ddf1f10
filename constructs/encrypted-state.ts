import { TerraformBackend, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { addBackend } from "./state/backend.ts";
import { leaveInClear, StateEncryption } from "./state/encryption.ts";
import { PASSPHRASE } from "./state/key-provider.ts";
import type { StateKey } from "./state/keys.ts";
import type { StateStore } from "./state/stores.ts";

/** Where the engine keeps a stack's state, and who can read it. */
export interface StateProps extends StateStore {
  /**
   * What encrypts state and plans before they leave the machine. One key for each state keeps who may read one from reading all; a stack that reads
   * another's outputs gets that one's key as well.
   * @default a passphrase in the sensitive variable `state_passphrase`, from which each state derives a key of its own
   */
  readonly key?: StateKey;
  /** Keys that it was encrypted with before: read, and never written with again. `terroir state rotate` writes it anew; then take them out. @default none */
  readonly formerKeys?: readonly StateKey[];
  /**
   * Whether OpenTofu encrypts state and plans itself, and refuses to write them otherwise. Terraform cannot, and refuses a stack that asks for it: the
   * store is then all that protects a state, and plans lie in clear.
   * @default true, unless TERRAFORM_BINARY_NAME names Terraform
   */
  readonly encrypt?: boolean;
}

/**
 * A stack's state: where it lies, and what encrypts it. A `SovereignStack` has one by its prop `state`; a plain stack of the library gets it so. A stack
 * that has a backend of its own keeps that, and is encrypted.
 *
 * @example
 * const shop = new SovereignStack(app, "shop", { at: ovh("GRA11") });
 * new EncryptedState(shop, "state", {
 *   bucket: { name: "acme-states", at: ovh("SBG5") },
 *   key: { ovhKms: { endpoint: "https://eu-west-rbx.okms.ovh.net", keyId: "00000000-0000-4000-8000-000000000000" } },
 *   formerKeys: [{ passphrase: "state_passphrase" }],
 * });
 */
export class EncryptedState extends Construct {
  /** The engine's backend. */
  readonly backend: TerraformBackend;

  constructor(scope: Construct, id: string, props: StateProps = {}) {
    checkedProps(new.target, PROPS, "EncryptedState", scope, id, props);
    super(scope, id);
    const stack = TerraformStack.of(this);
    const { key = { passphrase: PASSPHRASE }, formerKeys = [], encrypt, ...store } = props;
    const asked = encrypt === true || props.key !== undefined || formerKeys.length > 0;
    if (encrypt === false && (props.key !== undefined || formerKeys.length > 0))
      refuse(stack, "{ encrypt: false } and a key contradict each other. Keep one.");
    if (asked && terraformIsChosen())
      refuse(
        stack,
        "Terraform cannot encrypt a state, nor read one that OpenTofu has encrypted, and TERRAFORM_BINARY_NAME names Terraform. Use OpenTofu; or leave key, formerKeys and encrypt out, keep the state in a store that encrypts, and know that plans lie in clear.",
      );
    this.backend = backendOf(stack) ?? addBackend(this, stack, store);
    if (this.backend.node.scope !== this && Object.values(store).some((one) => one !== undefined))
      refuse(stack, "it has a backend already, and `state` names another. Keep one.");
    if (encrypt ?? !terraformIsChosen()) new StateEncryption(this, "encryption", stack, [key, ...formerKeys]);
    else leaveInClear(stack);
  }
}

const backendOf = (stack: TerraformStack): TerraformBackend | undefined =>
  stack.node.findAll().find((one): one is TerraformBackend => TerraformBackend.isBackend(one));

/** cdktf's own convention for the engine. */
function terraformIsChosen(): boolean {
  const name = process.env["TERRAFORM_BINARY_NAME"];
  return name !== undefined && /(^|[/\\])terraform(\.exe)?$/.test(name);
}
