import { describe, expect, it } from "vitest";
import { Network, PrivateAccess, type PrivateAccessProps } from "../../constructs/index.ts";
import { KEY, only, PAR, refusal, stackAt } from "./in-stack.ts";

const MACHINE = "ovh_cloud_project_instance";
const PEER = { publicKey: "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=", address: "10.250.0.2" };

function access(props: Partial<PrivateAccessProps> = {}, stack = stackAt()) {
  const network = props.network ?? new Network(stack, "network");
  return {
    stack,
    access: new PrivateAccess(stack, "access", { network, allowedFrom: ["203.0.113.0/24", "198.51.100.7/32"], sshKey: KEY, ...props }),
  };
}

interface CloudConfig {
  readonly bootcmd: readonly (readonly string[])[];
  readonly write_files: readonly { readonly path: string; readonly permissions: string; readonly content: string }[];
  readonly runcmd: readonly (readonly string[])[];
  readonly packages: readonly string[];
  readonly users?: readonly unknown[];
  readonly ssh_pwauth: boolean;
  readonly disable_root: boolean;
}

function configOf(props: Partial<PrivateAccessProps> = {}) {
  const text = String(only(access(props).stack, MACHINE)["user_data"])
    .replaceAll("$${", "${")
    .replaceAll("%%{", "%{");
  expect(text.startsWith("#cloud-config\n")).toBe(true);
  const config = JSON.parse(text.slice(text.indexOf("\n"))) as CloudConfig;
  const file = (path: string) => config.write_files.find((one) => one.path === path)?.content ?? "";
  const filter = Buffer.from(/printf %s '([^']+)'/.exec(config.bootcmd[0]?.[2] ?? "")?.[1] ?? "", "base64").toString();
  return { config, file, filter };
}

