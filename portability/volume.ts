import { InputError } from "../catalogue/errors.ts";

const UNITS: Readonly<Record<string, number>> = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  PB: 1e15,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  PiB: 2 ** 50,
};

/**
 * Bytes of `500 GB` or `2 TiB`.
 *
 * @throws InputError when it is no such size
 */
export function bytesOf(text: string, where: string): number {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]+)\s*$/.exec(text) ?? [];
  const factor = Object.hasOwn(UNITS, unit) ? UNITS[unit] : undefined;
  if (number === "" || factor === undefined)
    throw new InputError(
      `${where}: ${JSON.stringify(text)} is no size. Write a number and one of ${Object.keys(UNITS).join(", ")}: "500 GB".`,
    );
  return Number(number) * factor;
}

/**
 * Bytes a second of `1 Gbit/s` or `200 Mbit/s`.
 *
 * @throws InputError when it is no such rate
 */
export function rateOf(text: string): number {
  const [, number = "", unit = ""] = /^\s*(\d+(?:\.\d+)?)\s*([MG])bit\/s\s*$/.exec(text) ?? [];
  if (Number(number) > 0) return (Number(number) * (unit === "G" ? 1e9 : 1e6)) / 8;
  throw new InputError(`--rate ${JSON.stringify(text)} is no rate. Write "200 Mbit/s" or "1 Gbit/s".`);
}

/** `1.5 TB`, in steps of a thousand. */
export function inWords(bytes: number): string {
  const unit = ["PB", "TB", "GB", "MB", "kB"].find((one) => bytes >= (UNITS[one] ?? 0)) ?? "B";
  return `${Number((bytes / (UNITS[unit] ?? 1)).toPrecision(3))} ${unit}`;
}
