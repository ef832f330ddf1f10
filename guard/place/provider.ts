import type { CloudFacts, ProviderFacts } from "../../clouds/contract/index.ts";
import { providerOf } from "../hearing/classify.ts";
import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { fileThatDecides } from "../operator/endpoints.ts";
import { blockOf, endpointsOf } from "../operator/operator.ts";
import { showBlock } from "../operator/show-block.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";
import { somewhereAt, spotsNamed, undecided } from "./codes.ts";
import { reachedSpots } from "./reached.ts";
import type { Spot } from "./spot.ts";

type Places = NonNullable<ProviderFacts["place"]>;

/** The place that a provider block gives to what runs under it: its region, its environment's, its project's, or its endpoint's. */
export function providerSpots(hearing: Hearing, subject: Subject, clouds: readonly CloudFacts[]): readonly Spot[] {
  const block = blockOf(subject);
  return clouds.flatMap((facts) => blockSpots(hearing, subject, block, facts));
}

/** Which attributes say it depends on the program that is asked, and what their codes mean on whose cloud it speaks to. */
function placesOf(hearing: Hearing, subject: Subject, facts: CloudFacts): Places | undefined {
  const provider = providerOf(hearing, subject);
  return (provider.is === "cloud" ? provider.facts : facts).provider.place;
}

function blockSpots(hearing: Hearing, subject: Subject, block: Subject | undefined, facts: CloudFacts): readonly Spot[] {
  const place = placesOf(hearing, subject, facts);
  const spots: Spot[] = [];
  let silent = true;
  for (const path of place?.paths ?? [])
    for (const reading of block?.read(path) ?? [])
      for (const one of candidates(reading.value)) {
        const at = { path: reading.path, chain: [{ at: block?.address ?? "" }, ...one.chain] };
        if (one.is === "absent") continue;
        silent = false;
        if (one.is === "text") spots.push(...spotsNamed(facts, { ...at, code: ownCode(hearing, subject, one.text) }));
        else spots.push(undecided(at, `the provider's ${path} is not known: ${one.cause}`, `write ${path} in the provider block`));
      }
  if (silent || mayBeSilent(place?.paths ?? [], block)) return [...spots, ...beyondTheBlock(hearing, subject, block, facts, place)];
  return [...spots, ...calledElsewhere(hearing, subject, facts, spots)];
}

/** The interface of one region makes everything there, whichever region is written beside its address. */
function calledElsewhere(hearing: Hearing, subject: Subject, facts: CloudFacts, written: readonly Spot[]): readonly Spot[] {
  return endpointsOf(hearing, subject).flatMap((endpoint) => {
    if (endpoint.is !== "known" || endpoint.answerer.reaches !== undefined) return [];
    const { region: code, facts: answering = facts } = endpoint.answerer;
    const isWritten = code === undefined || written.some((spot) => spot.is === "region" && spot.region.code === code);
    return isWritten ? [] : spotsNamed(answering, { code, path: endpoint.path, chain: endpoint.chain });
  });
}

/** The operator's code of a region that the one service which is called has another name for. */
function ownCode(hearing: Hearing, subject: Subject, code: string): string {
  const [only, ...more] = endpointsOf(hearing, subject);
  const isItsOwn = only?.is === "known" && only.answerer.calls === code && more.length === 0;
  return (isItsOwn ? only.answerer.region : undefined) ?? code;
}

/** A value that is present in one case and absent in another leaves the other case to the environment. */
function mayBeSilent(paths: readonly string[], block: Subject | undefined): boolean {
  return paths.every((path) => (block?.read(path) ?? []).every(({ value }) => candidates(value).some((one) => one.is === "absent")));
}

function beyondTheBlock(
  hearing: Hearing,
  subject: Subject,
  block: Subject | undefined,
  facts: CloudFacts,
  place: Places | undefined,
): readonly Spot[] {
  const at = { path: "", chain: [{ at: block?.address ?? `provider ${subject.providerSource ?? facts.cloud}` }] };
  const { paths = [], env = [], default: fallback, projects } = place ?? {};
  const own = providerOf(hearing, subject);
  const file = fileThatDecides(block, own.is === "cloud" ? own.facts : facts);
  const said = file === undefined ? declared(hearing, env) : undefined;
  if (said?.is === "set") return spotsNamed(facts, { code: said.text, path: "", chain: [...at.chain, { at: said.name, text: said.text }] });
  const attribute = paths[0] ?? "its region";
  const project = projects === undefined ? undefined : projectSpots(hearing, block, facts, projects, at.chain, file);
  if (project !== undefined) return project;
  const answered = endpointsOf(hearing, subject).flatMap((e) => (e.is === "known" ? [e] : []));
  const reached = reachedSpots(hearing, answered, facts, { ...at, attribute });
  if (reached.length > 0) return reached;
  if (file !== undefined)
    return [
      undecided(
        { ...at, path: file },
        `${file} hands the place to a file that nothing here shows`,
        `write ${attribute} in the provider block`,
      ),
    ];
  const regional = answered.filter((e) => e.answerer.region !== undefined);
  if (regional.length > 0)
    return regional.flatMap((e) =>
      spotsNamed(e.answerer.facts ?? facts, { code: e.answerer.region ?? "", path: e.path, chain: [...at.chain, ...e.chain] }),
    );
  if ((env.length === 0 || said?.is === "unset") && fallback !== undefined)
    return spotsNamed(facts, { code: fallback, path: "", chain: [...at.chain, { at: "the provider's default", text: fallback }] });
  const variables = env.length === 0 ? "" : ` and the environment variable ${env.join(" or ")} decides`;
  const otherwise = fallback === undefined ? "" : `, else the provider's default ${fallback}`;
  const because =
    block?.hidden === true
      ? `a state does not show the provider block, which may say ${attribute}`
      : `the provider block does not say ${attribute}${variables}${otherwise}`;
  const fix = showBlock(block, `write ${attribute} in the provider block`);
  // A provider without a default fails where nobody chooses; one with a default is in some region of its operator, whoever chooses.
  return fallback === undefined ? [undecided(at, because, fix)] : somewhereAt(hearing, facts, at, because, fix);
}

/** The region with which a project's name begins; undefined where no project is known, so that the address alone bounds where things are. */
function projectSpots(
  hearing: Hearing,
  block: Subject | undefined,
  facts: CloudFacts,
  { paths, env }: NonNullable<Places["projects"]>,
  chain: Chain,
  file: string | undefined,
): readonly Spot[] | undefined {
  const named = paths
    .flatMap((path) => block?.read(path) ?? [])
    .flatMap(({ path, value }) => candidates(value).flatMap((one) => (one.is === "absent" ? [] : [{ path, one }])));
  if (named.length === 0) {
    const said = file === undefined ? declared(hearing, env) : undefined;
    return said?.is === "set"
      ? spotsNamed(facts, { code: said.text, path: "", chain: [...chain, { at: said.name, text: said.text }] }, "project")
      : undefined;
  }
  const spots = named.map(({ path, one }) =>
    one.is === "text" ? spotsNamed(facts, { code: one.text, path, chain: [...chain, ...one.chain] }, "project") : undefined,
  );
  return spots.includes(undefined) ? undefined : spots.flatMap((found) => found ?? []);
}
