import type { Block } from "./blocks.ts";

/** What an example may leave unsaid, each with what it needs itself; later ones may use earlier ones. */
const UNSAID: readonly (readonly [name: string, code: string])[] = [
  ["app", "const app = new SovereignApp();"],
  ["stack", 'const stack = new SovereignStack(app, "example", { at: ovh("GRA11"), account: { project: "0".repeat(32) } });'],
  ["network", 'const network = new Network(stack, "network");'],
];

/** An example's own declaration or parameter of a name, which it then does not leave unsaid. */
const binds = (name: string): readonly RegExp[] => [
  new RegExp(`\\b(?:const|let|class|function)\\s+(?:\\{[^}]*\\b)?${name}\\b`),
  new RegExp(`\\([^()]*\\b${name}\\b[^()]*\\)\\s*(?::[^=()]*)?=>`),
];

/** A module that can be compiled and run: the example, the imports of the names that it uses, and what it leaves unsaid. */
export function programOf({ code }: Block, exported: ReadonlyMap<string, string>): string {
  if (/^import\s/m.test(code)) return code;
  const uses = (name: string, text: string) => {
    const said = text.replace(/"(?:[^"\\\n]|\\.)*"|\/\/.*$/gm, "");
    // `{ network: … }` names a property; `x ? pass : y` does not.
    return (
      new RegExp(`(?<!\\w|[^.]\\.)${name}\\b(?!\\s*:)|(?<![{,]\\s*)(?<!\\w|[^.]\\.)${name}\\b`).test(said) &&
      !binds(name).some((way) => way.test(said))
    );
  };
  let body = code;
  const added: string[] = [];
  for (const [name, line] of [...UNSAID].reverse())
    if (uses(name, body)) {
      body = `${line}\n${body}`;
      added.push(name);
    }
  // Whatever an example leaves unsaid is synthesized, and so judged, as well.
  if (added.includes("app") && !/\bapp\.synth\(\)/.test(body)) body = `${body}\napp.synth();`;
  const imports = [...exported].filter(([name]) => uses(name, body)).map(([name, entry]) => `import { ${name} } from "${entry}";`);
  return `${imports.join("\n")}\n${body}\nexport {};\n`;
}
