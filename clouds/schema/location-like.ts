// Whole words of an attribute's name that may say where something is, or where data goes. Wide on purpose: what is none is named with a reason in the cloud's placements.
const WORDS = new Set([
  ..."region regions subregion zone zones az azs location locations datacenter datacenters dc place country countries continent city site sites".split(
    " ",
  ),
  ..."pop pops campus".split(" "),
]);

/** Whether an attribute's name looks like a place: `region_name`, `availability_zone`, `backup_location`, `datacenter_id`. */
export const looksLikePlace = (name: string): boolean =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_-]+/)
    .some((word) => WORDS.has(word.replace(/\d+$/, "")));
