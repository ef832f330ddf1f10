import type { OtherProvider, TypeEffect } from "./provider.ts";
import { unread } from "./sourced.ts";

const seen = "2026-11-23";

/** What their types make nobody sees, and may be anywhere. */
const MAKERS = new Set(["pulumi/dynamic", "pulumi/command", "pulumi/terraform-module", "pulumi/docker-build"]);

function opaque(name: string, because: string, resources: readonly string[] = [], dataSources: readonly string[] = []): OtherProvider {
  const reach = MAKERS.has(name) ? { reach: "anywhere" as const } : {};
  const each = (types: readonly string[]): Readonly<Record<string, TypeEffect>> =>
    Object.fromEntries(types.map((type) => [type, { by: "opaque", because, ...reach }]));
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
    ["openbao/openbao", "It writes secrets to whatever server its address or environment names."] as const,
    ["cyrilgdn/rabbitmq", "It writes to whatever message server its address names."] as const,
    ["petoju/mysql", "It writes to whatever database server its configuration names."] as const,
    ["winebarrel/mysql", "It writes to whatever database server its configuration names."] as const,
    ["terraform-provider-mysql/mysql", "It writes to whatever database server its configuration names."] as const,
    ["opensearch-project/opensearch", "It writes to whatever search server its address names."] as const,
    ["elastic/elasticstack", "It writes to whatever search server its address names."] as const,
    ["mongey/kafka", "It writes to whatever message servers its list names."] as const,
    ["grafana/grafana", "It writes to whatever Grafana its address or environment names, its maker's own service among them."] as const,
    ["gitlabhq/gitlab", "It writes to gitlab.com, or to whatever GitLab its address or environment names."] as const,
    ["go-gitea/gitea", "It writes to whatever Gitea its address or environment names."] as const,
    ["mrparkers/keycloak", "It writes to whatever Keycloak its address or environment names."] as const,
    ["keycloak/keycloak", "It writes to whatever Keycloak its address or environment names."] as const,
    ["goharbor/harbor", "It writes to whatever registry its address or environment names."] as const,
    ["argoproj-labs/argocd", "It has whatever Argo CD its address names fetch and apply what a repository says."] as const,
    ["fluxcd/flux", "It has a cluster fetch and apply what a repository says."] as const,
    ["rancher/rancher2", "It makes and changes clusters by whatever Rancher its address or environment names."] as const,
    ["mastercard/restapi", "It sends whatever it is told to whatever address it is given."] as const,
    ["dmacvicar/libvirt", "It makes machines on whatever host its address names."] as const,
    ["telmate/proxmox", "It makes machines on whatever host its address names."] as const,
    ["bpg/proxmox", "It makes machines on whatever host its address names."] as const,
    ["hashicorp/vsphere", "It makes machines on whatever server its configuration or environment names."] as const,
    ["vmware/vsphere", "It makes machines on whatever server its configuration or environment names."] as const,
    ["ansible/ansible", "It describes hosts for a program that runs commands on them."] as const,
    ["hashicorp/consul", "It writes to whatever server its address or environment names."] as const,
    ["hashicorp/nomad", "It starts jobs on whatever server its address or environment names."] as const,
    ["cyrilgdn/postgresql", "It writes to whatever database server its configuration names."] as const,
    ["1password/onepassword", "It asks the server that its settings name, or its maker's own service."] as const,
    ["carlpett/sops", "It opens files with whatever key service they name."] as const,
    ["goauthentik/authentik", "It writes to whatever authentik its address or environment names."] as const,
    ["hashicorp/boundary", "It writes to whatever controller its address names."] as const,
    ["infisical/infisical", "It reads and writes secrets at whatever host it is given, its maker's own service by default."] as const,
    ["jianyuan/sentry", "It writes to its maker's own service, or to whatever Sentry its address names."] as const,
    ["siderolabs/talos", "It sets up machines at whatever addresses its resources name."] as const,
    ["zitadel/zitadel", "It writes to whatever ZITADEL its domain names."] as const,
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
  ].map(([name, because, resources, dataSources]) => [name, opaque(name, because, resources, dataSources)]),
);
