import { spawnSync } from "node:child_process";
import { atLeast, type Engine, TITLES } from "../../engines/index.ts";
import type { GraphStack } from "../graph/index.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";

/** Files that hold secrets, or what lets somebody in. */
const SECRET =
  /(?:^|\/)(?:[^/]+\.tfstate(?:\.[^/]*)?|errored\.tfstate|\.terraform\/.+|[^/]+\.tfplan|[^/]*(?<!\.pub)\.pem|[^/]+\.key|id_(?:rsa|ed25519|ecdsa)|openrc(?:\.sh)?)$/;

/** Whether the repository takes in what must never be in one. */
export function checkRepository(folder: string): Check {
  const about = "the repository";
  const { status, stdout } = spawnSync("git", ["ls-files", "-z"], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) return unknown("project/repository", about, "this folder is in no git repository");
  const found = stdout.split("\0").filter((file) => SECRET.test(file));
  if (found.length === 0) return ok("project/repository", about, "no state, plan or private key is in it");
  const some = found.slice(0, 5).join(", ");
  return problem(
    "project/repository",
    about,
    `it holds ${some}${found.length > 5 ? ` and ${found.length - 5} more` : ""}: whoever can read it has what these open`,
    "git rm --cached them, put them into .gitignore, and change every secret that they held: the history keeps them",
  );
}

/** Release of Terroir's oldest Node, https://nodejs.org/en/about/previous-releases. */
const NODE = "20.19.0";

export function checkNode(version: string): Check {
  const about = `Node ${version}`;
  return atLeast(version, NODE)
    ? ok("machine/node", about, "it is new enough")
    : problem("machine/node", about, `Terroir runs on ${NODE} and newer`, "install a newer one");
}

/** Whether an engine can do what the stacks ask of it. */
export function checkEngine(engine: Engine, stacks: readonly GraphStack[]): readonly Check[] {
  const about = `${TITLES[engine.kind]} ${engine.version}, ${engine.path}`;
  const sealed = stacks.filter(({ backend }) => backend.encrypted).map(({ name }) => name);
  const locked = stacks.some(({ backend }) => backend.type === "s3" && backend.locks);
  if (engine.kind === "terraform" && sealed.length > 0)
    return [
      problem(
        "machine/engine",
        about,
        `it can neither encrypt a state nor read an encrypted one, which ${sealed.length === 1 ? "a stack asks" : `${sealed.length} stacks ask`} for (${sealed.slice(0, 3).join(", ")})`,
        "use OpenTofu: terroir engine --install; or keep states in a store that encrypts, with state: { encrypt: false }",
      ),
    ];
  const found = [ok("machine/engine", about, "it is new enough for these stacks")];
  if (engine.kind !== "terraform") return found;
  if (locked && !atLeast(engine.version, "1.10.0"))
    return [
      problem("machine/engine", about, "it knows no lock files in buckets, which came with 1.10", "install a newer one, or OpenTofu"),
    ];
  return [
    ...found,
    warning(
      "machine/engine",
      about,
      "plans that it writes lie in clear, with every secret that they hold",
      "use OpenTofu, which encrypts them; or never hand plans on",
    ),
  ];
}

/** What is known of stores that are no buckets, without asking them. */
export function checkBackend({ name, backend }: GraphStack): readonly Check[] {
  const about = `the state of ${name} (${backend.type})`;
  const found: Check[] = [];
  if (!backend.locks)
    found.push(
      warning(
        "store/lock",
        about,
        "nothing keeps two runs apart",
        backend.type === "http" ? "write lockAddress" : "write use_lockfile = true",
      ),
    );
  if (!backend.encrypted)
    found.push(
      warning(
        "store/encryption",
        about,
        "the engine does not encrypt it: whoever can read the store can read every secret in it",
        "let OpenTofu encrypt it (EncryptedState)",
      ),
    );
  if (backend.type === "local" && process.env["CI"])
    found.push(
      problem(
        "store/place",
        about,
        "it is a file on this machine, which a pipeline throws away",
        "keep it in a bucket: state: { bucket: … }",
      ),
    );
  if (backend.type === "http" && backend.encrypted && /\/terraform\/state\//.test(backend.at["address"] ?? ""))
    found.push(
      warning(
        "pain/gitlab-encrypted",
        about,
        "some releases of GitLab answer an encrypted state with an error",
        "try one deployment with yours first (gitlab-org/gitlab issue 450816)",
      ),
    );
  if (backend.type === "kubernetes")
    found.push(
      warning("pain/kubernetes-size", about, "a secret holds one megabyte, and a state may outgrow it", "keep large stacks in a bucket"),
    );
  return found;
}
