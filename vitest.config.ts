import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { writeRegistry } from "./scripts/clouds.mjs";

writeRegistry();

const NEVER = ["**/node_modules/**", "**/fixtures/**"];

/**
 * Tests that leave something behind in their process, or exchange a module for another. The files of all other rooms share what is loaded, which
 * costs each of them a second of its own otherwise.
 */
const APART = [
  "tests/{bindings,cli,docs,pulumi,types}/**/*.test.ts",
  "tests/delivery/{crash,pulumi,state,temporal}/**/*.test.ts",
  "tests/{catalogue/entry,clouds/eleventh}.test.ts",
];

/** Half a minute or more each, small as files: begun last, they would keep one core while the other has nothing left. */
const LONG = ["delivery/temporal/deployment", "delivery/pipelines/runners", "stacks/grounds", "rehearsal/every-type", "rehearsal/killed"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((one) => moduleId.endsWith(`/${one}.test.ts`));
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { conditions: ["terroir-source"] },
  ssr: { resolve: { conditions: ["terroir-source", "node"] } },
  test: {
    // Generated CommonJS: Node loads it, as it does for users; transformed as well, every class would exist twice.
    server: { deps: { external: [/\/bindings\/packages\//] } },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          isolate: false,
          include: ["tests/**/*.test.ts", "clouds/[a-z]*/*.test.ts"],
          exclude: [...NEVER, ...APART],
        },
      },
      { extends: true, test: { name: "apart", include: APART, exclude: NEVER } },
    ],
    globalSetup: ["tests/scratch.ts", "tests/built.ts"],
    setupFiles: ["tests/seed.ts"],
    // Engines live for a blink in tests: they collect less garbage, up to a bound that a small runner has.
    env: { GOGC: "400", GOMEMLIMIT: "1GiB" },
    testTimeout: 300_000,
    hookTimeout: 600_000,
    sequence: { sequencer: LongestFirst },
    // Two cores is what a small CI runner has; engines are processes of their own beside us.
    maxWorkers: 2,
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: "node_modules/.cache/terroir/test-results.json" }]] : ["default"],
  },
});
