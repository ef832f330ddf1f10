/** Something that the program wrote by itself: a resource, a look-up, a module, an import. */
export interface StayingResource {
  readonly address: string;
  /** `ovh_vrack`, `data ovh_cloud_project`, `module SOURCE`. */
  readonly type: string;
  /** Path of its construct, where the document says so: a size may be given by it. */
  readonly path?: string;
  /**
   * `bound`: written for the operator that is left, and stays there. `along`: no operator's, or made by what this program makes, so that it is made there
   * as well. `elsewhere`: it stands at an operator that is not left.
   */
  readonly fate: "bound" | "along" | "elsewhere";
  /** What it is, in the words of the constructs, `bucket`; absent where no construct stands for it. */
  readonly concept?: string;
  /** What a database runs, `mysql`. */
  readonly engine?: string;
  /** What to know, and to do: sentences. */
  readonly because: string;
}

/** What keeps the environment from leaving as it is written. */
export const bound = (staying: readonly StayingResource[]): readonly StayingResource[] => staying.filter(({ fate }) => fate === "bound");

/** A task for each that goes along. */
export const alongTasks = (staying: readonly StayingResource[]): readonly string[] =>
  staying.flatMap(({ address, fate, because }) => (fate === "along" ? [`${address}: ${because}`] : []));
