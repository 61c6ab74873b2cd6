export { cacheFolder, openReleaseCache } from "../github.js";
