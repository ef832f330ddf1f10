import type { Environment } from "../../engines/index.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";

/**
 * Who asks each cloud, as far as the environment says; configuration files of providers are not read.
 *
 * @param ways variables under which the provider finds who asks; each row is one way, and one way is enough
 */
export function checkLogin(provider: string, ways: readonly (readonly string[])[] | undefined, env: Environment): readonly Check[] {
  if (ways === undefined) return [];
  const given = ways.find((names) => names.every((name) => (env[name] ?? "") !== ""));
  const about = `credentials of ${provider}`;
  if (given !== undefined) return [ok("cloud/credentials", about, `${given.join(", ")} are set`)];
  const begun = ways.flatMap((names) => (names.some((name) => env[name]) ? names.filter((name) => !env[name]) : []));
  if (begun.length > 0)
    return [problem("cloud/credentials", about, `${begun.join(", ")} not set, where others of the same login are`, "set them together")];
  return [
    unknown(
      "cloud/credentials",
      about,
      `no variable of the environment gives them (${ways.map((names) => names.join(", ")).join("; or ")})`,
      "set them, unless a file of the provider's own has them",
    ),
  ];
}

/** What has cost other people a day, by a type of resource that leads there. */
const PAINS: readonly { readonly type: RegExp; readonly id: string; readonly because: string; readonly fix: string }[] = [
  {
    type: /^ovh_cloud_project$/,
    id: "pain/ovh-first-projects",
    because: "OVHcloud makes a project by its interface only for accounts that have three and a verified means of payment",
    fix: "make the first three in the console (ovh/public-cloud-roadmap issue 452)",
  },
  {
    type: /^ovh_cloud_project$/,
    id: "pain/ovh-project-vrack",
    because: "each new project gets a vRack of its own",
    fix: "detach it in the console before the project joins yours (ovh/terraform-provider-ovh issue 767)",
  },
  {
    type: /^ovh_cloud_project_kube_nodepool$/,
    id: "pain/ovh-nodepool",
    because: 'destroying a node pool may end with "unexpected state READY", and a change that replaces one deletes the old one first',
    fix: "run the destroy again; add a second pool before you change the first (ovh/terraform-provider-ovh issues 1438, 419)",
  },
  {
    type: /^scaleway_instance_private_nic$|^scaleway_vpc_private_network$/,
    id: "pain/scaleway-private-network",
    because: "the provider may answer 412 when a private network is destroyed while something is still attached",
    fix: "run the destroy again (scaleway/terraform-provider-scaleway issues 3243, 4338)",
  },
  {
    type: /^outscale_keypair$/,
    id: "pain/outscale-keypair",
    because: "an upgrade of the provider to release 1 may forget key pairs",
    fix: "read its migration guide first (outscale/terraform-provider-outscale issue 536)",
  },
];

/** @param types resource types that the stacks write */
export const painsOf = (types: ReadonlySet<string>): readonly Check[] =>
  PAINS.flatMap(({ type, id, because, fix }) => {
    const found = [...types].find((one) => type.test(one));
    return found === undefined ? [] : [warning(id, found, because, fix)];
  });
