import type { TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { AccessOutputs, Credentials, IdentityOutputs, IdentitySpec, Statement } from "../clouds/contract/index.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";

/**
 * What one identity may do with one thing; with all buckets together, since object stores know one document per identity. Made by
 * `Identity.allow` and by the grants of other constructs, never by hand.
 *
 * @example
 * const orders = new Database(stack, "orders", { engine: "postgresql", version: "17", network });
 * const access = orders.grantConnect(new Identity(stack, "shop"));
 * new SecretStore(stack, "secrets", { secrets: { "orders-password": { reference: access.credentials?.secret ?? "" } } });
 */
export class Access extends Construct {
  readonly #statements: Statement[] = [];
  readonly #outputs: AccessOutputs;

  constructor(scope: Construct, id: string, identity: IdentitySpec & IdentityOutputs, first: Statement) {
    super(scope, id);
    this.#outputs = lower(this, "access", {
      name: nameOf(this),
      identity,
      concept: first.concept,
      first,
      statements: () => [...this.#statements],
    });
  }

  /** Adds one thing more; what is there already is not said twice. */
  add(statement: Statement): void {
    const text = JSON.stringify(statement);
    if (!this.#statements.some((known) => JSON.stringify(known) === text)) this.#statements.push(statement);
  }

  /** Name and secret of the user that the thing keeps for this identity, where it keeps users: a database, a registry, an object store. */
  get credentials(): Credentials | undefined {
    return this.#outputs.credentials;
  }

  /** What the identity has to carry for it, where the cloud hangs rights on identities. */
  get carried(): string | undefined {
    return this.#outputs.carried;
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}
