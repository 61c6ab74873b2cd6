export { connectReleases } from "../github.js";
