export { closeDocument, openDocument, planDocument } from "../open.js";
