import { require_src } from "../lib/debug.js";
export default require_src();
export {};
