import { InputError } from "../../catalogue/errors.ts";
import type { Infrastructure, Subject } from "../../guard/index.ts";
import { readFolderOfCode } from "../../guard/views/folder.ts";
import { withoutKeys } from "../../guard/views/plan/address.ts";
import { readValues } from "../../guard/views/plan/values.ts";
import type { Shown } from "../../guard/views/shown/document.ts";
import { stateOf } from "../../guard/views/state.ts";
import { besideFiles, readingOf } from "./beside-files.ts";
import { folderOfCode } from "./folder-of-code.ts";
import type { InputOptions } from "./options.ts";

/**
 * A state, and the code that it is the state of, which says what a state does not: what provider blocks give, and where the state is kept. What the code
 * no longer has runs under a block that nobody shows.
 *
 * @throws InputError where nothing in the state stands in the code
 */
export function stateWithCode(document: Shown, origin: string, folder: string, options: InputOptions): Infrastructure {
  const written = readFolderOfCode(folderOfCode(folder), engineOf(document, origin), process.env, readingOf(options));
  const state = stateOf(document, origin, { code: written });
  requireSome(state, written, origin, folder);
  return {
    ...besideFiles(state, written, ({ kind }) => kind === "provider"),
    unseen: state.unseen.filter((what) => what.startsWith("provisioners")),
  };
}

/** Each engine writes the registry that it takes for granted; OpenTofu has files that Terraform does not read. */
function engineOf(document: Shown, origin: string): "opentofu" | "terraform" {
  const resources = readValues(document, valuesOf(document), origin);
  for (let index = 0; index < resources.length; index++) {
    const { provider } = resources.at(index);
    if (provider !== undefined && !provider.startsWith("terraform.io/"))
      return provider.startsWith("registry.opentofu.org/") ? "opentofu" : "terraform";
  }
  return "terraform";
}

const valuesOf = ({ member }: Shown) => member("values");

/** Code is changed before it is applied, so that each may have what the other has not; code that has nothing of a state is another one's. */
function requireSome(state: Infrastructure, written: Infrastructure, origin: string, folder: string): void {
  const code = new Set([...written.subjects].filter(isMade).map(plain));
  let isEmpty = true;
  for (const subject of state.subjects) {
    if (!isMade(subject)) continue;
    if (code.has(plain(subject))) return;
    isEmpty = false;
  }
  if (isEmpty) return;
  throw new InputError(
    `${origin} is not the state of the code in ${folder}: nothing in it stands there. Name the folder that it is the state of: --code DIR`,
  );
}

const isMade = ({ kind }: Subject): boolean => kind === "resource";
const plain = ({ address }: Subject): string => withoutKeys(address);
