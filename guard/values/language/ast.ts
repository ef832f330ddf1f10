/** An expression of Terraform's language. `text` is what the author wrote, for chains and causes. */
export type Node =
  | { readonly type: "literal"; readonly value: string | number | boolean | null }
  | { readonly type: "template"; readonly parts: readonly Node[] }
  | { readonly type: "name"; readonly name: string; readonly text: string }
  | { readonly type: "attribute"; readonly of: Node; readonly name: string; readonly text: string }
  | { readonly type: "index"; readonly of: Node; readonly key: Node; readonly text: string }
  /** `of[*].a.b`: `each` is the rest, applied to every element, which it calls `SPLAT`. */
  | { readonly type: "splat"; readonly of: Node; readonly each: Node; readonly text: string }
  | { readonly type: "call"; readonly name: string; readonly args: readonly Node[]; readonly expand: boolean }
  | { readonly type: "unary"; readonly operator: "!" | "-"; readonly of: Node }
  | { readonly type: "binary"; readonly operator: BinaryOperator; readonly left: Node; readonly right: Node }
  | { readonly type: "conditional"; readonly if: Node; readonly then: Node; readonly else: Node }
  | { readonly type: "tuple"; readonly items: readonly Node[] }
  | { readonly type: "object"; readonly entries: readonly { readonly key: Node; readonly value: Node }[] }
  | ForNode
  /** It cannot be read, or is not followed. */
  | { readonly type: "opaque"; readonly cause: string };

export interface ForNode {
  readonly type: "for";
  readonly keyName?: string;
  readonly valueName: string;
  readonly in: Node;
  /** Present: it makes an object. */
  readonly by?: Node;
  readonly each: Node;
  readonly if?: Node;
  /** `...` after the value: values of one key are gathered in a list. */
  readonly group: boolean;
}

export type BinaryOperator = "||" | "&&" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "+" | "-" | "*" | "/" | "%";

/** Name under which the rest of a splat knows the element. No identifier contains a star. */
export const SPLAT = "*";
