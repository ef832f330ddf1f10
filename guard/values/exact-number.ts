/** Whether a number, as it is written, is the same number to us as to the engine, which keeps every digit: 1.0000000000000000001 is not 1 there. */
export function isExact(written: string): boolean {
  // Fifteen digits always fit; an exponent may ask for more than there is.
  return (written.length <= 15 && !/e/i.test(written)) || significant(String(Number(written))) === significant(written);
}

/** Digits and magnitude, however they are written: 1.50e3 and 1500 are alike. */
function significant(written: string): string {
  const [, whole = "", fraction = "", exponent = "0"] = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(written) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  const shortened = digits.replace(/0+$/, "");
  return shortened === "" && whole !== "" ? "0" : `${shortened}e${Number(exponent) - fraction.length + digits.length - shortened.length}`;
}
