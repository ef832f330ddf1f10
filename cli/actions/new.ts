import { join, resolve } from "node:path";
import { InputError } from "../../catalogue/errors.ts";
import { packageRoot } from "../../catalogue/package-root.ts";
import { today } from "../../catalogue/today.ts";
import type { Exit } from "../exit.ts";
import { print } from "../io/print.ts";
import { filled, type TemplateFile, writeAll } from "../template.ts";

/** Writes a rule, a construct or a cloud, and its test. */
export async function create(
  kind: "rule" | "construct" | "cloud",
  name: string,
  { folder = "." }: { readonly folder?: string },
): Promise<Exit> {
  const made = WRITERS[kind](name).map((file) => (kind === "cloud" && inTheHouse(folder) ? ofTheHouse(file) : file));
  writeAll(folder, made);
  print(`Written:\n${made.map(({ path }) => `  ${join(folder, path)}`).join("\n")}`);
  return 0;
}

const WRITERS = { rule: ruleFiles, construct: constructFiles, cloud: cloudFiles } as const;

function ruleFiles(id: string): readonly TemplateFile[] {
  if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id))
    throw new InputError(`"${id}" is no rule's id. An id is a family and a promise, such as acme/buckets-keep-30-days.`);
  const file = id.split("/")[1] ?? id;
  return named("cli/templates/rule", "rule", file, { ID: id });
}

function constructFiles(name: string): readonly TemplateFile[] {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new InputError(`"${name}" is no name for a construct. Use a noun in kebab-case, such as ledger or patient-archive.`);
  return named("cli/templates/construct", "construct", name, {});
}

function cloudFiles(name: string): readonly TemplateFile[] {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new InputError(`"${name}" is no name for a cloud. Use a short name in kebab-case, such as acme-cloud.`);
  return filled("clouds/_template", { ...wordsOf(name) }).map(({ path, text }) => ({ path: join(name, path), text }));
}

/** Whether a cloud is written among ours, where modules meet by their paths and not by the package's name. */
const inTheHouse = (folder: string): boolean => resolve(folder) === join(packageRoot(), "clouds");

const ROOMS = { "terroir/extend": "contract/index.ts", "terroir/catalogue": "../catalogue/index.ts" } as const;

function ofTheHouse({ path, text }: TemplateFile): TemplateFile {
  if (path.endsWith(".test.ts")) return { path, text };
  const up = "../".repeat(path.split("/").length - 1);
  return { path, text: Object.entries(ROOMS).reduce((all, [name, room]) => all.replaceAll(`"${name}"`, `"${up}${room}"`), text) };
}

function named(template: string, from: string, file: string, words: Readonly<Record<string, string>>): readonly TemplateFile[] {
  return filled(template, { ...wordsOf(file), ...words }).map(({ path, text }) => ({ path: path.replace(from, file), text }));
}

function wordsOf(name: string): Readonly<Record<string, string>> {
  const pascal = name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const title = name.replaceAll("-", " ");
  const prefix = name.replaceAll("-", "");
  return {
    FILE: name,
    PASCAL: pascal,
    CAMEL: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    PREFIX: prefix,
    UPPER: prefix.toUpperCase(),
    TODAY: today(),
    TITLE: title.charAt(0).toUpperCase() + title.slice(1),
  };
}
