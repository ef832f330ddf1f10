import { text } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS } from "../lift.ts";
import { isList } from "../term.ts";

/** `%`, the number of an argument or a flag and a width, and a verb. */
const VERB = /%(?:%|(?:\[(\d{1,3})\]|([-0]?)(\d{1,3})?)([A-Za-z])|)/g;
const ASCII = /^[ -~]*$/;

/** What Terraform's `format` writes, as far as it is certain: undefined for whatever else a verb can say. */
export function format(pattern: string, args: readonly Json[]): string | undefined | typeof FAILS {
  let [next, exact, used] = [0, true, 0];
  let fails = false;
  const written = pattern.replace(VERB, (verb: string, at: string | undefined, flag = "", width = "", letter?: string) => {
    if (verb === "%%") return "%";
    if (letter === undefined) {
      exact = false;
      return "";
    }
    const index = at === undefined ? next : Number(at) - 1;
    next = index + 1;
    used = Math.max(used, next);
    const arg = args[index];
    if (arg === undefined) fails = true;
    const piece = arg === undefined ? undefined : verbOf(letter, arg, flag, Number(width));
    exact &&= piece !== undefined;
    return piece ?? "";
  });
  if (fails || used < args.length) return FAILS;
  return exact ? written : undefined;
}

function verbOf(letter: string, arg: Json, flag: string, width: number): string | undefined {
  switch (letter) {
    case "s":
    case "v": {
      const word = letter === "v" && typeof arg === "object" ? undefined : text(arg);
      if (word === undefined || width === 0) return flag === "" ? word : undefined;
      return flag === "0" || letter === "v" || !ASCII.test(word) ? undefined : padded(word, flag, width);
    }
    case "t":
      return typeof arg === "boolean" && flag === "" && width === 0 ? String(arg) : undefined;
    case "q":
      return typeof arg === "string" && flag === "" && width === 0 && /^[ -~]*$/.test(arg) && !/[<>&]/.test(arg)
        ? JSON.stringify(arg)
        : undefined;
    case "d":
      return whole(arg, 10, flag, width);
    case "x":
      return whole(arg, 16, flag, width);
    default:
      return undefined;
  }
}

function whole(arg: Json, base: number, flag: string, width: number): string | undefined {
  if (typeof arg !== "number" || !Number.isSafeInteger(arg)) return undefined;
  const digits = Math.abs(arg).toString(base);
  const sign = arg < 0 ? "-" : "";
  return flag === "0" ? sign + digits.padStart(width - sign.length, "0") : padded(sign + digits, flag, width);
}

const padded = (word: string, flag: string, width: number): string => (flag === "-" ? word.padEnd(width) : word.padStart(width));

/** Of lists of one length each element in turn, and what is no list each time. */
export function formatEach(pattern: string, args: readonly Json[]): Json | undefined | typeof FAILS {
  const lists = args.filter(isList);
  const [length] = lists.map((list) => list.length);
  if (length === undefined || lists.some((list) => list.length !== length)) return undefined;
  const texts = Array.from({ length }, (_, index) =>
    format(
      pattern,
      args.map((arg) => (isList(arg) ? (arg[index] ?? null) : arg)),
    ),
  );
  return texts.includes(FAILS) ? FAILS : texts.every((one) => typeof one === "string") ? texts : undefined;
}
