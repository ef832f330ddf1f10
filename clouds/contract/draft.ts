/** A resource as a provider sees it. What a cloud lowers to: the same record feeds Terraform, Pulumi and the tests. */
export interface Draft {
  /** The provider's resource type, `ovh_cloud_project_storage`. */
  readonly type: string;
  /** Unique within its construct. */
  readonly id: string;
  /** Attributes by the provider's own names; nested blocks as arrays or objects, as Terraform's JSON has them. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly options: DraftOptions;
}

/** What the engine, not the provider, is told about a resource. */
export interface DraftOptions {
  readonly dependsOn?: readonly Handle[];
  /** The engine refuses to destroy it. */
  readonly preventDestroy?: boolean;
  /** Attributes whose later drift is not undone. */
  readonly ignoreChanges?: readonly string[];
}

/** A drafted resource, so that another can point at it. */
export interface Handle {
  readonly type: string;
  readonly id: string;
  /** A reference to one of its attributes, resolved by the engine. A nested one is written as Terraform does: `endpoints[0].domain`. */
  ref(attribute: string): string;
}
