import { Command, InvalidArgumentError, Option } from "commander";

/** What every command that runs stacks may be told. */
export interface DeliveryOptions {
  readonly app?: string;
  readonly policy?: string;
  readonly engine?: string;
  readonly only?: readonly string[];
  readonly changedSince?: string;
  readonly continue?: boolean;
  readonly parallel: number;
  readonly rehearse?: boolean;
  readonly faults?: string;
  readonly var?: Readonly<Record<string, string>>;
  readonly signWith?: string;
  readonly records?: string;
  readonly lockTimeout: string;
  readonly target?: readonly string[];
  readonly json?: boolean;
}

/** As many as engines can work beside each other on the smallest pipeline's machine: most of their time they wait for a cloud. */
const PARALLEL = 4;

const list = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  ...text.split(",").flatMap((one) => one.trim() || []),
];

function count(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1000) throw new InvalidArgumentError("It is a whole number from 1 on.");
  return number;
}

function variable(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("Write NAME=VALUE.");
  return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
}

export const PATH = "a synthesized folder; without one the project is synthesized first";

/** A command over the graph of stacks. */
export function deliveryCommand(name: string, summary: string, description: string): Command {
  return withEngine(
    new Command(name)
      .summary(summary)
      .description(description)
      .option("--only <stacks>", "these stacks, separated by commas; `*` stands for any text", list)
      .option("--changed-since <ref>", "stacks whose content differs from a commit's, or from a graph.json")
      .option("--continue", "after a failure go on with the stacks that do not depend on it")
      .addOption(new Option("--parallel <count>", "how many stacks at once").argParser(count).default(PARALLEL)),
  );
}

/** A command over one stack. */
export const stackCommand = (name: string, summary: string, description: string): Command =>
  withEngine(new Command(name).summary(summary).description(description));

const withEngine = (command: Command): Command =>
  command
    .option("-a, --app <command>", "the program, instead of cdktf.json's `app`")
    .option("--policy <file>", "the policy: *.json, or a module whose default export is one")
    .option("--engine <path>", "OpenTofu or Terraform by its path, or `pulumi`")
    .option("--rehearse", "with simulated clouds: no account, no network, nothing real touched; state is kept apart")
    .option("--faults <file>", "faults to play in a rehearsal, as JSON")
    .option("--var <name=value>", "a variable's value; secrets belong into TF_VAR_<name>", variable)
    .option("--sign-with <key>", "an Ed25519 private key in PEM, or transit:MOUNT/KEY; else TERROIR_SIGNING_KEY, else this user's own")
    .option("--records <folder>", "where records are kept, instead of beside each state")
    .addOption(new Option("--lock-timeout <time>", "how long to wait for another run, or a state's lock: 30s, 10m").default("0s"))
    .option("--json", "print what became of each stack as JSON");

/** Where Pulumi's engine keeps its state; Terraform's reads that from the stacks. */
export interface PulumiStoreOptions {
  readonly backend?: string;
  readonly secretsProvider?: string;
  readonly stack?: string;
}

export const withPulumiStore = (command: Command): Command =>
  command
    .option("--backend <url>", "where Pulumi keeps the state: file://…, s3://…; else PULUMI_BACKEND_URL")
    .option("--secrets-provider <url>", "who keeps the key of Pulumi's secrets: passphrase, hashivault://…")
    .option("--stack <name>", "Pulumi's stack; all stacks of the program are one in it (default: main)");

/** Beside `--target`, which leaves a part undone and is asked for twice. */
export const withTargets = (command: Command): Command =>
  command.option("--target <address>", "only this resource; say it twice if you mean it", list);
