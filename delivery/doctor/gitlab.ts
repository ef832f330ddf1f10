import { TerroirError } from "../../catalogue/errors.ts";
import { call } from "../store/call.ts";
import type { GitLab } from "../store/gitlab.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";
import { checkClock } from "./clock.ts";

/** What GitLab says of a project (https://docs.gitlab.com/api/projects/); members may see less. */
interface Project {
  readonly package_registry_access_level?: string;
  readonly statistics?: { readonly storage_size?: number };
}

/** Looks at the project of a GitLab that keeps states, without writing anything. */
export async function checkGitLab({ project, state, headers }: GitLab, now: () => number = Date.now): Promise<readonly Check[]> {
  const about = `the state ${state} of ${project}`;
  if (headers === null)
    return [
      problem(
        "store/credentials",
        about,
        "nobody says who asks: TF_HTTP_USERNAME and TF_HTTP_PASSWORD are not set",
        "set them: a name and a token",
      ),
    ];
  try {
    const asked = await call({ method: "GET", url: `${project}?statistics=true`, headers });
    const clock = checkClock(Date.parse(asked.headers.date ?? ""), about, now());
    // A job's token may use states, and not look at projects.
    const said = asked.status === 200 ? (JSON.parse(asked.text) as Project) : null;
    const there = await call({ method: "GET", url: `${project}/terraform/state/${encodeURIComponent(state)}`, headers });
    return [...clock, access(there.status, about), ...registry(said, about), room(said, about)];
  } catch (error) {
    if (!(error instanceof TerroirError) && !(error instanceof SyntaxError)) throw error;
    return [problem("store/reached", about, error.message, "look at the address, the network and the proxy of this machine")];
  }
}

function access(status: number, about: string): Check {
  if (status === 200 || status === 204 || status === 404)
    return ok("store/credentials", about, status === 200 ? "it is there, and may be read" : "there is none yet, and the token may ask");
  if (status === 401 || status === 403)
    return problem(
      "store/credentials",
      about,
      `the token may not read it (${status})`,
      "give one with the scope api, and the role Maintainer: a Developer's may read states, and neither lock nor write them",
    );
  return problem("store/reached", about, `GitLab answered ${status}`, "look at the address");
}

const registry = (said: Project | null, about: string): readonly Check[] =>
  said?.package_registry_access_level === "disabled"
    ? [
        warning(
          "store/records",
          about,
          "the project has no package registry, in which records are kept beside the state",
          "switch it on, or keep records elsewhere (--records)",
        ),
      ]
    : [];

/** How much room is left, GitLab tells nobody but its administrators. */
function room(said: Project | null, about: string): Check {
  const bytes = said?.statistics?.storage_size;
  return bytes === undefined
    ? unknown("store/quota", about, "how much the project holds this token may not see")
    : ok("store/quota", about, `the project holds ${(bytes / 1e6).toFixed(1)} MB; how much it may, GitLab does not say`);
}
