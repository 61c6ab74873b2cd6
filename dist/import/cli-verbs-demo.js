export { runDemo } from "../cli-verbs-demo.js";
