import { require_lib } from "../lib/write-file-atomic.js";
export default require_lib();
export {};
