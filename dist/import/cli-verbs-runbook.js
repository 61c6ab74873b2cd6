export { runRunbook } from "../open.js";
