import { cloudConfig, type Door, nftables } from "./hardening.ts";

/** An SSH server that leads on, and on which only the administrator has a shell. */
export function bastion({ from, people }: { readonly from: readonly string[]; readonly people: Readonly<Record<string, string>> }): Door {
  const names = Object.keys(people);
  return {
    door: { protocol: "tcp", port: 22 },
    userData: cloudConfig({
      ...(names.length === 0
        ? {}
        : {
            groups: ["jump"],
            users: names.map((name) => ({
              name,
              groups: ["jump"],
              lock_passwd: true,
              shell: "/usr/sbin/nologin",
              ssh_authorized_keys: [people[name]],
            })),
          }),
      packages: [],
      files:
        names.length === 0
          ? []
          : [
              {
                path: "/etc/ssh/sshd_config.d/20-jump.conf",
                permissions: "0600",
                content:
                  "Match Group jump\n  PermitTTY no\n  AllowTcpForwarding local\n  AllowStreamLocalForwarding no\n  ForceCommand /usr/sbin/nologin\n",
              },
            ],
      filter: nftables({ accept: from.map((source) => `ip saddr ${source} tcp dport 22 ct state new limit rate 30/minute accept`) }),
      run: [],
    }),
  };
}
