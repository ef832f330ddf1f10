import type { Construct } from "constructs";
import type { EuPlace, SomePlace } from "../clouds/contract/index.ts";
import {
  AddressPlan,
  AuditLog,
  type AuditLogProps,
  type Bucket,
  type BucketProps,
  type ClusterProps,
  DataCentre,
  Identity,
  KeyRing,
  type Network,
  PrivateAccess,
  type PrivateAccessProps,
  SovereignStack,
  type SovereignStackProps,
} from "../constructs/index.ts";
import { checkedProps } from "../constructs/props/check.ts";
import { addressesOf, hubAndSpokes, recovery, type Standing, standalone, type WantedNetwork } from "./landing-zone/addresses.ts";
import { Elsewhere } from "./landing-zone/elsewhere.ts";
import {
  type LandingReport,
  type MovablePart,
  type Needed,
  type NeededBy,
  type Part,
  Parts,
  type SelfRunPart,
  type Unless,
} from "./landing-zone/parts.ts";
import { requireStandalone, requireTwoPlaces } from "./landing-zone/places.ts";
import { type Lent, Spoke, type SpokeProps } from "./landing-zone/spoke.ts";
import { stateBucket } from "./landing-zone/state-bucket.ts";
import { PROPS } from "./props/generated.ts";

/** A place in which a landing zone can stand: the compiler refuses one that lacks what is not left out, in `without`, or had elsewhere. */
export type LandingPlace<W extends Part = never> = EuPlace<string, Needed<W>>;

/** `hub-and-spoke`: a network per deployment around a hub. `standalone`: one network, a subnet per deployment. */
export type Topology = "hub-and-spoke" | "standalone";

/** A place for copies. */
export type SecondPlace = EuPlace<string, "bucket" | "network">;

/** Props of the ground on which deployments stand, whatever is deployed there: its two places, its entrance, its logs. */
export interface GroundProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends Omit<SovereignStackProps<P>, "at"> {
  /** Where it stands. */
  readonly at: P;
  /** Where copies lie, of buckets, backups and logs: another site, far enough that one disaster does not take both. @default none, when `without` says `second` */
  readonly second?: S;
  /**
   * What it does without, said aloud: not every cloud sells everything. Each is listed in the landing zone's `report`.
   * @default nothing: a place that lacks a part does not compile
   */
  readonly without?: readonly W[];
  /**
   * Parts that stand at another place, of another cloud if need be, each in a private network of its own there; nothing leads there by itself. Or
   * `{ database: "instances" }`: PostgreSQL on machines of your own, which you look after, where the place sells none as a service.
   * @default none
   */
  readonly elsewhere?: { readonly [K in M]: EuPlace<string, NeededBy<K>> | (K extends SelfRunPart ? "instances" : never) };
  /** Addresses of all its networks. @default "10.64.0.0/10": private, room for 64 networks, and clear of what managed clusters use inside */
  readonly addresses?: string;
  /** Who comes in, from where, with which key: the bastion's props. Clusters let the same addresses reach their API. */
  readonly access: Pick<PrivateAccessProps, "allowedFrom" | "sshKey"> & Partial<Omit<PrivateAccessProps, "network" | "subnet">>;
  /** The central log. @default an archive that is locked for a year, and no live service */
  readonly logs?: Omit<AuditLogProps, "archiveAlsoAt">;
  /** Your directory, with which people sign in to clusters. @default none */
  readonly signIn?: NonNullable<ClusterProps["signIn"]>;
}

/** Props of a `LandingZone`: the ground, its topology, and its deployments by name. */
export interface LandingZoneProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** @default "hub-and-spoke" */
  readonly topology?: Topology;
  /** Deployments by name: one entry makes all that a deployment needs, and taking it out takes all of it away. @default none */
  readonly spokes?: Readonly<Record<string, SpokeProps>>;
}

