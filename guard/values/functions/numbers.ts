import { number } from "../convert.ts";
import type { Json } from "../json.ts";
import { FAILS, type Operation } from "../lift.ts";
import { isList } from "../term.ts";

function of(compute: (...numbers: readonly number[]) => number): Operation {
  return (...args: readonly Json[]) => {
    const numbers = args.map(number);
    if (numbers.length === 0 || numbers.some((one) => one === undefined)) return FAILS;
    const result = compute(...numbers.filter((one) => one !== undefined));
    return Number.isSafeInteger(result) ? result : undefined;
  };
}

export const numbers: Readonly<Record<string, Operation>> = {
  abs: of((value = 0) => Math.abs(value)),
  ceil: of((value = 0) => Math.ceil(value) + 0),
  floor: of((value = 0) => Math.floor(value)),
  max: of((...all) => Math.max(...all)),
  min: of((...all) => Math.min(...all)),
  signum: of((value = 0) => Math.sign(value)),
  pow: of((base = 0, power = 0) => (power >= 0 && Number.isInteger(power) && Number.isInteger(base) ? base ** power : Number.NaN)),
  parseint: (digits, base) => {
    if (typeof digits !== "string" || typeof base !== "number" || !Number.isInteger(base) || base < 2 || base > 36) return undefined;
    if (!/^-?[0-9a-zA-Z]{1,15}$/.test(digits)) return undefined;
    const value = [...digits.replace("-", "")].reduce((sum, digit) => {
      const worth = Number.parseInt(digit, 36);
      return worth < base ? sum * base + worth : Number.NaN;
    }, 0);
    if (Number.isNaN(value)) return FAILS;
    return Number.isSafeInteger(value) ? (digits.startsWith("-") ? 0 - value : value) : undefined;
  },
  sum: (list) => {
    if (!isList(list ?? null) || (list as readonly Json[]).length === 0) return FAILS;
    return of((...all) => all.reduce((sum, one) => sum + one, 0))(...(list as readonly Json[]));
  },
};
