import { domainToASCII } from "node:url";
import type { AnswerContext, RehearsalOverlay, ResourceBehaviour } from "../contract/rehearsal.ts";

/** DNS allows 255 bytes in each quoted part of a TXT record. */
const PART = 255;

/** Ids are numbers, written as text. */
const numbered: NonNullable<ResourceBehaviour["fills"]> = {
  id: (_, cx: AnswerContext) => String(100_000_000 + (Number.parseInt(cx.seed("id", 7), 16) % 900_000_000)),
};

/** What the schema does not say of Hetzner's cloud, for the simulated provider. What replaces: docs/resources of hetznercloud/terraform-provider-hcloud, seen 2026-11-28. */
export const rehearsal: RehearsalOverlay = {
  replaces: ["location"],
  resources: {
    hcloud_certificate: { fills: numbered },
    hcloud_firewall: { fills: numbered, unique: ["name"] },
    hcloud_floating_ip: { fills: numbered },
    hcloud_load_balancer: { fills: numbered, unique: ["name"] },
    hcloud_network: { fills: numbered, unique: ["name"] },
    hcloud_network_subnet: {
      replaces: ["network_id", "type", "network_zone", "ip_range"],
      fills: { id: ({ network_id, ip_range }) => `${String(network_id)}-${String(ip_range)}` },
    },
    hcloud_placement_group: { fills: numbered, unique: ["name"] },
    hcloud_server: {
      replaces: ["image", "user_data", "ssh_keys"],
      unique: ["name"],
      fills: { ...numbered, ipv4_address: "198.51.100.30" },
    },
    hcloud_snapshot: { fills: numbered },
    hcloud_ssh_key: { replaces: ["public_key"], unique: ["name"], fills: numbered },
    hcloud_uploaded_certificate: { fills: numbered },
    hcloud_volume: { fills: numbered, unique: ["name"] },
  },
  functions: {
    idna: (domain) => domainToASCII(String(domain)),
    txt_record: (record) => {
      const text = String(record);
      const parts = Array.from({ length: Math.max(1, Math.ceil(text.length / PART)) }, (_, i) => text.slice(i * PART, (i + 1) * PART));
      return parts.map((part) => `"${part.replaceAll('"', '\\"')}"`).join(" ");
    },
  },
};
