import { ImportableResource, TerraformDataSource, TerraformEphemeralResource, TerraformProvider, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { defineAccess } from "./access.ts";
import { checkUnknown, checkValue, describe } from "./check.ts";
import { type FunctionsRecord, functionsClass } from "./functions.ts";
import { keptFor } from "./reference.ts";
import type { BindingShape } from "./shape.ts";
import { remember } from "./trace.ts";
import { currentValue, emptyValues, type Holder, VALUES, type Values } from "./values.ts";
import { hclWritten, written } from "./write.ts";

/** What the package says of its provider, as cdktf writes it into the document. */
export interface ProviderInfo {
  readonly name: string;
  readonly source: string;
  readonly version: string;
  readonly functions?: FunctionsRecord;
}

type Config = Readonly<Record<string, unknown>>;
const META = new Set(["provider", "dependsOn", "count", "lifecycle", "provisioners", "connection", "forEach"]);
const NONE: ReadonlySet<string> = new Set();

function superProps(info: ProviderInfo, shape: BindingShape, config: Config) {
  const terraformGeneratorMetadata = { providerName: info.name, providerVersion: info.version, providerVersionConstraint: info.version };
  const meta: Record<string, unknown> = {};
  for (const name of META) if (config[name] !== undefined) meta[name] = config[name];
  return { ...meta, terraformResourceType: shape.tf, terraformGeneratorMetadata };
}

function configure(self: Construct, shape: BindingShape, config: Config, meta: ReadonlySet<string>, made: NewableFunction): void {
  const values: Values = emptyValues();
  Object.defineProperty(self, VALUES, { value: values });
  const who = () => describe(self);
  for (const property of Object.keys(config)) {
    const value = config[property];
    const attribute = shape.assignable.get(property);
    if (attribute !== undefined) {
      if (attribute.struct !== undefined) checkValue(attribute, value, who, property);
      values[property] = value;
    } else if (value !== undefined && !meta.has(property)) checkUnknown(who, "", shape, property);
  }
  remember(self, made);
}

type Synthesized = { [name: string]: unknown };

/** The attributes of a document, of this construct's values. `mark` wraps what is never read back. */
const synthesize = (self: Holder, shape: BindingShape, mark?: (value: unknown) => unknown): Synthesized => {
  const document = written(shape, shape.structs, (attribute) => currentValue(self, attribute));
  if (mark !== undefined)
    for (const { tf, writeOnly } of shape.attributes) if (writeOnly && tf in document) document[tf] = mark(document[tf]);
  return document;
};

const synthesizeHcl = (self: Holder, shape: BindingShape): Synthesized =>
  hclWritten(shape, shape.structs, (attribute) => currentValue(self, attribute));

type Constructor = new (scope: Construct, id: string, config?: Config) => Construct & Holder;

function resource(info: ProviderInfo, shape: BindingShape): Constructor {
  return class extends TerraformResource {
    declare readonly [VALUES]: Values;
    constructor(scope: Construct, id: string, config: Config = {}) {
      super(scope, id, superProps(info, shape, config));
      configure(this, shape, config, META, new.target);
    }
    protected override synthesizeAttributes() {
      // The older library does not know write-only attributes.
      const mark =
        typeof this.markWriteOnlyAttribute === "function" ? (value: unknown): unknown => this.markWriteOnlyAttribute(value) : undefined;
      return synthesize(this, shape, mark);
    }
    protected override synthesizeHclAttributes() {
      return synthesizeHcl(this, shape);
    }
  };
}

function dataSource(info: ProviderInfo, shape: BindingShape): Constructor {
  return class extends TerraformDataSource {
    declare readonly [VALUES]: Values;
    constructor(scope: Construct, id: string, config: Config = {}) {
      super(scope, id, superProps(info, shape, config));
      configure(this, shape, config, META, new.target);
    }
    protected override synthesizeAttributes() {
      return synthesize(this, shape);
    }
    protected override synthesizeHclAttributes() {
      return synthesizeHcl(this, shape);
    }
  };
}

function ephemeral(info: ProviderInfo, shape: BindingShape): Constructor {
  if (TerraformEphemeralResource === undefined) {
    throw new Error(`${shape.tf} is an ephemeral resource, which cdktf 0.21 does not know. Use "cdktf": "npm:cdktn@^0.24.0".`);
  }
  return class extends TerraformEphemeralResource {
    declare readonly [VALUES]: Values;
    constructor(scope: Construct, id: string, config: Config = {}) {
      super(scope, id, superProps(info, shape, config));
      configure(this, shape, config, META, new.target);
    }
    protected override synthesizeAttributes() {
      return synthesize(this, shape);
    }
    protected override synthesizeHclAttributes() {
      return synthesizeHcl(this, shape);
    }
  };
}

function provider(info: ProviderInfo, shape: BindingShape): Constructor {
  return class extends TerraformProvider {
    declare readonly [VALUES]: Values;
    constructor(scope: Construct, id: string, config: Config = {}) {
      super(scope, id, { ...superProps(info, shape, {}), terraformProviderSource: info.source });
      configure(this, shape, config, NONE, new.target);
    }
    protected override synthesizeAttributes() {
      return synthesize(this, shape);
    }
    protected override synthesizeHclAttributes() {
      return synthesizeHcl(this, shape);
    }
  };
}

const KINDS = { resource, data: dataSource, ephemeral, provider } as const;

/** The class of a resource, data source, ephemeral resource or provider. */
export function bindingClass(info: ProviderInfo, shape: BindingShape): Constructor {
  const Class = KINDS[shape.kind](info, shape);
  Object.defineProperties(Class, {
    name: { value: shape.className },
    tfResourceType: { value: shape.tf, enumerable: true },
    ...(shape.kind !== "ephemeral" && { generateConfigForImport: { value: importer(shape.tf), writable: true } }),
  });
  if (shape.kind === "provider" && info.functions !== undefined) defineFunctions(Class.prototype, functionsClass(info.functions));
  defineAccess(Class.prototype, shape, shape.kind === "provider" ? undefined : keptFor);
  return Class;
}

const FUNCTIONS = Symbol.for("terroir.bindings.functions");

/** Functions are called under the name that the document gives the provider. */
function defineFunctions(prototype: object, Functions: new (localName: string) => object): void {
  Object.defineProperty(prototype, "functions", {
    configurable: true,
    get(this: TerraformProvider & { [FUNCTIONS]?: object }) {
      if (this[FUNCTIONS] === undefined) Object.defineProperty(this, FUNCTIONS, { value: new Functions(this.terraformResourceType) });
      return this[FUNCTIONS];
    },
  });
}

const importer = (terraformResourceType: string) => (scope: Construct, importToId: string, importId: string, from?: TerraformProvider) =>
  new ImportableResource(scope, importToId, { terraformResourceType, importId, ...(from && { provider: from }) });
