import type { Environment } from "../../engines/index.ts";

/** A project of a GitLab that keeps states. */
export interface GitLab {
  /** `https://gitlab.example.eu/api/v4/projects/infra%2Fshop` */
  readonly project: string;
  /** The state's name in it. */
  readonly state: string;
  /** Who asks; null: nobody has said. */
  readonly headers: Readonly<Record<string, string>> | null;
}

/** The GitLab behind an address of the HTTP backend; null where none is. */
export function gitLabAt(address: string, { TF_HTTP_USERNAME: user, TF_HTTP_PASSWORD: token }: Environment): GitLab | null {
  const [, project, state] = /^(https?:\/\/.+\/api\/v4\/projects\/[^/]+)\/terraform\/state\/([^/?]+)$/.exec(address) ?? [];
  if (project === undefined || state === undefined) return null;
  return { project, state: decodeURIComponent(state), headers: !user || !token ? null : whoAsks(user, token) };
}

/** A job's own token is taken by its header alone, until releases of 2026 (gitlab-org/gitlab merge request 239076). */
const whoAsks = (user: string, token: string): Readonly<Record<string, string>> =>
  user === "gitlab-ci-token"
    ? { "JOB-TOKEN": token }
    : { Authorization: `Basic ${Buffer.from(`${user}:${token}`, "utf8").toString("base64")}` };
