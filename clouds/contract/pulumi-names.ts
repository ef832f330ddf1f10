/** How a cloud's Pulumi package writes what the Terraform provider under it calls otherwise. Generated from the package's own types. */
export interface PulumiNames {
  /** First part of every token: `ovh` in `ovh:CloudProject/storage:Storage`. */
  readonly package: string;
  /** The package on npm, and the release that was read. */
  readonly npm: string;
  readonly version: string;
  /** Where the engine fetches the package's program; absent: from Pulumi's own releases. */
  readonly server?: string;
  /** Source address of the Terraform provider that it is made of, `ovh/ovh`. */
  readonly source: string;
  /**
   * Its names are read where a program writes them, and never written: it is made of another release of the provider than the schema, so that stacks of
   * ours run under the bridge. Some tokens are the same as the bridge's, and how a list is spelled is not known for either.
   */
  readonly readOnly?: true;
  readonly resources: PulumiTokens;
  /** Functions are data sources. */
  readonly functions: PulumiTokens;
  /** The provider block. */
  readonly provider: PulumiSpelling;
}

export interface PulumiTokens {
  /** Token without the package → Terraform type: `CloudProject/storage:Storage` → `ovh_cloud_project_storage`. Several may mean one type: the first is the one to write. */
  readonly types: Readonly<Record<string, string>>;
  /** By Terraform type; absent: everything is spelled by the rule, in camel case. */
  readonly spelling: Readonly<Record<string, PulumiSpelling>>;
  /** Tokens of the package that nothing says the Terraform type of. */
  readonly strange: readonly string[];
}

/** What follows no rule; paths as Terraform writes them, without `[]`. */
export interface PulumiSpelling {
  /** Path → the last name as the package writes it, where that is not the path's last name in camel case. */
  readonly names?: Readonly<Record<string, string>>;
  /** Lists and sets that the package has as one object or value. */
  readonly single?: readonly string[];
  /** Settable attributes that the package has not. */
  readonly missing?: readonly string[];
}
