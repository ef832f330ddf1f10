import type { Construct } from "constructs";
import { type Bucket, type ClusterProps, type Flavour, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { type HubWiring, type JupyterHub, jupyterHub } from "../parts/jupyterhub.ts";
import { Machines } from "../parts/machines.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `DataPlatform`: its ground, its people, its database and its nodes. */
export interface DataPlatformProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** People who analyse: their VPN leads to the platform's network. */
  readonly analysts: Pick<PrivateAccessProps, "allowedFrom"> & { readonly vpn: NonNullable<PrivateAccessProps["vpn"]> };
  /** PostgreSQL for the studio's own state and for tables that people make. */
  readonly database: SectorDatabase;
  /** @default notebooks on 6 nodes of 8 processors and 32 GB, the studio on 3 of 4 and 16. Where the operator lets pools grow by themselves, say between how many */
  readonly pools?: ClusterProps["pools"];
  /** JupyterHub for the team, on one machine that installs it by itself. @default none: install notebooks and studio in the cluster */
  readonly hub?: JupyterHub;
  /** The hub's machine: everybody's notebooks run there. @default { cpus: 8, memory: 32 } */
  readonly hubFlavour?: Flavour;
  /** Days after which what people try out is gone. @default 90 */
  readonly scratchDays?: number;
}

/**
 * Notebooks and a studio (JupyterHub, Dataiku) on a private cluster, data in three buckets by how far it has come, PostgreSQL beside it. People come in by
 * a VPN; no notebook has a public address. What was delivered is never overwritten: `raw` is read by the platform and written by who delivers.
 *
 * @example
 * const entrances = ["lab/primary/access", "lab/primary/analysts"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const peers = { ada: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } };
 * new DataPlatform(app, "lab", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   analysts: { allowedFrom: ["203.0.113.0/24"], vpn: { peers } },
 *   database: { version: "17" },
 * });
 * app.synth();
 */
export class DataPlatform<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** As it was delivered. */
  readonly raw: Bucket;
  /** Cleaned, joined, described: what others may build on. */
  readonly curated: Bucket;
  /** What people try out. */
  readonly scratch: Bucket;
  /** The way in for people who analyse. */
  readonly analysts: PrivateAccess;
  /** The machine of the hub, where one was asked for. */
  readonly hub: Machines | undefined;

  constructor(scope: Construct, id: string, props: DataPlatformProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "DataPlatform", scope, id, props);
    const { analysts, database, pools = POOLS, hub, hubFlavour = { cpus: 8, memory: 32 }, scratchDays = 90, ...ground } = props;
    super(scope, id, ground, {
      studio: { cluster: { pools }, database: { engine: "postgresql", ...database, databases: ["studio", "tables"] } },
      deliveries: {},
    });
    const { workload } = this.deployment("studio");
    this.raw = this.bucket("raw");
    this.curated = this.bucket("curated");
    this.scratch = this.bucket("scratch", { lifecycle: { tried: { expireAfter: scratchDays, expireOldVersionsAfter: 1 } } });
    this.lets(this.deployment("deliveries").workload, "append", this.raw);
    this.lets(workload, "read", this.raw);
    this.lets(workload, "write", this.curated);
    this.lets(workload, "write", this.scratch);
    const standing = this.standing("studio");
    const { sshKey } = ground.access;
    this.analysts = new PrivateAccess(this.site, "analysts", { ...analysts, network: standing.network, sshKey });
    this.hub =
      hub === undefined
        ? undefined
        : new Machines(this.site, "notebooks", {
            ...standing,
            sshKey,
            count: 1,
            flavour: hubFlavour,
            inbound: [{ from: standing.network.cidr, ports: 443, why: "Analysts, through the VPN" }],
            software: jupyterHub(hub, this.#wiring()),
          });
  }

  /** Where the hub keeps its state and finds the data. */
  #wiring(): HubWiring {
    const { database } = this.deployment("studio");
    return {
      ...(database === undefined ? {} : { database: { host: database.host, port: database.port, name: "studio" } }),
      s3: { endpoint: this.raw.endpoint, region: this.raw.region },
      buckets: { BUCKET_RAW: this.raw.name, BUCKET_CURATED: this.curated.name, BUCKET_SCRATCH: this.scratch.name },
    };
  }
}

const POOLS: ClusterProps["pools"] = {
  studio: { flavour: { cpus: 4, memory: 16 } },
  notebooks: { flavour: { cpus: 8, memory: 32 }, nodes: 6 },
};
