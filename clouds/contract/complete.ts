/** What a table of placements lacks, or has beyond the provider's types; anything but `true` here is a compile error that names the types. */
export type Complete<Table, Types extends string> = [Exclude<Types, keyof Table>, Exclude<keyof Table, Types>] extends [never, never]
  ? true
  : { missing: Exclude<Types, keyof Table>; superfluous: Exclude<keyof Table, Types> };
