export { runApply } from "../cli-verbs-apply.js";
