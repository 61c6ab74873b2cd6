export { runStatus } from "../open.js";
