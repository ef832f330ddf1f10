/** A type as Terraform writes it: `"string"`, `["list", "string"]`, `["object", { host: "string" }, ["host"]]` (the third element names optional members). */
export type TypeSchema =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | readonly ["list" | "set" | "map", TypeSchema]
  | readonly ["object", Readonly<Record<string, TypeSchema>>]
  | readonly ["object", Readonly<Record<string, TypeSchema>>, readonly string[]]
  | readonly ["tuple", readonly TypeSchema[]];

export type NestingMode = "single" | "group" | "list" | "set" | "map";

/** One attribute. Either `type` or `nested_type` is given. */
export interface AttributeSchema {
  readonly type?: TypeSchema;
  readonly nested_type?: NestedType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly description_kind?: string;
}

/** Attributes within an attribute (protocol 6). */
export interface NestedType {
  readonly attributes: Readonly<Record<string, AttributeSchema>>;
  readonly nesting_mode: NestingMode;
}

export interface BlockSchema {
  readonly attributes?: Readonly<Record<string, AttributeSchema>>;
  readonly block_types?: Readonly<Record<string, BlockTypeSchema>>;
  readonly deprecated?: boolean;
  readonly description?: string;
  readonly description_kind?: string;
}

/** A nested block: as many as `min_items` … `max_items` say; absent means no bound. */
export interface BlockTypeSchema {
  readonly nesting_mode: NestingMode;
  readonly block: BlockSchema;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** A resource type, a data source or the provider's own block. `version` counts the provider's migrations of state. */
export interface Schema {
  readonly version: number;
  readonly block: BlockSchema;
}

export interface FunctionSchema {
  readonly summary?: string;
  readonly description?: string;
  readonly return_type: TypeSchema;
  readonly parameters?: readonly {
    readonly name: string;
    readonly type: TypeSchema;
    readonly is_nullable?: boolean;
    readonly description?: string;
  }[];
  readonly variadic_parameter?: {
    readonly name: string;
    readonly type: TypeSchema;
    readonly is_nullable?: boolean;
    readonly description?: string;
  };
}

export interface ProviderSchema {
  readonly provider?: Schema;
  readonly resource_schemas?: Readonly<Record<string, Schema>>;
  readonly data_source_schemas?: Readonly<Record<string, Schema>>;
  readonly ephemeral_resource_schemas?: Readonly<Record<string, Schema>>;
  readonly functions?: Readonly<Record<string, FunctionSchema>>;
}

/** The output of `terraform providers schema -json`. `provider_version` is ours: the command does not print it. */
export interface SchemaDocument {
  readonly format_version?: string;
  readonly provider_version?: string;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}
