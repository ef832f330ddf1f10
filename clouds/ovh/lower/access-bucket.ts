import { InputError } from "../../../catalogue/index.ts";
import type { AccessOutputs, AccessSpec, LowerContext, Statement } from "../../contract/index.ts";
import { projectOf } from "./project.ts";

type BucketStatement = Extract<Statement, { readonly concept: "bucket" }>;

/**
 * A user of the object store, its key pair, and the one policy document that it has: what the document does not name is closed to it.
 *
 * Source: ovh/terraform-provider-ovh docs/resources/cloud_project_user.md, cloud_project_user_s3_credential.md, cloud_project_user_s3_policy.md; seen 2026-11-23.
 */
export function bucketAccess(spec: AccessSpec, cx: LowerContext): AccessOutputs {
  if (spec.identity.kind === "people")
    throw new InputError(
      `${spec.name}: OVHcloud's object store knows key pairs, not people. Grant the bucket to a machine, new Identity(scope, id, { kind: "machine" }), that people use through the bastion.`,
    );
  const project = projectOf(cx);
  const user = cx.resource("ovh_cloud_project_user", "user", {
    service_name: project,
    description: spec.identity.name,
    // The role that lets a user have S3 keys at all; the document below is what counts.
    role_names: ["objectstore_operator"],
  });
  const of = { service_name: project, user_id: user.ref("id") };
  cx.resource("ovh_cloud_project_user_s3_policy", "policy", {
    ...of,
    policy: cx.later(() => JSON.stringify({ Statement: documentOf(spec.statements()) })),
  });
  const key = cx.resource("ovh_cloud_project_user_s3_credential", "key", of);
  return { credentials: { id: key.ref("access_key_id"), secret: key.ref("secret_access_key") } };
}

/** One statement per bucket and prefix, in an order that does not depend on the order of the grants. */
function documentOf(statements: readonly Statement[]) {
  const granted = new Map<string, Set<BucketStatement["access"]>>();
  for (const statement of statements) {
    if (statement.concept !== "bucket") continue;
    const at = `${statement.bucketName}/${statement.prefix ?? ""}`;
    granted.set(at, (granted.get(at) ?? new Set()).add(statement.access));
  }
  return [...granted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([at, access], index) => ({
      Sid: `Granted${index + 1}`,
      Effect: "Allow",
      Action: [...access].sort().flatMap((one) => ACTIONS[one]),
      Resource: [`arn:aws:s3:::${at.slice(0, at.indexOf("/"))}`, `arn:aws:s3:::${at}*`],
    }));
}

const ACTIONS = {
  read: ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
  write: ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject"],
} as const;
