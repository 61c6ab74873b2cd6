export { runInit } from "../open.js";
