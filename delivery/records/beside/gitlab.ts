import { EngineError } from "../../../catalogue/errors.ts";
import type { Environment } from "../../../engines/index.ts";
import { call } from "../../store/call.ts";
import { gitLabAt } from "../../store/gitlab.ts";
import { besideAt, type RecordsBeside } from "./beside.ts";

/**
 * In the same project's generic packages (https://docs.gitlab.com/user/packages/generic_packages/, seen 2026-11-28), one package a state: GitLab's
 * interface for states keeps states only. A text says why not; null: it is no GitLab.
 */
export function besideInGitLab(address: string, env: Environment): RecordsBeside | string | null {
  const at = gitLabAt(address, env);
  if (at === null) return null;
  const { project, state, headers } = at;
  if (headers === null) return "TF_HTTP_USERNAME and TF_HTTP_PASSWORD do not say who asks GitLab";
  // Names of packages take fewer characters than names of states.
  const files = `${project}/packages/generic/${state.replace(/[^A-Za-z0-9._-]+/g, "-")}.records/1.0.0`;
  return besideAt(files, async () => ({
    async put(name, body) {
      const { status, text } = await call({ method: "PUT", url: `${files}/${name}`, headers, body });
      if (status === 200 || status === 201 || /already exists|duplicate package/i.test(text)) return;
      throw new EngineError(
        `GitLab does not keep the record ${name} (HTTP ${status}). Let the token of TF_HTTP_PASSWORD write packages of the project (scope api, role Developer), and let the project have a package registry; or keep records elsewhere (--records).`,
      );
    },
    close: async () => {},
  }));
}
