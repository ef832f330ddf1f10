/** What stands in `graph.json`. Everything is sorted, so that equal programs write equal files. */
export interface Graph {
  /** Raised when a reader of the old format would misread the new one. */
  readonly format: 1;
  /** By level, then by name: each stack after those that it depends on. */
  readonly stacks: readonly GraphStack[];
}

/** One stack: one folder, one state. */
export interface GraphStack {
  readonly name: string;
  /** From the folder of the graph file, with `/`. */
  readonly folder: string;
  /** Names of the stacks that must be deployed before: those whose outputs it reads, and those that the program says. */
  readonly dependsOn: readonly string[];
  /** Length of the longest way to a stack that depends on none, which is at 0. Stacks of one level may be deployed together. */
  readonly level: number;
  /** What it reads of other states. */
  readonly inputs: readonly GraphInput[];
  /** Where its state is kept. */
  readonly backend: GraphBackend;
  /** Source addresses of its providers, as they are required: `ovh/ovh`. */
  readonly providers: readonly string[];
  /** Variables without a default: whoever runs the stack gives them, as `TF_VAR_<name>` or in a file. */
  readonly variables: readonly GraphVariable[];
  /** `sha256:` and 64 hexadecimal digits, of all that the engine would read in its folder and in local modules beside it. */
  readonly digest: string;
}

/** Outputs that a stack reads from another state, through one `terraform_remote_state`. */
export interface GraphInput {
  /** Name of the data source. */
  readonly data: string;
  /** The stack whose state it is; null when it is none of this graph. */
  readonly stack: string | null;
  readonly outputs: readonly string[];
}

/** Where a state is. Never holds a credential: only what tells one state from another. */
export interface GraphBackend {
  /** As Terraform calls it: `s3`, `http`, `pg`, `kubernetes`, `local`. */
  readonly type: string;
  /** The settings that say which state it is: `bucket`, `key`, `endpoint`, `path`, … Paths are from the folder of the graph file. */
  readonly at: Readonly<Record<string, string>>;
  /** Whether OpenTofu encrypts the state, and refuses to write it otherwise. */
  readonly encrypted: boolean;
  /** Whether a second run is kept out while one is writing. */
  readonly locks: boolean;
}

export interface GraphVariable {
  readonly name: string;
  readonly sensitive: boolean;
}
