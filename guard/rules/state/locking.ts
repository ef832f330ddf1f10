import { defineRule } from "../../rule/define-rule.ts";
import { notApplicable, pass, type Ruling } from "../../rule/rule.ts";
import { candidates } from "../../subject/decide.ts";

const place = { bucket: "state", key: "shop.tfstate", region: "gra", endpoints: { s3: "https://s3.gra.io.cloud.ovh.net" } };

/** Backends that lock without being asked, and those that lock when one of these attributes says so. Others are not known to lock. */
const LOCKS: Readonly<Record<string, readonly string[]>> = {
  local: [],
  pg: [],
  consul: [],
  kubernetes: [],
  gcs: [],
  azurerm: [],
  remote: [],
  cloud: [],
  s3: ["use_lockfile", "dynamodb_table"],
  http: ["lock_address"],
};

export default defineRule({
  id: "state/locking",
  title: "Two runs cannot write state at once",
  why: "Without a lock the second run overwrites what the first one wrote, and what it made belongs to nobody any more.",
  controls: ["CSF:SOV-7"],
  on: "backend",
  level: "on request",
  check(_backend, _options, { subject }): Ruling {
    const paths = Object.hasOwn(LOCKS, subject.type) ? LOCKS[subject.type] : undefined;
    if (paths === undefined)
      return notApplicable(`a lock on state is not shown: the catalogue does not know how ${subject.type} locks`, { shows: "nothing" });
    if (paths.length === 0) return pass;
    const possible = paths.flatMap((path) => subject.read(path).flatMap(({ value }) => candidates(value)));
    if (possible.some((one) => one.is === "text" && one.text !== "false")) return pass;
    const fix = subject.type === "s3" ? "write use_lockfile = true" : `write ${paths[0]}`;
    const unknown = possible.find((one) => one.is === "unknown");
    if (unknown?.is === "unknown")
      return {
        verdict: "undecided",
        because: `whether state is locked is not known: ${unknown.cause}`,
        want: "a lock",
        fix,
        chain: unknown.chain,
      };
    return { because: "state is not locked while it is written", want: "a lock", fix, path: paths[0] ?? "" };
  },
  examples: {
    passes: { "object storage with a lock file": { terraform: { backend: { s3: { ...place, use_lockfile: true } } } } },
    fails: {
      "object storage without": { terraform: { backend: { s3: place } } },
      "a server without the address of its lock": { terraform: { backend: { http: { address: "https://state.example.com" } } } },
    },
    undecided: {
      "a lock that a variable decides": {
        variable: { lock: {} },
        terraform: { backend: { s3: { ...place, use_lockfile: "${var.lock}" } } },
      },
    },
  },
});
