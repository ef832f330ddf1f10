import { type TerraformResource, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { type BucketOutputs, type BucketReplica, type BucketSpec, type EuPlace, isPlace, type Place } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import { type LifecycleProps, lifecycleOf } from "./bucket-lifecycle.ts";
import { DataCentre } from "./data-centre.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { moved, moving } from "./moving.ts";
import { nameOf } from "./naming.ts";
import { encryptionBy, type OwnKey } from "./own-key.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedOptions, checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Props of a `Bucket`. All are optional: without any it is private, encrypted and versioned. */
export interface BucketProps {
  /**
   * Its exact name: 3 to 63 lower-case letters, digits and hyphens. Bucket names are shared by all customers of most operators.
   * @default the stack's and the construct's ids, and eight characters that the account and the path make unique
   */
  readonly name?: string;
  /** Keeps every version of every object: nothing is lost by overwriting or deleting it. @default true */
  readonly versioned?: boolean;
  /** Nobody deletes an object before its time: `governance` leaves a way to holders of a special right, `compliance` to nobody, ever. @default none */
  readonly lock?: { readonly mode: "governance" | "compliance"; readonly days: number };
  /**
   * Copies every new object to another place: a bucket of your own there, or the place itself, where one is made with the same protections.
   * Deletions are not copied.
   * @default none
   */
  readonly replicateTo?: Bucket | EuPlace | readonly (Bucket | EuPlace)[];
  /** What becomes of objects as they age, by rule name. @default nothing: they stay */
  readonly lifecycle?: LifecycleProps;
  /** A key of your own, where the operator takes one for buckets. @default the operator's key */
  readonly key?: OwnKey;
  /** @default the stack's owner, where it names one */
  readonly tags?: Readonly<Record<string, string>>;
  /** The engine refuses to destroy it. Destroying a bucket deletes its objects first, as far as no lock keeps them. @default false */
  readonly protect?: boolean;
}

/**
 * Object storage: private, encrypted, versioned. Nobody reads it who was not granted to.
 *
 * On OVHcloud: encrypted with the operator's key (AES-256); a key of your own is refused, since its buckets take none. Object storage is sold by
 * location, so GRA9 and GRA11 share theirs, and local zones have none. A lock can never be taken off a bucket again.
 *
 * @example
 * const media = new Bucket(stack, "media", { replicateTo: ovh("SBG5"), lock: { mode: "governance", days: 30 } });
 * media.grantRead(new Identity(stack, "website"));
 */
export class Bucket extends Construct {
  readonly #outputs: BucketOutputs;
  readonly #place: Place;
  readonly #versioned: boolean;

  constructor(scope: Within<"bucket">, id: string, props: BucketProps = {}) {
    checkedProps(new.target, PROPS, "Bucket", scope, id, props);
    super(scope, id);
    const { lock, versioned = true } = props;
    this.#place = placeOf(this);
    this.#versioned = versioned;
    if (lock !== undefined && !(Number.isInteger(lock.days) && lock.days >= 1))
      refuse(this, `{ lock: { days: ${lock.days} } } is no time: say whole days, 1 or more.`);
    if (lock !== undefined && !versioned)
      refuse(
        this,
        "{ lock } needs versions: without them an object is overwritten, which no lock prevents. Leave out { versioned: false }.",
      );
    const targets = this.#targets(props.replicateTo);
    if (targets.length > 0 && !versioned)
      refuse(this, "{ replicateTo } needs versions: copies are made of versions. Leave out { versioned: false }.");
    this.#outputs = lower(this, "bucket", {
      ...this.#named(props.name),
      versioned,
      encryption: encryptionBy(props.key),
      ...(lock === undefined ? {} : { lock }),
      replicas: targets.map((target, index) => this.#replica(target, index, props)),
      lifecycle: lifecycleOf(this, props.lifecycle ?? {}, lock?.days ?? 0),
      tags: { ...ownerOf(this), ...props.tags },
      protect: props.protect ?? false,
    });
  }

  /** Its name, with what made it unique. */
  get name(): string {
    return this.#outputs.name;
  }

  /** `https://…`, the S3 endpoint. */
  get endpoint(): string {
    return this.#outputs.endpoint;
  }

  /** The S3 region that clients sign with. */
  get region(): string {
    return this.#outputs.region;
  }

  /** Lets an identity list and read objects: all, or those whose key starts with `prefix`. */
  grantRead(identity: Identity, options: { readonly prefix?: string } = {}): Access {
    checkedOptions(this, "grantRead", PREFIX, options);
    return this.#grant(identity, "read", options.prefix);
  }

  /** Lets an identity read, write and delete objects: all, or those whose key starts with `prefix`. Versions and locks outlast what it deletes. */
  grantWrite(identity: Identity, options: { readonly prefix?: string } = {}): Access {
    checkedOptions(this, "grantWrite", PREFIX, options);
    return this.#grant(identity, "write", options.prefix);
  }

  /** Lets an identity add objects, and neither read nor delete any: what a collector of logs or measurements needs. */
  grantAppend(identity: Identity): Access {
    return this.#grant(identity, "append", undefined);
  }

  #grant(identity: Identity, access: "read" | "write" | "append", prefix: string | undefined): Access {
    return identity.allow({ concept: "bucket", bucketName: this.name, access, ...(prefix === undefined ? {} : { prefix }) }, this);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }

  #named(name: string | undefined): Pick<BucketSpec, "name" | "uniqueFor"> {
    // Leaves room for a hyphen and eight characters within 63.
    if (name === undefined) return { name: nameOf(this, { max: 54 }), uniqueFor: this.node.path };
    if (!/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(name))
      refuse(
        this,
        `{ name: ${JSON.stringify(name)} } is no bucket name: 3 to 63 lower-case letters, digits and hyphens, no hyphen at either end.`,
      );
    return { name };
  }

  /** Where copies go. Two places that fall together when the environment moves leave no copy between them. */
  #targets(to: BucketProps["replicateTo"]): readonly (Bucket | EuPlace)[] {
    const all = to === undefined ? [] : ((Array.isArray(to) ? to : [to]) as readonly (Bucket | EuPlace)[]);
    return all
      .map((target) => (isPlace(target) ? moved(target) : target))
      .filter((target) => {
        const { id } = isPlace(target) ? target : target.#place;
        const together = moving() !== undefined && id === this.#place.id;
        if (together) moving()?.remark(this.node.path, `Its copy would stand at ${id} as well, so that there is none.`);
        return !together;
      });
  }

  #replica(target: Bucket | EuPlace, index: number, props: BucketProps): BucketReplica {
    const place = isPlace(target) ? target : target.#place;
    if (place.cloud.name !== this.#place.cloud.name)
      refuse(
        this,
        `{ replicateTo } names ${place.id}, another operator's: object stores copy within one operator. For a copy elsewhere use a Backup.`,
      );
    if (place.region === this.#place.region)
      refuse(this, `{ replicateTo } names ${place.id}, where the bucket itself stands: a copy protects when it is elsewhere.`);
    if (isPlace(target)) {
      const { lock, lifecycle, tags, protect } = props;
      const site = new DataCentre(this, index === 0 ? "replica" : `replica-${index + 1}`, { at: target });
      const copy = new Bucket(site as unknown as Within<"bucket">, "bucket", {
        ...(props.name === undefined ? {} : { name: `${props.name.slice(0, 52)}-replica-${index + 1}` }),
        ...(lock === undefined ? {} : { lock }),
        ...(lifecycle === undefined ? {} : { lifecycle }),
        ...(tags === undefined ? {} : { tags }),
        ...(protect === undefined ? {} : { protect }),
      });
      return { id: `to-${place.region.toLowerCase()}`, bucketName: copy.name, region: place.region };
    }
    if (!target.#versioned)
      refuse(
        this,
        `{ replicateTo } names ${target.node.path}, which keeps no versions: copies are made of versions. Make it { versioned: true }.`,
      );
    return { id: `to-${place.region.toLowerCase()}${index === 0 ? "" : `-${index + 1}`}`, bucketName: target.name, region: place.region };
  }
}

const PREFIX = { "prefix?": "text" } as const;

function ownerOf(self: Construct): Readonly<Record<string, string>> {
  const { owner } = TerraformStack.of(self) as { owner?: string };
  return owner === undefined ? {} : { owner };
}
