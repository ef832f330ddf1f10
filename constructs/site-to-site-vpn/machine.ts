import { cloudConfig, nftables } from "../private-access/hardening.ts";

/** One port that is carried: from the machines around one end to a machine or a service at the other. */
export interface Carriage {
  readonly port: number;
  /** Host and port, at the far end. */
  readonly host: string;
  readonly hostPort: number | string;
}

/** What one end of the tunnel is told. Addresses and hosts may be references. */
export interface MachineSpec {
  /** Its own network, whose machines reach it. */
  readonly inside: readonly string[];
  readonly own: { readonly address: string; readonly prefix: number };
  readonly peer: { readonly name: string; readonly publicKey: string; readonly tunnelAddress: string; readonly publicAddress: string };
  readonly port: number;
  /** It waits for the other end; else it calls. */
  readonly listens: boolean;
  /** Ports that its own network asks for, and the other end gives. */
  readonly asks: readonly Carriage[];
  /** Ports that the other end asks for, and this one gives. */
  readonly gives: readonly Carriage[];
}

/**
 * Cloud-init of one end: WireGuard to the other end and nothing else, and a proxy for each port that is carried. The machine forwards no packet: there is
 * no route between the two networks. Its private key comes by hand, over SSH from inside; the tunnel starts when it is there.
 *
 * Sources: www.wireguard.com/quickstart, manpages.debian.org systemd-socket-proxyd(8); seen 2026-11-28.
 */
export const linkMachine = (spec: MachineSpec): string =>
  cloudConfig({
    packages: ["wireguard-tools"],
    files: [
      { path: "/etc/wireguard/wg0.conf", permissions: "0600", content: wireGuard(spec) },
      unit("tunnel.path", KEY_ARRIVES),
      unit("tunnel-filter.service", FILTER),
      { path: "/usr/local/sbin/tunnel-filter", permissions: "0700", content: filterScript(spec) },
      ...spec.asks.flatMap((one) => proxy(one.port, `${one.port}`, `${spec.peer.tunnelAddress}:${one.port}`)),
      ...spec.gives.flatMap((one) => proxy(one.port, `${spec.own.address}:${one.port}`, `${one.host}:${one.hostPort}`)),
    ],
    filter: nftables({
      accept: [
        ...spec.inside.map((block) => `ip saddr ${block} tcp dport ${ports(["22", ...spec.asks.map(({ port }) => `${port}`)])} accept`),
        ...(spec.gives.length === 0
          ? []
          : [`iifname "wg0" ip saddr ${spec.peer.tunnelAddress} tcp dport ${ports(spec.gives.map(({ port }) => `${port}`))} accept`]),
      ],
    }),
    run: [
      ["systemctl", "daemon-reload"],
      [
        "systemctl",
        "enable",
        "--now",
        "tunnel-filter.service",
        "tunnel.path",
        ...[...spec.asks, ...spec.gives].map(({ port }) => `carry-${port}.socket`),
      ],
      ["sh", "-c", `echo 'Tunnel to ${spec.peer.name}: put the private key of this end into /etc/wireguard/key.' > /dev/console`],
    ],
  });

const ports = (all: readonly string[]): string => (all.length === 1 ? (all[0] ?? "") : `{ ${all.join(", ")} }`);

const unit = (name: string, content: string) => ({ path: `/etc/systemd/system/${name}`, permissions: "0644", content });

function wireGuard({ own, peer, port, listens }: MachineSpec): string {
  return `[Interface]
Address = ${own.address}/${own.prefix}
${listens ? `ListenPort = ${port}\n` : ""}PostUp = wg set %i private-key /etc/wireguard/key

# ${peer.name}
[Peer]
PublicKey = ${peer.publicKey}
AllowedIPs = ${peer.tunnelAddress}/32
${listens ? "" : `Endpoint = ${peer.publicAddress}:${port}\nPersistentKeepalive = 25\n`}`;
}

const KEY_ARRIVES = `[Unit]
Description=Start the tunnel when its private key is there
[Path]
PathExists=/etc/wireguard/key
Unit=wg-quick@wg0.service
[Install]
WantedBy=multi-user.target
`;

/** The other end's public address is known only when it stands, so that its rule is no part of the filter that is loaded first. */
const FILTER = `[Unit]
Description=Lets the other end of the tunnel knock
After=nftables.service
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/tunnel-filter
[Install]
WantedBy=multi-user.target
`;

const filterScript = ({ listens, peer, port }: MachineSpec): string =>
  listens
    ? `#!/bin/sh\nnft add rule inet door input ip saddr ${peer.publicAddress} udp dport ${port} accept\n`
    : "#!/bin/sh\n# This end calls, and nobody calls it.\ntrue\n";

/** A socket that hands every connection on: no packet is forwarded, and no other port exists. */
function proxy(port: number, listen: string, to: string) {
  return [
    unit(`carry-${port}.socket`, `[Socket]\nListenStream=${listen}\nFreeBind=yes\n[Install]\nWantedBy=sockets.target\n`),
    unit(
      `carry-${port}.service`,
      `[Unit]\nRequires=carry-${port}.socket\nAfter=carry-${port}.socket\n[Service]\nExecStart=/lib/systemd/systemd-socket-proxyd ${to}\nDynamicUser=yes\nPrivateTmp=yes\n`,
    ),
  ];
}
