import { documentsIn, each, type Members, membersOf } from "../graph/document.ts";

/** A stack's backend in the words of its own files; credentials may be among them. Without one an engine keeps a file. */
export interface BackendConfig {
  readonly type: string;
  readonly config: Members;
}

/** @param folder the stack's */
export function backendConfig(folder: string): BackendConfig {
  const blocks = documentsIn(folder, folder)
    .flatMap(({ members }) => each(members.terraform))
    .flatMap((block) => each(membersOf(block).backend))
    .flatMap((backend) => Object.entries(membersOf(backend)));
  const [type = "local", said] = blocks[0] ?? [];
  return { type, config: membersOf(each(said)[0]) };
}
