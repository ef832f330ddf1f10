/** The Pulumi view: reads what `pulumi preview --json` and `pulumi stack export` print. */
import { InputError } from "../errors.ts";
import type { Infrastructure, Subject } from "../subject/infrastructure.ts";
import type { Json } from "../values/json.ts";
import { field, isList, isObject, list, text } from "./plan/document.ts";
import { type Registered, readRegistered } from "./pulumi/gather.ts";
import { pathsIn, registered, secretsProvider } from "./pulumi/state.ts";

const PREVIEW = "Make it with: pulumi preview --json --show-sames --show-reads > preview.json";
const EXPORT = "Make it with: pulumi stack export > stack.json";
/** What neither document carries. */
const UNSEEN = [
  "the backend that keeps the state, which Pulumi's documents do not carry",
  "calls of functions (data sources), which leave their results only",
];

/** Whether a document is one of Pulumi's. */
export const isPulumi = (json: Json): boolean => isPreview(json) || isExport(json);

const isPreview = (json: Json): boolean => isList(field(json, "steps")) || (isObject(json) && "changeSummary" in json);
const isExport = (json: Json): boolean =>
  isObject(field(json, "deployment")) || (isObject(field(json, "checkpoint")) && field(json, "version") !== undefined);

/**
 * Reads a preview or an exported stack.
 *
 * @throws InputError when it is neither, or leaves out what would have to be judged
 */
export function readPulumi(json: Json, origin: string): Infrastructure {
  if (isPreview(json)) return readPreview(json, origin);
  if (isExport(json)) return readExport(json, origin);
  throw new InputError(`${origin} is neither a preview nor an exported stack of Pulumi. ${PREVIEW}`);
}

/** Steps after which the resource is gone from the program. */
const LEAVING: Readonly<Record<string, "destroyed" | "forgotten">> = {
  delete: "destroyed",
  "delete-replaced": "destroyed",
  "remove-pending-replace": "destroyed",
  // What was only read was never this program's, and is let go by nobody.
  discard: "destroyed",
  "discard-replaced": "destroyed",
};

function readPreview(json: Json, origin: string): Infrastructure {
  const steps = list(json, "steps");
  requireWhole(json, steps, origin);
  const pathOf = pathsIn(steps.flatMap((step) => field(step, "newState") ?? field(step, "oldState") ?? []));
  const made = new Set(steps.filter((step) => /^(?:create|read|import)/.test(text(step, "op") ?? "")).map((step) => text(step, "urn")));
  const all = steps.flatMap((step, index): readonly Registered[] => {
    const op = text(step, "op") ?? "";
    const leaves = Object.hasOwn(LEAVING, op) ? LEAVING[op] : undefined;
    // A replacement is shown twice more: as what is made, and as what goes.
    if (op === "replace" && made.has(text(step, "urn"))) return [];
    const state = leaves === undefined ? field(step, "newState") : (field(step, "oldState") ?? field(step, "newState"));
    if (state === undefined || state === null)
      throw new InputError(
        `${origin}: steps[${index}] (${op || "without op"}) carries no state of ${text(step, "urn") ?? "its resource"}. ${PREVIEW}`,
      );
    const read = registered(state, `${origin}: steps[${index}]`, pathOf);
    return [{ ...read, ...(leaves !== undefined && { leaves }), isRead: read.isRead === true || op.startsWith("read") }];
  });
  return readRegistered(all, origin, { shown: PREVIEW, unseen: UNSEEN, config: field(json, "config") ?? {} });
}

/** What stays as it is is judged like what changes: a preview that leaves it out is not enough. */
function requireWhole(json: Json, steps: readonly Json[], origin: string): void {
  const errors = list(json, "diagnostics").filter((one) => text(one, "severity") === "error");
  if (errors.length > 0)
    throw new InputError(
      `${origin} is the preview of a program that failed, so it holds a part only: ${(text(errors[0], "message") ?? "").trim().slice(0, 300)}`,
    );
  if (!isList(field(json, "steps"))) {
    if (Object.keys(isObject(field(json, "changeSummary")) ? (field(json, "changeSummary") as object) : {}).length === 0) return;
    throw new InputError(`${origin} is a preview without its steps. ${PREVIEW}`);
  }
  for (const op of ["same", "read"]) {
    const counted = field(field(json, "changeSummary"), op);
    const here = steps.filter((step) => text(step, "op") === op).length;
    if (typeof counted === "number" && counted > here)
      throw new InputError(
        `${origin} leaves out ${counted - here} ${op === "same" ? "resource(s) that stay as they are" : "resource(s) that are read"}, which would not be judged. ${PREVIEW}`,
      );
  }
}

function readExport(json: Json, origin: string): Infrastructure {
  const version = field(json, "version");
  const deployment = field(json, "deployment") ?? field(field(json, "checkpoint"), "latest");
  if (typeof version !== "number" || version < 1 || version > 4)
    throw new InputError(
      `${origin} has version ${JSON.stringify(version ?? null)} of Pulumi's state; versions 1 to 4 are understood. ${EXPORT}`,
    );
  if (deployment === null) return readRegistered([], origin, { shown: EXPORT, unseen: UNSEEN });
  if (!isObject(deployment)) throw new InputError(`${origin} holds no deployment. ${EXPORT}`);
  const resources = list(deployment, "resources");
  const pending = list(deployment, "pending_operations").flatMap((one) => field(one, "resource") ?? []);
  const pathOf = pathsIn([...resources, ...pending]);
  const all = resources.map((one, index) => registered(one, `${origin}: deployment.resources[${index}]`, pathOf));
  const begun = pending.map((one, index) => registered(one, `${origin}: deployment.pending_operations[${index}]`, pathOf));
  return readRegistered([...all, ...begun], origin, { shown: EXPORT, unseen: UNSEEN, more: secretsKeeper(deployment) });
}

/** A service that keeps the key of the state's secrets; a passphrase is kept by nobody. */
function secretsKeeper(deployment: Json): readonly Subject[] {
  const kept = secretsProvider(deployment);
  if (kept === undefined || kept.type === "passphrase") return [];
  const type = kept.type === "service" ? "pulumi-cloud" : (kept.url?.split(":", 1)[0] ?? kept.type);
  const address = "deployment.secrets_providers";
  const { url } = kept;
  return [
    {
      kind: "backend",
      address,
      type,
      read: (path) =>
        path === "url" && kept.type === "service" && url !== undefined
          ? [{ path, value: { kind: "known", value: url, chain: [{ at: `${address}.state.url`, text: url }] } }]
          : [],
    },
  ];
}
