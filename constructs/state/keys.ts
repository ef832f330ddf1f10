/** A key that encrypts a state and its plans: where it comes from, never what it is. */
export type StateKey = PassphraseKey | FileKey | OpenBaoKey | OvhKmsKey;

/** A passphrase of 16 characters at least, in a sensitive variable that is given when the engine runs. */
export interface PassphraseKey {
  /** The variable's name: `TF_VAR_<name>` gives it. One for each state keeps who may read one from reading all. */
  readonly passphrase: string;
}

/** A file of 16 characters at least, on the machine that runs; `terroir state bootstrap` makes it. */
export interface FileKey {
  /** From the project's folder, or absolute. No repository should hold it. */
  readonly file: string;
}

/** A key of the transit engine of an OpenBao or a Vault, which never leaves it. The token is the engine's to know: `BAO_TOKEN`. */
export interface OpenBaoKey {
  /** Where the engine is, and which key of it. */
  readonly openBao: {
    /** `https://bao.example.eu`; its host must stand in the policy's `endpoints`. */
    readonly address: string;
    /** @default the stack's path */
    readonly key?: string;
    /** Where the transit engine is mounted. @default "transit" */
    readonly mount?: string;
  };
}

/**
 * A service key of OVHcloud's key management, asked by OVHcloud's own program `opentofu-kms-ovhcloud`, which must be on the PATH. Its credentials are
 * the program's to know: `KMS_RESTAPI_CERT` and `KMS_RESTAPI_KEY`, or a token. Source: https://github.com/ovh/opentofu-kms-ovhcloud README, seen 2026-11-28.
 */
export interface OvhKmsKey {
  /** Which key, and where it is asked for. */
  readonly ovhKms: {
    /** `https://eu-west-rbx.okms.ovh.net` */
    readonly endpoint: string;
    /** The service key's UUID. */
    readonly keyId: string;
  };
}
