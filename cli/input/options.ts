export interface InputOptions {
  /** Program to plan with, for folders of Terraform code. */
  readonly engine?: string | undefined;
  /** Told what takes long. */
  readonly say: (line: string) => void;
}
