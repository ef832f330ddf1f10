import { InputError } from "../../catalogue/errors.ts";
import type { Infrastructure, Subject } from "../../guard/index.ts";
import { isObject } from "../../guard/values/term.ts";
import { readFolderOfCode, type Told } from "../../guard/views/folder.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { type Configuration, readConfiguration } from "../../guard/views/plan/configuration.ts";
import { planOf } from "../../guard/views/plan.ts";
import type { Shown } from "../../guard/views/shown/document.ts";
import { besideFiles, readingOf } from "./beside-files.ts";
import { folderOfCode } from "./folder-of-code.ts";
import type { InputOptions } from "./options.ts";

/**
 * A plan, and the code that it was made from, which says what a plan does not: what the expressions of provider blocks give, and where state is kept.
 * Variables have the values that they have in the plan.
 *
 * @throws InputError where the plan was made from other code
 */
export function planWithCode(document: Shown, origin: string, folder: string, options: InputOptions): Infrastructure {
  const told = valuesIn(document, origin);
  const written = readFolderOfCode(folderOfCode(folder), engineOf(document), {}, readingOf({ ...options, told }));
  const planned = planOf(document, origin, { code: written });
  requireSame(planned, written, readConfiguration(document, origin), origin, folder);
  return {
    ...besideFiles(planned, written),
    unseen: planned.unseen.filter((what) => !what.startsWith("the backend")),
  };
}

/** Each engine writes the registry that it takes for granted; OpenTofu has files that Terraform does not read. */
function engineOf(document: Shown): "opentofu" | "terraform" {
  const configuration = document.member("configuration");
  const blocks = isObject(configuration) && isObject(configuration.provider_config) ? Object.values(configuration.provider_config) : [];
  const names = blocks.flatMap((block) => (isObject(block) && typeof block.full_name === "string" ? [block.full_name] : []));
  return names.some((name) => name.startsWith("registry.opentofu.org/")) ? "opentofu" : "terraform";
}

/** A plan has the value of every variable of the root module, those by default among them. */
function valuesIn(document: Shown, origin: string): ReadonlyMap<string, Told> {
  const variables = document.member("variables");
  if (!isObject(variables)) return new Map();
  return new Map(
    Object.entries(variables).flatMap(([name, one]): [string, Told][] => {
      const value = isObject(one) ? one.value : undefined;
      return value === undefined ? [] : [[name, { value, by: origin }]];
    }),
  );
}

/**
 * What is made in the root module stands in the code, and what the code makes stands in the plan's configuration, which holds what a run leaves out
 * (`-target`) as well: other code may have other provider blocks.
 */
function requireSame(planned: Infrastructure, written: Infrastructure, { modules }: Configuration, origin: string, folder: string): void {
  const code = new Set([...written.subjects].filter(isMade).map(plain));
  const other = (what: string): InputError =>
    new InputError(`${origin} was not made from the code in ${folder}: ${what}. Name the folder in which the plan was made: --code DIR`);
  for (const subject of planned.subjects)
    if (isMade(subject) && !subject.address.startsWith("module.") && !code.has(plain(subject)))
      throw other(`${subject.address} stands in the plan and not in the code`);
  for (const address of code) {
    const [, path = "", name = ""] = /^((?:module\.[^.]+\.)*)(.*)$/s.exec(address) ?? [];
    if (modules.get(path.slice(0, -1))?.resources.find(name) === undefined)
      throw other(`${address} stands in the code and not in the plan`);
  }
}

const isMade = ({ kind, leaves }: Subject): boolean => kind === "resource" && leaves === undefined;
const plain = ({ address }: Subject): string => withoutKeys(address);
