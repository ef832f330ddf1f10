import type { Told } from "../../guard/views/folder.ts";

export interface InputOptions {
  /** Program to plan with, for folders of Terraform code. */
  readonly engine?: string | undefined;
  /** Values of variables, for folders of Terraform code, by their names. */
  readonly told?: ReadonlyMap<string, Told>;
  /** Settings of the backend, for folders of Terraform code, by their names. */
  readonly backend?: ReadonlyMap<string, Told>;
  /** Workspace of the run, for folders of Terraform code. */
  readonly workspace?: string | undefined;
  /** Folder of the code that plans were made from. */
  readonly code?: string | undefined;
  /** Told what takes long. */
  readonly say: (line: string) => void;
}
