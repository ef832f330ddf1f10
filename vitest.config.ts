import { defineConfig } from "vitest/config";
import { writeRegistry } from "./scripts/clouds.mjs";

writeRegistry();

export default defineConfig({
  resolve: { conditions: ["terroir-source"] },
  ssr: { resolve: { conditions: ["terroir-source", "node"] } },
  test: {
    // Generated CommonJS: Node loads it, as it does for users; transformed as well, every class would exist twice.
    server: { deps: { external: [/\/bindings\/packages\//] } },
    include: ["tests/**/*.test.ts", "clouds/[a-z]*/*.test.ts"],
    globalSetup: ["tests/scratch.ts", "tests/built.ts"],
    setupFiles: ["tests/seed.ts"],
    exclude: ["**/node_modules/**", "**/fixtures/**"],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // Two cores is what a small CI runner has; engines are processes of their own beside us.
    maxWorkers: 2,
    reporters: process.env["CI"] ? ["default", ["json", { outputFile: "node_modules/.cache/terroir/test-results.json" }]] : ["default"],
  },
});
