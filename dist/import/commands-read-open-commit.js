export { openCommitReader } from "../open.js";
