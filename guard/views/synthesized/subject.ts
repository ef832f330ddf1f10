import type { Reading, SourceLine, Subject, SubjectKind } from "../../infrastructure.ts";
import type { Json } from "../../values/json.ts";
import { termOf } from "../../values/json-term.ts";
import { readPath } from "../../values/read-path.ts";
import type { Env } from "../../values/scope.ts";
import { isObject, type Term, unknownTerm } from "../../values/term.ts";
import type { JsonObject } from "./parse-json.ts";
import type { ProviderSource } from "./provider-source.ts";

/** What the reader of a synthesized document says of a thing. */
export interface Described {
  readonly kind: SubjectKind;
  readonly address: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly env: Env;
  readonly provider?: Subject | undefined;
  readonly providerSource?: ProviderSource;
  readonly source?: ((constructPath: string) => SourceLine | undefined) | undefined;
}

/** Makes a subject; nothing of its body is looked at before somebody reads a path. */
export function subject({ kind, address, type, body, env, provider, providerSource, source }: Described): Subject {
  const constructPath = constructPathOf(body);
  const line = constructPath === undefined ? undefined : source?.(constructPath);
  let term: Term | undefined;
  let readings: Map<string, readonly Reading[]> | undefined;
  return {
    kind,
    address,
    type,
    ...(providerSource?.source === undefined ? {} : { providerSource: providerSource.source }),
    ...(providerSource?.host === undefined ? {} : { providerHost: providerSource.host }),
    ...(provider === undefined ? {} : { provider }),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(line === undefined ? {} : { source: line }),
    read(path) {
      readings ??= new Map();
      let found = readings.get(path);
      if (found === undefined) {
        term ??= termOf(body, env);
        found = readPath(term, path).map((standing) => ({
          path: standing.path,
          value: { ...standing.value, chain: [{ at: `${address}.${standing.path}` }, ...standing.value.chain] },
        }));
        readings.set(path, found);
      }
      return found;
    },
  };
}

/** A thing of which nothing can be read. */
export function opaqueSubject(
  kind: SubjectKind,
  address: string,
  type: string,
  cause: string,
  providerSource: ProviderSource = {},
): Subject {
  return {
    kind,
    address,
    type,
    ...(providerSource.source === undefined ? {} : { providerSource: providerSource.source }),
    ...(providerSource.host === undefined ? {} : { providerHost: providerSource.host }),
    read: (path) => readPath(unknownTerm(cause, [], [{ at: address }]), path),
  };
}

/** The path that cdktf writes beside every resource: `"//": { "metadata": { "path": … } }`. */
function constructPathOf(body: JsonObject): string | undefined {
  const comment = Object.hasOwn(body, "//") ? body["//"] : undefined;
  const metadata: Json | undefined = isObject(comment) ? comment.metadata : undefined;
  return isObject(metadata) && typeof metadata.path === "string" ? metadata.path : undefined;
}
