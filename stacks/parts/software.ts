import type { IConstruct } from "constructs";
import { InputError, withoutTrace } from "../../catalogue/index.ts";
import { cloudConfig, nftables } from "../../constructs/private-access/hardening.ts";
import registries from "../../guard/rules/supply-chain/image-registry.ts";
import { imageReference, isKeptAt, isPinned } from "../../guard/software/container-image.ts";

/** Software that a machine runs as one container, installed by the machine itself when it starts for the first time. */
export interface Software {
  /**
   * The image, in a registry that the policy names (`supply-chain/image-registry`; without a word, those of OVHcloud and Scaleway), pinned by its digest:
   * `x.gra7.container-registry.ovh.net/office/nextcloud@sha256:…`. A tag can be moved, and what a registry elsewhere gives tomorrow nobody here decides.
   */
  readonly image: string;
  /** What it is started with. @default the image's own */
  readonly command?: readonly string[];
  /** Settings that are no secrets, as environment variables. @default none */
  readonly settings?: Readonly<Record<string, string>>;
  /** Folder of the container that outlives it, `/var/www/html`. @default none */
  readonly keeps?: string;
  /** Files that it reads and that are no secrets, by their path in the container. @default none */
  readonly files?: Readonly<Record<string, string>>;
  /** Port at which it speaks HTTP: TLS ends in front of it, on 443, on the machine. @default it ends TLS itself */
  readonly http?: number;
}

interface SetUp {
  readonly name: string;
  readonly software: Software;
  /** Rules of the packet filter's input chain. */
  readonly accept: readonly string[];
}

/**
 * Cloud-init of a hardened Debian that runs one container under systemd. It begins when `/etc/terroir/NAME.secrets` is there, which somebody brings over
 * SSH: passwords and keys are in no description and no state.
 *
 * Source: packages of Debian 12 (podman 4.3, nginx, ssl-cert); docs.podman.io podman-run(1); seen 2026-11-28.
 */
export function softwareSetUp({ name, software: { image, command = [], settings = {}, keeps, files = {}, http }, accept }: SetUp): string {
  return cloudConfig({
    packages: ["podman", ...(http === undefined ? [] : ["nginx-light", "ssl-cert"])],
    files: [
      { path: `/etc/terroir/${name}.settings`, permissions: "0644", content: lines(settings) },
      {
        path: `/etc/systemd/system/${name}.service`,
        permissions: "0644",
        content: service(name, image, command, [...(keeps === undefined ? [] : [`${name}:${keeps}`]), ...mounts(name, files)]),
      },
      ...Object.entries(files).map(([path, content]) => ({ path: beside(name, path), permissions: "0644", content })),
      { path: `/etc/systemd/system/${name}.path`, permissions: "0644", content: waiting(name) },
      ...(http === undefined ? [] : [{ path: "/etc/nginx/conf.d/front.conf", permissions: "0644", content: front(http) }]),
    ],
    filter: nftables({ accept }),
    run: [
      ["systemctl", "daemon-reload"],
      ["systemctl", "enable", "--now", `${name}.path`],
      ["systemctl", "enable", `${name}.service`],
      ...(http === undefined ? [] : [["sh", "-c", OWN_CERTIFICATE]]),
    ],
  });
}

/** @throws InputError when an image is not pinned, or of a registry that the policy does not name */
export function requirePinned(self: IConstruct, image: string, named: readonly string[] = registries.options.registries): void {
  const { registry } = imageReference(image);
  const say = (what: string, fix: string) =>
    withoutTrace(new InputError(`${self.node.path}: the image ${JSON.stringify(image)} ${what}. ${fix}`));
  if (!isPinned(image)) throw say("is not pinned", "Name it by its digest, NAME@sha256:…, which your registry shows: a tag can be moved.");
  if (!isKeptAt(image, named))
    throw say(
      `is kept at ${registry}, which the policy does not name`,
      `Copy it to a registry of your own (skopeo copy --all), or name that one: parameters: { "supply-chain/image-registry": { registries: ["${registry}"] } }.`,
    );
}

const lines = (settings: Readonly<Record<string, string>>): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join("");

const beside = (name: string, path: string): string => `/etc/terroir/${name}.files/${path.replace(/^\/+/, "").replaceAll("/", "-")}`;

const mounts = (name: string, files: Readonly<Record<string, string>>): readonly string[] =>
  Object.keys(files).map((path) => `${beside(name, path)}:${path}:ro`);

/** On the host's own network: its packet filter then speaks for the container as well. */
const service = (name: string, image: string, command: readonly string[], volumes: readonly string[]): string => `[Unit]
Description=${name}
After=network-online.target nftables.service
Wants=network-online.target
ConditionPathExists=/etc/terroir/${name}.secrets
[Service]
ExecStartPre=-/usr/bin/podman rm --force ${name}
ExecStart=/usr/bin/podman run --rm --name ${name} --network host --security-opt no-new-privileges --env-file /etc/terroir/${name}.settings --env-file /etc/terroir/${name}.secrets${volumes.map((one) => ` --volume ${one}`).join("")} ${[image, ...command].join(" ")}
ExecStop=/usr/bin/podman stop --time 30 ${name}
Restart=always
RestartSec=30
[Install]
WantedBy=multi-user.target
`;

const waiting = (name: string): string => `[Unit]
Description=Begins ${name} when its secrets are there
[Path]
PathExists=/etc/terroir/${name}.secrets
[Install]
WantedBy=multi-user.target
`;

const front = (port: number): string => `server {
  listen 443 ssl;
  ssl_certificate /etc/terroir/tls/certificate.pem;
  ssl_certificate_key /etc/terroir/tls/key.pem;
  ssl_protocols TLSv1.2 TLSv1.3;
  client_max_body_size 10G;
  location / {
    proxy_pass http://127.0.0.1:${port};
    proxy_http_version 1.1;
    proxy_set_header Host $host;
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-Proto https;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $http_connection;
  }
}
`;

/** One that the machine signs itself, until somebody brings theirs. Debian's own site would listen on the port that the container wants. */
const OWN_CERTIFICATE = `mkdir -p -m 0700 /etc/terroir/tls
[ -s /etc/terroir/tls/certificate.pem ] || { cp /etc/ssl/certs/ssl-cert-snakeoil.pem /etc/terroir/tls/certificate.pem; cp /etc/ssl/private/ssl-cert-snakeoil.key /etc/terroir/tls/key.pem; }
rm -f /etc/nginx/sites-enabled/default
systemctl restart nginx.service`;
