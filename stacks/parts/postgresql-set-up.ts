import { cloudConfig, nftables } from "../../constructs/private-access/hardening.ts";

interface SetUp {
  readonly version: string;
  readonly databases: readonly string[];
  /** Blocks of addresses that may connect. */
  readonly inside: readonly string[];
}

/**
 * Cloud-init of a hardened Debian that runs PostgreSQL from its developers' own packages. The script can run again, and does at every boot: it formats a
 * disk only when there is nothing on it, and goes no further when the disk is encrypted with a key that is not here.
 *
 * Sources: www.postgresql.org/download/linux/debian (packages), www.postgresql.org/docs/17/auth-pg-hba-conf.html; seen 2026-11-28.
 */
export const postgresqlSetUp = ({ version, databases, inside }: SetUp): string =>
  cloudConfig({
    packages: ["cryptsetup", "postgresql-common", "ssl-cert"],
    files: [
      {
        path: "/etc/terroir/pg_hba.conf",
        permissions: "0644",
        content: `local all postgres peer\n${inside.map((block) => `hostssl all all ${block} scram-sha-256\n`).join("")}`,
      },
      { path: "/etc/terroir/postgresql.conf", permissions: "0644", content: SETTINGS },
      { path: "/usr/local/sbin/set-up-postgresql", permissions: "0700", content: script(version, databases) },
      { path: "/etc/systemd/system/postgresql-data.service", permissions: "0644", content: AT_BOOT },
      { path: "/etc/systemd/system/postgresql-dump.service", permissions: "0644", content: DUMP },
      { path: "/etc/systemd/system/postgresql-dump.timer", permissions: "0644", content: TIMER },
    ],
    filter: nftables({ accept: inside.map((block) => `ip saddr ${block} tcp dport { 22, 5432 } accept`) }),
    run: [["systemctl", "enable", "--now", "postgresql-data.service", "postgresql-dump.timer"]],
  });

const SETTINGS = `listen_addresses = '*'
ssl = on
ssl_min_protocol_version = 'TLSv1.2'
log_connections = on
log_disconnections = on
`;

const script = (version: string, databases: readonly string[]): string => `#!/bin/sh
set -eu
umask 077
key=/etc/terroir/data.key
say() { echo "PostgreSQL: $1" | tee /dev/console; }

# The volume is attached after the machine is made: wait for a disk without partitions from which nothing is mounted.
find_disk() {
  for disk in $(lsblk -dnpo NAME,TYPE | awk '$2 == "disk" { print $1 }'); do
    lsblk -nro TYPE,MOUNTPOINTS "$disk" | grep -qE 'part|/' || { echo "$disk"; return 0; }
  done
  return 1
}
if [ ! -e /dev/mapper/data ]; then
  disk=
  for _ in $(seq 120); do disk=$(find_disk) && break; sleep 5; done
  [ -n "$disk" ] || { say 'the data volume did not appear.'; exit 1; }
  if [ -z "$(blkid -o value -s TYPE "$disk" || true)" ]; then
    [ -s $key ] || head -c 64 /dev/urandom > $key
    cryptsetup -q luksFormat "$disk" $key
    cryptsetup open --key-file $key "$disk" data
    mkfs.ext4 -q /dev/mapper/data
    say "fetch $key and keep it elsewhere: without it nobody reads the volume on another machine."
  elif [ -s $key ]; then
    cryptsetup open --key-file $key "$disk" data
  else
    say "the data volume is encrypted, and its key is not here: put it into $key and start postgresql-data.service."
    exit 1
  fi
fi
mkdir -p /srv/data
mountpoint -q /srv/data || mount -o nodev,nosuid /dev/mapper/data /srv/data
chmod 0755 /srv/data

if [ ! -d /etc/postgresql/${version}/main ]; then
  sed -i 's/^#\\? *create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  /usr/share/postgresql-common/pgdg/apt.postgresql.org.sh -y
  DEBIAN_FRONTEND=noninteractive apt-get install -y postgresql-${version}
  install -d -o postgres -g postgres -m 0700 /srv/data/dumps
  # A volume that comes from another machine keeps what it holds.
  pg_createcluster --start-conf=manual ${version} main -d /srv/data/postgresql-${version}
fi
install -o postgres -g postgres -m 0640 /etc/terroir/pg_hba.conf /etc/postgresql/${version}/main/pg_hba.conf
install -o postgres -g postgres -m 0644 /etc/terroir/postgresql.conf /etc/postgresql/${version}/main/conf.d/10-terroir.conf
pg_ctlcluster ${version} main restart
${databases.map((name) => `runuser -u postgres -- psql -lqtA | grep -q '^${name}|' || runuser -u postgres -- createdb ${name}\n`).join("")}`;

const AT_BOOT = `[Unit]
Description=PostgreSQL on its encrypted volume
After=network-online.target
Wants=network-online.target
[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=/usr/local/sbin/set-up-postgresql
[Install]
WantedBy=multi-user.target
`;

const DUMP = `[Unit]
Description=Nightly dump of PostgreSQL, kept for a week
[Service]
Type=oneshot
User=postgres
ExecStart=/bin/sh -c 'pg_dumpall | gzip > /srv/data/dumps/$(date +%%F).sql.gz'
ExecStartPost=/usr/bin/find /srv/data/dumps -name *.sql.gz -mtime +7 -delete
`;

const TIMER = `[Unit]
Description=Nightly dump of PostgreSQL
[Timer]
OnCalendar=*-*-* 02:00:00 UTC
Persistent=true
[Install]
WantedBy=timers.target
`;
