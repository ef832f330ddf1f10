import { describe, expect, it } from "vitest";
import { builtInRules, page } from "../../guard/index.ts";

/** docs/rules is what the rules say of themselves: `npx vitest run tests/docs/rule-pages.test.ts -u` writes it anew. */

describe("every rule has its page", () => {
  it.each(builtInRules.map((rule) => [rule.id, rule] as const))("%s", async (id, rule) => {
    await expect(page(rule)).toMatchFileSnapshot(`../../docs/rules/${id}.md`);
  });
});

it("lists them all", async () => {
  const rows = builtInRules.map(
    ({ id, title, on }) => `| [${id}](${id}.md) | ${title} | ${(typeof on === "string" ? [on] : on).join(", ")} |`,
  );
  const index = [
    "# Rules",
    "What the guard judges, beside [your own rules](../guide/your-own-rule.md). Each page has the rule's promise and reason, its parameters, what to avoid and what to write: the rule's own examples, which are its tests. `terroir explain RULE` prints it.",
    ["| rule | promise | judges |", "| --- | --- | --- |", ...rows].join("\n"),
    "A refusal by `policy/waiver` is about an exception: one that expired, that waives nothing any more, or that nobody may give. See [waivers](../guide/the-guard.md#waivers).",
  ].join("\n\n");
  await expect(`${index}\n`).toMatchFileSnapshot("../../docs/rules/README.md");
});
