import type { TerraformResource } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import type { Credentials, IdentityKind, IdentityOutputs, IdentitySpec, Statement } from "../clouds/contract/index.ts";
import { Access } from "./access.ts";
import { lower, resourcesOf } from "./lower.ts";
import { nameOf } from "./naming.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of an `Identity`: machine or people, and what it is for. */
export interface IdentityProps {
  /**
   * `machine`: a service account with a key of its own. `people`: a group, empty until your directory or your account's administrator fills it.
   * @default "machine"
   */
  readonly kind?: IdentityKind;
  /** What it is for, for whoever reviews it. @default the path at which it stands */
  readonly description?: string;
  /**
   * What it may do with the project as a whole: `read` its things and how they are set, `operate` them, or `administer` it.
   * @default nothing: every right is granted one by one
   */
  readonly account?: "read" | "operate" | "administer";
}

/**
 * Who may act, and what it may do. It begins with no right at all; each grant adds one (`bucket.grantRead(identity)`), and all that was granted on
 * one thing becomes one policy that names this thing and these actions only.
 *
 * On OVHcloud: an OAuth2 client, or an identity group of the account with the role NONE. Its policies know keys and secrets one by one, and the other
 * products of a project only as a kind: a right on one cluster is a right on every cluster of the project. Keep what must stay apart in projects of
 * its own.
 *
 * @example
 * const shop = new Identity(stack, "shop", { description: "The shop's back end" });
 * new Bucket(stack, "media").grantRead(shop);
 * new KeyRing(stack, "keys").grantUse(shop);
 */
export class Identity extends Construct {
  /** For whom it is. */
  readonly kind: IdentityKind;
  readonly #spec: IdentitySpec;
  readonly #outputs: IdentityOutputs;
  readonly #carried: string[] = [];

  constructor(scope: Within<"identity" | "access">, id: string, props: IdentityProps = {}) {
    checkedProps(new.target, PROPS, "Identity", scope, id, props);
    super(scope, id);
    this.kind = props.kind ?? "machine";
    // Databases and registries take the name for their users; 32 characters fit all of them.
    this.#spec = {
      name: nameOf(this, { max: 32 }),
      description: props.description ?? this.node.path,
      kind: this.kind,
      carries: () => this.#carried,
    };
    this.#outputs = lower(this, "identity", this.#spec);
    if (props.account !== undefined) this.allow({ concept: "account", access: props.account });
  }

  /** The identity's name, as it signs in to databases and registries. */
  get identityName(): string {
    return this.#spec.name;
  }

  /** The identity as the cloud's policies name it. */
  get principal(): string {
    return this.#outputs.principal;
  }

  /** What a machine signs in with at the cloud's own API: two references, the second sensitive. Absent for people. */
  get credentials(): Credentials | undefined {
    return this.#outputs.credentials;
  }

  /**
   * Allows one thing. The constructs' own grants call it (`bucket.grantRead(identity)`); call it yourself for the project as a whole, or for a construct of your own.
   *
   * @param on the construct that is meant; it and the identity stand on one cloud
   * @param part the part of it that is meant, by name: one key of a ring, one secret of a store
   * @returns the access to that thing, with the credentials that it made, if any
   * @throws when the cloud cannot grant it to such an identity; the message says what to do instead
   */
  allow(statement: Statement, on: IConstruct = this, part?: string): Access {
    const here = placeOf(this);
    const there = placeOf(on as Construct);
    if (here.cloud.name !== there.cloud.name)
      refuse(
        this,
        `it is an identity of ${here.cloud.name} and cannot be granted ${on.node.path}, which stands on ${there.cloud.name}. Make an identity there: new Identity(scope, "${this.node.id}") in a data centre of ${there.cloud.name}.`,
      );
    const id = accessId(statement, on, part);
    const known = this.node.tryFindChild(id) as Access | undefined;
    const access = known ?? new Access(this, id, { ...this.#spec, ...this.#outputs }, statement);
    if (known === undefined && access.carried !== undefined) this.#carried.push(access.carried);
    access.add(statement);
    return access;
  }

  /** The provider's resources of the identity and of all its accesses, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return [this, ...this.node.children].flatMap(resourcesOf as (construct: IConstruct) => readonly TerraformResource[]);
  }
}

/** One access for all buckets, one for the project, one for each other thing or named part of it. */
function accessId({ concept }: Statement, on: IConstruct, part: string | undefined): string {
  if (concept === "bucket") return "buckets";
  if (concept === "account") return "account";
  return [concept, on.node.path.replaceAll("/", "-"), ...(part === undefined ? [] : [part])].join("-");
}
