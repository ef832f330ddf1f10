/** A load balancer that speaks TLS only. */
export interface LoadBalancerSpec {
  readonly name: string;
}

export interface LoadBalancerOutputs {
  readonly id: string;
}