describe("private access", () => {
  it("has one public address, in one private network, on one machine", () => {
    const { stack } = access();
    expect(only(stack, MACHINE)).toMatchObject({
      region: "GRA11",
      name: "shop-access",
      network: [
        {
          public: false,
          private: [
            {
              gateway: [{ id: expect.stringContaining("ovh_cloud_gateway.") }],
              floating_ip: [{ id: expect.stringContaining("ovh_cloud_floating_ip.") }],
            },
          ],
        },
      ],
      lifecycle: { ignore_changes: ["boot_from"] },
    });
  });

  it("takes keys only, no root, few tries, and records who came", () => {
    const { config, file } = configOf();
    expect(config).toMatchObject({ ssh_pwauth: false, disable_root: true });
    expect(config.packages).toEqual(expect.arrayContaining(["nftables", "fail2ban", "auditd", "unattended-upgrades"]));
    const sshd = file("/etc/ssh/sshd_config.d/10-door.conf").split("\n");
    expect(sshd).toEqual(
      expect.arrayContaining([
        "PermitRootLogin no",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "AuthenticationMethods publickey",
        "MaxAuthTries 3",
        "AllowAgentForwarding no",
        "LogLevel VERBOSE",
      ]),
    );
    expect(file("/etc/audit/rules.d/10-door.rules")).toContain("-S execve -F euid=0");
    expect(file("/etc/fail2ban/jail.d/door.conf")).toContain("enabled = true");
    expect(config.users).toBeUndefined();
  });

  it("drops what does not come from the sources, before SSH starts, and keeps SSH shut where it cannot", () => {
    const { config, filter } = configOf();
    expect(filter).toContain("type filter hook input priority 0; policy drop;");
    expect(filter).toContain("type filter hook forward priority 0; policy drop;");
    expect(filter.match(/ip saddr \S+ tcp dport 22 .*accept/g)).toEqual([
      "ip saddr 203.0.113.0/24 tcp dport 22 ct state new limit rate 30/minute accept",
      "ip saddr 198.51.100.7/32 tcp dport 22 ct state new limit rate 30/minute accept",
    ]);
    expect(filter).not.toContain("0.0.0.0/0");
    expect(config.bootcmd[1]?.[2]).toBe("nft -f /etc/nftables.conf || systemctl mask --runtime ssh.service ssh.socket");
    const run = config.runcmd.map((command) => command.join(" "));
    expect(run.indexOf("nft -f /etc/nftables.conf")).toBeLessThan(run.indexOf("systemctl unmask --runtime ssh.service ssh.socket"));
  });

  it("lets people jump, and do nothing else", () => {
    const { config, file } = configOf({ people: { alice: KEY, bob: KEY } });
    expect(config.users).toEqual([
      "default",
      ...["alice", "bob"].map((name) => ({
        name,
        groups: ["jump"],
        lock_passwd: true,
        shell: "/usr/sbin/nologin",
        ssh_authorized_keys: [KEY],
      })),
    ]);
    expect(file("/etc/ssh/sshd_config.d/20-jump.conf")).toContain("Match Group jump");
    expect(file("/etc/ssh/sshd_config.d/20-jump.conf")).toContain("PermitTTY no");
  });

  it("is a VPN when asked: one UDP port, into one network, SSH inside only", () => {
    const { config, file, filter } = configOf({ vpn: { peers: { alice: PEER } } });
    expect(filter).toContain("ip saddr 203.0.113.0/24 udp dport 51820 accept");
    expect(filter).toContain('iifname "wg0" ip saddr 10.250.0.0/24 tcp dport 22 accept');
    expect(filter).toContain('iifname "wg0" ip saddr 10.250.0.0/24 ip daddr 10.0.0.0/16 accept');
    expect(filter).not.toMatch(/ip saddr 203\.\S+ tcp/);
    expect(file("/etc/wireguard/peers.conf")).toContain(`PublicKey = ${PEER.publicKey}\nAllowedIPs = 10.250.0.2/32`);
    expect(file("/usr/local/sbin/door-vpn")).toContain("Address = 10.250.0.1/24");
    expect(config.packages).toContain("wireguard-tools");
    // Made on the machine; a description never holds one.
    expect(JSON.stringify(config)).not.toMatch(/PrivateKey\s*=/);
  });

  it("stands in its subnet's zone", () => {
    const stack = stackAt(PAR);
    access({ network: new Network(stack, "network", { perZone: true }), subnet: "eu-west-par-c" }, stack);
    expect(only(stack, MACHINE)).toMatchObject({ availability_zone: "eu-west-par-c" });
  });

  it("writes the same machine each time", () => {
    expect(only(access().stack, MACHINE)).toEqual(only(access().stack, MACHINE));
  });

  it.each<[string, () => unknown, string]>([
    [
      "no source",
      () => access({ allowedFrom: [] }),
      'shop/access: { allowedFrom } is empty. Say from where people come, as blocks of addresses: { allowedFrom: ["203.0.113.0/24"] }.',
    ],
    [
      "the whole internet",
      () => access({ allowedFrom: ["0.0.0.0/0"] }),
      'shop/access: { allowedFrom: "0.0.0.0/0" } is nearly the whole internet. Name the offices or homes that people come from, or the gateway of their company.',
    ],
    [
      "the whole internet in two halves",
      () => access({ allowedFrom: ["0.0.0.0/1", "128.0.0.0/1"] }),
      'shop/access: { allowedFrom: "0.0.0.0/1" } is nearly the whole internet. Name the offices or homes that people come from, or the gateway of their company.',
    ],
    [
      "the whole internet of version six",
      () => access({ allowedFrom: ["::/0"] }),
      'shop/access: { allowedFrom: "::/0" } is not an IPv4 block such as 10.0.0.0/16.',
    ],
    [
      "what would break out of the filter",
      () => access({ allowedFrom: ["203.0.113.0/24 accept; #"] }),
      'shop/access: { allowedFrom: "203.0.113.0/24 accept; #" } is not an IPv4 block such as 10.0.0.0/16.',
    ],
    [
      "a closed network",
      () => {
        const stack = stackAt();
        access({ network: new Network(stack, "network", { gateway: false }) }, stack);
      },
      "shop/access: Entrance shop-access stands in a network that is closed both ways ({ gateway: false }), so nobody can come in either. Leave { gateway } out there.",
    ],
    [
      "root among the people",
      () => access({ people: { root: KEY } }),
      'shop/access: { people: { "root" } } is no account name: lower-case letters, digits and hyphens, a letter first, up to 31, and none of the system\'s own.',
    ],
    [
      "a name that breaks out",
      () => access({ people: { "a\nPermitRootLogin yes": KEY } }),
      'shop/access: { people: { "a\\nPermitRootLogin yes" } } is no account name: lower-case letters, digits and hyphens, a letter first, up to 31, and none of the system\'s own.',
    ],
    [
      "both doors",
      () => access({ people: { alice: KEY }, vpn: { peers: { alice: PEER } } }),
      "shop/access: { people } and { vpn } are given: people jump through a bastion, or connect to a VPN. Give one of the two.",
    ],
    [
      "a VPN for nobody",
      () => access({ vpn: { peers: {} } }),
      "shop/access: { vpn: { peers } } is empty: nobody could connect. Name them: { peers: { alice: { publicKey, address } } }.",
    ],
    [
      "a VPN over the network's own addresses",
      () => access({ vpn: { peers: { alice: PEER }, addresses: "10.0.8.0/24" } }),
      'shop/access: { vpn: { addresses: "10.0.8.0/24" } } overlap the network\'s own 10.0.0.0/16. Choose a block apart from it.',
    ],
    [
      "a peer without a key",
      () => access({ vpn: { peers: { alice: { ...PEER, publicKey: "x" } } } }),
      'shop/access: VPN peer "alice" has no public key of WireGuard: 44 characters of base64, as `wg pubkey` prints.',
    ],
    [
      "a peer at the server's address",
      () => access({ vpn: { peers: { alice: { ...PEER, address: "10.250.0.1" } } } }),
      "shop/access: VPN peer \"alice\" has address 10.250.0.1; give it one of the VPN's own, after the server's, which is the first.",
    ],
    [
      "a peer outside",
      () => access({ vpn: { peers: { alice: { ...PEER, address: "10.251.0.2" } } } }),
      "shop/access: VPN peer \"alice\" has address 10.251.0.2; give it one of the VPN's own, after the server's, which is the first.",
    ],
    [
      "two peers at one address",
      () => access({ vpn: { peers: { alice: PEER, bob: PEER } } }),
      'shop/access: VPN peers "alice" and "bob" have the same address 10.250.0.2. Give each its own.',
    ],
  ])("refuses %s", (_what, act, message) => expect(refusal(act)).toBe(message));
});
