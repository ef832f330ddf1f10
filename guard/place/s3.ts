import { regionOf } from "../approvals/regions.ts";
import { providerOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import { cloudsAnswering, endpointsOf } from "../operator/operator.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { spotsNamed, undecided } from "./codes.ts";
import type { Located, Spot } from "./spot.ts";

export function speaksS3(hearing: Hearing, subject: Subject): boolean {
  const provider = providerOf(hearing, subject);
  return provider.is === "other" && provider.s3 !== undefined;
}

/** What speaks S3 is in the region of whoever answers, and in the one in which a new bucket is ordered where the store has it. */
export function atEndpoint(hearing: Hearing, subject: Subject): Located {
  const spots = endpointsOf(hearing, subject).map((endpoint): Spot => {
    const answerer = endpoint.is === "known" ? endpoint.answerer : undefined;
    if (endpoint.is === "known" && answerer?.facts !== undefined && answerer.region !== undefined) {
      const said = answerer.located === undefined ? [] : [{ at: "located in the policy", text: answerer.located }];
      const [spot] = spotsNamed(answerer.facts, { code: answerer.region, path: endpoint.path, chain: [...endpoint.chain, ...said] });
      if (spot !== undefined) return spot;
    }
    return undecided(
      { path: "", chain: [] },
      "its provider's endpoint does not say in which region it is",
      'write the endpoint of an approved region in the provider block, or say in the policy where its host is: located: { "HOST": "CLOUD:REGION" }',
    );
  });
  return { is: "somewhere", spots: [...spots, ...ordered(hearing, subject), ...sentOn(hearing, subject)] };
}

/**
 * Regions of the answering cloud that a request names. A name that the cloud has not is a formality of the protocol, `us-east-1`: the cloud refuses it, or
 * does not look.
 */
function ordered(hearing: Hearing, subject: Subject): readonly Spot[] {
  const provider = providerOf(hearing, subject);
  const regions = provider.is === "other" ? provider.s3?.regions : undefined;
  if (regions === undefined) return [];
  const written = [
    ...regions.own.map((path) => ({ of: subject, path, name: path })),
    ...regions.block.map((path) => ({ of: subject.provider, path, name: `the provider's ${path}` })),
  ];
  return written.flatMap(({ of, path, name }) =>
    (of?.read(path) ?? []).flatMap((reading) =>
      candidates(reading.value).flatMap((one): readonly Spot[] => {
        // What the provider says itself is where the bucket is, and no order.
        if (one.is === "absent" || (of === subject && subject.written?.(path) === false)) return [];
        const at = { path: of === subject ? reading.path : "", chain: one.chain };
        if (one.is === "unknown") return [undecided(at, `${name} is not known: ${one.cause}`, `write ${path} as a literal`)];
        const clouds = cloudsAnswering(hearing, subject);
        const spots = clouds.flatMap((facts) =>
          regionOf(facts, one.text) === undefined ? [] : spotsNamed(facts, { ...at, code: one.text }),
        );
        // A block names a region because the protocol wants one; whoever writes it on a bucket means a place, and this store has no such.
        return of !== subject || spots.length > 0 || clouds.length === 0
          ? spots
          : [undecided(at, `${name} is ${one.text}, which the store at this endpoint does not have`, `leave out ${path}`)];
      }),
    ),
  );
}

/** Buckets that an S3 resource sends to: their names are all that it says of them. */
function sentOn(hearing: Hearing, subject: Subject): readonly Spot[] {
  const provider = providerOf(hearing, subject);
  const paths = provider.is === "other" ? (provider.s3?.sends ?? []) : [];
  return paths.flatMap((path) =>
    subject
      .read(path)
      .filter(({ value }) => candidates(value).some((one) => one.is !== "absent"))
      .map(({ path: at, value }) =>
        undecided(
          { path: at, chain: value.chain },
          value.kind === "unknown"
            ? `whether ${at} names a bucket to send to is not known: ${value.cause}`
            : `${at} sends to a bucket by its name, which says nothing of the place`,
          value.kind === "unknown"
            ? `check the plan beside its code, which says whether it is written (terroir check --code DIR), or the state once it is there`
            : `leave out ${at}`,
        ),
      ),
  );
}
