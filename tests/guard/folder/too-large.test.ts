import { truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { InputError } from "../../../guard/index.ts";
import { readFolderOfCode } from "../../../guard/views/folder.ts";
import { folderWith } from "./folders.ts";

const MIB = 1024 * 1024;

it.each([
  ["more.tf", 33, 32],
  ["terraform.tfvars", 33, 32],
  [".terraform.lock.hcl", 33, 32],
  ["more.tf.json", 257, 256],
  ["terraform.tfvars.json", 257, 256],
])("%s of %i MiB is not read, and the user told", (name, size, most) => {
  const folder = folderWith({ "main.tf": 'variable "x" {}\n', [name]: "" });
  truncateSync(join(folder, name), size * MIB);
  expect(() => readFolderOfCode(folder, "terraform")).toThrow(InputError);
  expect(() => readFolderOfCode(folder, "terraform")).toThrow(`${name} is larger than ${most} MiB: no configuration is.`);
});
