import type { Construct } from "constructs";
import { Bucket, type DataCentre, type Identity } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import type { MovablePart, Part } from "../landing-zone/parts.ts";
import type { LandingPlace, SecondPlace } from "../landing-zone.ts";
import { PROPS } from "../props/generated.ts";
import type { SectorDatabase } from "../sector.ts";
import { TwoOperators, type TwoOperatorsProps } from "../two-operators.ts";

/** Props of a `FinancePlatform`: both sides, the tunnel, the database, and how long books are kept. */
export interface FinancePlatformProps<
  P1 extends LandingPlace<W1 | M1> = LandingPlace,
  S1 extends SecondPlace = SecondPlace,
  W1 extends Part = never,
  M1 extends MovablePart = never,
  P2 extends LandingPlace<W2 | M2> = LandingPlace,
  S2 extends SecondPlace = SecondPlace,
  W2 extends Part = never,
  M2 extends MovablePart = never,
> extends Omit<TwoOperatorsProps<P1, S1, W1, M1, P2, S2, W2, M2>, "deployments"> {
  /** PostgreSQL of the core: on the standby side it follows through the tunnel. */
  readonly database: SectorDatabase;
  /** Days for which nobody deletes a closed book; the law of your country says how many. */
  readonly books: {
    readonly keepDays: number;
    /** @default "governance": holders of a special right, which no grant of this library gives, can delete */
    readonly lock?: "governance" | "compliance";
  };
}

/**
 * A financial entity at two operators: the core runs at the first and stands ready at the second; closed books lie under a lock at both. What DORA asks of
 * it beside that is a command or a call: the exit drill (`terroir exit`), the register of information (`registerOfInformation` of `terroir/evidence`),
 * and the profile `dora`, which lists the documents that remain.
 *
 * @example
 * const entrances = ["bank-primary/primary/access", "bank-standby/primary/access", "bank-link/tunnel"];
 * const app = new SovereignApp({ policy: definePolicy({ parameters: { "isolation/public-address": { entrances } } }) });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPTyJcMINF7x1KKCoXLm7lw1dKu/S1IgRJDKoruH+AJU ops";
 * const access = { allowedFrom: ["198.51.100.0/24"], sshKey };
 * const publicKeys = { primary: "aGVsbG8gdGhpcyBpcyBub3QgYSBrZXkgYXQgYWxsISE=", standby: "bm9yIGlzIHRoaXMgb25lIGEga2V5IG9mIGFueSBzb3I=" };
 * new FinancePlatform(app, "bank", {
 *   primary: { at: ovh("GRA11"), second: ovh("SBG5"), access },
 *   standby: { at: scaleway("fr-par"), second: scaleway("nl-ams"), without: ["copies", "bucketGrants", "secretKey"], access },
 *   link: { publicKeys },
 *   database: { version: "17" },
 *   books: { keepDays: 3650 },
 * });
 * app.synth();
 */
export class FinancePlatform<
  P1 extends LandingPlace<W1 | M1> = LandingPlace,
  S1 extends SecondPlace = SecondPlace,
  const W1 extends Part = never,
  const M1 extends MovablePart = never,
  P2 extends LandingPlace<W2 | M2> = LandingPlace,
  S2 extends SecondPlace = SecondPlace,
  const W2 extends Part = never,
  const M2 extends MovablePart = never,
> extends TwoOperators<P1, S1, W1, M1, P2, S2, W2, M2> {
  /** Closed books, locked, at each operator: what closes a book writes both. */
  readonly books: { readonly primary: Bucket; readonly standby: Bucket };

  constructor(scope: Construct, id: string, props: FinancePlatformProps<P1, S1, W1, M1, P2, S2, W2, M2>) {
    checkedProps(new.target, PROPS, "FinancePlatform", scope, id, props);
    const { database, books, ...both } = props;
    super(scope, id, { ...both, deployments: { core: { database: { engine: "postgresql", ...database, databases: ["core"] } } } });
    const lock = { mode: books.lock ?? "governance", days: books.keepDays } as const;
    const locked = (side: unknown) => new Bucket(side as DataCentre, "books", { lock, protect: true });
    this.books = { primary: locked(this.primary.primary), standby: locked(this.standby.primary) };
    for (const [side, bucket] of [
      [this.primary, this.books.primary],
      [this.standby, this.books.standby],
    ] as const) {
      const who = side.spokes.get("core")?.workload as Identity | undefined;
      if (who !== undefined && side.has("bucketGrants", "closed books for the core that writes them")) bucket.grantAppend(who);
    }
  }
}
