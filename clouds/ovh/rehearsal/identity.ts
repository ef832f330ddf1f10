import type { AnswerContext, ResourceBehaviour, SimulatedObject } from "../../contract/rehearsal.ts";

/** How OVHcloud names a resource in policies. */
const urn = (kind: string, id: unknown): string => `urn:v1:eu:${kind}:${String(id)}`;

const metadata = (kind: string) => (attributes: SimulatedObject, cx: AnswerContext) => {
  const id = typeof attributes.id === "string" ? attributes.id : cx.uuid("id");
  return { display_name: attributes.display_name ?? null, id, tags: {}, urn: urn(`resource:${kind}`, id) };
};

/** Keys, secrets, users and policies. What replaces: docs/resources of ovh/terraform-provider-ovh, seen 2026-11-23. */
export const identity: Readonly<Record<string, ResourceBehaviour>> = {
  ovh_okms: {
    replaces: ["ovh_subsidiary"],
    fills: {
      iam: metadata("okms"),
      rest_endpoint: ({ region }) => `https://${String(region)}.okms.rehearsal.invalid`,
      kmip_endpoint: ({ region }) => `${String(region)}.okms.rehearsal.invalid:5696`,
      swagger_endpoint: ({ region }) => `https://swagger-${String(region)}.okms.rehearsal.invalid`,
    },
  },
  ovh_okms_service_key: {
    replaces: ["okms_id", "type", "size", "curve", "operations", "context"],
    importId: ["okms_id", "id"],
    fills: { state: "ACTIVE" },
  },
  ovh_okms_secret: {
    replaces: ["okms_id", "path"],
    importId: ["okms_id", "path"],
    unique: ["okms_id", "path"],
    fills: { iam: metadata("okmsSecret") },
  },
  ovh_iam_policy: { unique: ["name"], fills: { read_only: false, owner: "xx0000-ovh" } },
  ovh_iam_permissions_group: { unique: ["name"] },
  ovh_iam_resource_group: { unique: ["name"] },
  ovh_me_identity_group: { replaces: ["name"], unique: ["name"], fills: { urn: ({ name }) => urn("identity:group:xx0000-ovh", name) } },
  ovh_me_identity_user: { replaces: ["login"], unique: ["login"], fills: { urn: ({ login }) => urn("identity:user:xx0000-ovh", login) } },
  ovh_cloud_project_user: {
    replaces: ["description", "role_name", "role_names", "password_reset"],
    fills: {
      status: "ok",
      username: (_, cx) => `user-${cx.seed("username", 12)}`,
      id: (_, cx) => String(Number.parseInt(cx.seed("id", 5), 16)),
      roles: ({ role_names: names }) =>
        Array.isArray(names) ? names.map((name, i) => ({ id: String(i + 1), name: String(name), permissions: [] })) : [],
      openstack_rc: ({ service_name: project }) => ({
        OS_AUTH_URL: "https://auth.rehearsal.invalid/v3",
        OS_IDENTITY_API_VERSION: "3",
        OS_PROJECT_DOMAIN_NAME: "Default",
        OS_TENANT_ID: String(project),
        OS_USER_DOMAIN_NAME: "Default",
      }),
    },
  },
  ovh_cloud_project_user_s3_credential: { replaces: ["user_id"], importId: ["service_name", "user_id", "access_key_id"] },
  ovh_cloud_project_user_s3_policy: { replaces: ["user_id"] },
  ovh_dbaas_logs_output_graylog_stream: {
    recomputed: ["updated_at"],
    importId: ["service_name", "stream_id"],
    unique: ["service_name", "title"],
  },
  ovh_cloud_project: {
    replaces: ["ovh_subsidiary"],
    fills: { status: "ok", access: "full", project_id: (_, cx) => cx.seed("project", 32) },
  },
};
