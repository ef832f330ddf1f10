import type { Construct } from "constructs";
import type { EuPlace } from "../clouds/contract/index.ts";
import {
  AddressPlan,
  AuditLog,
  type AuditLogProps,
  Bucket,
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
import { addressesOf, hubAndSpokes, recovery, type Standing, standalone } from "./landing-zone/addresses.ts";
import { requireTwoPlaces } from "./landing-zone/places.ts";
import { Spoke, type SpokeProps } from "./landing-zone/spoke.ts";

/** A place in which a landing zone can stand: the compiler refuses one that lacks any of these. */
export type LandingPlace = EuPlace<
  string,
  "access" | "auditLog" | "bucket" | "cluster" | "database" | "identity" | "keyRing" | "network" | "privateAccess" | "secretStore"
>;

/** `hub-and-spoke`: a network per deployment around a hub. `standalone`: one network, a subnet per deployment. */
export type Topology = "hub-and-spoke" | "standalone";

/** Props of a `LandingZone`: its two places, its entrance, and its deployments by name. */
export interface LandingZoneProps<P extends LandingPlace = LandingPlace, S extends LandingPlace = LandingPlace>
  extends Omit<SovereignStackProps<P>, "at"> {
  /** Where it stands. */
  readonly at: P;
  /** Where copies lie, of buckets, backups and logs: another site, far enough that one disaster does not take both. */
  readonly second: S;
  /** @default "hub-and-spoke" */
  readonly topology?: Topology;
  /** Addresses of all its networks. @default "10.64.0.0/10": private, room for 64 networks, and clear of what managed clusters use inside */
  readonly addresses?: string;
  /** Who comes in, from where, with which key: the bastion's props. Clusters let the same addresses reach their API. */
  readonly access: Pick<PrivateAccessProps, "allowedFrom" | "sshKey"> & Partial<Omit<PrivateAccessProps, "network" | "subnet">>;
  /** Deployments by name: one entry makes all that a deployment needs, and taking it out takes all of it away. @default none */
  readonly spokes?: Readonly<Record<string, SpokeProps>>;
  /** The central log. @default an archive that is locked for a year, and no live service */
  readonly logs?: Omit<AuditLogProps, "archiveAlsoAt">;
  /** Your directory, with which people sign in to clusters. @default none */
  readonly signIn?: NonNullable<ClusterProps["signIn"]>;
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
 * place are apart.
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
export class LandingZone<P extends LandingPlace = LandingPlace, S extends LandingPlace = LandingPlace> extends SovereignStack<P> {
  readonly primary: DataCentre<P>;
  readonly secondary: DataCentre<S>;
  readonly addresses: AddressPlan;
  /** Networks at the first place, by deployment; `hub` is the platform's own. */
  readonly networks: ReadonlyMap<string, Network>;
  /** The network at the second place. */
  readonly recovery: Network;
  readonly access: PrivateAccess;
  readonly keys: KeyRing;
  readonly auditLog: AuditLog;
  /** State of the platform's own deployment, this one: move it here once it stands. */
  readonly state: Bucket;
  /** Writes to the log's archive, and does nothing else. */
  readonly collector: Identity;
  /** Run the platform. */
  readonly platform: Identity;
  /** Run what is deployed on it. */
  readonly developers: Identity;
  /** See everything, change nothing. */
  readonly auditors: Identity;
  readonly spokes: ReadonlyMap<string, Spoke>;

  constructor(scope: Construct, id: string, props: LandingZoneProps<P, S>) {
    const { at, second, topology = "hub-and-spoke", addresses = "10.64.0.0/10", spokes = {}, logs, signIn, access, ...stack } = props;
    super(scope, id, { ...stack, at });
    requireTwoPlaces(this, at, second);
    const primary = new DataCentre<LandingPlace>(this, "primary", { at });
    this.primary = primary as unknown as DataCentre<P>;
    this.secondary = new DataCentre<S>(this, "secondary", { at: second });
    this.addresses = new AddressPlan(addresses, this.node.path);
    const ground = addressesOf(this.addresses);
    const standings = (topology === "standalone" ? standalone : hubAndSpokes)(primary, ground, Object.keys(spokes));
    this.recovery = recovery(this.secondary, ground);
    this.networks = new Map([...standings].map(([name, { network }]) => [name, network]));
    const hub = standings.get("hub") as Standing;
    this.access = new PrivateAccess(primary, "access", { ...access, ...hub });
    this.keys = new KeyRing(primary, "keys", { keys: { data: "encrypt", envelope: "wrap" } });
    this.auditLog = new AuditLog(primary, "audit", { ...logs, archiveAlsoAt: second });
    this.state = new Bucket(primary, "state", { replicateTo: second });
    this.collector = new Identity(primary, "collector", { description: "Brings logs into the locked archive" });
    this.auditLog.grantAppend(this.collector);
    this.platform = new Identity(primary, "platform", { kind: "people", description: "Run the platform", account: "administer" });
    this.developers = new Identity(primary, "developers", {
      kind: "people",
      description: "Run what is deployed on it",
      account: "operate",
    });
    this.auditors = new Identity(primary, "auditors", { kind: "people", description: "See everything, change nothing", account: "read" });
    if (this.auditLog.auditLogId !== undefined) this.auditLog.grantSearch(this.auditors);
    this.spokes = new Map(
      Object.entries(spokes).map(([name, spoke]) => {
        const lent = {
          ...(standings.get(name) as Standing),
          second,
          keyRing: this.keys,
          auditLog: this.auditLog,
          allowedFrom: access.allowedFrom,
          ...(signIn === undefined ? {} : { signIn }),
        };
        return [name, new Spoke(primary, `spoke-${name}`, spoke, lent)];
      }),
    );
  }
}
