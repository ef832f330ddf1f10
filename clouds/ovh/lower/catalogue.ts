import { type CatalogueRef, type FlavourRef, type Handle, type LowerContext, machineName } from "../../contract/index.ts";
import { machineSizes } from "../sizes.ts";
import { projectOf } from "./project.ts";

/** Id of a flavour in this region: ids differ from region to region, names do not. */
export function flavourId(what: string, ref: FlavourRef, cx: LowerContext, after: readonly Handle[]): string {
  return idOf("cpus" in ref ? { name: machineName(what, ref, machineSizes) } : ref, "flavors", cx, after);
}

/** Id of an image in this region. A name means the operator's latest build of it, so an instance must ignore later changes of the id. */
export function imageId(ref: CatalogueRef, cx: LowerContext, after: readonly Handle[]): string {
  return idOf(ref, "images", cx, after);
}

/**
 * `after`: something that is made once and never changed in place (a key pair). It postpones the reading to the first apply, so that a first
 * plan needs no answer from the operator, and never makes a later plan uncertain.
 */
function idOf(ref: CatalogueRef, list: "flavors" | "images", cx: LowerContext, after: readonly Handle[]): string {
  if ("id" in ref) return ref.id;
  const all = cx.lookUp(
    `ovh_cloud_instance_${list}`,
    list,
    { service_name: projectOf(cx), region: cx.region },
    after.length > 0 ? { dependsOn: after } : {},
  );
  return cx.pick(all, list, { name: ref.name }, "id");
}
