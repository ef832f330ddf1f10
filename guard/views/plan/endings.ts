import type { Subject } from "../../subject/infrastructure.ts";
import type { Shown } from "../shown/document.ts";
import type { Piece } from "../shown/piece.ts";
import { deposedAddress, joined, withoutKeys } from "./address.ts";
import type { Configuration } from "./configuration.ts";
import { field, isList, text } from "./document.ts";
import { sourceFields } from "./providers.ts";
import type { Values } from "./values.ts";

/** What a plan brings to an end. Whoever moves away from an operator has to be able to delete what is there. */
export interface Endings {
  /** It destroys all that there is, and makes, changes and keeps nothing: what it looks up is used by nobody. */
  readonly all: boolean;
  /** Whether under the program of a provider configuration nothing happens but that things are destroyed. */
  isLast(provider: Program): boolean;
}

type Program = Pick<Subject, "providerSource" | "providerHost">;

const NONE: Endings = { all: false, isLast: () => false };

/**
 * Goes through the changes only as far as under some program nothing has stayed: in most plans the first few say so.
 *
 * @param programs those that are configured
 * @param before what was there, as the plan found it
 */
export function endingsOf(plan: Shown, configuration: Configuration, programs: readonly Program[], before: Values): Endings {
  const changes = plan.pieces(plan.member("resource_changes"));
  if (changes.length === 0 || hasOthers(plan)) return NONE;
  const open = new Set(programs.map(keyOf));
  const gone = new Set<string>();
  const ended = new Set<string>();
  let all = plan.member("complete") !== false;
  for (let index = 0; index < changes.length && (all || open.size > 0); index++) {
    const [provider] = changes.texts(index, PROVIDER);
    const program = provider === undefined ? undefined : keyOf(sourceFields(provider));
    // Under it something stays, as is known by now.
    if (!all && program !== undefined && !open.has(program)) continue;
    const change = changes.at(index);
    if (isDestroyed(change)) {
      const [address = "", deposed] = change.texts(SAID);
      gone.add(deposedAddress(address, deposed));
      if (program !== undefined) ended.add(program);
    } else if (program === undefined) return NONE;
    else {
      all = false;
      open.delete(program);
    }
  }
  for (let index = 0; all && index < before.length; index++) {
    const { kind, address } = before.at(index);
    all = kind === "data" || gone.has(address);
  }
  const last = new Set([...open].filter((program) => ended.has(program)));
  if (!all && last.size > 0) for (const program of written(configuration, gone)) last.delete(program);
  return { all, isLast: (provider) => all || last.has(keyOf(provider)) };
}

const PROVIDER = ["provider_name"];
const SAID = ["address", "deposed"];

function isDestroyed(change: Piece): boolean {
  const actions = change.part("change", "actions");
  return isList(actions) && actions.length === 1 && actions[0] === "delete";
}

/** Programs that run beside the changes, and changes that are put off. */
const hasOthers = ({ member }: Shown): boolean =>
  ["deferred_changes", "action_invocations", "deferred_action_invocations"].some((name) => {
    const found = member(name);
    return found !== undefined && found !== null && !(isList(found) && found.length === 0);
  });

/** Programs under which the configuration has something that is not destroyed: data sources are read, and what there is none of yet may come. */
function* written({ modules, providers }: Configuration, gone: ReadonlySet<string>): Iterable<string> {
  const plain = new Set([...gone].map(withoutKeys));
  for (const { path, resources } of modules.values())
    for (const [name, block] of resources.others())
      if (!plain.has(joined(path, name))) {
        const named = block.text("provider_config_key") ?? "";
        yield keyOf(sourceFields(text(field(providers, named) ?? field(providers, withoutKeys(named)), "full_name")));
      }
}

const keyOf = ({ providerSource = "", providerHost = "" }: Program): string => `${providerHost}/${providerSource}`;
