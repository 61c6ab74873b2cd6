export { findToken } from "../open.js";
