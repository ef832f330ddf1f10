export type { Json } from "../../catalogue/json.ts";
