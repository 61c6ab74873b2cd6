export { runComplete } from "../cli-verbs-complete.js";
