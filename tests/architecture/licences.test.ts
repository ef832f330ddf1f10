import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./house.ts";

/** Licences under which a company may use what it is given without giving anything of its own away. */
const ALLOWED = ["Apache-2.0", "MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "MPL-2.0"];

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** What is installed with this package, and what its own dependencies bring along. */
const shipped = Object.entries(packages).filter(([path, one]) => path !== "" && !one.link && !one.dev && !one.devOptional);

it("brings along nothing but packages that a company may use", () => {
  expect(shipped.length).toBeGreaterThan(20);
  const others = shipped.filter(([, { license }]) => !ALLOWED.includes(license ?? ""));
  expect(others.map(([path, { version, license }]) => `${path} ${version}: ${license ?? "says no licence"}`)).toEqual([]);
});

it("brings along few: whoever adds one with a tree of its own reads this line", () => {
  expect(shipped.filter(([path]) => path.startsWith("node_modules/")).length).toBeLessThanOrEqual(90);
});
