/** Profiles by name: built-in ones by id, a company's own as values. */
import { InputError } from "../errors.ts";
import { isProfile, type Profile } from "../profile/profile.ts";
import { nearest } from "../written/nearest.ts";
import { check, type Given, shown } from "../written/shape.ts";
import { builtInProfiles } from "./index.ts";

/**
 * A profile by its id, or the profile itself.
 *
 * @throws InputError that names the nearest
 */
export function profileNamed(profile: string | Profile, more: readonly Profile[] = []): Profile {
  if (typeof profile !== "string") return profile;
  const known = [...builtInProfiles, ...more];
  const found = known.find(({ id }) => id === profile);
  if (found !== undefined) return found;
  const ids = known.map(({ id }) => id);
  const [near] = nearest(profile, ids);
  throw new InputError(
    `There is no profile "${profile}".${near === undefined ? "" : ` Did you mean "${near}"?`} \`terroir profiles\` lists them: ${ids.join(", ")}.`,
  );
}

const schema = { type: "array", items: { anyOf: [{ enum: builtInProfiles.map(({ id }) => id) }, { type: "string", pattern: "/" }] } };

/** In a policy: ids, and in a program profiles. */
export const profiles = check(schema, (value, at, wrong, { profiles: more = [] }: Given) => {
  if (!Array.isArray(value)) return wrong(at, `is ${shown(value)}`, 'Write a list of profiles, ["secnumcloud"]');
  for (const [i, one] of value.entries()) {
    if (isProfile(one)) continue;
    const ids = [...builtInProfiles, ...more].map(({ id }) => id);
    if (typeof one === "string" && ids.includes(one)) continue;
    const [near] = typeof one === "string" ? nearest(one, ids) : [];
    wrong(
      `${at}[${i}]`,
      `is ${shown(one)}, which is no profile`,
      near === undefined ? `The profiles are ${ids.join(", ")}` : `Did you mean "${near}"? The profiles are ${ids.join(", ")}`,
    );
  }
});
