import type { RsaKey } from "./verify.ts";

/**
 * The key with which the OpenTofu project signs its releases. Source: https://get.opentofu.org/opentofu.asc, as kept in
 * branding/gpg_key.go of opentofu/tofudl v0.0.1; seen 2026-11-23. The fingerprint is computed from the numbers in a test.
 */
export const OPENTOFU_KEY: RsaKey = {
  fingerprint: "E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80",
  created: 1700055180,
  e: "AQAB",
  n: [
    "z4Oo1CZuZYjE4g53cqa58F0NtxnckJv5FvTBToWA0ZLJpm7M9Awn6p7RabqCsT18wPiU62ZVmTjbVPpXmYyDpQFWYs9K8M-RCau7",
    "iK5LnlrVJOgGJASzfszLW7otM9xwj1TZ0eQZVTcl0Hlt45a0Lc7inr42VsyNIG0BoBCjaY_pX8kRbuqt7v09KN6f-mzjpUB8AjLZ",
    "xZVqY6-n_ydhHVFTv-jWB0MyJj4-CyDVxf_nqqO7-rLxbWlU7URBtldle1nu27v3CfjYCWB-66O1IQdUUB9pNPTXaUgrfRetD1RE",
    "ZzkacRgZDP1Smc4DEs0b3acVFsKy8XwMYp7uXXWwZt8tG82lPNDk94taq1iKlu935nRh0O9YGycUa66MizFnoY3Cf_ViQ8ZB6rHz",
    "yqgYn2LKevyfZ6XMw30lPs2AVRqUe92uBHW3iEVqsGx9C1oZW4tSDOWhQ2mTBTZGPgFsj_jh5_CnobugziIdQFTO7-7y8Wl_YbdY",
    "1SW7MI7zxWKrr9Q71HXO1T9kB898XLUEtRmSUNXpHIE7_a0WF1DjsJJyJ47ZDPZEA7cgZFS3BHPIWtwn4ejybHCD-VR8GjTIAD6_",
    "bbJd8anc-epeVD4xUhbnpffI0gap_N1a09LisDND5w1R3f-6vPg4NRLToIDMGfN9CjkRTXY37-snbAb5e38",
  ].join(""),
};
