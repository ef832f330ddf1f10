import { InputError } from "../../../catalogue/index.ts";
import { addressIn, doorRules, type Lower, parseCidr, sizeOf } from "../../contract/index.ts";
import { machine } from "./machine.ts";

/**
 * One machine with a public address and a firewall of its own, which lets in what knocks at the door from the named addresses and drops the rest.
 *
 * Source: UpCloudLtd/terraform-provider-upcloud docs/resources/firewall_rules.md; seen 2026-11-28.
 */
export const privateAccess: Lower<"privateAccess"> = (spec, cx) => {
  const made = machine(
    {
      name: spec.name,
      image: spec.image ?? { name: "Debian 12" },
      flavour: spec.flavour ?? { cpus: 1, memory: 1 },
      network: spec.network,
      publicAddress: true,
      sshKey: spec.sshKey,
      userData: spec.userData,
      volumeIds: [],
      shares: [],
    },
    cx,
    true,
  );
  cx.resource("upcloud_firewall_rules", "door", {
    server_id: made.ref("id"),
    firewall_rule: [
      ...doorRules(spec).map(({ description, protocol, ports, peer }) => ({
        direction: "in",
        action: "accept",
        comment: description,
        family: "IPv4",
        protocol,
        ...(ports === undefined ? {} : { destination_port_start: String(ports.from), destination_port_end: String(ports.to) }),
        ...("cidr" in peer ? rangeOf(spec.name, peer.cidr) : {}),
      })),
      // Answers to what the machine itself asks for come back on ports that nobody serves on.
      ...(["tcp", "udp"] as const).map((protocol) => ({
        direction: "in",
        action: "accept",
        comment: "Answers",
        family: "IPv4",
        protocol,
        destination_port_start: "32768",
        destination_port_end: "60999",
      })),
      { direction: "in", action: "drop", comment: "Nobody else" },
      { direction: "out", action: "accept", comment: "Everything" },
    ],
  });
  return { instanceId: made.ref("id"), address: made.ref("network_interface[1].ip_address") };
};

function rangeOf(name: string, cidr: string) {
  if (cidr.includes("${"))
    throw new InputError(
      `${name} waits for an address that is known only when it stands, and UpCloud's firewall takes written ones. Let the other end wait: { listens }.`,
    );
  const block = parseCidr(cidr);
  return { source_address_start: addressIn(block, 0), source_address_end: addressIn(block, sizeOf(block) - 1) };
}
