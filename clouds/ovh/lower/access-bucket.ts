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
      `OVHcloud's object store knows key pairs, not people. Grant the bucket to a machine, new Identity(scope, id, { kind: "machine" }), that people use through the bastion.`,
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

/** One statement per bucket and prefix, in the order of the grants: names may be references, which have no order of their own. */
function documentOf(statements: readonly Statement[]) {
  const granted = new Map<string, { readonly first: BucketStatement; readonly access: Set<BucketStatement["access"]> }>();
  for (const statement of statements) {
    if (statement.concept !== "bucket") continue;
    const key = `${statement.bucketName}/${statement.prefix ?? ""}`;
    const known = granted.get(key) ?? { first: statement, access: new Set() };
    granted.set(key, known);
    known.access.add(statement.access);
  }
  return [...granted.values()].map(({ first: { bucketName, prefix = "" }, access }, index) => ({
    Sid: `Granted${index + 1}`,
    Effect: "Allow",
    Action: [...new Set([...access].flatMap((one) => ACTIONS[one]))].sort(),
    Resource: [`arn:aws:s3:::${bucketName}`, `arn:aws:s3:::${bucketName}/${prefix}*`],
  }));
}

const READ = ["s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"];
const APPEND = ["s3:AbortMultipartUpload", "s3:ListMultipartUploadParts", "s3:PutObject"];
const ACTIONS = { read: READ, append: APPEND, write: [...READ, ...APPEND, "s3:DeleteObject", "s3:ListBucketMultipartUploads"] } as const;
