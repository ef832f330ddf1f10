import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "../architecture/house.ts";
import { pages } from "./blocks.ts";

const PAGES = pages();

/** As forges make anchors of headings. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");

const text = (file: string) => readFileSync(join(ROOT, file), "utf8");
/** Code shows what may be written, links among it. */
const prose = (file: string) => text(file).replace(/^```[\s\S]*?^```/gm, "");

describe("every link of a page leads somewhere", () => {
  it.each(PAGES)("%s", (page) => {
    const dead = [...prose(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
      ([whole, path = "", fragment]) => {
        const target = path === "" ? page : join(dirname(page), path);
        if (!existsSync(join(ROOT, target))) return [whole];
        if (fragment === undefined) return [];
        const headings = [...text(target).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchor(heading));
        return headings.includes(fragment) ? [] : [whole];
      },
    );
    expect(dead).toEqual([]);
  });
});

it("lists every page of the guide, and every decision, in its index", () => {
  const unlisted = (folder: string) =>
    PAGES.filter((page) => page.startsWith(`${folder}/`) && page !== `${folder}/README.md`).filter(
      (page) => !text(`${folder}/README.md`).includes(`(${page.slice(folder.length + 1)})`),
    );
  expect([...unlisted("docs/guide"), ...unlisted("docs/decisions")]).toEqual([]);
});
