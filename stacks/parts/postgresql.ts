/** PostgreSQL on a machine of one's own: for places that sell none as a service. */
import { Construct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { Firewall, Instance, type Network, placeOf, type SshKey, Volume, type Within } from "../../constructs/index.ts";
import { checkedProps } from "../../constructs/props/check.ts";
import { PROPS } from "../props/generated.ts";
import { postgresqlSetUp } from "./postgresql-set-up.ts";

/** Props of a `PostgreSql`: its network, its version, its size. */
export interface PostgreSqlProps {
  /** The private network from which it is reached, and from nowhere else. */
  readonly network: Network;
  /** Subnet by its name. @default the network's first */
  readonly subnet?: string;
  /** Major version, `17`. There is no default: one that moved with this library would upgrade your data. */
  readonly version: string;
  /** Databases to create. @default none: the engine's own first one */
  readonly databases?: readonly string[];
  /** Gigabytes of memory. @default 4 */
  readonly memory?: number;
  /** Gigabytes of disk, dumps of a week included. @default 100 */
  readonly storage?: number;
  /** The administrator's public key: roles are made, and the disk's key fetched, over SSH from inside the network. */
  readonly sshKey: SshKey;
}

/**
 * PostgreSQL on one machine, for places that sell no databases. Connections are encrypted and come from its network only; data is on a volume that the
 * machine encrypts itself; a dump of every night stays there for a week.
 *
 * What a managed database does and this does not, and is yours to do: a second node, upgrades of the major version, roles and their passwords, dumps
 * that leave the machine. Fetch `/etc/terroir/data.key` once it stands and keep it elsewhere: without it the volume cannot be read on another machine.
 *
 * @example
 * const site = new SovereignStack(app, "site", { at: outscale("eu-west-2") });
 * const sshKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDbm1p6j7o0lJ0e6m4nqkJ3Zk9Zq0k0V6iRr0i5b3cXy ops";
 * const orders = new PostgreSql(site, "orders", { network: new Network(site, "net"), version: "17", databases: ["orders"], sshKey });
 * console.assert(orders.port === "5432");
 * app.synth();
 */
export class PostgreSql extends Construct {
  /** As a managed `Database` says it. */
  readonly engine = "postgresql";
  /** The machine on which it runs. */
  readonly instance: Instance;
  /** The port at which it listens. */
  readonly port = "5432";

  constructor(scope: Within<"instance" | "volume" | "firewall">, id: string, props: PostgreSqlProps) {
    checkedProps(new.target, PROPS, "PostgreSql", scope, id, props);
    super(scope, id);
    const { network, version, databases = [], memory = 4, storage = 100, sshKey } = props;
    if (!/^1[4-9]$/.test(version))
      throw withoutTrace(
        new InputError(
          `${this.node.path}: { version: ${JSON.stringify(version)} } is no major version of PostgreSQL that is looked after. Say "17".`,
        ),
      );
    const inside = network.subnets.map(({ cidr }) => cidr);
    const firewall = new Firewall(this as Within<"firewall">, "firewall", {
      network,
      inbound: [
        { from: network, ports: 5432, why: "PostgreSQL" },
        { from: network, ports: 22, why: "Administration from inside" },
      ],
    });
    const volume = new Volume(this as Within<"volume">, "data", { size: storage, ...zoneOf(network, props.subnet) });
    this.instance = new Instance(this as Within<"instance">, "instance", {
      network,
      ...(props.subnet === undefined ? {} : { subnet: props.subnet }),
      ...zoneOf(network, props.subnet),
      image: "Debian 12",
      flavour: { cpus: 2, memory },
      sshKey,
      firewalls: [firewall],
      volumes: [volume],
      userData: postgresqlSetUp({ version, databases, inside }),
    });
  }

  /** Its private address. */
  get host(): string {
    return this.instance.privateAddress;
  }
}

/** A volume and the machine that mounts it stand in one zone, where the place has several. */
function zoneOf(network: Network, subnet: string | undefined): { readonly zone?: string } {
  const zone = network.subnet(subnet === undefined ? {} : { id: subnet }).zone ?? placeOf(network).zones[0];
  return zone === undefined ? {} : { zone };
}
