/** AES in every mode that OpenStack's IPsec names: `aes-256`, `aes-128-ctr`, `aes-256-gcm-16`. Whatever else there is, is not known to be strong. */
export const AES_OF_IPSEC: readonly string[] = ["128", "192", "256"].flatMap((bits) => [
  `aes-${bits}`,
  `aes-${bits}-ctr`,
  ...["ccm", "gcm"].flatMap((mode) => ["8", "12", "16"].map((tag) => `aes-${bits}-${mode}-${tag}`)),
]);
