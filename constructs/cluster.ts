import { dependable, type TerraformResource } from "cdktf";
import { Construct } from "constructs";
import type { ClusterOutputs, ClusterSpec, MachineSize, NodePoolSpec, OidcSpec, TaintSpec } from "../clouds/contract/index.ts";
import type { Access } from "./access.ts";
import { rangesOf, type Source } from "./address-ranges.ts";
import type { AuditLog } from "./audit-log.ts";
import { flavourRef } from "./catalogue-ref.ts";
import type { Identity } from "./identity.ts";
import { lower, resourcesOf } from "./lower.ts";
import { zoneAt } from "./moving.ts";
import { nameOf } from "./naming.ts";
import type { Network } from "./network.ts";
import { placeOf, type Within } from "./place-of.ts";
import { checkedProps } from "./props/check.ts";
import { PROPS } from "./props/generated.ts";
import { refuse } from "./refuse.ts";

/** Nodes of one kind in a `Cluster`. */
export interface NodePool {
  /** What each node has at least, `{ cpus: 4, memory: 16 }`, or the operator's own name of a size: `b3-16` on OVHcloud. */
  readonly flavour: string | MachineSize;
  /** How many nodes, or between how many the cluster may choose; over all zones together. @default 3: one may fail while another is renewed */
  readonly nodes?: number | { readonly min: number; readonly max: number };
  /** Zones over which nodes are spread. @default all that the place has */
  readonly zones?: readonly string[];
  /** No two nodes on one host, so that one broken machine takes one node. @default true for pools of up to five nodes a zone, which is what operators allow */
  readonly apart?: boolean;
  /** Labels of each node. @default none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What keeps other workloads away. @default none */
  readonly taints?: readonly TaintSpec[];
}

/** Props of a `Cluster`: where its nodes stand, who reaches its API, and which nodes it has. */
export interface ClusterProps {
  /** Where the nodes stand. It has a gateway: nodes fetch images and updates through it, and have no address of their own. */
  readonly network: Network;
  /** Subnet by its name. @default the network's first */
  readonly subnet?: string;
  /**
   * From where the API is reached: offices, the bastion. There is no default, because only you know it, and an empty list would mean everybody.
   */
  readonly allowedFrom: readonly Source[];
  /** Pools by name, at least one. */
  readonly pools: Readonly<Record<string, NodePool>>;
  /** Kubernetes version, `1.34`. @default the operator's newest when the cluster is made; it stays until you say another */
  readonly version?: string;
  /** The control plane runs more than once. @default true: an API that is away takes deployments and healing with it */
  readonly highlyAvailable?: boolean;
  /** How security updates arrive: `careful` when nothing is interrupted, `always` at once, `never` unless asked. @default "careful" */
  readonly updates?: ClusterSpec["updates"];
  /**
   * People sign in with your own directory. Names and groups get a prefix, so that nobody can be called `system:masters`.
   * @default none: the administrator's file is the only way in; keep it in a `SecretStore`
   */
  readonly signIn?: Pick<OidcSpec, "issuerUrl" | "clientId"> & Partial<OidcSpec>;
  /** Where it is written who did what with the API. @default none; without one the guard has nothing to show to an auditor */
  readonly auditLog?: AuditLog;
}

/**
 * A managed Kubernetes cluster: nodes in a private network without addresses of their own, an API for the addresses that you name.
 *
 * On OVHcloud: Managed Kubernetes. Its API has a public name and no private endpoint, so the list of addresses is its wall. It takes no key of yours:
 * what it stores is encrypted with the operator's. In regions of several zones its control plane always runs over three.
 *
 * @example
 * new Cluster(stack, "apps", {
 *   network,
 *   allowedFrom: [{ cidr: "198.51.100.0/24", description: "Office" }],
 *   pools: { general: { flavour: "b3-16", nodes: { min: 3, max: 9 } } },
 * });
 */
export class Cluster extends Construct {
  readonly #outputs: ClusterOutputs;

