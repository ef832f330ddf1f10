/** A managed Kubernetes cluster. */
export interface ClusterSpec {
  readonly name: string;
}

export interface ClusterOutputs {
  readonly id: string;
}
