export { MAX_CONFIG_BYTES, parseConfig } from "../config-load.js";
