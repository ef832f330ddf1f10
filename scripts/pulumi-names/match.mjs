// Which Terraform type a token means: by its words, by its properties, by what the package's own documentation calls it. No guess: what no
// evidence decides is returned as open, and stays out of the table, so that the guard refuses it.
import { inflected } from "./spell.mjs";

/** Attributes that Pulumi keeps for itself, or renders as an option of the resource. */
export const RESERVED = new Set(["id", "timeouts"]);

/** So sure must the properties be where the words say nothing, and so far ahead of the next type. */
const [SURE, AHEAD] = [0.87, 0.2];

/**
 * @param {{ token: string, properties: Map<string, unknown>, words: string }[]} declared
 * @param {Map<string, Iterable<string>>} types type → its attributes
 */
export function match(declared, types, { prefix, verb = "", hand = {} }) {
  const chosen = new Map();
  const choose = (one, type, because) => chosen.set(one.token, { type, because });
  const pass = (ones, because, find) =>
    ones.filter((one) => {
      const type = find(one, ranked(one, types));
      if (type !== undefined) choose(one, type, because);
      return type === undefined;
    });
  let open = pass(declared, "by hand", ({ token }) => {
    if (hand[token] !== undefined && !types.has(hand[token]))
      throw new Error(`${token} is said to be ${hand[token]}, which the schema does not have.`);
    return hand[token];
  });
  open = pass(open, "its words", (one, all) => {
    const spelled = wordsOf(one.token, verb);
    return ahead(all.filter(([type, how]) => how >= 0.3 && spelled.some((words) => words === plain(type.slice(prefix.length + 1)))));
  });
  open = pass(
    open,
    "its properties",
    (_one, all) => ahead(all.filter(([, how]) => how >= SURE)) ?? ahead(all.filter(([, how]) => how === 1)),
  );
  // Of types with the same properties, the one that no other token means.
  const taken = () => new Set([...chosen.values()].map(({ type }) => type));
  open = pass(open, "its properties, and nothing else has them", (_one, all) =>
    ahead(all.filter(([type, how]) => how === 1 && !taken().has(type))),
  );
  open = pass(open, "its documentation", (one, all) =>
    ahead(
      all.filter(([type, how]) => how >= 0.6 && !taken().has(type) && new RegExp(`\\b${type}\\.\\w|import ${type}\\b`).test(one.words)),
    ),
  );
  return { chosen, open: open.map((one) => ({ token: one.token, near: ranked(one, types).slice(0, 3) })) };
}

/** The first, where no second is near. */
function ahead(all) {
  const [first, second] = all;
  return first !== undefined && (second === undefined || first[1] - second[1] >= AHEAD) ? first[0] : undefined;
}

/** `v2` of an interface is another interface than `v3`, however alike they are. */
const version = (name) => /_?v(\d)$/i.exec(name)?.[1];
const sameVersion = (token, type) => version(token) === undefined || version(type) === undefined || version(token) === version(type);

const ranked = (one, types) =>
  [...types]
    .filter(([type]) => sameVersion(one.token, type))
    .map(([type, names]) => [type, likeness(one, names)])
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));

/** How many names both have, of all that either has; plural and singular count as one. */
function likeness(one, names) {
  const attributes = [...names].filter((name) => !RESERVED.has(name));
  const mine = new Set([...one.properties.keys()].filter((name) => !RESERVED.has(name)).map(plain));
  const forms = new Set(attributes.flatMap(inflected).map(plain));
  const extra = [...mine].filter((name) => !forms.has(name)).length;
  const missing = attributes.filter((name) => !inflected(name).some((form) => mine.has(plain(form)))).length;
  const both = mine.size - extra;
  return mine.size === 0 && attributes.length === 0 ? 1 : both / (both + extra + missing);
}

/** Words as they are compared: no case, no separators, no plural, no version of an API at the end. */
const plain = (name) =>
  name
    .toLowerCase()
    .replace(/_?v\d$/, "")
    .replace(/[^a-z0-9]/g, "")
    .replace(/s$/, "");

/** `ovh:CloudProject/storage:Storage` with its module and without: the module may repeat the resource's first word, or say nothing (`index`). */
function wordsOf(token, verb) {
  const [, module = "", name = ""] = /^[^:]+:(?:(.*)\/)?[^/:]+:(.+)$/.exec(token) ?? [];
  const bare = verb !== "" && name.startsWith(verb) ? name.slice(verb.length) : name;
  const spelled = module === "index" || module === "" ? [bare] : [`${module}${bare}`, `${module.replace(/s$/, "")}${bare}`, bare];
  return [...new Set(spelled.map(plain))];
}
