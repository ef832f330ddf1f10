export interface RehearseOptions {
  readonly app?: string;
  readonly policy?: string;
  readonly engine?: string;
  readonly world?: string;
  readonly faults?: string;
  readonly keep?: boolean;
  readonly json?: boolean;
}
