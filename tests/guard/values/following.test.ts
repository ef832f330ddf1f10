import { describe, expect, it } from "vitest";
import { knownTerm, through } from "../../../guard/values/term.ts";
import { isSensitive } from "../../../guard/values/value.ts";
import { bare, evaluated } from "./evaluating.ts";

const known = (value: unknown) => ({ kind: "known", value });
const oneOf = (...values: unknown[]) => ({ kind: "oneOf", values });

describe("what is partly known", () => {
  it.each([
    ["${half.region}", known("GRA11")],
    ["${merge(half, {x = 1}).region}", known("GRA11")],
    ['${lookup(half, "region", "US")}', known("GRA11")],
    ["${[half, half][1].region}", known("GRA11")],
    ["${element([open.x, half.region], 1)}", known("GRA11")],
    ["${concat([open.x], [half.region])[1]}", known("GRA11")],
    ["${values({a = open.x, b = half.region})[1]}", known("GRA11")],
    ["${{for k, v in {a = half} : k => v.region}.a}", known("GRA11")],
    ["${length([open.x, open.y])}", known(2)],
    ["${keys({b = open.x, a = 1})}", known(["a", "b"])],
    ["${false && open.x}", known(false)],
    ["${open.x || true}", known(true)],
    ['${open.x ? "a" : "a"}', known("a")],
    ['${open.x ? "a" : "b"}', oneOf("a", "b")],
    ['${open.x ? "a" : null}', oneOf("a", null)],
    ['${lookup({ a = "x", b = "y" }, open.x, "z")}', oneOf("x", "y", "z")],
    ['${lookup({ a = "x", b = "x" }, open.x, "x")}', known("x")],
    ['${lookup({ a = "x", b = open.y }, open.x, "z")}', "unknown"],
    ['${lookup({ a = "x", b = "y" }, open.x)}', oneOf("x", "y")],
    ["%{ if open.x }a%{ else }b%{ endif }", oneOf("a", "b")],
    ["%{ if open.x }a%{ endif }", oneOf("a", "")],
    ["%{ for x in [two.a] }${x}%{ endfor }", oneOf("a1", "a2")],
    ["%{ for x in open.x }a%{ endfor }", "unknown"],
    ["%{ if true }${half.region}%{ else }${open.x}%{ endif }", known("GRA11")],
    ["${issensitive(open.x)}", oneOf(true, false)],
    ['${templatestring("%{ if a }x%{ endif }y", { a = open.x })}', oneOf("xy", "y")],
    ['${templatestring("$${b}", { a = half.region })}', "unknown"],
    ["${two.a}-${two.b}", oneOf("a1-b1", "a1-b2", "a2-b1", "a2-b2")],
    ["${upper(two.a)}", oneOf("A1", "A2")],
    ['${{a1 = "x", a2 = "y"}[two.a]}', oneOf("x", "y")],
    ['${["x", "y"][open.x]}', oneOf("x", "y")],
    ['${element(["x", "y"], open.x)}', oneOf("x", "y")],
    ["${[for x in [two.a] : x][0]}", oneOf("a1", "a2")],
    ['${two.a == "a1" ? "x" : "y"}', oneOf("x", "y")],
    ['${try(open.x.y, "z")}', "unknown"],
    ['${try(half.missing, "z")}', known("z")],
    ["${open.x}", "unknown"],
    ["${half}", "unknown"],
    ["${upper(open.x)}", "unknown"],
    ['${yamldecode("a: 1")}', "unknown"],
    ["${nowhere.x}", "unknown"],
    ["${null}", "absent"],
    ['${join(",", [for n in range(100) : two.a])}', "unknown"],
  ])("%s", (text, expected) => {
    const value = evaluated(text);
    if (typeof expected === "string") expect(value.kind).toBe(expected);
    else expect(bare(value)).toEqual(expected);
  });

  it("says why it cannot be followed, in words", () => {
    const cause = (text: string) => {
      const value = evaluated(text);
      return value.kind === "unknown" ? value.cause : value.kind;
    };
    expect(cause("${open.x}")).toBe("open.x is anybody's guess");
    expect(cause('${yamldecode("a")}')).toBe("yamldecode() is not followed");
    expect(cause("${uuid()}")).toBe("uuid() is decided when the engine runs");
    expect(cause("${nowhere.x}")).toBe("nothing here is called nowhere");
    expect(cause("${upper(open.x)}")).toBe("upper() of a value that is not known: open.x is anybody's guess");
    expect(cause("${{}.a}")).toBe('there is no attribute "a"');
  });
});

