import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { KeyRingOutputs, KeySpec } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of a `KeyRing`: its keys, by name and use. */
export interface KeyRingProps {
  /**
   * Keys by name. One key per class of data: what is encrypted with one key is lost or read together.
   * @default one, "data", that encrypts
   */
  readonly keys?: Readonly<Record<string, KeySpec["use"]>>;
}

/** A key of a ring, as other constructs take it. */
export interface Key {
  /** As the ring's `{ keys }` call it. */
  readonly name: string;
  /** The operator's id of its ring: a reference, known once it is made. */
  readonly keyRingId: string;
  /** The operator's id of the key: a reference, known once it is made. */
  readonly keyId: string;
}

/**
 * Your own keys, in the operator's key management. They are drawn there and never leave; who may use one asks for encryption and decryption, and
 * nobody else can read what it encrypts. The operator runs the place in which they lie: against the operator itself, encrypt before you send.
 *
 * On OVHcloud: a domain of its key management (OKMS) in the same location. Volumes take its keys in regions of three zones; applications use them
 * through its API or KMIP. Buckets, databases, clusters, registries and file shares take no key of yours: they are encrypted with the operator's,
 * and the guard's findings say so. The provider sets no rotation: a new key under a new name, then the old one's removal.
 *
 * @example
 * const keys = new KeyRing(stack, "keys", { keys: { ledger: "encrypt", receipts: "sign" } });
 * keys.grantUse(new Identity(stack, "shop"), "ledger");
 */
export class KeyRing extends Construct {
  readonly #outputs: KeyRingOutputs;
  readonly #uses: ReadonlyMap<string, KeySpec["use"]>;

  constructor(scope: Within<"keyRing">, id: string, props: KeyRingProps = {}) {
    checkedProps(new.target, PROPS, "KeyRing", scope, id, props);
    super(scope, id);
    const keys = Object.entries<KeySpec["use"]>(props.keys ?? { data: "encrypt" });
    if (keys.length === 0) refuse(this, `{ keys } is empty: a ring without a key protects nothing. Leave it out for one key, "data".`);
    for (const [name] of keys)
      if (!/^[a-z][a-z0-9-]{0,49}$/.test(name))
        refuse(
          this,
          `{ keys } names one ${JSON.stringify(name)}. Write lower-case letters, digits and hyphens, a letter first, at most 50.`,
        );
    this.#uses = new Map(keys);
    this.#outputs = lower(this, "keyRing", { name: nameOf(this), keys: keys.map(([id, use]) => ({ id, use })) });
  }

  /** The operator's id of the ring: a reference, known once it is made. */
  get keyRingId(): string {
    return this.#outputs.keyRingId;
  }

  /** Where applications ask for encryption, `https://…`. */
  get endpoint(): string {
    return this.#outputs.endpoint;
  }

  /** A key by its name; the first when none is said. */
  key(name: string = [...this.#uses.keys()][0] ?? ""): Key {
    const keyId = this.#uses.has(name) ? this.#outputs.keyIds[name] : undefined;
    if (keyId === undefined)
      return refuse(
        this,
        `there is no key "${name}". There are: ${[...this.#uses.keys()].join(", ")}. Add it: { keys: { "${name}": "encrypt" } }.`,
      );
    return { name, keyRingId: this.keyRingId, keyId };
  }

  /** Lets an identity encrypt with a key, and nothing else: what it has written it cannot read. */
  grantEncrypt(identity: Identity, key?: string): Access {
    return this.#grant(identity, "encrypt", key);
  }

  /** Lets an identity decrypt with a key, and nothing else. */
  grantDecrypt(identity: Identity, key?: string): Access {
    return this.#grant(identity, "decrypt", key);
  }

  /** Lets an identity encrypt and decrypt with a key. */
  grantUse(identity: Identity, key?: string): Access {
    this.grantEncrypt(identity, key);
    return this.grantDecrypt(identity, key);
  }

  #grant(identity: Identity, access: "encrypt" | "decrypt", name: string | undefined): Access {
    const key = this.key(name);
    if (this.#uses.get(key.name) === "sign")
      refuse(this, `key "${key.name}" signs, and is granted for encryption. Grant a key that encrypts, { keys: { data: "encrypt" } }.`);
    return identity.allow({ concept: "keyRing", keyRingId: key.keyRingId, keyId: key.keyId, access }, this, key.name);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
