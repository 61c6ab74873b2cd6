export { runHistory } from "../cli-verbs-history.js";
