export interface Diagnostic {
  /** 1 error, 2 warning. */
  readonly severity: 1 | 2;
  readonly summary: string;
  readonly detail: string;
  readonly attribute?: AttributePath;
}

export interface AttributePath {
  readonly steps: readonly { readonly attribute_name: string }[];
}

export const pathTo = (...names: readonly string[]): AttributePath => ({ steps: names.map((attribute_name) => ({ attribute_name })) });

export function failure(summary: string, detail: string, ...path: readonly string[]): Diagnostic {
  return { severity: 1, summary, detail, ...(path.length > 0 ? { attribute: pathTo(...path) } : {}) };
}

export const warning = (summary: string, detail: string): Diagnostic => ({ severity: 2, summary, detail });
