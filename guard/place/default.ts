import type { Absence, CloudFacts } from "../../clouds/contract/index.ts";
import { declared } from "../hearing/environment.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { whoAnswers } from "../operator/endpoints.ts";
import { blockOf } from "../operator/operator.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { spotsNamed, undecided } from "./codes.ts";
import type { Spot } from "./spot.ts";

/** Every region that the default can be, and whatever the provider block or a variable puts in its stead. */
export function byDefault(
  hearing: Hearing,
  subject: Subject,
  clouds: readonly CloudFacts[],
  path: string,
  { of = [], block = [], env = [], because }: Absence,
): readonly Spot[] {
  const facts = clouds[0];
  if (facts === undefined) return [undecided({ path, chain: [] }, because, `set ${path} to an approved region`)];
  const named = (code: string, at: string) => spotsNamed(facts, { code, path, chain: [{ at, text: code }] });
  const instead = block
    .flatMap((attribute) => blockOf(subject)?.read(attribute) ?? [])
    .flatMap((reading) =>
      candidates(reading.value).flatMap((one): readonly Spot[] => {
        if (one.is === "absent") return [];
        if (one.is === "text")
          return spotsNamed(facts, { code: one.text, path, chain: [{ at: `the provider's ${reading.path}` }, ...one.chain] });
        return [undecided({ path, chain: one.chain }, `the provider's ${reading.path} is not known: ${one.cause}`, `set ${path}`)];
      }),
    );
  return [...of.flatMap((code) => named(code, "the default")), ...instead, ...fromVariable(hearing, facts, path, env)];
}

function fromVariable(hearing: Hearing, facts: CloudFacts, path: string, env: readonly string[]): readonly Spot[] {
  const said = declared(hearing, env);
  // A variable that nobody declared moves nothing, as for every address: decision 21.
  if (said?.is !== "set") return [];
  const region = whoAnswers(hearing, said.text, undefined)?.region;
  const chain = [{ at: said.name, text: said.text }, { at: "environment of the policy" }];
  return region === undefined
    ? [
        undecided(
          { path, chain },
          `${path} is not set, and ${said.name} calls an address that says no region`,
          `set ${path} to an approved region`,
        ),
      ]
    : spotsNamed(facts, { code: region, path, chain });
}
