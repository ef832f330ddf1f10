// Writes api/<entry>.api.md, what each public entry promises, and a cloud's into its own folder; `--check` fails when a report is stale.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CompilerState, Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import { publicEntries } from "./clouds.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes("--check");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "terroir-api-"));
mkdirSync(join(root, "api"), { recursive: true });
let stale = false;

const reports = publicEntries(manifest).map(({ name, types, cloud }) => {
  const reportFolder = cloud === undefined ? "api" : `clouds/${cloud}`;
  const reportFileName = name === "." ? "terroir" : `terroir-${name.slice(2).replaceAll("/", "-")}`;
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      newlineKind: "lf",
      mainEntryPointFilePath: join(root, types),
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
        reportFolder: join(root, reportFolder),
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
  return { report: `${reportFolder}/${reportFileName}.api.md`, config };
});

// One program for all entries: they share nearly all their files, and reading those takes longer than the reports.
const [{ config: first }, ...others] = reports;
const compilerState = CompilerState.create(first, { additionalEntryPoints: others.map(({ config }) => config.mainEntryPointFilePath) });
for (const { report, config } of reports) {
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
    process.stderr.write(`${report} is stale: run \`node scripts/api-reports.mjs\`, read the difference, and commit it if you mean it.\n`);
  }
}
rmSync(scratch, { recursive: true, force: true });
process.exit(stale ? 1 : 0);
