/** Addresses that may enter, and whose they are: an auditor reads the second half. */
export interface AddressRange {
  /** `198.51.100.0/24`. */
  readonly cidr: string;
  readonly description: string;
}
