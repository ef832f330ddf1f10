import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from "@temporalio/worker";
import { packageRoot } from "../../catalogue/package-root.ts";
