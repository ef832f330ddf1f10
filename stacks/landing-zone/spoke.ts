import { Construct } from "constructs";
import type { EuPlace } from "../../clouds/contract/index.ts";
import {
  type AuditLog,
  Bucket,
  Cluster,
  type ClusterProps,
  Database,
  type DatabaseProps,
  Identity,
  type KeyRing,
  SecretStore,
  type SecretStoreProps,
} from "../../constructs/index.ts";
import type { Standing } from "./addresses.ts";

/** What one deployment of a landing zone has, beside network, state, data, identities and a secret store, which each has. */
export interface SpokeProps {
  /** A cluster for its workloads. Where it stands, who reaches it and where it logs, the landing zone says. @default none */
  readonly cluster?: Pick<ClusterProps, "pools"> & Partial<Omit<ClusterProps, "network" | "subnet" | "auditLog">>;
  /** A database. Where it stands, where its backups go too and where it logs, the landing zone says. @default none */
  readonly database?: Omit<DatabaseProps, "network" | "subnet" | "backupsAlsoAt" | "auditLog">;
  /** Secrets of its workloads, by name. @default none */
  readonly secrets?: SecretStoreProps["secrets"];
}

/** What a landing zone lends to its spokes. */
export interface Lent extends Standing {
  readonly second: EuPlace;
  readonly keyRing: KeyRing;
  readonly auditLog: AuditLog;
  readonly allowedFrom: readonly string[];
  readonly signIn?: NonNullable<ClusterProps["signIn"]>;
}

/**
 * One deployment of a landing zone: a team, a product, an environment. It has a network or a subnet of its own, a bucket for its state, an identity that
 * deploys it, one for what runs in it, and data whose copies lie at the second place too. Taking it out of the props takes all of it away.
 *
 * @example
 * const entrances = ["acme/primary/access"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const acme = new LandingZone(app, "acme", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   spokes: { shop: {} },
 * });
 * const shop = acme.spokes.get("shop");
 * console.assert(shop?.data.name !== undefined);
 * app.synth();
 */
export class Spoke extends Construct {
  /** Its state, versioned, with a copy at the second place. One per deployment: who may write one cannot read another's. */
  readonly state: Bucket;
  readonly data: Bucket;
  /** Deploys it. Give its credentials to the pipeline, not to people. */
  readonly deployer: Identity;
  /** What runs in it. */
  readonly workload: Identity;
  readonly secrets: SecretStore;
  readonly cluster: Cluster | undefined;
  readonly database: Database | undefined;

  constructor(scope: Construct, id: string, props: SpokeProps, lent: Lent) {
    super(scope, id);
    const { network, subnet, second, auditLog } = lent;
    this.state = new Bucket(this, "state", { replicateTo: second });
    this.data = new Bucket(this, "data", { replicateTo: second });
    this.deployer = new Identity(this, "deployer", { description: `Deploys ${this.node.path}`, account: "operate" });
    this.state.grantWrite(this.deployer);
    this.workload = new Identity(this, "workload", { description: `Runs in ${this.node.path}` });
    this.data.grantWrite(this.workload);
    this.secrets = new SecretStore(this, "secrets", { keyRing: lent.keyRing, secrets: props.secrets ?? {} });
    if (Object.keys(props.secrets ?? {}).length > 0) this.secrets.grantRead(this.workload);
    this.cluster = clusterOf(this, props, lent);
    this.database =
      props.database && new Database(this, "database", { ...props.database, network, subnet, backupsAlsoAt: second, auditLog });
    this.database?.grantConnect(this.workload);
  }
}

function clusterOf(
  self: Construct,
  { cluster }: SpokeProps,
  { network, subnet, auditLog, allowedFrom, signIn }: Lent,
): Cluster | undefined {
  if (cluster === undefined) return undefined;
  return new Cluster(self, "cluster", { allowedFrom, ...(signIn === undefined ? {} : { signIn }), ...cluster, network, subnet, auditLog });
}
