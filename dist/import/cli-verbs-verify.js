export { runVerify } from "../cli-verbs-verify.js";
