import type { MovePhase } from "./data-move.ts";
import type { ExitPhase, ExitPlan, MovingData } from "./plan.ts";
import { stateTasks } from "./states.ts";
import { alongTasks, bound } from "./staying.ts";

/** What must stand before what: whoever is named first is asked for by what comes after. */
const BUILT = [
  "keyRing",
  "identity",
  "secretStore",
  "network",
  "firewall",
  "registry",
  "bucket",
  "auditLog",
  "fileShare",
  "volume",
  "database",
];

/** On the day: first what others read from, last what keeps the rest readable. */
const SWITCHED = [
  "database",
  "volume",
  "fileShare",
  "instance",
  "bucket",
  "registry",
  "cluster",
  "auditLog",
  "backup",
  "secretStore",
  "keyRing",
];

const inOrder = (data: readonly MovingData[], order: readonly string[]): readonly MovingData[] => {
  const rank = ({ concept }: MovingData): number => (order.includes(concept) ? order.indexOf(concept) : order.length);
  return [...data].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
};

/** What a copy reaches inside a private network only. */
const PRIVATE = new Set(["database", "fileShare", "volume", "instance"]);

interface Way extends Pick<ExitPlan, "steps" | "staying" | "states" | "variables" | "data"> {
  /** Operators that stood apart today and would not then, one sentence each. */
  readonly lost: readonly string[];
}

export function phasesOf({ steps, staying, states, variables, data, lost }: Way): readonly ExitPhase[] {
  const during = (phase: MovePhase): readonly string[] =>
    inOrder(data, phase === "copy" || phase === "follow" ? BUILT : SWITCHED).flatMap(({ path, steps }) =>
      steps.filter((one) => one.phase === phase).map(({ what }) => `${path}: ${what}`),
    );
  const open = steps.filter(({ status }) => status === "missing" || status === "unbuilt");
  const asked = (today: boolean) => variables.filter((one) => one.today === today);
  return [
    {
      title: "Decide what has no counterpart",
      tasks: [
        ...lost,
        ...together(open.map(({ path, because }) => [path, because ?? "it has no counterpart"])),
        ...together(bound(staying).map(({ address, because }) => [address, because])),
      ],
    },
    {
      title: "Give notice, and build the destination",
      tasks: [
        "Give notice: at most two months under the Data Act, article 25.",
        ...asked(false).map(({ name, what }) => `Give the variable ${name} a value${what === "" ? "" : `: ${what}`}`),
        ...asked(true).map(({ name, what }) => `Give the variable ${name} its value there too${what === "" ? "." : `: ${what}`}`),
        ...stateTasks(states),
        ...alongTasks(staying),
        "Deploy this program at the destination, with the places above; let the guard judge its plan.",
        ...(data.some(({ concept }) => PRIVATE.has(concept))
          ? [
              "Connect both private networks for the time of the move, encrypted (a SiteToSiteVpn): copies go through it, and nothing is opened to the internet.",
            ]
          : []),
      ],
    },
    { title: "Copy while everything runs", tasks: during("copy") },
    { title: "Keep in step", tasks: during("follow") },
    {
      title: "Switch over",
      tasks: [
        ...during("stop"),
        ...during("switch"),
        "Point names and clients at the destination.",
        "Try the way back once before anybody depends on it.",
      ],
    },
    {
      title: "Leave",
      tasks: [
        ...(states.some(({ today, then }) => today.at !== "" && today.at === then?.at)
          ? ["Keep the states of the origin until its environment is destroyed: the engine needs them for that."]
          : []),
        ...during("leave"),
        ...steps.flatMap(({ path, lock, from, to }) =>
          lock === undefined || from === to
            ? []
            : [
                `${path}: what is in it is locked for ${lock.days} days (${lock.mode}), at the origin as well${
                  lock.mode === "compliance" ? ": nobody can delete it before, and it is paid for until then" : ""
                }. Agree with the origin who keeps it until its locks end.`,
              ],
        ),
        "Keep the origin for at least 30 days in which data can still be retrieved (Data Act, article 25).",
        "Destroy the origin's environment, and ask for the confirmation that the data is erased.",
      ],
    },
  ].filter(({ tasks }) => tasks.length > 0);
}

/** What is to be decided once is one task, however many things wait for it. */
function together(all: readonly (readonly [what: string, because: string])[]): readonly string[] {
  const found = new Map<string, string[]>();
  for (const [what, because] of all) found.set(because, [...(found.get(because) ?? []), what]);
  return [...found].map(([because, those]) => `${those.join(", ")}: ${because}`);
}
