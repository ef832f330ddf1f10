import type { DynamicValue } from "./codec.ts";
import type { AttributePath, Diagnostic } from "./diagnostics.ts";

/** Requests and responses of the plugin protocol, fields by their names on the wire; what is empty on the wire is absent here. */
export interface TypedConfigRequest {
  readonly type_name: string;
  readonly config?: DynamicValue;
}
export interface Diagnosed {
  readonly diagnostics?: readonly Diagnostic[];
}
export interface UpgradeRequest {
  readonly type_name: string;
  readonly version?: number;
  readonly raw_state?: { readonly json?: Uint8Array };
}
export interface ReadRequest {
  readonly type_name: string;
  readonly current_state?: DynamicValue;
  readonly private?: Uint8Array;
}
export interface ReadResponse extends Diagnosed {
  readonly new_state?: DynamicValue;
  readonly private?: Uint8Array;
}
export interface PlanRequest {
  readonly type_name: string;
  readonly prior_state?: DynamicValue;
  readonly proposed_new_state?: DynamicValue;
  readonly config?: DynamicValue;
  readonly prior_private?: Uint8Array;
}
export interface PlanResponse extends Diagnosed {
  readonly planned_state?: DynamicValue;
  readonly requires_replace?: readonly AttributePath[];
  readonly planned_private?: Uint8Array;
}
export interface ApplyRequest {
  readonly type_name: string;
  readonly prior_state?: DynamicValue;
  readonly planned_state?: DynamicValue;
  readonly config?: DynamicValue;
  readonly planned_private?: Uint8Array;
}
export interface ApplyResponse extends Diagnosed {
  readonly new_state?: DynamicValue;
  readonly private?: Uint8Array;
}
export interface ImportRequest {
  readonly type_name: string;
  readonly id: string;
}
export interface ImportResponse extends Diagnosed {
  readonly imported_resources?: readonly { readonly type_name: string; readonly state: DynamicValue; readonly private: Uint8Array }[];
}
export interface MoveRequest {
  readonly source_type_name: string;
  readonly target_type_name: string;
  readonly source_state?: { readonly json?: Uint8Array };
  readonly source_private?: Uint8Array;
}
