import type { Report } from "../../guard/index.ts";
import { terroir } from "./terroir.ts";

/** What every such folder begins with: a backend in France, OVHcloud, and two providers that nobody simulates. */
export const HEAD = `terraform {
  required_providers {
    ovh        = { source = "ovh/ovh" }
    cloudflare = { source = "cloudflare/cloudflare" }
    acme       = { source = "registry.acme.example/acme/cloud" }
  }
  backend "s3" {
    bucket    = "state"
    key       = "shop.tfstate"
    region    = "gra"
    endpoints = { s3 = "https://s3.gra.io.cloud.ovh.net" }
  }
}
provider "ovh" { endpoint = "ovh-eu" }
`;

export const bucket = (name: string, region: string): string => `resource "ovh_cloud_project_storage" "${name}" {
  service_name = "0123456789abcdef0123456789abcdef"
  name         = "${name}"
  region_name  = ${region}
  encryption   = { sse_algorithm = "AES256" }
}
`;

interface Answer {
  readonly resources: Report["resources"];
  readonly views: readonly { readonly unseen: readonly string[] }[];
}

export type Verdicts = Readonly<Record<string, string>>;
export const verdictsOf = ({ resources }: Pick<Answer, "resources">): Verdicts =>
  Object.fromEntries(resources.map(({ address, verdict }) => [address, verdict]));

/** The shipped command's word on a folder. */
export function checked(folder: string, engine: string): { readonly verdicts: Verdicts; readonly unseen: readonly string[] } {
  const { stdout, stderr } = terroir(["check", ".", "--json", "--engine", engine], { cwd: folder });
  if (stdout === "") throw new Error(stderr);
  const answer = JSON.parse(stdout) as Answer;
  return { verdicts: verdictsOf(answer), unseen: answer.views.flatMap(({ unseen }) => unseen) };
}

/** No plan came of it. */
export const isStatic = (unseen: readonly string[]): boolean => unseen.some((one) => one.startsWith("a plan, so that"));
