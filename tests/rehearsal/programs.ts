import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "terroir-test-"));
  made.push(folder);
  return folder;
}

/** A folder with these files; what is no text is written as JSON. */
export function program(files: Readonly<Record<string, unknown>>, folder: string = scratch()): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

/** A folder with one JSON file, and the providers that it needs. */
export function json(sources: Readonly<Record<string, string>>, document: object, folder?: string): string {
  const required_providers = Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, { source }]));
  return program({ "main.tf.json": { terraform: { required_providers }, ...document } }, folder);
}

export const OVH = { ovh: "ovh/ovh" };

/** A small ground on OVHcloud: network, subnet, cluster, pool, bucket. */
export function ground(
  changes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Record<string, Record<string, Record<string, unknown>>> {
  const resource: Record<string, Record<string, Record<string, unknown>>> = {
    ovh_cloud_project_network_private: { n: { service_name: "abc", name: "net", regions: ["GRA11"], vlan_id: 12 } },
    ovh_cloud_project_network_private_subnet: {
      s: {
        service_name: "abc",
        network_id: "${ovh_cloud_project_network_private.n.id}",
        region: "GRA11",
        network: "10.1.0.0/24",
        start: "10.1.0.2",
        end: "10.1.0.200",
        dhcp: true,
      },
    },
    ovh_cloud_project_kube: {
      k: {
        service_name: "abc",
        name: "cluster",
        region: "GRA11",
        private_network_id: "${tolist(ovh_cloud_project_network_private.n.regions_attributes)[0].openstackid}",
        nodes_subnet_id: "${ovh_cloud_project_network_private_subnet.s.id}",
      },
    },
    ovh_cloud_project_kube_nodepool: {
      p: { service_name: "abc", kube_id: "${ovh_cloud_project_kube.k.id}", name: "pool", flavor_name: "b3-8", desired_nodes: 3 },
    },
    ovh_cloud_project_storage: {
      b: { service_name: "abc", region_name: "GRA", name: "bucket", versioning: { status: "enabled" }, tags: { team: "x" } },
    },
  };
  for (const [address, attributes] of Object.entries(changes)) {
    const [type = "", name = ""] = address.split(".");
    resource[type] = { ...resource[type], [name]: { ...resource[type]?.[name], ...attributes } };
  }
  return resource;
}
