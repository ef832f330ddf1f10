import type { Concepts } from "../../clouds/contract/index.ts";
import type { Concept, Spec } from "./attempt.ts";

/** What a lowering gives back for a spec: names of texts that are always there, and of tables with what their keys are. */
type Promised<C extends Concept> = (spec: Concepts[C]["spec"]) => {
  readonly texts?: readonly (keyof Concepts[C]["outputs"] & string)[];
  readonly tables?: Partial<Record<keyof Concepts[C]["outputs"] & string, readonly string[]>>;
};

const PROMISED: { readonly [C in Concept]?: Promised<C> } = {
  auditLog: () => ({ texts: ["auditLogId"] }),
  backup: ({ of }) => ({ tables: { scheduleIds: of.map(({ name }) => name) } }),
  bucket: () => ({ texts: ["name", "endpoint", "region"] }),
  cluster: () => ({ texts: ["clusterId", "endpoint", "kubeconfig"] }),
  database: () => ({ texts: ["databaseId", "host", "port"] }),
  fileShare: () => ({ texts: ["shareId", "exportPath"] }),
  firewall: () => ({ texts: ["firewallId"] }),
  identity: ({ kind }) => ({ texts: ["principal"], ...(kind === "machine" ? { tables: { credentials: ["id", "secret"] } } : {}) }),
  instance: ({ publicAddress }) => ({ texts: ["instanceId", ...(publicAddress ? (["publicAddress"] as const) : [])] }),
  keyRing: ({ keys }) => ({ texts: ["keyRingId", "endpoint"], tables: { keyIds: keys.map(({ id }) => id) } }),
  loadBalancer: ({ publicAddress }) => ({
    texts: ["loadBalancerId", "privateAddress", ...(publicAddress ? (["publicAddress"] as const) : [])],
  }),
  network: ({ subnets, gateway }) => ({
    texts: ["networkId", "regionalId", ...(gateway === undefined ? [] : (["gatewayId"] as const))],
    tables: { subnetIds: subnets.map(({ id }) => id) },
  }),
  privateAccess: () => ({ texts: ["instanceId", "address"] }),
  registry: () => ({ texts: ["registryId", "url"] }),
  secretStore: ({ secrets }) => ({ texts: ["secretStoreId", "endpoint"], tables: { paths: secrets.map(({ name }) => name) } }),
  volume: () => ({ texts: ["volumeId"] }),
};

/** What is missing of what a concept promises to give back, one line each. */
export function outputProblems(concept: Concept, spec: Spec, outputs: unknown): readonly string[] {
  const { texts = [], tables = {} } = (PROMISED[concept] as Promised<Concept> | undefined)?.(spec as never) ?? {};
  const given = Object(outputs) as Readonly<Record<string, unknown>>;
  const isText = (value: unknown) => typeof value === "string" && value !== "";
  return [
    ...texts.filter((name) => !isText(given[name])).map((name) => `${name} is not given back`),
    ...Object.entries(tables as Readonly<Record<string, readonly string[]>>).flatMap(([name, keys]) => {
      const table = Object(given[name]) as Readonly<Record<string, unknown>>;
      return keys.filter((key) => !isText(table[key])).map((key) => `${name} has nothing for ${JSON.stringify(key)}`);
    }),
  ];
}
