import type { Software } from "./software.ts";

/** Which JupyterHub, who works in it, and how they sign in. */
export interface JupyterHub {
  /**
   * An image with JupyterHub, JupyterLab, oauthenticator and psycopg2 in it, by its digest, in a registry that the policy names. The README of the data
   * platform has the file of which it is built.
   */
  readonly image: string;
  /** The name under which people reach it, through the VPN: `hub.example.com`. */
  readonly domain: string;
  /** Who may sign in, by the name that the directory gives → their number on the machine, 2000 or more and never given again: files belong to numbers. */
  readonly people: Readonly<Record<string, number>>;
  /** Names of `people` who administer it. @default nobody */
  readonly administrators?: readonly string[];
  /** The company's own directory, by OpenID Connect. Its secret for this client is brought to the machine. */
  readonly signIn: {
    /** `https://id.example.com` */
    readonly issuerUrl: string;
    readonly clientId: string;
    /** Claim that names the person. @default "preferred_username" */
    readonly usernameClaim?: string;
  };
}

/** What a hub is wired to: references, no secrets. */
export interface HubWiring {
  readonly database?: { readonly host: string; readonly port: string; readonly name: string };
  readonly s3: { readonly endpoint: string; readonly region: string };
  /** Variable that notebooks see → name of a bucket. */
  readonly buckets: Readonly<Record<string, string>>;
}

const CONFIGURATION = "/etc/jupyterhub/jupyterhub_config.py";

/**
 * JupyterHub on one machine: each person a user of the system, with a home of their own that outlives the container; state in PostgreSQL; buckets by the
 * variables that S3 clients read. Its secrets, on the machine: OAUTH_CLIENT_SECRET, COOKIE_SECRET (64 hexadecimal digits), PGUSER, PGPASSWORD,
 * AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
 *
 * Source: jupyterhub 5.4, oauthenticator 17.4 and PostgreSQL 15 over TLS, with which this configuration was run by hand: somebody signed in by OpenID
 * Connect, had a JupyterLab under a number of their own and saw buckets and no password of the hub; a stranger was refused; tried 2026-11-28.
 */
export const jupyterHub = (
  { image, domain, people, administrators = [], signIn }: JupyterHub,
  { database, s3, buckets }: HubWiring,
): Software => ({
  image,
  command: ["jupyterhub", "--config", CONFIGURATION],
  keeps: "/home",
  http: 8000,
  files: { [CONFIGURATION]: PROGRAM },
  settings: {
    HUB_URL: `https://${domain}`,
    HUB_PEOPLE: Object.entries(people)
      .map(([name, number]) => `${name}=${number}`)
      .join(","),
    HUB_ADMINISTRATORS: administrators.join(","),
    HUB_BUCKETS: Object.keys(buckets).join(","),
    OIDC_ISSUER: signIn.issuerUrl,
    OIDC_CLIENT_ID: signIn.clientId,
    OIDC_USERNAME_CLAIM: signIn.usernameClaim ?? "preferred_username",
    ...(database === undefined ? {} : { PGHOST: database.host, PGPORT: database.port, PGDATABASE: database.name, PGSSLMODE: "require" }),
    AWS_ENDPOINT_URL: s3.endpoint,
    AWS_REGION: s3.region,
    ...buckets,
  },
});

/** The same for everybody: what differs is in the environment. */
const PROGRAM = `import json
import os
import urllib.request

from oauthenticator.generic import LocalGenericOAuthenticator

c = get_config()  # noqa: F821
env = os.environ
listed = lambda name: [one for one in env[name].split(",") if one]
people = dict(one.split("=") for one in listed("HUB_PEOPLE"))
with urllib.request.urlopen(env["OIDC_ISSUER"].rstrip("/") + "/.well-known/openid-configuration", timeout=30) as answer:
    directory = json.load(answer)

c.JupyterHub.bind_url = "http://127.0.0.1:8000"
c.JupyterHub.cookie_secret = bytes.fromhex(env["COOKIE_SECRET"])
if "PGHOST" in env:
    # Host, name, user and the rest are what libpq reads of the environment.
    c.JupyterHub.db_url = "postgresql+psycopg2://"
else:
    os.makedirs("/home/.hub", mode=0o700, exist_ok=True)
    c.JupyterHub.db_url = "sqlite:////home/.hub/jupyterhub.sqlite"

c.JupyterHub.authenticator_class = LocalGenericOAuthenticator
c.LocalGenericOAuthenticator.client_id = env["OIDC_CLIENT_ID"]
c.LocalGenericOAuthenticator.client_secret = env["OAUTH_CLIENT_SECRET"]
c.LocalGenericOAuthenticator.oauth_callback_url = env["HUB_URL"] + "/hub/oauth_callback"
c.LocalGenericOAuthenticator.authorize_url = directory["authorization_endpoint"]
c.LocalGenericOAuthenticator.token_url = directory["token_endpoint"]
c.LocalGenericOAuthenticator.userdata_url = directory["userinfo_endpoint"]
c.LocalGenericOAuthenticator.scope = ["openid", "profile", "email"]
c.LocalGenericOAuthenticator.username_claim = env["OIDC_USERNAME_CLAIM"]
c.LocalGenericOAuthenticator.allowed_users = set(people)
c.LocalGenericOAuthenticator.admin_users = set(listed("HUB_ADMINISTRATORS"))
# Numbers that are the same after every start: a home belongs to a number, and not to a name.
c.LocalGenericOAuthenticator.create_system_users = True
c.LocalGenericOAuthenticator.uids = {name: int(number) for name, number in people.items()}

# Of the hub's own environment notebooks see the buckets and the keys to them, nothing else.
c.Spawner.env_keep = ["PATH", "LANG", "LC_ALL"]
shared = ["AWS_ENDPOINT_URL", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", *listed("HUB_BUCKETS")]
c.Spawner.environment = {name: env[name] for name in shared if name in env}
c.Spawner.default_url = "/lab"
`;
