export { printMarkdown } from "../open.js";
