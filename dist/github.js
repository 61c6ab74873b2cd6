import { __toESM } from "./rolldown-runtime.js";
import { fail, ok } from "./main.js";
import { MODULE_OWNER, findBlocks, scan, versionOf } from "./audit.js";
import { createOctokit, githubFailure, secretForms } from "./open.js";
import { dirname, isAbsolute, join } from "node:path";
import { mkdir, readFile } from "node:fs/promises";
// src/github/account.ts
function isSameAccount(author, login) {
	const bare = (name) => name.toLowerCase().replace(/\[bot\]$/, "");
	return author !== null && bare(author) === bare(login);
}
// src/github/release-cache.ts
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
	if (folder === null) return {
		read: async () => null,
		write: async () => {}
	};
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
			const { default: writeFileAtomic } = await import("./import/write-file-atomic.js").then((m) => __toESM(m.default, 1));
			const path = pathOf(repository);
			try {
				await mkdir(dirname(path), {
					recursive: true,
					mode: 448
				});
				await writeFileAtomic(path, `${JSON.stringify({
					v: 1,
					...entry
				})}\n`, { mode: 384 });
			} catch {}
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
	const { releases, tags: ofTags } = typeof etags === "object" && etags !== null ? etags : {};
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
// src/github/releases.ts
const TIMEOUT = 8e3;
const MAX_FILES = 40;
function connectReleases(options) {
	const { cache, now, token, repository } = options;
	const { apiUrl } = repository;
	const secrets = token === null ? [] : secretForms(token);
	const client = {
		timeoutMs: TIMEOUT,
		...options,
		pacing: false
	};
	const asked = new Map();
	let loading = null;
	async function ask(doing, request) {
		loading ??= createOctokit(client);
		const octokit = await loading;
		try {
			return ok(await request(octokit));
		} catch (error) {
			if (error instanceof UnexpectedAnswer) return fail("unexpected-answer", `Could not ${doing}: ${error.message}.`);
			return {
				ok: false,
				error: githubFailure(error, {
					doing,
					secrets,
					apiUrl
				})
			};
		}
	}
	async function learn(name) {
		const known = await cache.read(name);
		const answer = await ask(`read the releases of ${name}`, (octokit) => askFor(octokit, name, known));
		if (!answer.ok) return answer;
		if (answer.value === null) return fail("no-release", `${name} has no release that is a version.`);
		const entry = {
			...answer.value,
			checkedAt: now.toISOString()
		};
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
		declares: (module, variable) => ask(`read ${module.repository} at ${module.ref ?? "its default branch"}`, (octokit) => findVariable(octokit, module, variable))
	};
}
var UnexpectedAnswer = class extends Error {};
async function askFor(octokit, repo, known) {
	const here = {
		owner: MODULE_OWNER,
		repo
	};
	const releases = await conditional(known?.etags.releases, (headers) => octokit.rest.repos.listReleases({
		...here,
		per_page: 100,
		headers
	}));
	if (releases === "unchanged") {
		if (known?.from === "releases") return known;
	} else if (expectList(releases.data).length > 0) return answer("releases", releases.data.filter((release) => !release.draft && !release.prerelease).map(({ tag_name }) => tag_name), releases.etags("releases"));
	const none = releases === "unchanged" ? { releases: known?.etags.releases } : releases.etags("releases");
	const tags = await conditional(known?.from === "tags" ? known.etags.tags : void 0, (headers) => octokit.rest.git.listMatchingRefs({
		...here,
		ref: "tags/",
		headers
	}));
	if (tags === "unchanged") return known;
	return answer("tags", expectList(tags.data).map(({ ref }) => ref.replace(/^refs\/tags\//, "")), {
		...defined(none),
		...tags.etags("tags")
	});
}
function answer(from, tags, etags) {
	const versions = tags.filter((tag) => versionOf(tag) !== null);
	return versions.length === 0 ? null : {
		from,
		tags: versions,
		etags
	};
}
function defined(etags) {
	return etags.releases === void 0 ? {} : { releases: etags.releases };
}
async function conditional(etag, request) {
	try {
		const { data, headers } = await request(etag === void 0 ? {} : { "if-none-match": etag });
		return {
			data,
			etags: (name) => headers.etag === void 0 ? {} : { [name]: headers.etag }
		};
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
	const at = {
		owner: MODULE_OWNER,
		repo,
		...ref === null ? {} : { ref }
	};
	const isDeclaredIn = async (path) => {
		const { data } = await octokit.rest.repos.getContent({
			...at,
			path,
			mediaType: { format: "raw" }
		});
		const { body, errors } = scan(textOf(data, path));
		if (findBlocks(body, "variable", variable).length > 0) return true;
		if (errors.length > 0) throw new UnexpectedAnswer(`${path} does not parse`);
		return false;
	};
	const usual = folder === "" ? "variables.tf" : `${folder}/variables.tf`;
	if (await isDeclaredIn(usual).catch((error) => {
		if (statusOf(error) === 404) return false;
		throw error;
	})) return true;
	const { data: listed } = await octokit.rest.repos.getContent({
		...at,
		path: folder
	});
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
export { cacheFolder, connectReleases, isSameAccount, openReleaseCache };
