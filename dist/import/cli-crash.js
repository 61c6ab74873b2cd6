export { explainCrash } from "../cli-crash.js";
