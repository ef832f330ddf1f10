/** Whether a provider is only required, in this module or in one that is called: the engine fetches it, and nothing of it is configured or used. */
export const isRequirement = ({ address }: { readonly address: string }): boolean =>
  /^(?:module\..+\.)?terraform\.required_providers\./.test(address);
