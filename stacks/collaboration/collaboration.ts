import type { Construct } from "constructs";
import { type Bucket, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { GroundProps, LandingPlace, SecondPlace } from "../landing-zone.ts";
import { Machines } from "../parts/machines.ts";
import { type Nextcloud, nextcloud } from "../parts/nextcloud.ts";
import type { Software } from "../parts/software.ts";
import { PROPS } from "../props/generated.ts";
import { Sector, type SectorDatabase } from "../sector.ts";

/** What the machines of a `Collaboration` install by themselves. */
export interface CollaborationSoftware {
  /** The file service. @default nothing */
  readonly nextcloud?: Nextcloud;
  /** A conference server of your choice, which ends TLS on 443 and takes sound and picture on UDP 10000. @default nothing */
  readonly video?: Software;
}

/** Props of a `Collaboration`: its ground, its people, its database. */
export interface CollaborationProps<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  W extends Part = never,
  M extends MovablePart = never,
> extends GroundProps<P, S, W, M> {
  /** Who works together: their VPN leads to the suite, and nowhere else. */
  readonly people: Pick<PrivateAccessProps, "allowedFrom"> & { readonly vpn: NonNullable<PrivateAccessProps["vpn"]> };
  /** PostgreSQL of the file service. */
  readonly database: SectorDatabase;
  /** What the machines install by themselves. @default nothing: your configuration management installs it */
  readonly software?: CollaborationSoftware;
  /** Days for which an old version of a file can be had back. @default 180 */
  readonly versionDays?: number;
}

/**
 * Files (Nextcloud), video (Jitsi, Galene) and telework, inside a VPN: neither files nor conferences answer the internet. Files lie in a bucket, with every
 * version of the last half year; the machines keep nothing that cannot be made again.
 *
 * @example
 * const entrances = ["office/primary/access", "office/primary/vpn"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const peers = { ada: { publicKey: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", address: "10.250.0.2" } };
 * new Collaboration(app, "office", {
 *   at: ovh("GRA11"),
 *   second: ovh("SBG5"),
 *   access: { allowedFrom: ["198.51.100.0/24"], sshKey },
 *   people: { allowedFrom: ["203.0.113.0/24"], vpn: { peers } },
 *   database: { version: "17" },
 * });
 * app.synth();
 */
export class Collaboration<
  P extends LandingPlace<W | M> = LandingPlace,
  S extends SecondPlace = SecondPlace,
  const W extends Part = never,
  const M extends MovablePart = never,
> extends Sector<P, S, W, M> {
  /** Files of the suite, with a copy at the second place. */
  readonly files: Bucket;
  /** Machines of the file service, which signs in, stores and shares. */
  readonly suite: Machines;
  /** Machines for conferences: sound and picture pass through them and are not kept. */
  readonly video: Machines;
  /** The way in for people. */
  readonly vpn: PrivateAccess;

  constructor(scope: Construct, id: string, props: CollaborationProps<P, S, W, M>) {
    checkedProps(new.target, PROPS, "Collaboration", scope, id, props);
    const { people, database, versionDays = 180, software = {}, ...ground } = props;
    super(scope, id, ground, { workplace: { database: { engine: "postgresql", ...database, databases: ["files"] } } });
    const standing = this.standing("workplace");
    const within = standing.network.cidr;
    const { sshKey } = ground.access;
    this.files = this.bucket("files", { lifecycle: { versions: { expireOldVersionsAfter: versionDays } } });
    this.lets(this.deployment("workplace").workload, "write", this.files);
    this.suite = new Machines(this.site, "suite", {
      ...standing,
      sshKey,
      inbound: [{ from: within, ports: 443, why: "People, through the VPN" }],
      ...(software.nextcloud && { software: nextcloud(software.nextcloud, "files") }),
    });
    this.video = new Machines(this.site, "video", {
      ...standing,
      sshKey,
      from: 32,
      flavour: { cpus: 4, memory: 8 },
      inbound: [
        { from: within, ports: 443, why: "Conferences" },
        { from: within, ports: 10000, protocol: "udp", why: "Sound and picture" },
      ],
      ...(software.video && { software: software.video }),
    });
    this.vpn = new PrivateAccess(this.site, "vpn", { ...people, network: standing.network, sshKey });
  }
}
