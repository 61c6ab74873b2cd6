export { runClose } from "../open.js";
