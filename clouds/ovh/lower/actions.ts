import { InputError } from "../../../catalogue/index.ts";
import type { LowerContext, Statement } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

/**
 * The resource that a policy names. Products of Public Cloud have no name of their own there: a right on one cluster is a right on every cluster
 * of the project. Keys and secrets do have one.
 *
 * Source: ovh/manager packages/manager/apps/key-management-service (urns of keys), ovh/terraform-provider-ovh docs/resources/iam_policy.md; seen 2026-11-23.
 */
export function urnOf(statement: Statement, cx: LowerContext): string {
  const resource = (name: string) => `urn:v1:eu:resource:${name}`;
  switch (statement.concept) {
    case "keyRing":
      return resource(`okms:${statement.keyRingId}/serviceKey/${statement.keyId}`);
    case "secretStore":
      return resource(
        `okms:${statement.secretStoreId}${statement.secret === undefined ? "" : `/secret/${encodeURIComponent(statement.secret)}`}`,
      );
    case "auditLog":
      return resource(`ldp:${statement.service}`);
    default:
      return resource(`publicCloudProject:${projectOf(cx)}`);
  }
}

/** What a grant is in OVHcloud's own words. */
export function actionsOf(statement: Statement): readonly string[] {
  const actions = ACTIONS[`${statement.concept}:${statement.access}`];
  if (actions === undefined) throw new InputError(`OVHcloud has no policy for "${statement.access}" on ${statement.concept}.`);
  return actions;
}

const cloud = (...names: readonly string[]) => names.map((name) => `publicCloudProject:apiovh:${name}`);
const keys = (...names: readonly string[]) => names.map((name) => `okms:apikms:${name}`);

/** Products whose things the project's people see and run. Users, roles and S3 keys are left out on purpose: who may make them may do anything. */
const PRODUCTS = ["containerRegistry", "database", "instance", "kube", "loadbalancer", "network", "region", "volume"];

/**
 * Reading is listed action by action: a wildcard in the middle of a name is documented nowhere.
 *
 * Source: ovh/docs pages/account_and_service_management/account_information/iam-permission-groups (what the operator's own read-only group allows),
 * pages/manage_and_operate/secret_manager, and the policy of a published OKMS user; seen 2026-11-23.
 */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  "account:read": cloud(
    "get",
    "consumption/get",
    "containerRegistry/get",
    "containerRegistry/plan/get",
    "database/service/get",
    "flavor/get",
    "image/get",
    "instance/get",
    "instance/group/get",
    "kube/get",
    "kube/ipRestrictions/get",
    "kube/node/get",
    "kube/nodepool/get",
    "kube/openIdConnect/get",
    "network/private/get",
    "network/private/subnet/get",
    "operation/get",
    "quota/get",
    "region/gateway/get",
    "region/get",
    "region/instance/get",
    "region/loadbalancing/listener/get",
    "region/loadbalancing/loadbalancer/get",
    "region/network/get",
    "region/network/subnet/get",
    "region/storage/get",
    "region/volumeBackup/get",
    "region/workflow/backup/get",
    "role/get",
    "snapshot/get",
    "sshkey/get",
    "storage/get",
    "usage/current/get",
    "usage/history/get",
    "user/get",
    "user/policy/get",
    "user/role/get",
    "volume/get",
    "volume/snapshot/get",
    "vrack/get",
  ),
  "account:operate": cloud("get", "operation/get", "quota/get", ...PRODUCTS.map((product) => `${product}/*`)),
  "account:administer": cloud("*"),
  "auditLog:read": [
    "ldp:apiovh:get",
    "ldp:apiovh:output/graylog/stream/get",
    "ldp:apiovh:output/graylog/stream/url/get",
    "ldp:graylog:stream/read",
  ],
  "cluster:read": cloud(
    "kube/get",
    "kube/ipRestrictions/get",
    "kube/node/get",
    "kube/nodepool/get",
    "kube/nodepool/nodes/get",
    "kube/openIdConnect/get",
  ),
  "cluster:administer": cloud("kube/*"),
  "keyRing:encrypt": keys("serviceKey/dataKey/create", "serviceKey/encrypt", "serviceKey/get"),
  "keyRing:decrypt": keys("serviceKey/dataKey/decrypt", "serviceKey/decrypt", "serviceKey/get"),
  "secretStore:read": keys("secret/get", "secret/version/getData"),
  "secretStore:write": keys("secret/create", "secret/get", "secret/version/create"),
};
