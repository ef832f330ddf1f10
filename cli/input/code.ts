import { type Infrastructure, readPlan, type Subject } from "../../guard/index.ts";
import { readFolderOfCode } from "../../guard/views/folder.ts";
import { planJson, RehearsalError } from "../../rehearsal/index.ts";
import { MARK } from "../../rehearsal/staging/type-values.ts";
import { engineFor } from "../engine-for.ts";
import { interruption } from "../interrupt.ts";
import type { InputOptions } from "./options.ts";

/**
 * A folder of Terraform code, judged by its plan: the real engine resolves modules, variables and expressions, with simulated providers. The backend,
 * and what encrypts the state, are read where they stand: no plan carries them.
 */
export async function fromCode(folder: string, { engine: wanted, say }: InputOptions): Promise<Infrastructure> {
  const signal = interruption();
  const engine = await engineFor(wanted, signal);
  const written = readFolderOfCode(folder, engine.kind);
  say(`Planning ${folder} with simulated providers: no account, no network.`);
  try {
    const { plan, assumed } = await planJson(folder, { engine, signal });
    return together(readPlan(plan as Parameters<typeof readPlan>[0], folder, { madeUp: MARK }), written, assumed);
  } catch (error) {
    // A provider that nobody simulates is no reason to look away: what is written can be judged, and what only a plan knows is undecided.
    if (error instanceof RehearsalError && error.kind === "not-simulated")
      return {
        ...written,
        unseen: [...written.unseen, `${folder}: a plan, so that what only a plan knows is undecided. ${error.message}`],
      };
    throw error;
  }
}

/** What only the files say. */
const isWrittenOnly = ({ kind }: Subject): boolean => kind === "backend" || kind === "file";

function together(planned: Infrastructure, written: Infrastructure, assumed: readonly string[]): Infrastructure {
  const own = written.subjects.filter(isWrittenOnly);
  return {
    view: "folder",
    origin: written.origin,
    subjects: [...own, ...planned.subjects],
    find: (address) => planned.find(address) ?? own.find((subject) => subject.address === address),
    unseen: [
      ...written.unseen,
      ...planned.unseen.filter((what) => !what.startsWith("the backend")),
      ...assumed.map((what) => `what stands for ${what}: the rehearsal made it up`),
    ],
  };
}
