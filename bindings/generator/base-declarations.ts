/** What the generated classes extend, in a module of its own. `functions`: the class of the provider's functions, if it has any. */
export const baseDeclarations = (functions: string) => `import * as c from "cdktf";
import { Construct } from "constructs";
export { c, Construct };
export type R = c.IResolvable;
type P = c.IInterpolatingParent;
export declare class Resource extends c.TerraformResource {
/** Writes code that takes an existing thing into the state, when next planned. */
static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: c.TerraformProvider): c.ImportableResource;
}
export declare class DataSource extends c.TerraformDataSource {
static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: c.TerraformProvider): c.ImportableResource;
}
export declare class Provider extends c.TerraformProvider {
static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: c.TerraformProvider): c.ImportableResource;
}
export interface Meta extends c.TerraformMetaArguments {}
/** Needs cdktn; the older library has no ephemeral resources. */
export declare class Ephemeral extends c.TerraformElement {
readonly terraformResourceType: string;
dependsOn?: string[];
count?: number | c.TerraformCount;
provider?: c.TerraformProvider;
lifecycle?: c.TerraformResourceLifecycle;
forEach?: c.ITerraformIterator;
interpolationForAttribute(terraformAttribute: string): R;
getStringAttribute(terraformAttribute: string): string;
}
export interface EphemeralMeta {
readonly dependsOn?: c.ITerraformDependable[];
readonly count?: number | c.TerraformCount;
readonly provider?: c.TerraformProvider;
readonly lifecycle?: c.TerraformResourceLifecycle;
readonly forEach?: c.ITerraformIterator;
}
export declare class One<T = {}> extends c.ComplexObject {
constructor(terraformResource: P, terraformAttribute: string);
get internalValue(): T | undefined;
set internalValue(value: T | undefined);
}
export declare class Item<T = {}> extends c.ComplexObject {
constructor(terraformResource: P, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
get internalValue(): T | undefined;
set internalValue(value: T | undefined);
}
export declare class Entry<T = {}> extends c.ComplexObject {
constructor(terraformResource: P, terraformAttribute: string, complexObjectKey: string);
get internalValue(): T | undefined;
set internalValue(value: T | undefined);
}
export declare class List<O, T = {}> extends c.ComplexList {
internalValue?: T[] | R;
constructor(terraformResource: P, terraformAttribute: string, wrapsSet: boolean);
get(index: number): O;
}
export declare class Dictionary<O, T = {}> extends c.ComplexMap {
internalValue?: { [key: string]: T } | R;
constructor(terraformResource: P, terraformAttribute: string);
get(key: string): O;
}
export declare class ListMap<O, T = {}> extends c.ComplexMap {
internalValue?: { [key: string]: T[] } | R;
constructor(terraformResource: P, terraformAttribute: string);
get(key: string): O;
}
export declare class ListOf<O, T = {}> extends c.MapList {
internalValue?: unknown;
constructor(terraformResource: P, terraformAttribute: string, wrapsSet: boolean);
get(index: number): O;
}
${functions}`;