describe("references", () => {
  const refs = (text: string) => {
    const value = evaluated(text);
    return value.kind === "unknown" ? value.refs : value.kind;
  };
  it.each([
    "${ref.id}",
    "${[ref.id][0]}",
    "${ref.list[0].id}",
    '${element(split("/", ref.id), 1)}',
    "${tostring(ref.id)}",
    "${one([ref.id])}",
    "${coalesce(ref.id)}",
    '${templatestring("$${a}", { a = ref.id })}',
    "${open.x ? ref.id : ref.other}",
    "${try(ref.id)}",
  ])("%s points at the resource", (text) => expect(refs(text)).toEqual(["ovh_x.ref"]));
  // Whoever writes one of these chooses the value: the resource is no answer to where it is.
  it.each([
    '${open.x ? ref.id : "us-cluster"}',
    "us-${ref.id}",
    '${replace(ref.id, "/.*/", "us-cluster")}',
    '${format("us-%s", ref.id)}',
    '${join("", ["us", ref.id])}',
    '${coalesce(ref.id, "us-cluster")}',
    "${open.x ? ref.id : open.y}",
    "${substr(ref.id, 0, 0)}",
    "%{ if true }${ref.id}%{ endif }",
    '${templatestring("$${a}-", { a = ref.id })}',
  ])("%s does not", (text) => expect(refs(text)).toEqual([]));
});

describe("what was sensitive", () => {
  const names = {
    secret: through({ at: "var.secret", text: "(sensitive)", sensitive: true }, knownTerm("hunter2")),
    pick: through({ at: "var.pick", sensitive: true }, knownTerm("a")),
  };
  it.each([
    "${secret}",
    "x${secret}",
    "${upper(secret)}",
    "${[secret][0]}",
    '${secret == "x" ? "a" : "b"}',
    '${{a = "x"}[pick]}',
    "${{for k in [secret] : k => k}[secret]}",
    "${jsonencode({a = secret})}",
    '${sensitive("a")}',
    '${coalesce("", secret)}',
    '${element(["a"], secret == "x" ? 0 : 0)}',
    '%{ if pick == "a" }x%{ endif }',
    "%{ for k in [secret] }${k}%{ endfor }",
    '${templatestring("a$${s}", { s = secret })}',
  ])("%s stays so", (text) => {
    const value = evaluated(text, names);
    expect(isSensitive(value)).toBe(true);
    expect(JSON.stringify(value.chain)).not.toContain("hunter2");
  });
});

describe("what would cost too much", () => {
  it.each([
    ["deep lists", "${[".repeat(30) + "]}".repeat(30)],
    ["a long range", "${range(1000000000)}"],
    ["loops in loops", "${[for a in range(900) : [for b in range(900) : [for c in range(900) : a]]]}"],
    ["texts that grow", `\${replace("${"a".repeat(1000)}", "a", "${"b".repeat(1000)}")}`],
    ["a pattern that runs away", `\${regex("(a*)*b", "${"a".repeat(200)}")}`],
    ["one of options", `\${regex("${"a?".repeat(40)}${"a".repeat(40)}", "${"a".repeat(40)}")}`],
    ["one of bounds", `\${regex("a{0,99}a{0,99}a{0,99}a{0,99}a{0,99}b", "${"a".repeat(250)}")}`],
    ["another one", `\${regex("a*a*a*a*b", "${"a".repeat(250)}")}`],
    ["a wide choice", "${[for x in range(70) : two.a][0]}${two.b}${two.c}${two.d}${two.e}${two.f}${two.g}${two.h}"],
  ])("%s ends quickly", (_, text) => {
    const start = performance.now();
    evaluated(text);
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});
