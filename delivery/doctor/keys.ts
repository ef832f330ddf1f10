import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Environment } from "../../engines/index.ts";
import { isOpenToOthers, type SealingKey } from "../state/sealing.ts";
import { lookFor } from "../state/transit.ts";
import { type Check, ok, problem, unknown, warning } from "./check.ts";

/** OpenTofu takes no shorter passphrase. */
const SHORTEST = 16;

/** Looks at what encrypts a state, without writing anything. @param onPath whether a program is on the PATH */
export async function checkKey(key: SealingKey, env: Environment, onPath: (program: string) => boolean): Promise<Check> {
  switch (key.kind) {
    case "passphrase": {
      const about = `the passphrase ${key.variable}`;
      const given = env[`TF_VAR_${key.variable}`];
      if (given === undefined || given === "")
        return problem("key/passphrase", about, "it is not given", `export TF_VAR_${key.variable}=… ; a new one: openssl rand -base64 33`);
      if (given.length < SHORTEST)
        return problem(
          "key/passphrase",
          about,
          `it has ${given.length} characters; OpenTofu takes no fewer than ${SHORTEST}`,
          "take a longer one: openssl rand -base64 33",
        );
      return ok("key/passphrase", about, "it is given, and long enough");
    }
    case "file": {
      const about = `the key file ${relative(process.cwd(), key.file)}`;
      if (!existsSync(key.file))
        return problem(
          "key/file",
          about,
          "it is not here",
          "terroir state bootstrap makes it; of a state that exists already, fetch the one that encrypted it",
        );
      if (readFileSync(key.file, "utf8").trim().length < SHORTEST)
        return problem("key/file", about, `it holds fewer than ${SHORTEST} characters`, "take another: openssl rand -base64 33");
      return isOpenToOthers(key.file)
        ? warning("key/file", about, "others on this machine can read it", `chmod 600 ${relative(process.cwd(), key.file)}`)
        : ok("key/file", about, "it is here, and its owner's alone");
    }
    case "openbao": {
      const address = key.address ?? env.BAO_ADDR ?? env.VAULT_ADDR;
      const about = `the transit key ${key.mount}/${key.key}`;
      if (address === undefined)
        return problem(
          "key/transit",
          about,
          "no address of an OpenBao is written, and BAO_ADDR is not set",
          "write { openBao: { address } }",
        );
      const answer = await lookFor({ address, mount: key.mount, key: key.key }, env);
      if (answer.is === "there") return ok("key/transit", `${about} at ${address}`, answer.because);
      // A token may well use a key that it may not look at.
      if (answer.is === "forbidden")
        return unknown("key/transit", `${about} at ${address}`, answer.because, "give a BAO_TOKEN that may read the key, or try a plan");
      return problem(
        "key/transit",
        `${about} at ${address}`,
        answer.because,
        answer.is === "missing" ? "terroir state bootstrap makes it" : "look at the address and the network",
      );
    }
    case "program": {
      const program = key.command.find((word) => word !== "env" && !word.includes("=")) ?? "";
      const about = `the program ${program}, which is asked for the key`;
      if (!onPath(program))
        return problem("key/program", about, "it is not on the PATH", "install it: https://github.com/ovh/opentofu-kms-ovhcloud");
      return ok("key/program", about, "it is on the PATH; whether it gets a key only a plan shows");
    }
    case "other":
      return unknown("key/other", `a key of ${key.provider}`, "this command does not know how to look at it");
  }
}
