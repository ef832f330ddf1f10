import { AES_OF_IPSEC } from "../contract/ciphers.ts";
import type { ExposureReading, Reading } from "../contract/reading.ts";
import type { OpenstackResourceType } from "./types.ts";

const volume = {
  by: "nothing",
  because: "Encryption is a property of the volume's type, and what a type means its operator alone can say.",
} as const;
const unasked = {
  by: "nothing",
  because: "The provider has no attribute for its encryption, and whether its operator encrypts it is not said.",
} as const;
const STRONG = "Set encryption_algorithm to aes-256-gcm-16.";
const enter = "Take a load balancer, a router or a bastion instead.";
/** Swift's word for everybody, alone or among others: docs.openstack.org/swift "Access Control Lists". */
const everybody = (path: string): ExposureReading => ({
  path,
  public: { containing: ".r:" },
  absent: "private",
  opens: "data",
  remedy: `Name in ${path} the projects and users that may, project:user, and nobody by referrer.`,
});

/** What OpenStack's resources say about their protections. What silence means is read as the worse where no page was read. */
export const readings = {
  openstack_blockstorage_volume_v3: {
    concept: "volume",
    encryption: volume,
    facts: {
      size: { as: "value", path: "size" },
      backedUp: { as: "nothing", because: "The provider has no resource for backups or snapshots of a volume." },
    },
  },
  openstack_compute_instance_v2: {
    concept: "instance",
    encryption: volume,
    exposure: [
      {
        // The public network of OVHcloud's own, to which a machine is tied without any further address. Beside an id the provider fills the name in.
        path: "network[].name",
        public: ["Ext-Net"],
        absent: "private",
        unknown: "silence",
        remedy: `Give the machine private networks only. ${enter}`,
      },
    ],
    facts: { flavour: { as: "value", path: "flavor_name" }, image: { as: "value", path: "image_name" } },
  },
  openstack_containerinfra_cluster_v1: {
    concept: "cluster",
    encryption: unasked,
    exposure: [
      {
        path: "floating_ip_enabled",
        public: [true],
        absent: "private",
        remedy: "Set floating_ip_enabled to false, here and in its template: nodes then have private addresses only.",
      },
    ],
    facts: {
      nodes: { as: "number", path: "node_count", absent: 1 },
      privateNodes: { as: "switch", path: "floating_ip_enabled", when: [false], absent: false },
      privateControlPlane: { as: "nothing", because: "Whether the API has a public address, its template and its operator decide." },
      audited: { as: "nothing", because: "The provider has no attribute for the audit log of a cluster." },
    },
  },
  openstack_containerinfra_clustertemplate_v1: {
    exposure: [
      {
        path: "floating_ip_enabled",
        public: [true],
        absent: "public",
        remedy: "Set floating_ip_enabled to false: nodes of its clusters then have private addresses only.",
      },
      {
        path: "public",
        public: [true],
        absent: "private",
        opens: "data",
        remedy: "Leave out public: other projects then do not see the template.",
      },
    ],
    facts: { inTransit: { as: "switch", path: "tls_disabled", when: [false], absent: true } },
  },
  openstack_db_instance_v1: {
    concept: "database",
    encryption: unasked,
    facts: { engine: { as: "value", path: "datastore[].type" }, version: { as: "value", path: "datastore[].version" } },
  },
  openstack_dns_recordset_v2: { leads: [{ path: "records", where: { attribute: "type", is: ["CNAME"] } }] },
  openstack_images_image_v2: {
    encryption: unasked,
    exposure: [
      {
        path: "visibility",
        public: ["public", "community"],
        absent: "private",
        opens: "data",
        remedy: 'Set visibility to "private" or "shared": nobody else may then use the image.',
      },
    ],
    images: [{ path: "image_source_url", form: "url" }],
    facts: { deletionProtected: { as: "switch", path: "protected", when: [true], absent: false } },
  },
  openstack_keymanager_container_v1: { encryption: { by: "none", because: "Points at secrets, which are read themselves." } },
  openstack_identity_ec2_credential_v3: {
    facts: {
      expires: { as: "nothing", because: "A pair of keys of this kind does not end: take openstack_identity_application_credential_v3." },
    },
  },
  openstack_keymanager_order_v1: { facts: { expires: { as: "present", path: "meta[].expiration" } } },
  openstack_keymanager_secret_v1: {
    concept: "secretStore",
    encryption: unasked,
    facts: { expires: { as: "present", path: "expiration" } },
  },
  openstack_identity_application_credential_v3: { facts: { expires: { as: "present", path: "expires_at" } } },
  openstack_identity_user_v3: { facts: { mfa: { as: "switch", path: "multi_factor_auth_enabled", when: [true], absent: false } } },
  openstack_lb_listener_v2: {
    ingress: [
      {
        // A list that is left out lets in whoever reaches the balancer, which says itself whether it is public.
        path: "allowed_cidrs",
        absent: "closed",
        ports: { from: "protocol_port", to: "protocol_port" },
        remedy: "List the ranges that may reach the listener in allowed_cidrs.",
      },
    ],
    facts: {
      inTransit: {
        as: "switch",
        path: "protocol",
        when: ["HTTPS", "TERMINATED_HTTPS"],
        absent: false,
        remedy: "Set protocol to TERMINATED_HTTPS, with the certificate in default_tls_container_ref.",
      },
      tlsVersion: { as: "version", path: "tls_versions" },
    },
  },
  openstack_lb_loadbalancer_v2: { concept: "loadBalancer" },
  openstack_networking_address_group_v2: {
    ingress: [{ path: "addresses", absent: "closed", remedy: "List the ranges that a rule has to let in, and no other." }],
  },
  openstack_networking_floatingip_associate_v2: {
    exposure: [{ path: "", public: "always", absent: "public", remedy: `It makes its machine public. ${enter}` }],
  },
  openstack_networking_floatingip_v2: {
    exposure: [{ path: "port_id", public: "present", absent: "private", remedy: `Leave out port_id. ${enter}` }],
  },
  openstack_networking_network_v2: { concept: "network" },
  openstack_networking_portforwarding_v2: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        remedy: "It leads from a public address to a machine: take a load balancer, whose listeners can be narrowed.",
      },
    ],
  },
  openstack_networking_secgroup_rule_v2: {
    concept: "firewall",
    ingress: [
      {
        path: "remote_ip_prefix",
        where: { attribute: "direction", is: ["ingress"] },
        // Without a range and without a group it lets everybody in (docs.openstack.org/api-ref/network, security group rules).
        absent: "open",
        instead: ["remote_group_id", "remote_address_group_id"],
        ports: { from: "port_range_min", to: "port_range_max" },
        remedy: "Set remote_ip_prefix to the range that has to get in, or remote_group_id to the group of its machines.",
      },
    ],
    egress: [
      {
        path: "remote_ip_prefix",
        where: { attribute: "direction", is: ["egress"] },
        absent: "open",
        instead: ["remote_group_id", "remote_address_group_id"],
        ports: { from: "port_range_min", to: "port_range_max" },
        remedy: "Set remote_ip_prefix to the range that has to be reached, or remote_group_id to the group of its machines.",
      },
    ],
  },
  // A new group lets everything out, unless its own rules are taken from it.
  openstack_networking_secgroup_v2: {
    concept: "firewall",
    facts: { egressLimited: { as: "switch", path: "delete_default_rules", when: [true], absent: false } },
  },
  openstack_objectstorage_container_v1: {
    concept: "bucket",
    encryption: unasked,
    exposure: [everybody("container_read"), everybody("container_write")],
    facts: {
      versioned: {
        as: "any",
        of: [
          { as: "switch", path: "versioning", when: [true], absent: false },
          { as: "present", path: "versioning_legacy[].type" },
        ],
        remedy: "Set versioning to true.",
      },
      emptiedOnDestroy: { as: "switch", path: "force_destroy", when: [true], absent: false },
    },
  },
  openstack_objectstorage_tempurl_v1: {
    exposure: [
      {
        path: "",
        public: "always",
        absent: "public",
        opens: "data",
        remedy: "Whoever has the address reads or writes the object until it expires: give the reader a user, or waive it with an expiry.",
      },
    ],
  },
  openstack_sharedfilesystem_share_access_v2: {
    ingress: [
      {
        path: "access_to",
        where: { attribute: "access_type", is: ["ip"] },
        absent: "closed",
        remedy: "Name the private range of the machines that mount it.",
      },
    ],
  },
  openstack_sharedfilesystem_share_v2: {
    concept: "fileShare",
    encryption: unasked,
    exposure: [
      {
        path: "is_public",
        public: [true],
        absent: "private",
        opens: "data",
        remedy: "Leave out is_public, so that other projects do not see the share.",
      },
    ],
    facts: { size: { as: "value", path: "size" } },
  },
  // docs/resources/vpnaas_ike_policy_v2.md and vpnaas_ipsec_policy_v2.md, seen 2026-11-28: silence means v1, aes-128 and esp.
  openstack_vpnaas_ike_policy_v2: {
    facts: {
      linkKeyExchange: { as: "switch", path: "ike_version", when: ["v2"], absent: false },
      linkCipher: { as: "switch", path: "encryption_algorithm", when: AES_OF_IPSEC, absent: true, remedy: STRONG },
    },
  },
  openstack_vpnaas_ipsec_policy_v2: {
    facts: {
      linkEncrypted: { as: "switch", path: "transform_protocol", when: ["esp", "ah-esp"], absent: true },
      linkCipher: { as: "switch", path: "encryption_algorithm", when: AES_OF_IPSEC, absent: true, remedy: STRONG },
    },
  },
  openstack_vpnaas_site_connection_v2: { concept: "privateAccess" },
} satisfies Partial<Record<OpenstackResourceType, Reading>>;
