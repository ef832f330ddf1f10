// How a package spells the attributes of one Terraform type: only what is not plain camel case is kept.
import { RESERVED } from "./match.mjs";
import { camel, inflected } from "./spell.mjs";

/** @returns {{ spelled: Record<string, string>, missing: string[], single: string[] }} `spelled`: Terraform path → the package's own last name; `missing`: what has none; `single`: a list or set in Terraform, which the package has as one object */
export function spell(block, properties, hand = {}, sent = true, path = "") {
  const spelled = {};
  const missing = [];
  const single = [];
  const used = new Set();
  const names = membersOf(block);
  const later = [];
  for (const [name, inner, settable, listed] of names) {
    if (path === "" && RESERVED.has(name)) {
      // Nor does it send an id that the author would have to choose.
      if (!sent && block.attributes?.[name]?.required === true) missing.push(name);
      continue;
    }
    // Of a resource Pulumi's SDKs keep `urn` for themselves and never send it.
    if (!sent && path === "" && camel(name) === "urn" && settable) {
      missing.push(name);
      continue;
    }
    const said = hand[`${path}${name}`];
    if (said !== undefined && !properties.has(said))
      throw new Error(`${path}${name} is said to be ${said}, which the package does not have.`);
    const found =
      said ??
      inflected(name).find(
        (form) =>
          properties.has(form) &&
          !used.has(form) &&
          (form === camel(name) || !names.some(([other]) => other !== name && camel(other) === form)),
      );
    if (found === undefined) {
      later.push([name, inner, settable, listed]);
      continue;
    }
    used.add(found);
    take(name, found, inner, listed);
  }
  for (const [name, inner, settable, listed] of later) {
    const left = [...properties.keys()].filter((one) => !used.has(one));
    const alike = left.filter(
      (one) => one.toLowerCase().endsWith(camel(name).toLowerCase()) || one.toLowerCase() === camel(name).toLowerCase(),
    );
    if (alike.length === 1) {
      used.add(alike[0]);
      take(name, alike[0], inner, listed);
    } else if (settable) missing.push(`${path}${name}`);
  }
  return { spelled, missing, single };

  function take(name, found, inner, listed) {
    if (listed && !properties.get(found).many) single.push(`${path}${name}`);
    if (found !== camel(name)) spelled[`${path}${name}`] = found;
    const members = properties.get(found).members;
    if (inner === undefined || members === undefined || members.size === 0) return;
    const below = spell(inner, members, hand, sent, `${path}${name}.`);
    single.push(...below.single);
    Object.assign(spelled, below.spelled);
    missing.push(...below.missing);
  }
}

/** Attributes and blocks of a block: name, what is within, whether a configuration may write it. */
function membersOf(block) {
  const attributes = Object.entries(block.attributes ?? {}).map(([name, one]) => [
    name,
    one.nested_type !== undefined ? { attributes: one.nested_type.attributes } : objectWithin(one.type),
    one.required === true || one.optional === true,
    one.nested_type !== undefined ? isListed(one.nested_type.nesting_mode) : Array.isArray(one.type) && isListed(one.type[0]),
  ]);
  const blocks = Object.entries(block.block_types ?? {}).map(([name, one]) => [name, one.block, true, isListed(one.nesting_mode)]);
  return [...attributes, ...blocks];
}

const isListed = (mode) => mode === "list" || mode === "set";

function objectWithin(type) {
  if (!Array.isArray(type)) return undefined;
  if (type[0] !== "object") return objectWithin(type[1]);
  return { attributes: Object.fromEntries(Object.entries(type[1]).map(([name, inner]) => [name, { type: inner, optional: true }])) };
}
