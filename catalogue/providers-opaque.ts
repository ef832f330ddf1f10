import type { Doing, OtherProvider } from "./provider.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-23";

function opaque(name: string, because: string, resources: readonly string[] = [], dataSources: readonly string[] = []): OtherProvider {
  const each = (types: readonly string[]): Readonly<Record<string, Doing>> =>
    Object.fromEntries(types.map((type) => [type, { by: "opaque", because }]));
  return {
    kind: "opaque",
    because,
    resources: each(resources),
    dataSources: each(dataSources),
    ...unread(`https://registry.terraform.io/providers/${name}/latest/docs`, seen),
  };
}

/** Providers that run or fetch what no plan shows, or that act on whatever server their configuration points at. */
export const OPAQUE_PROVIDERS: Readonly<Record<string, OtherProvider>> = Object.fromEntries(
  [
    ["hashicorp/external", "It runs a program of yours, which may do anything.", [], ["external"]] as const,
    ["hashicorp/http", "It asks the address that it is given, which may be anywhere and log what it is told.", [], ["http"]] as const,
    [
      "hashicorp/local",
      "It reads and writes files of the machine that runs the engine, whose place no plan shows.",
      ["local_file", "local_sensitive_file"],
      ["local_file", "local_sensitive_file", "local_command"],
    ] as const,
    [
      "hashicorp/archive",
      "It packs files of the machine that runs the engine, whose content no plan shows.",
      ["archive_file"],
      ["archive_file"],
    ] as const,
    [
      "hashicorp/cloudinit",
      "It writes a program that a machine runs at its first start, and no rule reads that program.",
      ["cloudinit_config"],
      ["cloudinit_config"],
    ] as const,
    ["kreuzwerker/docker", "It acts on whatever Docker host its configuration or environment names."] as const,
    ["hashicorp/kubernetes", "It acts on whatever cluster its configuration, a file or the environment names."] as const,
    ["hashicorp/helm", "It installs charts from anywhere on whatever cluster its configuration names."] as const,
    ["gavinbunney/kubectl", "It applies manifests to whatever cluster its configuration names."] as const,
    ["alekc/kubectl", "It applies manifests to whatever cluster its configuration names."] as const,
    ["hashicorp/vault", "It writes secrets to whatever server its address or environment names."] as const,
    ["hashicorp/consul", "It writes to whatever server its address or environment names."] as const,
    ["hashicorp/nomad", "It starts jobs on whatever server its address or environment names."] as const,
    ["cyrilgdn/postgresql", "It writes to whatever database server its configuration names."] as const,
    ["loafoe/ssh", "It runs commands on whatever host its configuration names."] as const,
    ["scottwinkler/shell", "It runs commands of yours on the machine that runs the engine."] as const,
    ["hashicorp/dns", "It writes records to whatever name server its configuration names."] as const,
    ["hashicorp/ad", "It writes to whatever directory server its configuration names."] as const,
    ["pulumi/dynamic", "Its provider is code of the program, which may do anything.", ["dynamic_resource"]] as const,
    ["pulumi/command", "It runs a command of yours, here or on another machine.", ["command"], ["command"]] as const,
    [
      "pulumi/pulumi",
      "It reads what another stack says, from wherever that stack's state is kept.",
      ["stack_reference"],
      ["stack_reference"],
    ] as const,
    ["pulumi/terraform", "It reads another state, from wherever that is kept.", ["terraform_state"], ["terraform_state"]] as const,
    ["pulumi/terraform-module", "It runs another engine on a module, whose content no preview shows.", ["terraform_module"]] as const,
    ["pulumi/docker-build", "It builds and pushes images wherever its configuration says.", ["docker_build"]] as const,
    ["hashicorp/template", "It renders text in the engine; it is archived, and templatefile() does the same."] as const,
  ].map(([name, because, resources, dataSources]) => [name, opaque(name, because, resources, dataSources)]),
);
