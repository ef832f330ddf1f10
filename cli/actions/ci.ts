import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { readGraph } from "../../delivery/graph/index.ts";
import {
  MAIN_FILES,
  MARK,
  PIPELINES,
  type PipelineEngine,
  type PipelineFile,
  pipelineFiles,
  REVIEWED,
  settingsFrom,
  wordOfImage,
} from "../../delivery/pipelines/index.ts";
import type { Policy } from "../../guard/index.ts";
import type { Exit } from "../exit.ts";
import { print } from "../io/print.ts";
import { policyFor } from "../policy-file.ts";
import { projectSetting } from "../project.ts";
import { synthesized } from "./synth.ts";

export interface CiOptions {
  readonly engine?: PipelineEngine | undefined;
  readonly check?: boolean;
  readonly overwrite?: boolean;
  readonly app?: string;
  readonly policy?: string;
}

/** Writes an engine's pipeline beside the project, or says whether what is there is what would be written. */
export async function ci(path: string | undefined, options: CiOptions): Promise<Exit> {
  const { engine, check = false } = options;
  if (engine === undefined && !check) throw new InputError(`Say for which engine: terroir ci ${PIPELINES.join(" | ")}.`);
  const settings = settingsFrom(projectSetting(".", "ci"));
  const policy = await policyFor(options.policy);
  const folder = path ?? (await synthesized(options)).output;
  if (folder === undefined) return 1;
  const output = (relative("", folder) || ".").split(sep).join("/");
  const rendering = { graph: readGraph(folder), settings, output };
  // What an engine that is not used would need, nobody has to say.
  const used = PIPELINES.filter((one) => isOurs(textOf(MAIN_FILES[one])));
  const files = (engine === undefined ? used : [engine]).flatMap((one) => compared(one, pipelineFiles(one, rendering)));
  const word = files.some(({ text }) => text?.includes(settings.image)) ? wordOfImage(settings.image, registriesOf(policy)) : null;
  if (check) return checked(files);
  write(files, options.overwrite ?? false);
  if (word !== null) process.stderr.write(`${word}\n`);
  const lost = rendering.graph.stacks.filter(({ backend }) => backend.type === "local").map(({ name }) => name);
  if (!settings.rehearse && engine !== undefined && engine !== "make" && lost.length > 0) process.stderr.write(`${LOST(lost)}\n`);
  if (!settings.rehearse && engine !== undefined && REVIEWED.has(engine) && !existsSync(settings.reviewKey)) print(KEY(settings.reviewKey));
  return 0;
}

const registriesOf = ({ parameters }: Policy) => parameters["supply-chain/image-registry"]?.["registries"] as readonly string[] | undefined;

interface Compared {
  readonly path: string;
  /** What it should hold; undefined: it is of a stack that is no more. */
  readonly text: string | undefined;
  readonly there: string | undefined;
  readonly engine: PipelineEngine;
}

/** What an engine's files should hold, beside what they do, those of former stacks included. */
function compared(engine: PipelineEngine, files: readonly PipelineFile[]): readonly Compared[] {
  const wanted = files.map(({ path, text }) => ({ engine, path, text, there: textOf(path) }));
  const known = new Set(files.map(({ path }) => path));
  const former = [...new Set(files.map(({ path }) => dirname(path)))]
    .filter((folder) => files.length > 1 && existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
    .filter((path) => /\/terroir-[^/]*\.yaml$/.test(path) && !known.has(path))
    .map((path) => ({ engine, path, text: undefined, there: textOf(path) }))
    .filter(({ there }) => isOurs(there));
  return [...wanted, ...former];
}

const textOf = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, "utf8") : undefined);
const isOurs = (text: string | undefined): boolean => text?.slice(0, 200).includes(MARK) === true;

function checked(files: readonly Compared[]): Exit {
  if (files.length === 0) throw new InputError(`No pipeline of this command is here. Write one: terroir ci ${PIPELINES.join(" | ")}.`);
  const stale = files.filter(({ there, text }) => there !== text);
  for (const { path, engine, there } of stale)
    process.stderr.write(
      `${path} is ${there === undefined ? "missing" : "stale"}. Run \`terroir ci ${engine}\`, and commit what it writes.\n`,
    );
  if (stale.length === 0) print(`Current: ${files.map(({ path }) => path).join(", ")}.`);
  return stale.length === 0 ? 0 : 1;
}

function write(files: readonly Compared[], overwrite: boolean): void {
  const foreign = files.find(({ there }) => there !== undefined && !isOurs(there));
  if (foreign !== undefined && !overwrite)
    throw new InputError(
      `${foreign.path} is there already, and this command did not write it. Move what you want to keep of it to another file, then run again with --overwrite.`,
    );
  for (const { path, text, there } of files) {
    if (there === text) {
      print(`${path} is current.`);
      continue;
    }
    if (text === undefined) {
      rmSync(path);
      print(`${path} is removed: its stack is no more.`);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    print(`${path} is written.`);
  }
}

const LOST = (stacks: readonly string[]): string =>
  `\nThe state of ${listed(stacks)} is a file beside the project. A runner is thrown away, and the state with it: the next run would know of nothing, and make everything once more. Say where it is kept before anything is deployed: new SovereignStack(app, …, { state: { bucket: { name: "…", at: … } } }).`;

const listed = (stacks: readonly string[]): string => (stacks.length > 5 ? `${stacks.length} stacks` : stacks.join(", "));

const KEY = (file: string): string =>
  `\nDeployments take only plans that the review signed, and ${file} is not here. Make its key once:
  openssl genpkey -algorithm ed25519 -out review-key.pem
  openssl pkey -in review-key.pem -pubout -out ${file}
Commit ${file}; put the text of review-key.pem into the pipeline's secret TERROIR_SIGNING_KEY, and delete the file.`;
