import type { Operator } from "terroir/catalogue";

const seen = "__TODAY__";

/** Who runs the cloud. Where a company sits decides which courts can order data handed over, so every claim has its source. */
export const operator: Operator = {
  id: "__FILE__",
  name: "__TITLE__ (invented)",
  seat: { country: "FR", city: "Lille", source: "https://__PREFIX__.example/legal", seen },
  control: { by: "its founders", country: "FR", source: "https://__PREFIX__.example/legal", seen },
  laws: [],
};
