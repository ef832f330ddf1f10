import { at, reads } from "../../contract/placed.ts";
import type { Placement } from "../../contract/placement.ts";
import type { OvhDataSourceType, OvhResourceType } from "../types.ts";

const inKms: Placement = { by: "parent", path: "okms_id", of: ["ovh_okms", "data.ovh_okms_resource"] };
const inContainer: Placement = {
  by: "parent",
  path: "container_id",
  of: ["ovh_cloud_key_manager_container", "data.ovh_cloud_key_manager_container"],
};
const inSecret: Placement = { by: "parent", path: "secret_id", of: ["ovh_cloud_key_manager_secret", "data.ovh_cloud_key_manager_secret"] };

const kept = "OVHcloud keeps encrypted backups of a KMS in two regions that it chooses by the region of the KMS; no attribute has a say.";
// github.com/ovh/docs pages/manage_and_operate/kms/architecture-overview, "Backup location", as of pull request 8567; read 2026-11-23.
const backups: Placement["sends"] = [
  {
    path: "",
    kind: "backup",
    means: "region",
    absent: {
      means: "elsewhere",
      because: kept,
      regions: {
        "eu-west-rbx": "eu-west-sbg",
        "eu-west-sbg": "eu-west-rbx",
        "eu-west-par": "eu-west-gra",
        "eu-west-gra": "eu-west-gra",
        "eu-west-lim": "eu-west-lim",
        "eu-south-mil": "eu-west-gra",
        "ca-east-bhs": "ca-east-bhs",
        "ca-east-tor": "ca-east-bhs",
        "ap-southeast-sgp": "ap-southeast-sgp",
        "ap-southeast-syd": "ap-southeast-sgp",
      },
    },
  },
  {
    path: "",
    kind: "backup",
    means: "region",
    absent: {
      means: "elsewhere",
      because: kept,
      regions: {
        "eu-west-rbx": "eu-west-gra",
        "eu-west-sbg": "eu-west-gra",
        "eu-west-par": "eu-west-sbg",
        "eu-west-gra": "eu-west-rbx",
        "eu-west-lim": "eu-west-sbg",
        "eu-south-mil": "eu-west-sbg",
        "ca-east-bhs": "ca-east-tor",
        "ca-east-tor": "ca-east-tor",
        "ap-southeast-sgp": "ap-southeast-syd",
        "ap-southeast-syd": "ap-southeast-syd",
      },
    },
  },
];

/** OVHcloud KMS (`okms`) with its keys and secrets, and the key manager of Public Cloud (Barbican). */
export const resources = {
  ovh_cloud_key_manager_container: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_key_manager_container_consumer: inContainer,
  ovh_cloud_key_manager_secret: { ...at("region"), zones: ["availability_zone"], told: ["current_state.location.region"] },
  ovh_cloud_key_manager_secret_consumer: inSecret,
  ovh_okms: { ...at("region"), sends: backups },
  ovh_okms_credential: inKms,
  ovh_okms_secret: inKms,
  ovh_okms_service_key: inKms,
  ovh_okms_service_key_jwk: inKms,
} satisfies Partial<Record<OvhResourceType, Placement>>;

export const dataSources = {
  ovh_cloud_key_manager_container: reads("Reads one container of secrets.", "location.region"),
  ovh_cloud_key_manager_container_consumer: inContainer,
  ovh_cloud_key_manager_container_consumers: inContainer,
  ovh_cloud_key_manager_containers: reads("Lists containers of secrets.", "containers[].location.region"),
  ovh_cloud_key_manager_secret: reads("Reads one secret's description.", "location.region"),
  ovh_cloud_key_manager_secret_consumer: inSecret,
  ovh_cloud_key_manager_secret_consumers: inSecret,
  ovh_cloud_key_manager_secret_payload: inSecret,
  ovh_cloud_key_manager_secrets: reads("Lists secrets.", "secrets[].location.region"),
  ovh_okms_credential: inKms,
  ovh_okms_resource: reads("Reads one KMS.", "region"),
  ovh_okms_secret: inKms,
  ovh_okms_service_key: inKms,
  ovh_okms_service_key_jwk: inKms,
  ovh_okms_service_key_pem: inKms,
} satisfies Partial<Record<OvhDataSourceType, Placement>>;
