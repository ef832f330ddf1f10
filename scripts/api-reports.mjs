// Writes api/<entry>.api.md, what each public entry promises; `--check` fails when a report is stale.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes("--check");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "terroir-api-"));
mkdirSync(join(root, "api"), { recursive: true });
let stale = false;

const reports = Object.entries(manifest.exports).map(([name, entry]) => {
  const reportFileName = name === "." ? "terroir" : `terroir-${name.slice(2).replaceAll("/", "-")}`;
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, entry.types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: "ES2022",
            module: "NodeNext",
            moduleResolution: "NodeNext",
            strict: true,
            skipLibCheck: true,
            types: ["node"],
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName,
        reportFolder: join(root, "api"),
        reportTempFolder: scratch,
        includeForgottenExports: false,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: "none" } },
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
      },
    },
  });
  return { reportFileName, config };
});

// One program for all entries: they share nearly all their files, and reading those takes longer than the reports.
const [{ config: first }, ...others] = reports;
const compilerState = CompilerState.create(first, { additionalEntryPoints: others.map(({ config }) => config.mainEntryPointFilePath) });
for (const { reportFileName, config } of reports) {
  const { apiReportChanged } = Extractor.invoke(config, {
    compilerState,
    localBuild: !check,
    showVerboseMessages: false,
    messageCallback: (message) => {
      message.handled = true;
    },
  });
  if (apiReportChanged && check) {
    stale = true;
    process.stderr.write(
      `api/${reportFileName}.api.md is stale: run \`node scripts/api-reports.mjs\`, read the difference, and commit it if you mean it.\n`,
    );
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exit(stale ? 1 : 0);
