export { runConfig } from "../open.js";
