import type { CloudFacts } from "../../clouds/contract/index.ts";
import { candidates } from "../decide.ts";
import { fileThatDecides } from "../endpoints.ts";
import { declared } from "../environment.ts";
import type { Hearing } from "../hearing.ts";
import type { Subject } from "../infrastructure.ts";
import { blockOf, endpointsOf } from "../operator.ts";
import { spotsNamed, undecided } from "./codes.ts";
import type { Spot } from "./spot.ts";

/** The place that a provider block gives to what runs under it: its region, its environment's, or its endpoint's. */
export function providerSpots(hearing: Hearing, subject: Subject, clouds: readonly CloudFacts[]): readonly Spot[] {
  const block = blockOf(subject);
  return clouds.flatMap((facts) => blockSpots(hearing, subject, block, facts));
}

function blockSpots(hearing: Hearing, subject: Subject, block: Subject | undefined, facts: CloudFacts): readonly Spot[] {
  const { place } = facts.provider;
  const spots: Spot[] = [];
  let silent = true;
  for (const path of place?.paths ?? [])
    for (const reading of block?.read(path) ?? [])
      for (const one of candidates(reading.value)) {
        const at = { path: reading.path, chain: [{ at: block?.address ?? "" }, ...one.chain] };
        if (one.is === "absent") continue;
        silent = false;
        if (one.is === "text") spots.push(...spotsNamed(facts, { ...at, code: one.text }));
        else spots.push(undecided(at, `the provider's ${path} is not known: ${one.cause}`, `write ${path} in the provider block`));
      }
  return silent || mayBeSilent(place?.paths ?? [], block) ? [...spots, ...beyondTheBlock(hearing, subject, block, facts)] : spots;
}

/** A value that is present in one case and absent in another leaves the other case to the environment. */
function mayBeSilent(paths: readonly string[], block: Subject | undefined): boolean {
  return paths.every((path) => (block?.read(path) ?? []).every(({ value }) => candidates(value).some((one) => one.is === "absent")));
}

function beyondTheBlock(hearing: Hearing, subject: Subject, block: Subject | undefined, facts: CloudFacts): readonly Spot[] {
  const at = { path: "", chain: [{ at: block?.address ?? `provider ${subject.providerSource ?? facts.cloud}` }] };
  const { paths = [], env = [], default: fallback } = facts.provider.place ?? {};
  const said = declared(hearing, env);
  const file = fileThatDecides(block, facts);
  if (file !== undefined)
    return [
      undecided(
        { ...at, path: file },
        `${file} hands the place to a file that nothing here shows`,
        `write ${paths[0] ?? "the place"} in the provider block`,
      ),
    ];
  if (said?.is === "set") return spotsNamed(facts, { code: said.text, path: "", chain: [...at.chain, { at: said.name, text: said.text }] });
  const answered = endpointsOf(hearing, subject).flatMap((e) => (e.is === "known" && e.answerer.region !== undefined ? [e] : []));
  if (answered.length > 0)
    return answered.flatMap((e) =>
      spotsNamed(e.answerer.facts ?? facts, { code: e.answerer.region ?? "", path: e.path, chain: [...at.chain, ...e.chain] }),
    );
  if ((env.length === 0 || said?.is === "unset") && fallback !== undefined)
    return spotsNamed(facts, { code: fallback, path: "", chain: [...at.chain, { at: "the provider's default", text: fallback }] });
  const variables = env.length === 0 ? "" : ` and the environment variable ${env.join(" or ")} decides`;
  const otherwise = fallback === undefined ? "" : `, else the provider's default ${fallback}`;
  const attribute = paths[0] ?? "its region";
  return [
    undecided(at, `the provider block does not say ${attribute}${variables}${otherwise}`, `write ${attribute} in the provider block`),
  ];
}
