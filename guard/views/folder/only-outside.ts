import type { Infrastructure, Subject } from "../../subject/infrastructure.ts";
import { withoutKeys } from "../plan/address.ts";

/**
 * What a second reading of the same code has and the first has not. Of it only what is certainly outside counts: the engine at hand makes none of it.
 * It refers to things of its own reading, so that nothing of the first is judged otherwise for it (decision 372).
 */
export function onlyOutside(first: Infrastructure, second: Infrastructure, unseen: string): Infrastructure {
  const known = new Set([...first.subjects].map(({ address }) => withoutKeys(address)));
  const more = [...second.subjects].filter(({ address }) => !known.has(withoutKeys(address)));
  return { ...second, subjects: more.map(unmade), unseen: [unseen] };
}

/** Whatever else a subject can say, it says itself. */
const unmade = (subject: Subject): Subject =>
  new Proxy(subject, {
    get(itself, key) {
      if (key === "leaves") return "unmade";
      const value = Reflect.get(itself, key, itself);
      return typeof value === "function" ? value.bind(itself) : value;
    },
  });
