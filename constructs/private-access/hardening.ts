/** What every door has in common, as parts of a cloud-init document. A JSON document is a YAML document, and is written the same way each time. */

export interface Door {
  readonly door: { readonly protocol: "tcp" | "udp"; readonly port: number };
  readonly userData: string;
}

export interface CloudConfig {
  readonly groups?: readonly string[];
  readonly users?: readonly unknown[];
  readonly packages: readonly string[];
  readonly files: readonly { readonly path: string; readonly permissions: string; readonly content: string }[];
  /** Packet filter, in the language of nftables. */
  readonly filter: string;
  /** Commands of the last stage of the first boot. */
  readonly run: readonly (readonly string[])[];
}

const FILTER = "/etc/nftables.conf";

/**
 * The filter is written and loaded by `bootcmd`, which runs at every boot before the SSH server starts. Where it cannot be loaded, SSH is masked
 * for this boot: shut rather than open.
 */
export function cloudConfig({ groups, users, packages, files, filter, run }: CloudConfig): string {
  const document = {
    ...(groups === undefined ? {} : { groups }),
    ...(users === undefined ? {} : { users: ["default", ...users] }),
    ssh_pwauth: false,
    disable_root: true,
    package_update: true,
    package_upgrade: true,
    packages: ["nftables", "fail2ban", "auditd", "unattended-upgrades", ...packages],
    bootcmd: [
      ["sh", "-c", `printf %s '${Buffer.from(filter).toString("base64")}' | base64 -d > ${FILTER} && chmod 600 ${FILTER}`],
      ["sh", "-c", `nft -f ${FILTER} || systemctl mask --runtime ssh.service ssh.socket`],
    ],
    write_files: [...files, SSHD, FAIL2BAN, AUDIT, UPDATES, JOURNAL],
    runcmd: [
      ["systemctl", "enable", "--now", "nftables.service"],
      ["nft", "-f", FILTER],
      ["augenrules", "--load"],
      ["systemctl", "restart", "systemd-journald.service"],
      ["systemctl", "enable", "--now", "fail2ban.service"],
      ["systemctl", "unmask", "--runtime", "ssh.service", "ssh.socket"],
      ["systemctl", "restart", "ssh.service"],
      ...run,
    ],
  };
  return `#cloud-config\n${JSON.stringify(document, null, 1)}\n`;
}

/** Drops what is not let in; `accept` are rules of the input chain, `forward` of the forward chain, `more` further tables. */
export function nftables({
  accept,
  forward = [],
  more = "",
}: {
  readonly accept: readonly string[];
  readonly forward?: readonly string[];
  readonly more?: string;
}): string {
  return `flush ruleset
table inet door {
  chain input {
    type filter hook input priority 0; policy drop;
    ct state established,related accept
    ct state invalid drop
    iif lo accept
    icmp type echo-request limit rate 5/second accept
    ${accept.join("\n    ")}
    limit rate 5/minute log prefix "door: " level info
  }
  chain forward {
    type filter hook forward priority 0; policy drop;
    ${["ct state established,related accept", ...forward].join("\n    ")}
  }
}
${more}`;
}

/** Keys only, no root, few tries; forwarding of connections is what a bastion is for, all other forwarding is off. */
const SSHD = {
  path: "/etc/ssh/sshd_config.d/10-door.conf",
  permissions: "0600",
  content: `PermitRootLogin no
PasswordAuthentication no
KbdInteractiveAuthentication no
AuthenticationMethods publickey
PermitEmptyPasswords no
MaxAuthTries 3
MaxStartups 10:30:60
LoginGraceTime 20
X11Forwarding no
AllowAgentForwarding no
PermitTunnel no
GatewayPorts no
ClientAliveInterval 300
ClientAliveCountMax 2
LogLevel VERBOSE
`,
};

const FAIL2BAN = {
  path: "/etc/fail2ban/jail.d/door.conf",
  permissions: "0644",
  content: `[sshd]
enabled = true
backend = systemd
maxretry = 3
findtime = 10m
bantime = 1h
bantime.increment = true
banaction = nftables-multiport
`,
};

/** Who logs in, what runs as administrator, and every change to accounts, SSH and the filter. Locked until the next boot. */
const AUDIT = {
  path: "/etc/audit/rules.d/10-door.rules",
  permissions: "0600",
  content: `-w /etc/passwd -p wa -k accounts
-w /etc/shadow -p wa -k accounts
-w /etc/sudoers -p wa -k accounts
-w /etc/sudoers.d -p wa -k accounts
-w /etc/ssh -p wa -k ssh
-w /etc/nftables.conf -p wa -k filter
-w /var/log/wtmp -p wa -k logins
-a always,exit -F arch=b64 -S execve -F euid=0 -F auid>=1000 -F auid!=unset -k administrator
-e 2
`,
};

const UPDATES = {
  path: "/etc/apt/apt.conf.d/20auto-upgrades",
  permissions: "0644",
  content: `APT::Periodic::Update-Package-Lists "1";\nAPT::Periodic::Unattended-Upgrade "1";\n`,
};

/** The journal outlasts a boot. */
const JOURNAL = {
  path: "/etc/systemd/journald.conf.d/door.conf",
  permissions: "0644",
  content: `[Journal]\nStorage=persistent\nSystemMaxUse=1G\n`,
};
