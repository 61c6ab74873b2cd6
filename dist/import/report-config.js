export { configCsv, configDocument } from "../open.js";
