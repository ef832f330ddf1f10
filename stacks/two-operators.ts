import { Construct } from "constructs";
import { InputError, withoutTrace } from "../catalogue/index.ts";
import { type Carried, type Network, SiteToSiteVpn, SovereignStack, type VpnEnd } from "../constructs/index.ts";
import { checkedProps } from "../constructs/props/check.ts";
import type { MovablePart, Part } from "./landing-zone/parts.ts";
import type { Spoke, SpokeProps } from "./landing-zone/spoke.ts";
import { type GroundProps, type LandingPlace, LandingZone, type SecondPlace, type Topology } from "./landing-zone.ts";
import { PROPS } from "./props/generated.ts";

/** One operator's side: its ground. Its addresses are its half of the plan. */
export type SideProps<P extends LandingPlace<W | M>, S extends SecondPlace, W extends Part, M extends MovablePart> = Omit<
  GroundProps<P, S, W, M>,
  "addresses"
> & {
  /** One network for all where those of a cloud do not meet, as STACKIT's. @default "hub-and-spoke" */
  readonly topology?: Topology;
};

/** Props of `TwoOperators`: both sides, what runs on them, and the tunnel between. */
export interface TwoOperatorsProps<
  P1 extends LandingPlace<W1 | M1> = LandingPlace,
  S1 extends SecondPlace = SecondPlace,
  W1 extends Part = never,
  M1 extends MovablePart = never,
  P2 extends LandingPlace<W2 | M2> = LandingPlace,
  S2 extends SecondPlace = SecondPlace,
  W2 extends Part = never,
  M2 extends MovablePart = never,
> {
  /** Where the environment runs. */
  readonly primary: SideProps<P1, S1, W1, M1>;
  /** Where it stands ready, at another operator. */
  readonly standby: SideProps<P2, S2, W2, M2>;
  /** Deployments by name, the same on both sides. @default none */
  readonly deployments?: Readonly<Record<string, SpokeProps>>;
  /** The tunnel between both: the public key of each end (`wg pubkey`), and what crosses beside each deployment's database. */
  readonly link: {
    readonly publicKeys: { readonly primary: string; readonly standby: string };
    /** @default the databases of the primary side, each on a port of its own from 15432 on, for the standby to follow */
    readonly carries?: readonly Carried<"primary" | "standby">[];
    /** The side that waits to be called: one whose cloud puts no firewall before the machine. @default "primary" */
    readonly listens?: "primary" | "standby";
  };
}

/**
 * One environment at two operators, active and passive: what runs at the first stands ready at the second, so that neither the operator's failure nor its
 * end is yours. Three stacks with a state each: `ID-primary`; `ID-standby`, which can be planned and applied alone on the day on which the first is gone, and
 * `ID-link`, an encrypted tunnel that carries each database's port and nothing else. The guard judges all three.
 *
 * Data follows by the engine's own replication through the tunnel (PostgreSQL's logical replication), buckets by copies over S3 with TLS. Which side is
 * active, names say: nothing switches by itself.
 *
 * Keep each side's state at its own operator or at a third: a state that went down with the primary side cannot help the other.
 *
 * @example
 * const entrances = ["shop-primary/primary/access", "shop-standby/primary/access", "shop-link/tunnel"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const access = { allowedFrom: ["198.51.100.0/24"], sshKey };
 * new TwoOperators(app, "shop", {
 *   primary: { at: ovh("GRA11"), second: ovh("SBG5"), access },
 *   standby: {
 *     at: outscale("eu-west-2"),
 *     without: ["second", "copies", "bucketGrants", "signIn", "keyRing", "secretStore"],
 *     elsewhere: { database: "instances" },
 *     access,
 *   },
 *   deployments: { orders: { database: { engine: "postgresql", version: "17" } } },
 *   link: {
 *     publicKeys: { primary: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", standby: "bm9yIGlzIHRoaXMgb25lIGEga2V5IG9mIGFueSBzb3I=" },
 *   },
 * });
 * app.synth();
 */
export class TwoOperators<
  P1 extends LandingPlace<W1 | M1> = LandingPlace,
  S1 extends SecondPlace = SecondPlace,
  const W1 extends Part = never,
  const M1 extends MovablePart = never,
  P2 extends LandingPlace<W2 | M2> = LandingPlace,
  S2 extends SecondPlace = SecondPlace,
  const W2 extends Part = never,
  const M2 extends MovablePart = never,
> extends Construct {
  /** The environment at the first operator. */
  readonly primary: LandingZone<P1, S1, W1, M1>;
  /** The one at the second, which needs nothing of the first to run. */
  readonly standby: LandingZone<P2, S2, W2, M2>;
  /** The encrypted tunnel between both. */
  readonly link: SiteToSiteVpn<"primary" | "standby">;

  constructor(scope: Construct, id: string, props: TwoOperatorsProps<P1, S1, W1, M1, P2, S2, W2, M2>) {
    checkedProps(new.target, PROPS, "TwoOperators", scope, id, props);
    super(scope, id);
    const { primary, standby, deployments = {}, link } = props;
    const [here, there] = [primary.at.cloud.operator, standby.at.cloud.operator];
    if (here === there)
      throw withoutTrace(
        new InputError(
          `${this.node.path}: { primary: ${primary.at.id} } and { standby: ${standby.at.id} } are both of ${here}: what ends the one ends the other. Choose a place of another operator for { standby }.`,
        ),
      );
    // Each side has half of the plan, so that no address means two machines on the day on which both stand.
    const side = <T>(ground: T, addresses: string): T => ({ ...ground, addresses, spokes: deployments });
    this.primary = new LandingZone(scope, `${id}-primary`, side(primary, "10.64.0.0/11"));
    this.standby = new LandingZone(scope, `${id}-standby`, side(standby, "10.96.0.0/11"));
    const between = new SovereignStack(scope, `${id}-link`, { account: { ...primary.account, ...standby.account } });
    const end = (zone: { readonly networks: ReadonlyMap<string, Network> }, publicKey: string): VpnEnd => {
      const network = zone.networks.get("hub") as Network;
      // Where all share one network, the hub is a subnet of it.
      return { network, publicKey, ...(network.subnets.some(({ id }) => id === "hub") && { subnet: "hub" }) };
    };
    this.link = new SiteToSiteVpn(between, "tunnel", {
      ends: { primary: end(this.primary, link.publicKeys.primary), standby: end(this.standby, link.publicKeys.standby) },
      carries: link.carries ?? databasesOf(this.primary.spokes),
      sshKey: primary.access.sshKey,
      ...(link.listens === undefined ? {} : { listens: link.listens }),
    });
  }
}

const FIRST_PORT = 15_432;

function databasesOf(spokes: ReadonlyMap<string, Pick<Spoke, "database">>): readonly Carried<"primary" | "standby">[] {
  return [...spokes.values()]
    .flatMap(({ database }) => (database === undefined ? [] : [database]))
    .map(({ host, port }, index) => ({ at: "primary", host, port, as: FIRST_PORT + index }));
}
