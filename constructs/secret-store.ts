import { type TerraformResource, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { SecretSpec, SecretStoreOutputs } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import type { Identity } from "./identity.ts";
import type { KeyRing } from "./key-ring.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import type { Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";
import { secretReference } from "./secret-reference.ts";

/**
 * Where a secret's value comes from. `"outside"`: written to the store by whoever may, after it exists; neither description nor state knows it.
 * `"variable"`: a sensitive variable without a default, given when the engine runs. Or a reference: a sensitive variable of yours, the password that
 * a database made. A reference's value is kept in the state, which is encrypted; a literal is refused.
 */
export type SecretSource = "outside" | "variable" | TerraformVariable | { readonly reference: string };

/** Props of a `SecretStore`: names of secrets, and where their values come from. */
export interface SecretStoreProps {
  /** Secrets by name, and where each value comes from. @default none: the store exists, and who may write to it fills it */
  readonly secrets?: Readonly<Record<string, SecretSource>>;
  /** The ring whose key encrypts the store. @default a domain of key management of its own */
  readonly keyRing?: KeyRing;
  /** How many versions of each secret are kept, so that a wrong one can be taken back. @default 10 */
  readonly versions?: number;
}

/**
 * Secrets by name, encrypted by key management. The description holds names only.
 *
 * On OVHcloud: the secret manager of a key management domain. It takes JSON, so a value arrives as `{"value": "…"}`.
 *
 * @example
 * const secrets = new SecretStore(stack, "secrets", { secrets: { "smtp-password": "outside", "api-key": "variable" } });
 * secrets.grantRead(new Identity(stack, "shop"), "smtp-password");
 */
export class SecretStore extends Construct {
  readonly #outputs: SecretStoreOutputs;

  constructor(scope: Within<"secretStore">, id: string, props: SecretStoreProps = {}) {
    checkedProps(new.target, PROPS, "SecretStore", scope, id, props);
    super(scope, id);
    const versions = props.versions ?? 10;
    if (!(Number.isInteger(versions) && versions >= 1))
      refuse(this, `{ versions: ${versions} } is no number of versions. Keep one or more.`);
    const secrets = Object.entries(props.secrets ?? {}).map(([name, source]): SecretSpec => {
      if (!/^[a-z][a-z0-9-]*$/.test(name))
        refuse(this, `{ secrets } names one ${JSON.stringify(name)}. Write lower-case letters, digits and hyphens, a letter first.`);
      const value = this.#valueOf(name, source);
      return { name, versions, ...(value === undefined ? {} : { value }) };
    });
    this.#outputs = lower(this, "secretStore", {
      name: nameOf(this),
      ...(props.keyRing === undefined ? {} : { keyRingId: props.keyRing.keyRingId }),
      secrets,
    });
  }

  /** Where applications read, `https://…`. */
  get endpoint(): string {
    return this.#outputs.endpoint;
  }

  /** Where a secret stands in the store. */
  path(name: string): string {
    const path = this.#outputs.paths[name];
    if (path !== undefined) return path;
    return refuse(
      this,
      `there is no secret "${name}". There are: ${Object.keys(this.#outputs.paths).join(", ") || "none"}. Add it: { secrets: { "${name}": "outside" } }.`,
    );
  }

  /** Lets an identity read one secret; without a name every secret of the store, those added later too. */
  grantRead(identity: Identity, name?: string): Access {
    return this.#grant(identity, "read", name);
  }

  /** Lets an identity make and renew one secret; without a name every secret of the store. It does not let it read. */
  grantWrite(identity: Identity, name?: string): Access {
    return this.#grant(identity, "write", name);
  }

  #grant(identity: Identity, access: "read" | "write", name: string | undefined): Access {
    const { secretStoreId } = this.#outputs;
    const secret = name === undefined ? {} : { secret: this.path(name) };
    return identity.allow({ concept: "secretStore", secretStoreId, access, ...secret }, this, name);
  }

  #valueOf(name: string, source: SecretSource): string | undefined {
    if (source === "outside") return undefined;
    if (source === "variable")
      return new TerraformVariable(this, name, { type: "string", sensitive: true, description: `Secret ${name} of ${this.node.path}` })
        .stringValue;
    return secretReference(this, name, "reference" in source ? source.reference : source);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
