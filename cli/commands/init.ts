import { Command, Option } from "commander";
import type { InitOptions } from "../actions/init.ts";
import type { Leave } from "../exit.ts";

export const initCommand = (leave: Leave) =>
  new Command("init")
    .summary("a new project that runs at once")
    .description(
      "Writes a project into FOLDER: main.ts, package.json with pinned peers, cdktf.json, tsconfig.json, .gitignore and a CI file. Nothing that is there already is overwritten.",
    )
    .argument("[folder]", "an empty or new folder", ".")
    .option("--name <name>", "the project's name; the folder's, if not given")
    .option("--region <place>", "where its first stack stands; ovh:GRA11, if not given")
    .addOption(new Option("--ci <kind>", "which CI file to write").choices(["gitlab", "github", "forgejo", "none"]).default("gitlab"))
    .addOption(
      new Option("--library <name>", "cdktn, the maintained fork under the name cdktf, or cdktf 0.21 itself")
        .choices(["cdktn", "cdktf"])
        .default("cdktn"),
    )
    .option(
      "--from <package>",
      "install terroir from here: a tarball, a folder or a version; the checkout or the tarball that the command comes from, else its own version, if not given",
    )
    .option("--no-install", "write the project only, do not run npm install")
    .option("-y, --yes", "ask nothing")
    .action(async (folder: string, options: InitOptions) => leave(await (await import("../actions/init.ts")).init(folder, options)));
