export { tryGit } from "../audit.js";
