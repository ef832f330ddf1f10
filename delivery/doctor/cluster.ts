import { TerroirError } from "../../catalogue/errors.ts";
import type { Cluster } from "../store/cluster.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";
import { checkClock } from "./clock.ts";

/** What an engine does with its states and their locks, and we with records. */
const RIGHTS = [
  ["", "secrets", ["get", "list", "create", "update", "delete"]],
  ["coordination.k8s.io", "leases", ["get", "create", "update", "delete"]],
] as const;

/** Looks at the namespace of a cluster that keeps states, without writing anything. A text says why it cannot be asked. */
export async function checkCluster(cluster: Cluster | string, now: () => number = Date.now): Promise<readonly Check[]> {
  if (typeof cluster === "string") return [unknown("store/reached", "a Kubernetes that keeps states", cluster, "try a plan")];
  const { host, namespace, ask } = cluster;
  const about = `the namespace ${namespace} at ${host}`;
  try {
    const asked = await ask("GET", "/version");
    if (asked.status === 401)
      return [problem("store/credentials", about, "it does not know the token (401)", "give a KUBE_TOKEN that is valid")];
    return [
      ...checkClock(Date.parse(asked.headers.date ?? ""), about, now()),
      await rights(cluster, about),
      ...(await quota(cluster, about)),
    ];
  } catch (error) {
    if (!(error instanceof TerroirError) && !(error instanceof SyntaxError)) throw error;
    return [problem("store/reached", about, error.message, "look at the address, the network, and KUBE_CLUSTER_CA_CERT_DATA")];
  }
}

/** By a SelfSubjectAccessReview, which everybody may ask for. */
async function rights({ namespace, ask }: Cluster, about: string): Promise<Check> {
  const missing: string[] = [];
  for (const [group, resource, verbs] of RIGHTS)
    for (const verb of verbs) {
      const review = {
        apiVersion: "authorization.k8s.io/v1",
        kind: "SelfSubjectAccessReview",
        spec: { resourceAttributes: { namespace, group, resource, verb } },
      };
      const { status, text } = await ask("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review);
      if (status !== 201 && status !== 200)
        return unknown("store/write", about, `whether this account may write it does not say (HTTP ${status})`, "try a plan");
      if ((JSON.parse(text) as { status?: { allowed?: boolean } }).status?.allowed !== true) missing.push(`${verb} ${resource}`);
    }
  return missing.length === 0
    ? ok("store/write", about, "this account may write states and their locks")
    : problem(
        "store/write",
        about,
        `this account may not ${missing.join(", ")}`,
        "give its role these verbs on secrets and leases of the namespace",
      );
}

interface Quotas {
  readonly items?: readonly {
    readonly status?: { readonly hard?: Readonly<Record<string, string>>; readonly used?: Readonly<Record<string, string>> };
  }[];
}

async function quota({ namespace, ask }: Cluster, about: string): Promise<readonly Check[]> {
  const { status, text } = await ask("GET", `/api/v1/namespaces/${namespace}/resourcequotas`);
  if (status !== 200) return [unknown("store/quota", about, `its quotas this account may not see (HTTP ${status})`)];
  const limits = ((JSON.parse(text) as Quotas).items ?? []).flatMap(({ status: { hard = {}, used = {} } = {} }) =>
    ["secrets", "count/secrets", "count/leases.coordination.k8s.io"].flatMap((name) =>
      hard[name] === undefined ? [] : [{ name, left: Number(hard[name]) - Number(used[name] ?? 0), hard: hard[name] }],
    ),
  );
  // A state is a secret, and so is each record of it.
  const tight = limits.find(({ left }) => left < 10);
  if (tight === undefined)
    return [
      ok(
        "store/quota",
        about,
        limits.length === 0 ? "no quota limits secrets" : `${limits.map(({ name, left }) => `${left} more ${name}`).join(", ")}`,
      ),
    ];
  const says = `its quota of ${tight.hard} ${tight.name} has ${tight.left} left, and each record of a state takes one`;
  return [
    tight.left <= 0
      ? problem("store/quota", about, says, "raise it, or keep states in a bucket")
      : warning("store/quota", about, says, "raise it, or keep records elsewhere (--records)"),
  ];
}
