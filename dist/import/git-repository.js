export { resolveCommit } from "../audit.js";
