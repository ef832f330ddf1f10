export { version } from "../catalogue/version.ts";
