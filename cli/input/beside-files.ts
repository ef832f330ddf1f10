import type { Infrastructure, Subject } from "../../guard/index.ts";
import type { FolderOptions } from "../../guard/views/folder.ts";
import type { InputOptions } from "./options.ts";
import { schemaStrays } from "./schema-strays.ts";

/** How code is read, as the command was told. */
export const readingOf = ({ told, backend, workspace }: Pick<InputOptions, "told" | "backend" | "workspace">): FolderOptions => ({
  strays: schemaStrays(),
  ...(told !== undefined && { told }),
  ...(backend !== undefined && { backend }),
  ...(workspace !== undefined && { workspace }),
});

/**
 * What only the files say; a file that cannot be read may say otherwise than those that can, and what encrypts the state may run a program. Resources
 * are judged as a plan or a state has them.
 */
const isWrittenOnly = ({ kind, address }: Subject): boolean =>
  kind === "backend" || kind === "file" || (kind === "provisioner" && address.startsWith("terraform.encryption."));

/**
 * A plan or a state, with what only its code says.
 *
 * @param also what else counts as the code has it
 */
export function besideFiles(
  shown: Infrastructure,
  written: Infrastructure,
  also: (subject: Subject) => boolean = () => false,
): Infrastructure {
  const own = [...written.subjects].filter((subject) => isWrittenOnly(subject) || also(subject));
  return {
    ...shown,
    locked: written.locked ?? null,
    subjects: {
      *[Symbol.iterator]() {
        yield* own;
        yield* shown.subjects;
      },
    },
    find: (address) => shown.find(address) ?? own.find((subject) => subject.address === address),
  };
}
