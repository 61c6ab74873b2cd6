export { runCompletion } from "../cli-verbs-completion.js";
