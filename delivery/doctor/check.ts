/** One thing that was looked at before it is trusted. */
export interface Check {
  /** `store/lock`: the same for the same question, for programs. */
  readonly id: string;
  /** What was looked at, for people: `the bucket acme-states at https://…`. */
  readonly about: string;
  /** `problem`: a deployment would fail, or lose something. `warning`: it would go through, and somebody should know. `unknown`: it could not be looked at. */
  readonly status: "ok" | "warning" | "problem" | "unknown";
  readonly because: string;
  /** What to do; empty when there is nothing. */
  readonly fix: string;
}

export const ok = (id: string, about: string, because: string): Check => ({ id, about, status: "ok", because, fix: "" });
export const warning = (id: string, about: string, because: string, fix: string): Check => ({ id, about, status: "warning", because, fix });
export const problem = (id: string, about: string, because: string, fix: string): Check => ({ id, about, status: "problem", because, fix });
export const unknown = (id: string, about: string, because: string, fix = ""): Check => ({ id, about, status: "unknown", because, fix });