  constructor(scope: Within<"cluster">, id: string, props: ClusterProps) {
    checkedProps(new.target, PROPS, "Cluster", scope, id, props);
    super(scope, id);
    const here = placeOf(this);
    const there = placeOf(props.network);
    if (here.id !== there.id)
      refuse(
        this,
        `it stands at ${here.id} and its network at ${there.id}. Nodes are where their network is: put both into one data centre.`,
      );
    const pools = Object.entries(props.pools);
    if (pools.length === 0)
      refuse(this, `{ pools } is empty: a cluster without nodes runs nothing. Add one, { pools: { general: { flavour: "…" } } }.`);
    this.#outputs = lower(this, "cluster", {
      name: nameOf(this),
      ...(props.version === undefined ? {} : { version: props.version }),
      highlyAvailable: props.highlyAvailable ?? true,
      updates: props.updates ?? "careful",
      network: {
        ...props.network.attach(props.subnet === undefined ? {} : { id: props.subnet }),
        networkId: props.network.regionalId,
        cidr: props.network.cidr,
      },
      allowedFrom: rangesOf(this, "allowedFrom", props.allowedFrom),
      ...(props.signIn === undefined ? {} : { signIn: signInOf(this, props.signIn) }),
      ...(props.auditLog?.auditLogId === undefined ? {} : { auditLogId: props.auditLog.auditLogId }),
      pools: pools.map(([name, pool]) => poolOf(this, name, pool, here.zones)),
    });
    // Nodes that come up before the way out exists never report, and nothing in the resources themselves says so.
    const [first] = this.resources;
    const ways = new Set([...props.network.resources, ...props.network.hub.resources]);
    if (first !== undefined) first.dependsOn = [...(first.dependsOn ?? []), ...[...ways].map(dependable)];
  }

  /** The operator's id of the cluster: a reference, known once it is made. */
  get clusterId(): string {
    return this.#outputs.clusterId;
  }

  /** The API, `https://…`. */
  get endpoint(): string {
    return this.#outputs.endpoint;
  }

  /** The administrator's sign-in file, a sensitive reference. For whoever sets the cluster up; people use `signIn`. */
  get kubeconfig(): string {
    return this.#outputs.kubeconfig;
  }

  /** Lets an identity see the cluster and its nodes at the operator's API. What it may do inside, Kubernetes' own roles say. */
  grantRead(identity: Identity): Access {
    return identity.allow({ concept: "cluster", clusterId: this.clusterId, access: "read" }, this);
  }

  /** Lets an identity change the cluster at the operator's API, and fetch the administrator's sign-in file. */
  grantAdminister(identity: Identity): Access {
    return identity.allow({ concept: "cluster", clusterId: this.clusterId, access: "administer" }, this);
  }

  /** The provider's resources, each open to `addOverride`. */
  get resources(): readonly TerraformResource[] {
    return resourcesOf(this);
  }
}

function signInOf(self: Construct, signIn: NonNullable<ClusterProps["signIn"]>): OidcSpec {
  if (!signIn.issuerUrl.startsWith("https://"))
    refuse(
      self,
      `{ signIn: { issuerUrl: ${JSON.stringify(signIn.issuerUrl)} } } is not https. The cluster believes what it reads there: take the issuer's https:// address.`,
    );
  return { usernameClaim: "email", usernamePrefix: "oidc:", groupsClaim: "groups", groupsPrefix: "oidc:", ...signIn };
}

/** OpenStack's anti-affinity groups, on which most European operators build, hold few members. */
const APART = 5;

function poolOf(self: Construct, id: string, pool: NodePool, offered: readonly string[]): NodePoolSpec {
  if (!/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/.test(id))
    refuse(self, `{ pools } names one ${JSON.stringify(id)}. Write lower-case letters, digits and hyphens, a letter first, at most 30.`);
  const nodes = typeof pool.nodes === "object" ? pool.nodes : { min: pool.nodes ?? 3, max: pool.nodes ?? 3 };
  if (!(Number.isInteger(nodes.min) && Number.isInteger(nodes.max) && nodes.min >= 0 && nodes.max >= Math.max(1, nodes.min)))
    refuse(
      self,
      `pool "${id}" has between ${nodes.min} and ${nodes.max} nodes. Say whole numbers, the smaller first, { nodes: { min: 3, max: 9 } }.`,
    );
  const zones = [...new Set((pool.zones ?? offered).flatMap((zone) => zoneAt(self.node.path, offered, zone) ?? []))];
  for (const zone of zones)
    if (!offered.includes(zone))
      refuse(
        self,
        `pool "${id}" names the zone "${zone}". The place has ${offered.length > 0 ? offered.join(", ") : "one zone only: leave out { zones }"}.`,
      );
  const apart = pool.apart ?? Math.ceil(nodes.max / Math.max(1, zones.length)) <= APART;
  return { id, flavour: flavourRef(self, pool.flavour), nodes, zones, apart, labels: pool.labels ?? {}, taints: pool.taints ?? [] };
}
