import { existsSync, readFileSync } from "node:fs";
import type { Environment } from "../../engines/index.ts";
import type { Members } from "../graph/document.ts";
import { type Call, type Called, call } from "./call.ts";

/** A Kubernetes that keeps states, as far as we can ask it ourselves. */
export interface Cluster {
  readonly host: string;
  readonly namespace: string;
  /** By which the secret of a state is named. */
  readonly suffix: string;
  ask(method: Call["method"], path: string, body?: object): Promise<Called>;
}

const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/**
 * The cluster that a backend's settings and the environment name. A text says why only the engine can ask it: of the ways into a cluster that an engine
 * knows, a token and the account of a pod are taken here; a kubeconfig may name programs to be run.
 */
export function clusterOf(config: Members, env: Environment): Cluster | string {
  const said = (name: string, variable: string): string | undefined => {
    const value = config[name];
    return typeof value === "string" && value !== "" ? value : env[variable] || undefined;
  };
  const { host, token, ca } = login(said, config.in_cluster_config === true, env);
  if (host === undefined || token === undefined)
    return "only the engine can ask the cluster: no KUBE_TOKEN says who asks (a kubeconfig is the engine's to read)";
  const base = host.replace(/\/+$/, "");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Accept: "application/json" };
  return {
    host: base,
    namespace: said("namespace", "KUBE_NAMESPACE") ?? "default",
    suffix: typeof config.secret_suffix === "string" ? config.secret_suffix : "state",
    ask: (method, path, body) => call({ method, url: `${base}${path}`, headers, ca, ...(body && { body: JSON.stringify(body) }) }),
  };
}

interface Login {
  readonly host?: string | undefined;
  readonly token?: string | undefined;
  readonly ca?: string | undefined;
}

function login(said: (name: string, variable: string) => string | undefined, inCluster: boolean, env: Environment): Login {
  const given = { host: said("host", "KUBE_HOST"), token: said("token", "KUBE_TOKEN") };
  if (given.host !== undefined && given.token !== undefined)
    return { ...given, ca: said("cluster_ca_certificate", "KUBE_CLUSTER_CA_CERT_DATA") };
  if (!inCluster && env.KUBE_IN_CLUSTER_CONFIG !== "true") return {};
  if (env.KUBERNETES_SERVICE_HOST === undefined || !existsSync(`${ACCOUNT}/token`)) return {};
  return {
    host: `https://${env.KUBERNETES_SERVICE_HOST}:${env.KUBERNETES_SERVICE_PORT ?? "443"}`,
    token: readFileSync(`${ACCOUNT}/token`, "utf8").trim(),
    ca: readFileSync(`${ACCOUNT}/ca.crt`, "utf8"),
  };
}
