export interface PublicEntry {
  readonly name: string;
  readonly source: string;
  readonly types: string;
  readonly cloud?: string;
}
export function cloudNames(root?: string): readonly string[];
export function publicEntries(manifest: { readonly exports: object }, root?: string): readonly PublicEntry[];
export function writeRegistry(root?: string): void;
