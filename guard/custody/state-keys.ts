import type { Hearing } from "../hearing/hearing.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import { okmsEndpoint } from "../subject/state-key-programs.ts";
import { members } from "../values/sets.ts";
import { type Store, storeAt } from "./backend.ts";

/** Who holds the keys with which OpenTofu encrypts state, by the kind of key provider. Whoever holds them can read the state. */
const HOLDERS: Readonly<Record<string, string>> = { aws_kms: "aws", gcp_kms: "google", azure_vault: "microsoft" };

/** Kinds that make the key in the engine, from a text or from two other keys. */
const OWN = new Set(["pbkdf2", "xor"]);

/** Companies and servers that the keys of a state are asked of. */
export function keyHolders(hearing: Hearing, subject: Subject): readonly Store[] {
  return subject.read("encryption.key_provider[]").flatMap(({ path, value }): readonly Store[] => {
    if (value.kind === "absent") return [];
    const kind = /\["([^"]+)"\]$/.exec(path)?.[1];
    if (kind === undefined) return [{ is: "unknown", path, cause: "which key providers there are cannot be read", chain: value.chain }];
    if (OWN.has(kind)) return [];
    const holder = Object.hasOwn(HOLDERS, kind) ? HOLDERS[kind] : undefined;
    if (holder !== undefined) return [{ is: "company", operator: holder, chain: value.chain }];
    if (kind === "openbao") return servers(hearing, subject);
    if (kind === "external") return programs(hearing, subject);
    return [{ is: "unknown", path, cause: `the catalogue does not know the key provider ${kind}`, chain: value.chain }];
  });
}

/** Who holds the keys that programs ask for: known of one program, and nobody knows it of the others. */
function programs(hearing: Hearing, subject: Subject): readonly Store[] {
  const path = "encryption.key_provider.external";
  const unknown = (at: string): Store => ({
    is: "unknown",
    path: at,
    cause: "who holds the key that a program asks for cannot be read",
    chain: [],
  });
  const readings = subject.read(`${path}[]`);
  if (readings.length === 0) return [unknown(path)];
  return readings.flatMap(({ path: at, value }) =>
    (members(value) ?? [null]).map((block): Store => {
      const endpoint = okmsEndpoint((block as { readonly command?: unknown } | null)?.command);
      return endpoint === undefined ? unknown(at) : storeAt(hearing, at, endpoint, value.chain);
    }),
  );
}

/** The addresses of OpenBao servers; one that is silent leaves it to the environment. */
function servers(hearing: Hearing, subject: Subject): readonly Store[] {
  const unknown = (path: string, cause: string): Store => ({ is: "unknown", path, cause, chain: [] });
  const readings = subject.read("encryption.key_provider.openbao[].address");
  if (readings.length === 0) return [unknown("", "the address of the OpenBao server cannot be read")];
  return readings.flatMap(({ path, value }) =>
    candidates(value).map((one): Store => {
      if (one.is === "text") return storeAt(hearing, path, one.text, one.chain);
      return unknown(path, one.is === "unknown" ? one.cause : `${path} is not written, so the environment variable BAO_ADDR decides`);
    }),
  );
}
