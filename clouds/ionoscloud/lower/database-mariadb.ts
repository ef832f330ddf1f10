import { InputError } from "../../../catalogue/index.ts";
import type { DatabaseOutputs, DatabaseSpec, LowerContext } from "../../contract/index.ts";
import { backupsOf } from "./database-backups.ts";
import { drawnPassword, guarded, maintenance, nodeOf, OWNER } from "./database-parts.ts";
import { lanAddresses } from "./lan-address.ts";

/** MariaDB, which speaks to MySQL's clients and is another program: its release is said as its own. */
export function mariadb(spec: DatabaseSpec, cx: LowerContext): DatabaseOutputs {
  if (!/^1\d\.\d+$/.test(spec.version))
    throw new InputError(
      `Database ${spec.name} asks for MySQL ${spec.version}, and IONOS runs MariaDB, which answers MySQL's clients and is not the same program. Try yours on it, and say its release, { version: "10.6" }; or choose another cloud.`,
    );
  if (spec.databases.length > 0)
    throw new InputError(
      `Database ${spec.name} names databases to create (${spec.databases.join(", ")}), and IONOS' provider makes none in MariaDB. Leave out { databases }, and make them with a client.`,
    );
  const { addresses, withPrefix } = lanAddresses(`Database ${spec.name}`, spec.name, spec.network, 1, cx);
  const { cores, memory, storage } = nodeOf(spec, LARGEST);
  const made = cx.resource(
    "ionoscloud_mariadb_cluster",
    "database",
    {
      display_name: spec.name,
      location: cx.region,
      mariadb_version: spec.version,
      instances: spec.nodes,
      cores,
      ram: memory,
      storage_size: storage,
      connections: [{ datacenter_id: spec.network.networkId, lan_id: spec.network.subnetId, cidr: withPrefix[0] }],
      credentials: [{ username: OWNER, password: drawnPassword(cx) }],
      maintenance_window: [maintenance(spec)],
      backup: [{ location: backupsOf(spec, cx).former }],
    },
    guarded(spec),
  );
  return { databaseId: made.ref("id"), host: made.ref("dns_name"), port: "3306", addresses };
}

/** Gigabytes of memory of its largest node: four for each of sixteen processors. */
const LARGEST = 64;