/**
 * The ground on which a company's deployments stand: two places, networks from one address plan, one way in, keys, locked logs, a state bucket and
 * identities for each deployment, and groups for the platform's people, developers and auditors. Everything is the library's own constructs, and public:
 * add to it, or build yours from the same parts.
 *
 * Not in it, since clouds do not agree on it: projects and their hierarchy (one landing zone stands in one project), budgets, names of the public DNS,
 * a directory (groups stay empty until yours fills them).
 *
 * On OVHcloud: networks of one region meet at the hub's gateway, which leads from each to the others; firewalls say what may pass. Networks at the second
 * place are apart. A cloud that lacks a part does not compile until the program says that it does without, or has it elsewhere; `report` lists both.
 *
 * @example
 * const entrances = ["acme/primary/access"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * new LandingZone(app, "acme", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops" },
 *   spokes: { shop: { database: { engine: "postgresql", version: "17" } } },
 * });
 * app.synth();
 */
export class LandingZone<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends SovereignStack<P> {
  /** The first place. */
  readonly primary: DataCentre<P>;
  /** The second place; absent where the landing zone does without. */
  readonly secondary: Unless<W, "second", DataCentre<S>>;
  /** The whole plan of addresses, from which each network has its block. */
  readonly addresses: AddressPlan;
  /** Networks at the first place, by deployment; `hub` is the platform's own. */
  readonly networks: ReadonlyMap<string, Network>;
  /** The network at the second place. */
  readonly recovery: Unless<W, "second", Network>;
  /** The one way in for administrators. */
  readonly access: PrivateAccess;
  /** Your own keys, where the place keeps keys. */
  readonly keys: Unless<W, "keyRing", KeyRing>;
  /** The log of what was done, where the place keeps one. */
  readonly auditLog: Unless<W, "auditLog", AuditLog>;
  /** State of the platform's own deployment, this one: move it here once it stands. */
  readonly state: Bucket;
  /** Writes to the log's archive, and does nothing else. */
  readonly collector: Unless<W, "auditLog" | "bucketGrants" | "identities", Identity>;
  /** Run the platform. */
  readonly platform: Unless<W, "identities", Identity>;
  /** Run what is deployed on it. */
  readonly developers: Unless<W, "identities", Identity>;
  /** See everything, change nothing. */
  readonly auditors: Unless<W, "identities", Identity>;
  /** Deployments, by the names that the props have for them. */
  readonly spokes: ReadonlyMap<string, Spoke<W>>;
  /** Props of a bucket whose copy lies at the second place, where there is one. */
  protected readonly copied: Pick<BucketProps, "replicateTo">;
  readonly #parts: Parts;

