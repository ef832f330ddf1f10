import type { ExposureReading, Reading } from "../../clouds/contract/index.ts";
import { readingOf } from "../hearing/classify.ts";
import type { Hearing } from "../hearing/hearing.ts";
import type { Edit } from "../rule/rule.ts";
import { candidates } from "../subject/decide.ts";
import type { Subject } from "../subject/infrastructure.ts";
import type { Chain } from "../values/value.ts";
import { isPrivateBlock } from "./addresses.ts";
import { isKeptIn } from "./within.ts";

/** One way by which the public internet reaches a resource, or may. */
export type Exposure =
  /** `always`: whatever the value turns out to be; otherwise it is one possibility of several. */
  | {
      readonly is: "public";
      readonly path: string;
      readonly value: string | null;
      readonly always: boolean;
      /** Nothing is written, and silence is public. */
      readonly silence?: true;
      readonly remedy: string;
      readonly chain: Chain;
      /** The change that closes it, where the attribute is a switch. */
      readonly edit?: Edit;
    }
  | { readonly is: "unknown"; readonly path: string; readonly cause: string; readonly remedy: string; readonly chain: Chain };

/** @param opens only the ways that open this; absent: all */
export function exposuresOf(
  hearing: Hearing,
  subject: Subject,
  reading: Reading | undefined,
  opens?: "address" | "data",
): readonly Exposure[] {
  const isPrivate = (network: Subject): boolean => {
    const known = readingOf(hearing, network);
    return known?.exposure !== undefined && exposuresOf(hearing, network, known).length === 0;
  };
  return (reading?.exposure ?? []).flatMap((way) =>
    opens === undefined || (way.opens ?? "address") === opens
      ? exposures(subject, way).filter(({ path }) => !isKeptIn(hearing, subject, way.within, path, isPrivate))
      : [],
  );
}

function exposures(subject: Subject, way: ExposureReading): readonly Exposure[] {
  const { path, remedy } = way;
  if (way.public === "always") return [{ is: "public", path: "", value: null, always: true, remedy, chain: [] }];
  const values = subject.read(path);
  if (values.length === 0) return silent(way, path, [], true);
  return values.flatMap(({ path: at, value }) => {
    const possible = candidates(value);
    const always = possible.length === 1;
    return possible.flatMap((one): readonly Exposure[] => {
      // A reference to another resource will be a value, whatever value that is.
      if (one.is === "unknown" && (isOnlySilence(way) || way.public === "present") && (one.refs.length > 0 || one.isId || one.isObject))
        return way.public === "present" ? [{ is: "public", path: at, value: null, always, remedy, chain: one.chain }] : [];
      if (one.is === "unknown" && way.unknown === "silence") return silent(way, at, one.chain, always);
      if (one.is === "unknown") return [{ is: "unknown", path: at, cause: one.cause, remedy, chain: one.chain }];
      if (one.is === "absent") return silent(way, at, one.chain, always);
      const shown = one.sensitive ? null : one.text;
      return isPublic(way, one.text)
        ? [{ is: "public", path: at, value: shown, always, remedy, chain: one.chain, ...closing(way, at) }]
        : [];
    });
  });
}

const isOnlySilence = ({ public: open }: ExposureReading): boolean => Array.isArray(open) && open.length === 0;

function silent(way: ExposureReading, path: string, chain: Chain, always: boolean): readonly Exposure[] {
  return way.absent === "public"
    ? [{ is: "public", path, value: null, always, silence: true, remedy: way.remedy, chain, ...closing(way, path) }]
    : [];
}

/** A switch that opens is closed by the other of its two positions. */
function closing({ public: open }: ExposureReading, path: string): { readonly edit?: Edit } {
  const [value, ...more] = Array.isArray(open) ? (open as readonly (string | boolean)[]) : [];
  return typeof value === "boolean" && more.length === 0 ? { edit: { path, value: !value } } : {};
}

function isPublic(way: ExposureReading, text: string): boolean {
  if (way.public === "present" || way.public === "always") return true;
  if (typeof way.public === "object" && "containing" in way.public) return text.toLowerCase().includes(way.public.containing.toLowerCase());
  if (way.public === "public-address") return !isPrivateBlock(text);
  return way.public.some((value) => String(value).toLowerCase() === text.toLowerCase());
}
