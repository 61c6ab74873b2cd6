export { runOpen } from "../open.js";