  constructor(scope: Construct, id: string, props: LandingZoneProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "LandingZone", scope, id, props);
    const { at, second, topology = "hub-and-spoke", addresses = "10.64.0.0/10", spokes = {}, logs, signIn, access, ...rest } = props;
    const { without = [], elsewhere: moved, ...stack } = rest;
    const places = (moved ?? {}) as Readonly<Partial<Record<MovablePart, EuPlace | "instances">>>;
    super(scope, id, { ...stack, at });
    requireTwoPlaces(this, at, second, (without as readonly Part[]).includes("second"));
    const parts = new Parts(this, at, without, Object.keys(places) as MovablePart[]);
    this.#parts = parts;
    const primary = new DataCentre(this, "primary", { at: at as unknown as SomePlace });
    this.primary = primary as unknown as DataCentre<P>;
    this.addresses = new AddressPlan(addresses, this.node.path);
    const ground = addressesOf(this.addresses);
    const elsewhere = new Elsewhere(this, ground.secondary, places);
    const wayOut = parts.has("wayOut", "a way out of the networks: their machines reach nothing outside by themselves");
    if (!wayOut) requireStandalone(this, topology);
    const names = wanted(spokes);
    const standings = topology === "standalone" ? standalone(primary, ground, names, wayOut) : hubAndSpokes(primary, ground, names);
    this.networks = new Map([...standings].map(([name, { network }]) => [name, network]));
    const secondary =
      parts.has("second", "a second place, and a network there") && second !== undefined
        ? new DataCentre<S>(this, "secondary", { at: second })
        : undefined;
    this.secondary = secondary as typeof this.secondary;
    this.recovery = (secondary && recovery(secondary, ground, wayOut)) as typeof this.recovery;
    const copies = second !== undefined && parts.has("copies", "copies of every bucket and backup at the second place");
    this.copied = copies ? { replicateTo: second as unknown as SomePlace } : {};
    this.access = new PrivateAccess(primary, "access", { ...access, ...(standings.get("hub") as Standing) });
    const keys = keysOf(primary, parts, elsewhere);
    this.keys = keys as typeof this.keys;
    const auditLog = parts.has("auditLog", "an archive of logs from which nobody deletes")
      ? new AuditLog(primary, "audit", { ...logs, ...(copies ? { archiveAlsoAt: second as unknown as SomePlace } : {}) })
      : undefined;
    this.auditLog = auditLog as typeof this.auditLog;
    this.state = stateBucket(primary, "state", this.copied);
    const people = peopleOf(primary, parts, auditLog);
    this.collector = people?.collector as typeof this.collector;
    this.platform = people?.platform as typeof this.platform;
    this.developers = people?.developers as typeof this.developers;
    this.auditors = people?.auditors as typeof this.auditors;
    const signsIn = signIn !== undefined && parts.has("signIn", "sign-in to clusters with your directory") ? { signIn } : {};
    this.spokes = new Map(
      Object.entries(spokes).map(([name, spoke]) => {
        const lent: Lent = {
          ...(standings.get(name) as Standing),
          parts,
          elsewhere,
          copies,
          ...(second === undefined ? {} : { second }),
          ...(keys === undefined ? {} : { keyRing: keys }),
          ...(auditLog === undefined ? {} : { auditLog }),
          allowedFrom: access.allowedFrom,
          sshKey: access.sshKey,
          ...signsIn,
        };
        return [name, new Spoke<W>(primary, `spoke-${name}`, spoke, lent)];
      }),
    );
  }

  /** What it does without, and what stands elsewhere: nothing of it is silent. */
  get report(): LandingReport {
    return { leftOut: this.#parts.leftOut, elsewhere: this.#parts.elsewhere };
  }

  /** Whether it has a part; what would have been is in the `report` when it has not. For environments that are built on this one. */
  has(part: Part, what: string): boolean {
    return this.#parts.has(part, what);
  }
}

function wanted(spokes: Readonly<Record<string, SpokeProps>>): readonly WantedNetwork[] {
  return Object.entries(spokes).map(([name, { apart = false }]) => ({ name, apart }));
}

function keysOf(primary: DataCentre, parts: Parts, elsewhere: Elsewhere): KeyRing | undefined {
  if (!parts.has("keyRing", "a key ring")) return undefined;
  const site = elsewhere.siteOf("keyRing");
  if (site !== undefined) parts.elsewhere.push({ part: "keyRing", what: "a key ring", at: site.place.id });
  return new KeyRing(site ?? primary, "keys", { keys: { data: "encrypt", envelope: "wrap" } });
}

/** Groups of the platform's people, and who brings logs into the archive. */
function peopleOf(primary: DataCentre, parts: Parts, auditLog: AuditLog | undefined) {
  if (!parts.has("identities", "groups of people, and who brings logs into the archive")) return undefined;
  const brings = auditLog !== undefined && parts.has("bucketGrants", "the archive for who brings logs into it");
  const collector = brings ? new Identity(primary, "collector", { description: "Brings logs into the locked archive" }) : undefined;
  if (collector !== undefined) auditLog?.grantAppend(collector);
  const platform = group(primary, "platform", "Run the platform", "administer");
  const developers = group(primary, "developers", "Run what is deployed on it", "operate");
  const auditors = group(primary, "auditors", "See everything, change nothing", "read");
  if (auditLog?.auditLogId !== undefined) auditLog.grantSearch(auditors);
  return { collector, platform, developers, auditors };
}

function group(scope: DataCentre, id: string, description: string, account: "read" | "operate" | "administer"): Identity {
  return new Identity(scope, id, { kind: "people", description, account });
}
