export { readAllMetadata, readOwners } from "../open.js";
