export { redact, secretForms } from "../open.js";
