import type { Json } from "../../../guard/index.ts";
import type { Case } from "./case.ts";

type Attributes = { readonly [name: string]: Json };

const ovh = "https://auth.cloud.ovh.net/v3";
const gravelines = { auth_url: ovh, region: "GRA11" };
const elastx = { auth_url: "https://ops.elastx.cloud:5000/v3" };
const otc = (region: string) => `https://iam.${region}.otc.t-systems.com/v3`;
const net = (more: Attributes = {}) => ({ openstack_networking_network_v2: { n: { name: "n", ...more } } });
const machine = (more: Attributes = {}) => ({
  openstack_compute_instance_v2: { i: { name: "i", flavor_name: "b3-8", image_name: "Debian 12", ...more } },
});
const rule = (more: Attributes) => ({
  openstack_networking_secgroup_rule_v2: { r: { direction: "ingress", ethertype: "IPv4", security_group_id: "g", ...more } },
});
/** A group whose rules stand in its own block, as Nova had them. */
const group = (...rules: readonly Attributes[]) => ({
  openstack_compute_secgroup_v2: {
    g: { name: "g", rule: rules.map((more) => ({ ip_protocol: "tcp", from_port: 22, to_port: 22, ...more })) },
  },
});
const container = (more: Attributes = {}) => ({ openstack_objectstorage_container_v1: { c: { name: "c", ...more } } });
const member = (address: string) => ({ openstack_lb_member_v2: { m: { pool_id: "p", protocol_port: 80, address } } });

