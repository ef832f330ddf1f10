export { EngineError, InputError, TerroirError } from "../catalogue/errors.ts";
