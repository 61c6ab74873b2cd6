import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  versionOf
} from "./chunk-G4AB7EGA.js";
import "./chunk-LVIGNXGC.js";

// src/github/release-cache.ts
import { mkdir, readFile } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
function cacheFolder(env, platform = process.platform) {
  const absolute = (path) => path && isAbsolute(path) ? path : null;
  const xdg = absolute(env["XDG_CACHE_HOME"]);
  if (xdg !== null) return join(xdg, "rotate-pr");
  if (platform === "win32") {
    const local = absolute(env["LOCALAPPDATA"]);
    return local === null ? null : join(local, "rotate-pr", "cache");
  }
  const home = absolute(env["HOME"]);
  if (home === null) return null;
  return platform === "darwin" ? join(home, "Library", "Caches", "rotate-pr") : join(home, ".cache", "rotate-pr");
}
function openReleaseCache(folder, apiUrl) {
  if (folder === null) return { read: async () => null, write: async () => {
  } };
  const server = encodeURIComponent(apiUrl.replace(/^https:\/\//, ""));
  const pathOf = (repository) => join(folder, "releases", server, `${encodeURIComponent(repository)}.json`);
  return {
    async read(repository) {
      try {
        return parseEntry(JSON.parse(await readFile(pathOf(repository), "utf8")));
      } catch {
        return null;
      }
    },
    async write(repository, entry) {
      const { default: writeFileAtomic } = await import("./lib-VAZZE3BP.js");
      const path = pathOf(repository);
      try {
        await mkdir(dirname(path), { recursive: true, mode: 448 });
        await writeFileAtomic(path, `${JSON.stringify({ v: 1, ...entry })}
`, { mode: 384 });
      } catch {
      }
    }
  };
}
function parseEntry(value) {
  if (typeof value !== "object" || value === null) return null;
  const { v, from, tags, checkedAt, etags } = value;
  if (v !== 1 || from !== "releases" && from !== "tags" || !Array.isArray(tags)) return null;
  const versions = tags.filter((tag) => typeof tag === "string" && versionOf(tag) !== null);
  if (versions.length === 0 || versions.length !== tags.length) return null;
  if (typeof checkedAt !== "string" || Number.isNaN(Date.parse(checkedAt))) return null;
  const marks = typeof etags === "object" && etags !== null ? etags : {};
  const { releases, tags: ofTags } = marks;
  return {
    from,
    tags: versions,
    checkedAt,
    etags: {
      ...isHeaderValue(releases) ? { releases } : {},
      ...isHeaderValue(ofTags) ? { tags: ofTags } : {}
    }
  };
}
function isHeaderValue(value) {
  return typeof value === "string" && /^[\x21-\x7e]{1,200}$/.test(value);
}
export {
  cacheFolder,
  openReleaseCache
};
