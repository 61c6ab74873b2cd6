import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  createOctokit,
  githubFailure
} from "./chunk-RPITXM22.js";
import {
  MODULE_OWNER
} from "./chunk-GNH6HFDN.js";
import "./chunk-HHLM6MFS.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";
import {
  findBlocks
} from "./chunk-4M4F2YVT.js";
import {
  versionOf
} from "./chunk-G4AB7EGA.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import {
  secretForms
} from "./chunk-LSW3YM3J.js";
import "./chunk-LVIGNXGC.js";

// src/github/releases.ts
var TIMEOUT = 8e3;
var MAX_FILES = 40;
function connectReleases(options) {
  const { cache, now, token, repository } = options;
  const { apiUrl } = repository;
  const secrets = token === null ? [] : secretForms(token);
  const client = { timeoutMs: TIMEOUT, ...options, pacing: false };
  const asked = /* @__PURE__ */ new Map();
  let loading = null;
  async function ask(doing, request) {
    loading ??= createOctokit(client);
    const octokit = await loading;
    try {
      return ok(await request(octokit));
    } catch (error) {
      if (error instanceof UnexpectedAnswer) {
        return fail("unexpected-answer", `Could not ${doing}: ${error.message}.`);
      }
      return { ok: false, error: githubFailure(error, { doing, secrets, apiUrl }) };
    }
  }
  async function learn(name) {
    const known = await cache.read(name);
    const answer2 = await ask(`read the releases of ${name}`, (octokit) => askFor(octokit, name, known));
    if (!answer2.ok) return answer2;
    if (answer2.value === null) return fail("no-release", `${name} has no release that is a version.`);
    const entry = { ...answer2.value, checkedAt: now.toISOString() };
    await cache.write(name, entry);
    return ok(entry.tags);
  }
  return {
    tags(name) {
      const before = asked.get(name);
      if (before !== void 0) return before;
      const learning = learn(name);
      asked.set(name, learning);
      return learning;
    },
    declares: (module, variable) => ask(
      `read ${module.repository} at ${module.ref ?? "its default branch"}`,
      (octokit) => findVariable(octokit, module, variable)
    )
  };
}
var UnexpectedAnswer = class extends Error {
};
async function askFor(octokit, repo, known) {
  const here = { owner: MODULE_OWNER, repo };
  const releases = await conditional(
    known?.etags.releases,
    (headers) => octokit.rest.repos.listReleases({ ...here, per_page: 100, headers })
  );
  if (releases === "unchanged") {
    if (known?.from === "releases") return known;
  } else if (expectList(releases.data).length > 0) {
    const stable = releases.data.filter((release) => !release.draft && !release.prerelease);
    return answer(
      "releases",
      stable.map(({ tag_name }) => tag_name),
      releases.etags("releases")
    );
  }
  const none = releases === "unchanged" ? { releases: known?.etags.releases } : releases.etags("releases");
  const tags = await conditional(
    known?.from === "tags" ? known.etags.tags : void 0,
    (headers) => octokit.rest.git.listMatchingRefs({ ...here, ref: "tags/", headers })
  );
  if (tags === "unchanged") return known;
  const names = expectList(tags.data).map(({ ref }) => ref.replace(/^refs\/tags\//, ""));
  return answer("tags", names, { ...defined(none), ...tags.etags("tags") });
}
function answer(from, tags, etags) {
  const versions = tags.filter((tag) => versionOf(tag) !== null);
  return versions.length === 0 ? null : { from, tags: versions, etags };
}
function defined(etags) {
  return etags.releases === void 0 ? {} : { releases: etags.releases };
}
async function conditional(etag, request) {
  try {
    const { data, headers } = await request(etag === void 0 ? {} : { "if-none-match": etag });
    return { data, etags: (name) => headers.etag === void 0 ? {} : { [name]: headers.etag } };
  } catch (error) {
    if (etag !== void 0 && statusOf(error) === 304) return "unchanged";
    throw error;
  }
}
function expectList(data) {
  if (!Array.isArray(data)) throw new UnexpectedAnswer("the answer is no list");
  return data;
}
function statusOf(error) {
  return typeof error === "object" && error !== null && "status" in error ? error.status : void 0;
}
async function findVariable(octokit, module, variable) {
  const { repository: repo, folder, ref } = module;
  const at = { owner: MODULE_OWNER, repo, ...ref === null ? {} : { ref } };
  const isDeclaredIn = async (path) => {
    const { data } = await octokit.rest.repos.getContent({ ...at, path, mediaType: { format: "raw" } });
    const { body, errors } = scan(textOf(data, path));
    if (findBlocks(body, "variable", variable).length > 0) return true;
    if (errors.length > 0) throw new UnexpectedAnswer(`${path} does not parse`);
    return false;
  };
  const usual = folder === "" ? "variables.tf" : `${folder}/variables.tf`;
  const found = await isDeclaredIn(usual).catch((error) => {
    if (statusOf(error) === 404) return false;
    throw error;
  });
  if (found) return true;
  const { data: listed } = await octokit.rest.repos.getContent({ ...at, path: folder });
  if (!Array.isArray(listed)) throw new UnexpectedAnswer(`${folder || repo} is no folder`);
  const paths = listed.filter(({ type, path, name }) => type === "file" && name.endsWith(".tf") && path !== usual).map(({ path }) => path);
  if (paths.length > MAX_FILES) throw new UnexpectedAnswer(`there are ${paths.length} files to read`);
  for (const path of paths) if (await isDeclaredIn(path)) return true;
  return false;
}
function textOf(data, path) {
  if (typeof data === "string") return data;
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
  throw new UnexpectedAnswer(`${path} is no file`);
}
export {
  connectReleases
};
