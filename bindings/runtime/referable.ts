import type { TerraformResource } from "cdktf";
import type { Holder } from "./values.ts";

/** Resources and references to nested objects read their attributes with the same methods. */
export type Referable = Pick<
  TerraformResource,
  | "getStringAttribute"
  | "getNumberAttribute"
  | "getBooleanAttribute"
  | "getListAttribute"
  | "getNumberListAttribute"
  | "getStringMapAttribute"
  | "getNumberMapAttribute"
  | "getBooleanMapAttribute"
  | "getAnyMapAttribute"
  | "interpolationForAttribute"
> &
  Holder;
