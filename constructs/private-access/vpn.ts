import type { IConstruct } from "constructs";
import { addressIn, type Cidr, contains, overlaps, parseCidr } from "../../clouds/contract/index.ts";
import { cidrProp } from "../cidr-prop.ts";
import { refuse } from "../refuse.ts";
import { cloudConfig, type Door, nftables } from "./hardening.ts";

export interface Vpn {
  readonly from: readonly string[];
  /** The private network that the VPN leads into. */
  readonly network: string;
  readonly peers: Readonly<Record<string, { readonly publicKey: string; readonly address: string }>>;
  readonly addresses?: string;
  readonly port?: number;
}

/** A WireGuard server that leads its peers into one network and nowhere else. Its private key is made on it and never leaves it. */
export function vpn(self: IConstruct, { from, network, peers, addresses = "10.250.0.0/24", port = 51820 }: Vpn): Door {
  const block = cidrProp(self, "vpn.addresses", addresses);
  if (overlaps(block, parseCidr(network)))
    refuse(self, `{ vpn: { addresses: "${addresses}" } } overlap the network's own ${network}. Choose a block apart from it.`);
  if (!Number.isInteger(port) || port < 1 || port > 65535) refuse(self, `{ vpn: { port: ${port} } } is no port: they go from 1 to 65535.`);
  const sections = peerSections(self, peers, block);
  const own = `${addressIn(block, 1)}/${block.prefix}`;
  const setUp = `set -eu
umask 077
test -s /etc/wireguard/key || wg genkey > /etc/wireguard/key
{ printf '[Interface]\\nAddress = ${own}\\nListenPort = ${port}\\nPostUp = wg set %%i private-key /etc/wireguard/key\\n'; cat /etc/wireguard/peers.conf; } > /etc/wireguard/wg0.conf
sysctl --system
systemctl enable --now wg-quick@wg0.service
printf 'WireGuard public key of this server: %s\\n' "$(wg pubkey < /etc/wireguard/key)" > /dev/console
`;
  return {
    door: { protocol: "udp", port },
    userData: cloudConfig({
      packages: ["wireguard-tools"],
      files: [
        { path: "/etc/sysctl.d/90-door.conf", permissions: "0644", content: "net.ipv4.ip_forward = 1\n" },
        { path: "/etc/wireguard/peers.conf", permissions: "0600", content: sections },
        { path: "/usr/local/sbin/door-vpn", permissions: "0700", content: `#!/bin/sh\n${setUp}` },
      ],
      filter: nftables({
        accept: [
          ...from.map((source) => `ip saddr ${source} udp dport ${port} accept`),
          `iifname "wg0" ip saddr ${addresses} tcp dport 22 accept`,
        ],
        forward: [`iifname "wg0" ip saddr ${addresses} ip daddr ${network} accept`],
        // Machines of the network know no way back to the VPN's addresses: they see the server's.
        more: `table ip door_nat {\n  chain postrouting {\n    type nat hook postrouting priority srcnat;\n    ip saddr ${addresses} ip daddr ${network} masquerade\n  }\n}\n`,
      }),
      run: [["/usr/local/sbin/door-vpn"]],
    }),
  };
}

function peerSections(self: IConstruct, peers: Vpn["peers"], block: Cidr): string {
  const entries = Object.entries(peers);
  if (entries.length === 0)
    refuse(self, "{ vpn: { peers } } is empty: nobody could connect. Name them: { peers: { alice: { publicKey, address } } }.");
  const taken = new Map<string, string>();
  return entries
    .map(([name, { publicKey, address }]) => {
      if (!/^[\w.-]+$/.test(name))
        refuse(self, `VPN peer ${JSON.stringify(name)}: names are letters, digits, dots, hyphens and underscores.`);
      if (!/^[A-Za-z0-9+/]{43}=$/.test(publicKey))
        refuse(self, `VPN peer "${name}" has no public key of WireGuard: 44 characters of base64, as \`wg pubkey\` prints.`);
      const own = cidrProp(self, `vpn.peers.${name}.address`, `${address}/32`);
      if (!contains(block, own) || own.first <= block.first + 1)
        refuse(self, `VPN peer "${name}" has address ${address}; give it one of the VPN's own, after the server's, which is the first.`);
      const other = taken.get(address);
      if (other !== undefined) refuse(self, `VPN peers "${other}" and "${name}" have the same address ${address}. Give each its own.`);
      taken.set(address, name);
      return `\n# ${name}\n[Peer]\nPublicKey = ${publicKey}\nAllowedIPs = ${address}/32\n`;
    })
    .join("");
}
