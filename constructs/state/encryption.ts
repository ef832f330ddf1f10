import { TerraformElement, TerraformRemoteState, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { refuse } from "../refuse.ts";
import { type KeyProvider, keyProvider } from "./key-provider.ts";
import type { StateKey } from "./keys.ts";

/** The key of a stack's state, then those that it had before; empty: it is in clear. */
const KEYS = new WeakMap<TerraformStack, readonly KeyProvider[]>();

/** OpenTofu's own encryption of state and plan, AES-GCM (https://opentofu.org/docs/language/state/encryption/). */
export class StateEncryption extends TerraformElement {
  readonly #stack: TerraformStack;

  /** @param keys the first encrypts; with each of the others something may be encrypted still */
  constructor(scope: Construct, id: string, stack: TerraformStack, keys: readonly StateKey[]) {
    super(scope, id);
    this.#stack = stack;
    KEYS.set(
      stack,
      keys.map((key) => keyProvider(stack, key)),
    );
  }

  override toTerraform() {
    const stack = this.#stack;
    const providers = new Map<string, KeyProvider>();
    const target = ([provider, ...former]: readonly KeyProvider[]): Target | undefined => {
      if (provider === undefined) return undefined;
      const known = providers.get(provider.name);
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(provider))
        refuse(stack, `two of its state's keys would have the name "${provider.name}" in the engine's configuration. Rename one.`);
      providers.set(provider.name, provider);
      const fallback = target(former);
      // A text, not a template: the engine takes nothing else there.
      return { method: `method.aes_gcm.${provider.name}`, ...(fallback && { fallback }) };
    };
    const own = target(KEYS.get(stack) ?? []);
    const named = Object.fromEntries(
      readBy(stack).flatMap(([data, keys]) => [[data, target(keys) ?? { method: "method.unencrypted.clear" }] as const]),
    );
    const clear = Object.values(named).some(({ method }) => method.includes(".unencrypted."));
    const used = [...providers.values()];
    return {
      terraform: {
        encryption: {
          key_provider: byType(used),
          method: {
            aes_gcm: Object.fromEntries(used.map(({ type, name }) => [name, { keys: `\${key_provider.${type}.${name}}` }])),
            ...(clear && { unencrypted: { clear: {} } }),
          },
          state: { ...own, enforced: true },
          plan: { ...own, enforced: true },
          remote_state_data_sources: {
            default: { ...own },
            ...(Object.keys(named).length > 0 && { remote_state_data_source: named }),
          },
        },
      },
      variable: Object.fromEntries(used.flatMap(({ variable }) => (variable === undefined ? [] : [[variable, PASSPHRASE]]))),
    };
  }
}

/** Says that a stack's state is in clear, for those that read it. */
export function leaveInClear(stack: TerraformStack): void {
  KEYS.set(stack, []);
}

interface Target {
  readonly method: string;
  readonly fallback?: Target;
}

const PASSPHRASE = {
  type: "string",
  sensitive: true,
  description: "Encrypts state and plan files; 16 characters at least. Keep it where a lost laptop cannot lose it.",
};

function byType(providers: readonly KeyProvider[]): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const types = new Map<string, Record<string, unknown>>();
  for (const { type, name, config } of providers) types.set(type, { ...types.get(type), [name]: config });
  return Object.fromEntries(types);
}

/** States of other stacks that this one reads, whose keys are not its own. */
function readBy(stack: TerraformStack): readonly (readonly [data: string, keys: readonly KeyProvider[]])[] {
  const own = JSON.stringify(KEYS.get(stack));
  return stack.node.children.filter(isRemoteState).flatMap((read) => {
    const path = /^cross-stack-reference-input-(.+)$/.exec(read.node.id)?.[1];
    const origin = path === undefined ? undefined : stackAt(stack, path);
    const keys = origin && KEYS.get(origin);
    return keys === undefined || JSON.stringify(keys) === own ? [] : [[read.friendlyUniqueId, keys] as const];
  });
}

const isRemoteState = (x: unknown): x is TerraformRemoteState => x instanceof TerraformRemoteState;

function stackAt(from: TerraformStack, path: string): TerraformStack | undefined {
  let node: Construct | undefined = from.node.root as Construct;
  for (const part of path.split("/")) node = node?.node.tryFindChild(part) as Construct | undefined;
  return node !== undefined && TerraformStack.isStack(node) ? node : undefined;
}
