/** The grounds on which the landing zone can stand: its places, and what each cloud does without. Facts change; the compiler says when one has. */
import { exoscale } from "terroir/exoscale";
import { hcloud } from "terroir/hcloud";
import { ionoscloud } from "terroir/ionoscloud";
import { openstack } from "terroir/openstack";
import { opentelekomcloud } from "terroir/opentelekomcloud";
import { outscale } from "terroir/outscale";
import { ovh } from "terroir/ovh";
import { scaleway } from "terroir/scaleway";
import { stackit } from "terroir/stackit";
import { upcloud } from "terroir/upcloud";

/** OVHcloud: all of it, Gravelines and Strasbourg. */
export const onOvh = { at: ovh("GRA11"), second: ovh("SBG5"), logs: { service: "ldp-xx-00000" } } as const;

/** Outscale, in Paris: no databases, no key management, no second city; its object storage knows no users. */
export const onOutscale = {
  at: outscale("eu-west-2"),
  without: ["second", "copies", "bucketGrants", "signIn", "database", "keyRing", "secretStore"],
} as const;

/** Scaleway, Paris and Amsterdam: its buckets and backups copy themselves nowhere, a right on one bucket is the bucket's own, secrets take no key. */
export const onScaleway = {
  at: scaleway("fr-par"),
  second: scaleway("nl-ams"),
  // A project's id is a UUID there, and the provider takes no other.
  account: { project: process.env["SCW_DEFAULT_PROJECT_ID"] ?? "00000000-0000-0000-0000-000000000000" },
  without: ["copies", "bucketGrants", "secretKey"],
} as const;

/** What no OpenStack sells: managed products are each operator's own, and rights hold for a project. */
const plain = ["second", "copies", "identities", "auditLog", "cluster", "database", "keyRing", "secretStore"] as const;

/** Elastx, in Stockholm, with OpenStack alone. */
export const onElastx = { at: openstack("se-sto"), without: plain } as const;

/** Open Telekom Cloud, Biere and Amsterdam: its buckets copy themselves only by a delegation of yours, and the provider makes no databases in a database. */
export const onOpenTelekomCloud = {
  at: opentelekomcloud("eu-de"),
  second: opentelekomcloud("eu-nl"),
  // A lock can be lifted by nobody there: said aloud.
  logs: { lock: "compliance" },
  without: ["copies", "identities", "signIn", "database", "secretStore"],
} as const;

/** Hetzner, Falkenstein and Helsinki: it sells no gateway, so that one closed network holds all. */
export const onHetzner = {
  at: hcloud("fsn1"),
  second: hcloud("hel1"),
  topology: "standalone",
  without: ["wayOut", "copies", "identities", "auditLog", "cluster", "database", "keyRing", "secretStore"],
} as const;

/** STACKIT, in Germany: networks of a project do not meet, so that one holds all. The second region is Austria, whose city nobody tells. */
export const onStackit = {
  at: stackit("eu01"),
  account: { project: process.env["STACKIT_PROJECT_ID"] ?? "00000000-0000-0000-0000-000000000000" },
  topology: "standalone",
  without: ["second", "copies", "identities", "signIn", "database", "secretStore"],
} as const;

/**
 * UpCloud, in Helsinki: its buckets cannot be locked, copy themselves nowhere, and stand in an object storage service that is ordered first. What stands
 * before `.upcloudobjects.com` in its address is its name; the policy says where it is, since the address does not.
 */
export const onUpcloud = {
  at: upcloud("fi-hel1"),
  account: { objectStorage: process.env["UPCLOUD_OBJECT_STORAGE"] ?? "xxxxx" },
  without: ["second", "copies", "identities", "auditLog", "signIn", "keyRing", "secretStore"],
} as const;

/** IONOS, Frankfurt and Berlin: a network has 256 addresses, and its machines go out by nothing; the nodes of a cluster have a way out of their own. */
export const onIonos = {
  at: ionoscloud("de/fra"),
  second: ionoscloud("de/txl"),
  topology: "standalone",
  addresses: "10.64.0.0/23",
  without: ["wayOut", "copies", "identities", "signIn", "keyRing", "secretStore"],
} as const;

/**
 * Exoscale, Vienna and Munich: a closed network without a gateway, and neither clusters nor databases inside it. The company sits in Switzerland, where the
 * Union finds data protected as well as at home; the EU policy refuses it, and `policy-exoscale.json` says in so many words that it is approved.
 */
export const onExoscale = {
  at: exoscale("at-vie-1"),
  second: exoscale("de-muc-1"),
  topology: "standalone",
  without: ["wayOut", "copies", "identities", "auditLog", "signIn", "cluster", "database", "secretStore"],
} as const;
