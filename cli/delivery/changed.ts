import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { GRAPH_FILE, type Graph, graphOf, parseGraph } from "../../delivery/graph/index.ts";
import { runProgram } from "../program-run.ts";
import { readProject } from "../project.ts";

const LOCKS = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
const NONE: Graph = { format: 1, stacks: [] };

/**
 * The graph as it was: of a file, or of a commit. A commit that holds no graph is synthesized again, in a place of its own, with the packages that are
 * installed here; if the commit had others, what it would have written is not known, and every stack counts as changed.
 */
export async function graphSince(ref: string, app: string | undefined, say: (line: string) => void): Promise<Graph> {
  if (existsSync(ref)) {
    const file = existsSync(join(ref, GRAPH_FILE)) ? join(ref, GRAPH_FILE) : ref;
    return parseGraph(readFileSync(file, "utf8"), file);
  }
  const top = git(["rev-parse", "--show-toplevel"]);
  const commit = git(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  if (top === null)
    throw new InputError(`--changed-since ${ref}: this is no git repository, and there is no such file. Name a graph.json of that time.`);
  if (commit === null)
    throw new InputError(`--changed-since ${ref}: git knows no such commit. In a pipeline, fetch enough history (fetch-depth: 0).`);
  const here = relative(top, process.cwd());
  const project = readProject(".", app === undefined ? {} : { app });
  const output = relative(process.cwd(), project.output);
  const kept = git(["show", `${commit}:${join(here, output, GRAPH_FILE)}`]);
  return kept === null ? again(top, commit, here, output, app, say) : parseGraph(kept, `${ref}:${join(output, GRAPH_FILE)}`);
}

async function again(
  top: string,
  commit: string,
  here: string,
  output: string,
  app: string | undefined,
  say: (line: string) => void,
): Promise<Graph> {
  if (
    LOCKS.some(
      (name) =>
        (git(["show", `${commit}:${join(here, name)}`]) ?? "") !==
        (git(["hash-object", name]) === null ? "" : readFileSync(name, "utf8").trimEnd()),
    )
  ) {
    say(`${commit.slice(0, 10)} had other packages than are installed here: every stack counts as changed.`);
    return NONE;
  }
  const folder = mkdtempSync(join(tmpdir(), "terroir-since-"));
  const tree = join(folder, "tree");
  try {
    if (git(["-C", top, "worktree", "add", "--detach", "--quiet", tree, commit]) === null)
      throw new InputError(`The commit ${commit} cannot be checked out beside this one.`);
    const then = join(tree, here);
    if (existsSync("node_modules") && !existsSync(join(then, "node_modules")))
      symlinkSync(join(process.cwd(), "node_modules"), join(then, "node_modules"));
    say(`Synthesizing ${commit.slice(0, 10)}, to see what changed since.`);
    const refusal = await runProgram(then, readProject(then, app === undefined ? {} : { app }), join(then, output));
    return refusal === undefined ? graphOf(join(then, output)) : NONE;
  } finally {
    git(["-C", top, "worktree", "remove", "--force", tree]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function git(args: readonly string[]): string | null {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  return status === 0 ? stdout.trimEnd() : null;
}
