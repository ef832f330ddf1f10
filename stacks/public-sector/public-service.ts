import type { Construct } from "constructs";
import { type Bucket, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { SpokeProps } from "../landing-zone/spoke.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Machines } from "../parts/machines.ts";
import { type Nextcloud, nextcloud } from "../parts/nextcloud.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** Props of a `PublicService`: its ground, its agents, its databases. */
export interface PublicServiceProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** Agents who telework: their VPN leads to the suite, and nowhere else. */
  readonly agents: Pick<PrivateAccessProps, "allowedFrom"> & { readonly vpn: NonNullable<PrivateAccessProps["vpn"]> };
  /** PostgreSQL of the suite. */
  readonly database: SectorDatabase;
  /** The Nextcloud that the suite's machines install by themselves. @default nothing: your configuration management installs a suite */
  readonly suite?: Nextcloud;
  /** Days for which a file of an administration cannot be deleted. @default 1825 */
  readonly keepDays?: number;
  /** Services for citizens, each a deployment of its own. @default none */
  readonly services?: Readonly<Record<string, Omit<SpokeProps, "apart">>>;
}

/**
 * An administration: a suite for working together and services for citizens, each in a network of its own. Nothing answers the internet but two doors:
 * the administrators' bastion, and the agents' VPN, which leads into the suite's network only.
 *
 * For SecNumCloud stand it at `outscale("cloudgouv-eu-west-1")` and judge with the profile `secnumcloud`: infrastructure as a service is qualified there,
 * and the report says of every other service that the catalogue knows no qualification of it.
 *
 * @example
 * const entrances = ["town/primary/access", "town/primary/telework"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const peers = { alice: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } };
 * new PublicService(app, "town", {
 *   at: outscale("cloudgouv-eu-west-1"),
 *   without: ["second", "copies", "bucketGrants", "signIn", "keyRing", "secretStore"],
 *   elsewhere: { database: "instances" },
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   agents: { allowedFrom: ["203.0.113.0/24"], vpn: { peers } },
 *   database: { version: "17" },
 * });
 * app.synth();
 */
export class PublicService<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Files of the suite, locked. */
  readonly files: Bucket;
  /** The suite's machines, reached through the VPN. */
  readonly suite: Machines;
  /** The way in for agents who telework. */
  readonly telework: PrivateAccess;

  constructor(scope: Construct, id: string, props: PublicServiceProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "PublicService", scope, id, props);
    const { agents, database, keepDays = 1825, services = {}, suite, ...ground } = props;
    super(scope, id, ground, { ...services, workplace: { database: { engine: "postgresql", ...database, databases: ["suite"] } } });
    const { sshKey } = ground.access;
    const standing = this.standing("workplace");
    this.files = this.bucket("files", { lock: { mode: "governance", days: keepDays } });
    this.lets(this.deployment("workplace").workload, "write", this.files);
    this.suite = new Machines(this.site, "suite", {
      ...standing,
      sshKey,
      inbound: [{ from: standing.network.cidr, ports: 443, why: "Agents, through their VPN" }],
      ...(suite && { software: nextcloud(suite, "suite") }),
    });
    this.telework = new PrivateAccess(this.site, "telework", { ...agents, network: standing.network, sshKey });
  }
}
