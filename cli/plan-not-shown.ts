import { EngineError, InputError, type TerroirError } from "../catalogue/errors.ts";
import { type Engine, errorsIn, titleOf } from "../engines/index.ts";

/** What was asked of the engine when it showed no plan. */
export interface NotShown {
  /** The plan file, as the user named it. */
  readonly file: string;
  /** The stack's folder, in which the engine ran. */
  readonly folder: string;
  readonly engine: Engine;
  /** What it printed to standard error. */
  readonly output: string;
  /** How the same plan may be had in JSON. */
  readonly otherwise: string;
}

type Cause = readonly [said: RegExp, because: (found: RegExpExecArray, asked: NotShown) => string, todo: (asked: NotShown) => string];

const NAME_ENGINE = "Name the program that made it: --engine PATH.";

/** By what an engine says (OpenTofu 1.12.6 and Terraform 1.11.4, asked on 2026-11-28), the more particular first. */
const CAUSES: readonly Cause[] = [
  [
    /plan file was created by .*?(\d[\w.-]*), but this is/,
    ([, release], { engine }) =>
      `release ${release} of an engine made it, and ${titleOf(engine.kind)} ${engine.version} reads its own release's plans alone`,
    () => NAME_ENGINE,
  ],
  [
    /depends on (var\.[\w-]+) which is not available/,
    ([, variable = "var"]) => `it is encrypted, and nobody gave ${variable}, on which its key depends`,
    () => "Give it as the deployment had it: TF_VAR_NAME in the environment.",
  ],
  [
    /decryption failed/,
    () => "it is encrypted with another key than the one that is given",
    ({ folder }) => `Give the key that ${folder} had when it was planned (TF_VAR_… of its passphrase).`,
  ],
  [
    /is encrypted and requires a valid encryption configuration/,
    (_, { folder }) => `it is encrypted, and ${folder} has no key for it`,
    () => "Name the synthesized folder that it was planned from: --path FOLDER.",
  ],
  [
    /invalid remote plan format/,
    (_, { engine }) => `it is encrypted, and ${titleOf(engine.kind)} cannot decrypt it`,
    () => `OpenTofu can. ${NAME_ENGINE}`,
  ],
  [
    /not a valid zip file|unexpected EOF/,
    () => "it is no plan of an engine, or only a part of one",
    () => "Take the file as the run that planned kept it.",
  ],
  [
    /required plugins are not installed|Required plugins|load plugin schemas|Inconsistent dependency lock file|load the schema for provider/i,
    (_, { folder }) => `the engine needs the plan's providers for it, and ${folder} does not have them`,
    ({ folder, engine }) =>
      `Have them installed: ${engine.kind === "opentofu" ? "tofu" : "terraform"} -chdir=${folder} init -backend=false.`,
  ],
];

/** Why an engine does not show a plan, and what to do; where nobody knows its words, its first error. */
export function planNotShown(asked: NotShown): TerroirError {
  const { file, output, otherwise } = asked;
  const words = errorsIn(output);
  const flat = words.replace(/\s+/g, " ");
  for (const [said, because, todo] of CAUSES) {
    const found = said.exec(flat);
    if (found !== null) return new InputError(`${file} cannot be shown: ${because(found, asked)}. ${todo(asked)} ${otherwise}`);
  }
  const [first = ""] = words.split(/\n(?=Error: )/);
  return new EngineError(`${titleOf(asked.engine.kind)} cannot show ${file} in ${asked.folder}. ${otherwise} It says:\n${first.trim()}`);
}
