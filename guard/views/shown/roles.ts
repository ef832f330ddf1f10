/**
 * What a container in a document of `show -json` is for. Lists of resources are many and heavy, so they are read one element at a time, wherever in the
 * document they stand; everything else is light.
 */
export const Role = {
  other: 0,
  root: 1,
  /** Elements of it are read one at a time. */
  list: 2,
  configuration: 3,
  module: 4,
  calls: 5,
  call: 6,
  state: 7,
  values: 8,
  place: 9,
  places: 10,
} as const;
export type Role = (typeof Role)[keyof typeof Role];

const NAMED: Readonly<Partial<Record<Role, Readonly<Record<string, Role>>>>> = {
  [Role.root]: {
    resource_changes: Role.list,
    deferred_changes: Role.list,
    resource_drift: Role.list,
    configuration: Role.configuration,
    prior_state: Role.state,
    planned_values: Role.values,
    values: Role.values,
  },
  [Role.configuration]: { root_module: Role.module },
  [Role.module]: { resources: Role.list, module_calls: Role.calls },
  [Role.call]: { module: Role.module },
  [Role.state]: { values: Role.values },
  [Role.values]: { root_module: Role.place },
  [Role.place]: { resources: Role.list, child_modules: Role.places },
};

/** The role of what stands under a key of a container; a list has no keys. */
export function roleOf(container: Role, key: string, isList: boolean): Role {
  if (container === Role.calls) return isList ? Role.other : Role.call;
  if (container === Role.places) return isList ? Role.other : Role.place;
  const named = NAMED[container];
  const role = named !== undefined && Object.hasOwn(named, key) ? named[key] : undefined;
  if (role === undefined) return Role.other;
  // What is of the wrong kind is left to those who read it.
  return isList === (role === Role.list || role === Role.places) ? role : Role.other;
}