/** Whose cloud it is, and where in it. */
const PLACES: readonly Case[] = [
  { name: "a network in Gravelines", provider: gravelines, resource: net(), region: "inside", endpoint: "inside", operator: "inside" },
  {
    name: "a network in Gravelines, by itself",
    provider: { auth_url: `${ovh}/` },
    resource: net({ region: "GRA11" }),
    region: "inside",
    operator: "inside",
  },
  {
    name: "a network of a block for each region, as OVHcloud's guides have it",
    provider: { auth_url: ovh, domain_name: "default", user_name: "u", password: "p", tenant_id: "t", region: "SBG5" },
    resource: net(),
    region: "inside",
  },
  {
    name: "a network by the name that STACKIT's own service has for its region",
    provider: { auth_url: "https://keystone.api.iaas.eu01.stackit.cloud/v3", region: "RegionOne" },
    resource: net(),
    region: "inside",
    operator: "inside",
  },
  {
    name: "a network by that name at another operator's",
    provider: { auth_url: ovh, region: "RegionOne" },
    resource: net(),
    region: "outside",
  },
  { name: "a network in Canada by a block", provider: { auth_url: ovh, region: "BHS5" }, resource: net(), region: "outside" },
  { name: "a network in Canada under a block in Gravelines", provider: gravelines, resource: net({ region: "BHS5" }), region: "outside" },
  { name: "a network in London", provider: { auth_url: ovh, region: "UK1" }, resource: net(), region: "outside" },
  {
    name: "a network in Virginia at the address of Europe, where no such region is",
    provider: { auth_url: ovh, region: "US-EAST-VA-1" },
    resource: net(),
    region: "outside",
  },
  {
    name: "the company in the United States",
    provider: { auth_url: "https://auth.cloud.ovh.us/v3", region: "US-EAST-VA-1" },
    resource: net(),
    region: "outside",
    endpoint: "outside",
    operator: "outside",
  },
  { name: "a region that the environment says", provider: { auth_url: ovh }, resource: net(), region: "undecided" },
  {
    name: "a region of an environment that is known",
    provider: { auth_url: ovh },
    resource: net(),
    policy: { environment: { OS_REGION_NAME: "GRA11" } },
    region: "inside",
  },
  {
    name: "a region of an environment that is known to be Singapore",
    provider: { auth_url: ovh },
    resource: net(),
    policy: { environment: { OS_REGION_NAME: "SGP1" } },
    region: "outside",
  },
  {
    name: "an address of an environment that is known",
    provider: { region: "GRA11" },
    resource: net(),
    policy: { environment: { OS_AUTH_URL: ovh } },
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "an address that nobody wrote, whatever the region",
    provider: { region: "GRA11" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "an address in a variable",
    provider: { auth_url: "${var.auth_url}", region: "Fra1" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "a code of Cleura's, where no address says whose it is",
    provider: {},
    resource: net({ region: "Fra1" }),
    region: "undecided",
    operator: "undecided",
  },
  {
    name: "an address that nobody knows, with a code that looks European",
    provider: { auth_url: "https://keystone.example.org:5000/v3", region: "eu-de" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "an address that only begins like a known one",
    provider: { auth_url: "https://auth.cloud.ovh.net.example.org/v3", region: "GRA11" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
  },
  {
    name: "an address called in clear",
    provider: { auth_url: "http://auth.cloud.ovh.net/v3", region: "GRA11" },
    resource: net(),
    endpoint: "outside",
  },
  {
    name: "an entry of clouds.yaml",
    provider: { cloud: "prod" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "an entry of clouds.yaml beside an address, which it overrules",
    provider: { ...gravelines, cloud: "prod" },
    resource: net(),
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "an entry of clouds.yaml that the environment names",
    provider: gravelines,
    resource: net(),
    policy: { environment: { OS_CLOUD: "prod" } },
    region: "undecided",
    endpoint: "undecided",
    operator: "undecided",
  },
  {
    name: "a service moved to an address that nobody knows",
    provider: { ...gravelines, endpoint_overrides: { compute: "https://nova.example.org/v2.1/" } },
    resource: net(),
    endpoint: "undecided",
  },
  {
    name: "a service moved to Amazon's",
    provider: { ...gravelines, endpoint_overrides: { "object-store": "https://s3.eu-west-1.amazonaws.com/" } },
    resource: net(),
    endpoint: "outside",
  },
  {
    name: "Stockholm, which the address alone says",
    provider: elastx,
    resource: net(),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  { name: "a code of Cleura's at Elastx", provider: { ...elastx, region: "Fra1" }, resource: net(), region: "outside" },
  {
    name: "Geneva, outside the Union",
    provider: { auth_url: "https://api.pub1.infomaniak.cloud/identity/v3" },
    resource: net(),
    region: "outside",
    endpoint: "outside",
  },
  {
    name: "Fuga in Amsterdam",
    provider: { auth_url: "https://core.fuga.cloud:5000/v3", region: "ams2" },
    resource: net(),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "Fuga, where nothing says which of its two regions, and both are in the Union",
    provider: { auth_url: "https://core.fuga.cloud:5000/v3" },
    resource: net(),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "Leafcloud, whose address alone says where it is",
    provider: { auth_url: "https://create.leaf.cloud:5000" },
    resource: net(),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "Leafcloud by its region",
    provider: { auth_url: "https://create.leaf.cloud:5000", region: "europe-nl" },
    resource: net({ region: "europe-nl" }),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "a code of Fuga's at Leafcloud",
    provider: { auth_url: "https://create.leaf.cloud:5000", region: "ams2" },
    resource: net(),
    region: "outside",
  },
  {
    name: "a code of Fuga's, where no address says whose it is",
    provider: { region: "ams2" },
    resource: net(),
    region: "undecided",
  },
  {
    name: "a Swede's code at the address in Geneva",
    provider: { auth_url: "https://api.pub1.infomaniak.cloud/identity/v3", region: "Kna1" },
    resource: net(),
    region: "outside",
    endpoint: "outside",
  },
  {
    name: "a cloud in Germany that is controlled from London",
    provider: { auth_url: "https://prod1.api.pco.get-cloud.io:5000", region: "prod1" },
    resource: net(),
    region: "inside",
    endpoint: "outside",
    operator: "outside",
  },
  {
    name: "Cleura in London",
    provider: { auth_url: "https://lon1.citycloud.com:5000/v3", region: "Lon1" },
    resource: net(),
    region: "outside",
    endpoint: "outside",
  },
  {
    name: "Open Telekom Cloud by its identity address",
    provider: { auth_url: otc("eu-de"), region: "eu-nl" },
    resource: net(),
    region: "inside",
    endpoint: "inside",
    operator: "inside",
  },
  {
    name: "Open Telekom Cloud, where its address alone bounds the place",
    provider: { auth_url: otc("eu-de") },
    resource: net(),
    region: "inside",
  },
  {
    name: "Open Telekom Cloud, where its address reaches more than is approved",
    provider: { auth_url: otc("eu-de") },
    resource: net(),
    policy: { countries: ["DE"] },
    region: "undecided",
  },
  {
    name: "Open Telekom Cloud in Switzerland",
    provider: { auth_url: "https://iam-pub.eu-ch2.sc.otc.t-systems.com/v3", region: "eu-ch2" },
    resource: net(),
    region: "outside",
    endpoint: "outside",
  },
  {
    name: "a disk in a zone of another region",
    provider: { auth_url: otc("eu-de"), region: "eu-de" },
    resource: { openstack_blockstorage_volume_v3: { v: { size: 10, availability_zone: "eu-nl-01" } } },
    policy: { countries: ["DE"] },
    region: "outside",
  },
  {
    name: "a disk in a zone whose name says nothing",
    provider: gravelines,
    resource: { openstack_blockstorage_volume_v3: { v: { size: 10, availability_zone: "nova" } } },
    region: "inside",
  },
  {
    name: "an identity of the whole cloud",
    provider: { auth_url: ovh },
    resource: { openstack_identity_application_credential_v3: { a: { name: "a" } } },
    region: "not-applicable",
  },
  {
    name: "an identity asked for in Canada",
    provider: { auth_url: ovh },
    resource: { openstack_identity_user_v3: { u: { name: "u", region: "BHS5" } } },
    region: "outside",
  },
  {
    name: "a stack whose template is not seen",
    provider: gravelines,
    resource: { openstack_orchestration_stack_v1: { s: { name: "s", template_opts: { Bin: "x" } } } },
    opaque: "undecided",
  },
  {
    name: "a workflow that runs at set times",
    provider: gravelines,
    resource: { openstack_workflow_cron_trigger_v2: { w: { name: "w", workflow_id: "w", pattern: "0 0 * * *" } } },
    opaque: "undecided",
  },
  {
    name: "a machine with user data",
    provider: gravelines,
    resource: machine({ user_data: "#!/bin/sh" }),
    region: "inside",
    opaque: "not-applicable",
  },
  {
    name: "an image looked up in Canada",
    provider: gravelines,
    data: { openstack_images_image_v2: { i: { name: "Debian 12", region: "BHS5" } } },
    region: "outside",
  },
];

const WAYS_OUT: readonly Case[] = [
  {
    name: "objects copied to a container elsewhere",
    provider: gravelines,
    resource: container({ container_sync_to: "https://swift.example.org/v1/AUTH_a/c", container_sync_key: "k" }),
    replica: "undecided",
  },
  {
    name: "objects copied by a realm's name",
    provider: gravelines,
    resource: container({ container_sync_to: "//realm/cluster/AUTH_a/c", container_sync_key: "k" }),
    replica: "undecided",
  },
  {
    name: "objects copied to Canada",
    provider: gravelines,
    resource: container({ container_sync_to: "https://s3.bhs.io.cloud.ovh.net/c", container_sync_key: "k" }),
    replica: "outside",
  },
  { name: "a container that copies nothing", provider: gravelines, resource: container(), region: "inside", replica: "inside" },
  {
    name: "all that passes a port copied to a public address",
    provider: gravelines,
    resource: {
      openstack_taas_tap_mirror_v2: { t: { name: "t", mirror_type: "gre", port_id: "p", remote_ip: "91.98.0.1", directions: [{ in: 1 }] } },
    },
    replica: "undecided",
  },
  {
    name: "all that passes a port copied within the network",
    provider: gravelines,
    resource: {
      openstack_taas_tap_mirror_v2: { t: { name: "t", mirror_type: "gre", port_id: "p", remote_ip: "10.0.0.9", directions: [{ in: 1 }] } },
    },
    replica: "inside",
  },
  {
    name: "a tunnel to a public address",
    provider: gravelines,
    resource: {
      openstack_vpnaas_site_connection_v2: {
        c: { ikepolicy_id: "i", ipsecpolicy_id: "p", vpnservice_id: "s", peer_id: "x", psk: "x", peer_address: "91.98.0.1" },
      },
    },
    replica: "undecided",
  },
  {
    name: "a neighbour that is told the ways",
    provider: gravelines,
    resource: { openstack_networking_bgp_peer_v2: { b: { peer_ip: "91.98.0.1", remote_as: 64512 } } },
    replica: "undecided",
  },
  {
    name: "a member that is a machine beside it",
    provider: gravelines,
    resource: { ...machine(), ...member("${openstack_compute_instance_v2.i.access_ip_v4}") },
    replica: "inside",
  },
  {
    name: "a member that is a machine in Canada",
    provider: gravelines,
    resource: { ...machine({ region: "BHS5" }), ...member("${openstack_compute_instance_v2.i.access_ip_v4}") },
    replica: "outside",
  },
  { name: "a member at a public address", provider: gravelines, resource: member("91.98.0.1"), replica: "undecided" },
  { name: "a member at a private address", provider: gravelines, resource: member("10.0.0.5"), replica: "inside" },
  {
    name: "a member whose address is the payload of a secret",
    provider: gravelines,
    resource: member("${data.openstack_keymanager_secret_v1.s.payload}"),
    data: { openstack_keymanager_secret_v1: { s: { name: "s" } } },
    replica: "undecided",
  },
  {
    name: "a cluster whose members meet at an address of others",
    provider: gravelines,
    resource: {
      openstack_containerinfra_cluster_v1: { k: { name: "k", cluster_template_id: "t", discovery_url: "https://discovery.etcd.io/x" } },
    },
    replica: "undecided",
  },
  {
    name: "a directory at a public address",
    provider: gravelines,
    resource: { openstack_sharedfilesystem_securityservice_v2: { s: { type: "active_directory", server: "91.98.0.1" } } },
    replica: "undecided",
  },
  {
    name: "a service that everybody is led to elsewhere",
    provider: gravelines,
    resource: { openstack_identity_endpoint_v3: { e: { service_id: "s", endpoint_region: "GRA11", url: "https://nova.example.org" } } },
    replica: "undecided",
  },
];

const PROTECTIONS: readonly Case[] = [
  {
    name: "a container that everybody may read",
    provider: gravelines,
    resource: container({ container_read: ".r:*,.rlistings" }),
    address: "outside",
  },
  {
    name: "a container that a project may read",
    provider: gravelines,
    resource: container({ container_read: "abc:*" }),
    address: "inside",
  },
  { name: "a rule that lets everybody in", provider: gravelines, resource: rule({ remote_ip_prefix: "0.0.0.0/0" }), ingress: "outside" },
  {
    name: "a rule that lets everybody in by version 6",
    provider: gravelines,
    resource: rule({ ethertype: "IPv6", remote_ip_prefix: "::/0" }),
    ingress: "outside",
  },
  { name: "a rule that names nobody, and so lets everybody in", provider: gravelines, resource: rule({}), ingress: "outside" },
  { name: "a rule for a group", provider: gravelines, resource: rule({ remote_group_id: "g" }), ingress: "inside" },
  { name: "a rule for one range", provider: gravelines, resource: rule({ remote_ip_prefix: "10.0.0.0/8" }), ingress: "inside" },
  {
    name: "a rule for what goes out",
    provider: gravelines,
    resource: rule({ direction: "egress", remote_ip_prefix: "0.0.0.0/0" }),
    ingress: "inside",
  },
  { name: "a group of Nova's for one range", provider: gravelines, resource: group({ cidr: "10.0.0.0/8" }), ingress: "inside" },
  {
    name: "a group of Nova's, of which one rule lets everybody in",
    provider: gravelines,
    resource: group({ cidr: "10.0.0.0/8" }, { cidr: "0.0.0.0/0" }),
    ingress: "outside",
  },
  {
    name: "a group of Nova's that names a group and everybody",
    provider: gravelines,
    resource: group({ cidr: "0.0.0.0/0", from_group_id: "g", self: true }),
    ingress: "outside",
  },
  {
    name: "a group of Nova's that names nobody, and so lets everybody in",
    provider: gravelines,
    resource: group({}),
    ingress: "outside",
  },
  {
    name: "groups of Nova's for a group and for themselves",
    provider: gravelines,
    resource: group({ from_group_id: "g" }, { self: true }),
    ingress: "inside",
  },
  { name: "a group of Nova's without rules", provider: gravelines, resource: group(), ingress: "inside" },
  {
    name: "an address tied to a machine as Nova had it",
    provider: gravelines,
    resource: { openstack_compute_floatingip_associate_v2: { a: { floating_ip: "51.1.2.3", instance_id: "i" } } },
    address: "outside",
  },
  {
    name: "an address tied to a machine",
    provider: gravelines,
    resource: { openstack_networking_floatingip_associate_v2: { a: { floating_ip: "51.1.2.3", port_id: "p" } } },
    address: "outside",
  },
  {
    name: "an address that nothing has yet",
    provider: gravelines,
    resource: { openstack_networking_floatingip_v2: { f: { pool: "Ext-Net" } } },
    address: "inside",
  },
  {
    name: "a machine on the public network of OVHcloud",
    provider: gravelines,
    resource: machine({ network: [{ name: "Ext-Net" }] }),
    address: "outside",
  },
  {
    name: "a machine on a network of its own",
    provider: gravelines,
    resource: { ...net(), ...machine({ network: [{ name: "${openstack_networking_network_v2.n.name}" }] }) },
    address: "inside",
  },
  {
    name: "a volume, of whose type its operator alone can say what it means",
    provider: gravelines,
    resource: { openstack_blockstorage_volume_v3: { v: { size: 10, volume_type: "classic" } } },
    encryption: "not-applicable",
  },
];

export const OPENSTACK: readonly Case[] = [...PLACES, ...WAYS_OUT, ...PROTECTIONS];
