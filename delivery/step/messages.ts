/** What the engine says with `-json`: one object a line. */
export interface EngineMessage {
  readonly "@level": string;
  readonly "@message": string;
  readonly type: string;
  readonly hook?: {
    readonly resource?: { readonly addr?: string };
    readonly action?: string;
    readonly id_key?: string;
    readonly id_value?: string;
    readonly elapsed_seconds?: number;
  };
  readonly diagnostic?: Diagnostic;
  readonly changes?: { readonly add?: number; readonly change?: number; readonly remove?: number; readonly operation?: string };
}

export interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename?: string; readonly start?: { readonly line?: number } };
}

/** A line that is no message (a crash, a word of the shell) is kept as one. */
export function messageOf(line: string): EngineMessage | null {
  if (line.trim() === "") return null;
  if (line.startsWith("{"))
    try {
      const message = JSON.parse(line) as Partial<EngineMessage>;
      if (typeof message["@message"] === "string") return { type: "log", "@level": "info", ...message } as EngineMessage;
    } catch {
      // Cut off when the engine was killed.
    }
  return { "@level": "info", "@message": line, type: "output" };
}

export const messagesIn = (text: string): readonly EngineMessage[] => text.split("\n").flatMap((line) => messageOf(line) ?? []);

export const errorsOf = (messages: readonly EngineMessage[]): readonly Diagnostic[] =>
  messages.flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []));

/** The same for a person: what the engine would have printed on a terminal, in short. */
export function plainText(messages: readonly EngineMessage[]): string {
  return messages.map(({ "@message": said, diagnostic }) => (diagnostic === undefined ? said : diagnosticText(diagnostic))).join("\n");
}

export function diagnosticText({ severity, summary, detail, address, range }: Diagnostic): string {
  const where = [address, range?.filename === undefined ? undefined : `${range.filename}:${range.start?.line ?? "?"}`]
    .filter(Boolean)
    .join(", ");
  const rest = detail === undefined || detail === "" ? "" : `\n  ${detail.trim().split("\n").join("\n  ")}`;
  return `${severity === "error" ? "Error" : "Warning"}: ${summary}${where === "" ? "" : ` (${where})`}${rest}`;
}
