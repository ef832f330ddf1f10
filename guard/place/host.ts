import type { HostFacts } from "../../clouds/contract/index.ts";
import { providerOf, readingOf } from "../hearing/classify.ts";
import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { approvedHost } from "../operator/endpoints.ts";
import { showBlock } from "../operator/show-block.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { undecided } from "./codes.ts";
import { loginsIn } from "./login-file.ts";
import { somewhere } from "./silence.ts";
import type { Located, Spot } from "./spot.ts";

type Ask = (subject: Subject) => Located;

/** What software makes is where its host is: a cluster of this infrastructure, or a host that the policy approves. */
export function atHost(hearing: Hearing, subject: Subject, host: HostFacts, ask: Ask): Located {
  const { paths, env, elsewhere } = host;
  const block = subject.provider;
  const at = { path: "", chain: [{ at: block?.address ?? `provider ${subject.providerSource ?? ""}` }] };
  const fix = showBlock(
    block,
    `write ${paths[0]} in the provider block: the address of a cluster of this program, or of one among the policy's endpoints`,
  );
  const handed = Object.keys(elsewhere).filter((path) => isWritten(block, path));
  const [first] = handed;
  if (block !== undefined && first !== undefined) {
    const isFileAlone = handed.length === 1 && first === host.file && !paths.some((path) => isWritten(block, path));
    const logins = isFileAlone && declared(hearing, env)?.is !== "set" ? loginsIn(hearing, block.read(first)) : undefined;
    const spots = logins && spotsOfHosts(hearing, logins, host, ask);
    return spots === undefined
      ? somewhere(undecided(at, `its provider block has ${first}: ${elsewhere[first] ?? ""}`, fix))
      : { is: "somewhere", spots };
  }
  const readings = paths.flatMap((path) => block?.read(path) ?? []);
  const possible = readings.flatMap((reading) => candidates(reading.value).map((one) => ({ path: reading.path, one })));
  const spots: Spot[] = [];
  if (possible.length === 0 || possible.some(({ one }) => one.is === "absent")) {
    const said = declared(hearing, env);
    if (said?.is !== "set")
      spots.push(undecided(at, `its provider does not say which host it calls, and ${env.join(" or ")} decides`, fix));
    else if (!approvesHost(hearing, said.text))
      spots.push(undecided(at, `${said.name} names a host that the policy does not approve`, fix));
  }
  for (const { path, one } of possible) {
    if (one.is === "absent") continue;
    if (one.is === "text" && approvesHost(hearing, one.text)) continue;
    const refs = one.is === "unknown" ? one.refs : (block?.references?.(path) ?? []);
    const found = spotsOfHosts(hearing, refs, host, ask);
    if (found !== undefined) spots.push(...found);
    else
      spots.push(
        undecided(
          at,
          one.is === "unknown"
            ? `which host its provider calls is not known: ${one.cause}`
            : "its provider calls a host that the policy does not approve",
          fix,
        ),
      );
  }
  return spots.length > 0 ? { is: "somewhere", spots } : { is: "nowhere", because: "the policy approves the host that its provider calls" };
}

/** Where hosts of this infrastructure are; undefined where a reference is none, or is nowhere that is known. */
function spotsOfHosts(hearing: Hearing, refs: readonly string[], host: HostFacts, ask: Ask): readonly Spot[] | undefined {
  const found = refs.map((ref) => hearing.subjectsAt(ref).filter((target) => isHost(hearing, target, host)));
  const located = found.flatMap((targets) => targets.map(ask));
  return refs.length > 0 && found.every((targets) => targets.length > 0) && located.every((one) => one.is === "somewhere")
    ? located.flatMap((one) => (one.is === "somewhere" ? one.spots : []))
    : undefined;
}

/** In clear anybody on the way is the host. */
const approvesHost = (hearing: Hearing, text: string): boolean => !/^\s*http:/i.test(text) && approvedHost(hearing, text);

const isWritten = (block: Subject | undefined, path: string): boolean =>
  (block?.read(path) ?? []).some(({ value }) => candidates(value).some((one) => one.is !== "absent"));

function isHost(hearing: Hearing, target: Subject, { concept, words }: HostFacts): boolean {
  if ((target.kind !== "resource" && target.kind !== "data") || providerOf(hearing, target).is !== "cloud") return false;
  return readingOf(hearing, target)?.concept === concept || target.type.split("_").some((word) => words.includes(word));
}
