export { printText, problemsText } from "../audit.js";
