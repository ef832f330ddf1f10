import type { Placement } from "../../contract/placement.ts";
import type { StackitDataSourceType, StackitResourceType } from "../types.ts";
import { ofTheBlock, region } from "./shared.ts";

/**
 * stackit/internal/services/git/utils/util.go (read on 2026-11-28) calls one address without a region. STACKIT's regions are in Germany and Austria, so that
 * both must be approved.
 */
const git: Placement = {
  by: "fixed",
  regions: ["eu01", "eu02"],
  because: "STACKIT keeps repositories in a region of its own, and no attribute says in which.",
};

/** Keys, secrets, object storage, repositories, models and applications. */
export const resources = {
  stackit_git: git,
  stackit_kms_key: region,
  stackit_kms_keyring: region,
  stackit_kms_wrapping_key: region,
  stackit_modelserving_token: region,
  stackit_objectstorage_bucket: region,
  stackit_objectstorage_credential: region,
  stackit_objectstorage_credentials_group: region,
  stackit_scf_organization: region,
  stackit_scf_organization_manager: region,
  stackit_secretsmanager_instance: ofTheBlock,
  stackit_secretsmanager_user: ofTheBlock,
} satisfies Partial<Record<StackitResourceType, Placement>>;

export const dataSources = {
  stackit_git: git,
  stackit_kms_key: region,
  stackit_kms_keyring: region,
  stackit_kms_wrapping_key: region,
  stackit_objectstorage_bucket: region,
  stackit_objectstorage_credential: region,
  stackit_objectstorage_credentials_group: region,
  stackit_scf_organization: region,
  stackit_scf_organization_manager: region,
  stackit_scf_platform: region,
  stackit_secretsmanager_instance: ofTheBlock,
  stackit_secretsmanager_user: ofTheBlock,
} satisfies Partial<Record<StackitDataSourceType, Placement>>;
