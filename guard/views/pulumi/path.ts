/**
 * Where a resource stands among components, as a path of constructs has it: names of the components around it and its own, outermost first. A name
 * that begins with the path around it, as unique names must, adds its rest.
 */
export function pathOf(names: readonly string[]): readonly string[] {
  let path = "";
  return names.flatMap((name) => {
    const inner = path !== "" && name.startsWith(`${path}/`) ? name.slice(path.length + 1) : name === path ? "" : name;
    if (inner === "") return [];
    path = path === "" ? inner : `${path}/${inner}`;
    return [inner];
  });
}
