import { __toESM } from "./rolldown-runtime.js";
import { BUILT_IN_KINDS, camelCase, configSettings, didYouMean, fail as fail$1, findKind, groupBy, kindNamed, knownKinds, nearest, ok, readVersion, settingsOf, useKinds } from "./main.js";
import { require_fastest_levenshtein } from "./lib/fastest-levenshtein.js";
import { TZDate } from "./lib/date-fns-tz.js";
import { addDays as addDays$1, differenceInCalendarDays, format, isExists } from "./lib/date-fns.js";
import { require_picocolors } from "./lib/picocolors.js";
import { closeSync, constants, existsSync, lstatSync, openSync, readFileSync, readSync, readdirSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import { spawn } from "node:child_process";
import { Readable, Writable } from "node:stream";
import { readdir, stat, unlink } from "node:fs/promises";
import { devNull } from "node:os";
import { buffer, text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
// src/report/format.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
const STATES_WORST_FIRST = [
	"blocked",
	"never",
	"due",
	"held",
	"exempt",
	"ok"
];
const OUTCOMES = [
	"planned",
	"created",
	"updated",
	"unchanged",
	"closed",
	"left-alone",
	"deferred",
	"failed"
];
const STATE_WORDS = {
	blocked: "blocked",
	never: "never rotated",
	due: "due",
	held: "on hold",
	exempt: "exempt",
	ok: "ok"
};
function digits(value) {
	return value.toLocaleString("en-US");
}
function count(value, one, many = `${one}s`) {
	return `${digits(value)} ${value === 1 ? one : many}`;
}
function listWords(words, last = "and") {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
function codeWords(code) {
	return code.replaceAll("-", " ");
}
function clusterLabel$1(cluster) {
	return cluster.split(".", 1)[0];
}
function namespaceName(place) {
	const label = clusterLabel$1(place.cluster);
	return label === "live" ? place.namespace : `${place.namespace} (${label})`;
}
function requestName({ namespace, cluster, group }) {
	if (namespace === null || cluster === null) return `group ${group ?? ""}`;
	return namespaceName({
		namespace,
		cluster
	});
}
function requestNoun(all) {
	const groups = all.filter(({ namespace }) => namespace === null).length;
	if (groups === 0) return "namespace";
	return groups === all.length ? "group" : "pull request";
}
function shortFile(place) {
	const folder = `namespaces/${place.cluster}/${place.namespace}/resources/`;
	return place.file.startsWith(folder) ? place.file.slice(folder.length) : place.file;
}
function rotatedWords(credential) {
	if (credential.rotatedOn !== null) return credential.rotatedOn;
	if (credential.state === "never") return "never";
	return credential.value ?? "-";
}
function isDue({ state }) {
	return state === "due" || state === "never";
}
function shellWords(args) {
	return args.map((arg) => /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`).join(" ");
}
// src/report/kind-words.ts
function kindNoun(kind) {
	return knownKinds().byName.get(kind)?.noun ?? {
		one: `${kind} credential`,
		many: `${kind} credentials`
	};
}
function secretOf$1(kind) {
	return kindNamed(kind).noun.secret;
}
function shortSecretOf(kind) {
	return secretOf$1(kind).split(" ").at(-1) ?? "";
}
function whatApplyingDoes(kind, isPushed) {
	const known = knownKinds().byName.get(kind);
	const push = isPushed ? known?.serviceAccount?.push.applying : void 0;
	return [known?.applying ?? "Terraform replaces the credential.", ...push === void 0 ? [] : [push]].join(" ");
}
function kindsOf$1(items) {
	const found = new Set(Array.from(items, (item) => item.kind));
	const known = knownKinds().names.filter((name) => found.has(name));
	return [...known, ...[...found].filter((name) => !known.includes(name))];
}
function kindCounts(items) {
	return kindsOf$1(items).map((kind) => countOfKind(items.filter((item) => item.kind === kind).length, kind));
}
function kindCountsOf(byKind) {
	return kindsOf$1(Object.keys(byKind).map((kind) => ({ kind }))).map((kind) => countOfKind(byKind[kind] ?? 0, kind));
}
function countOfKind(number, kind) {
	const { one, many } = kindNoun(kind);
	return count(number, one, many);
}
function dueWords(credentials) {
	const due = credentials.filter(isDue);
	if (due.length === 0) return "nothing due";
	return kindsOf$1(due).map((kind) => {
		const ofKind = due.filter((each) => each.kind === kind);
		const oldest = Math.max(...ofKind.map(({ ageDays }) => ageDays ?? Number.POSITIVE_INFINITY));
		const age = Number.isFinite(oldest) ? `${digits(oldest)}d` : "never";
		return `${kind}${ofKind.length > 1 ? ` ×${ofKind.length}` : ""} ${age}`;
	}).join(", ");
}
// src/report/worst-first.ts
function compareCredentials(a, b) {
	const byState = STATES_WORST_FIRST.indexOf(a.state) - STATES_WORST_FIRST.indexOf(b.state);
	if (byState !== 0) return byState;
	const byAge = (b.ageDays ?? Number.MAX_SAFE_INTEGER) - (a.ageDays ?? Number.MAX_SAFE_INTEGER);
	return byAge !== 0 ? byAge : compareText(a.cluster, b.cluster) || compareText(a.id, b.id);
}
function compareText(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function worstFirst(credentials) {
	return credentials.toSorted(compareCredentials);
}
function groupWorstFirst(credentials) {
	return [...groupBy(worstFirst(credentials), (each) => JSON.stringify([each.cluster, each.namespace])).values()];
}
// src/report/sanitize.ts
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cf}\p{Cs}]/u;
const HIDDEN_ALL = new RegExp(HIDDEN.source, "gu");
const NAMED$1 = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function visible(text) {
	return HIDDEN.test(text) ? text.replace(HIDDEN_ALL, spell) : text;
}
function visibleLine(line) {
	if (!HIDDEN.test(line)) return line;
	const end = line.endsWith("\r") ? "\r" : "";
	return line.slice(0, line.length - end.length).split("	").map(visible).join("	") + end;
}
function spell(character) {
	const named = NAMED$1[character];
	if (named !== void 0) return named;
	const hex = character.codePointAt(0).toString(16);
	return hex.length <= 2 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
}
// src/git/process.ts
var GitError = class extends Error {
	status;
	stderr;
	constructor(subcommand, status, stderr) {
		super(`git ${subcommand} ended with status ${status ?? "none"}: ${stderr.trim() || "no message"}`);
		this.name = "GitError";
		this.status = status;
		this.stderr = stderr;
	}
};
function ownershipAdvice(stderr) {
	const folder = /dubious ownership in repository at '(?<folder>[^'\n]*)'/.exec(stderr)?.groups?.["folder"];
	if (folder === void 0) return null;
	return `git does not read ${folder} (dubious ownership): it belongs to another user, as in a container job. If that is meant: git config --global --add safe.directory '${folder}'`;
}
const SILENCE_MS = 6e5;
async function tryGit(clone, args, { input = "", silenceMs = SILENCE_MS } = {}) {
	const child = startGit(clone, args);
	let timedOut = false;
	const timer = setTimeout(() => {
		timedOut = true;
		child.kill();
	}, silenceMs);
	for (const stream of [child.stdout, child.stderr]) stream.on("data", () => timer.refresh());
	child.stdin.end(input);
	const words = [text(child.stdout), text(child.stderr)];
	const [status, stdout, stderr] = await Promise.all([endOf(child), ...words]).finally(() => clearTimeout(timer));
	if (!timedOut) return {
		status,
		stdout,
		stderr
	};
	return {
		status: 124,
		stdout,
		stderr: `Operation timed out: no word for ${silenceMs / 1e3} seconds`
	};
}
async function runGit(clone, args, input = "") {
	return converse(clone, args, async (stdin, stdout) => {
		stdin.end(input);
		return buffer(stdout);
	});
}
async function streamGit(clone, args, onOutput, input = []) {
	await converse(clone, args, async (stdin, stdout) => {
		const fed = pipeline(Readable.from(input), stdin);
		fed.catch(() => {});
		for await (const chunk of stdout) onOutput(chunk);
		await fed;
	});
}
async function converse(clone, args, talk) {
	const child = startGit(clone, args);
	const ended = endOf(child);
	const errors = text(child.stderr);
	const fail = async (status) => {
		throw new GitError(subcommandOf(args), status, await errors);
	};
	try {
		const notStarted = ended.then(() => new Promise(() => {}));
		const result = await Promise.race([talk(child.stdin, child.stdout), notStarted]);
		child.stdin.end();
		const status = await ended;
		return status === 0 ? result : await fail(status);
	} catch (error) {
		if (error instanceof GitError) throw error;
		child.kill();
		const status = await ended;
		return status === null || status === 0 ? Promise.reject(error) : fail(status);
	}
}
function endOf(child) {
	const ended = new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", resolve);
	});
	ended.catch(() => {});
	return ended;
}
function startGit(clone, args) {
	const child = spawn("git", [...args], {
		cwd: clone.folder,
		env: gitEnvironment(clone),
		stdio: [
			"pipe",
			"pipe",
			"pipe"
		],
		windowsHide: true
	});
	child.stdin.on("error", () => {});
	return child;
}
function subcommandOf(args) {
	return args.find((arg) => /^[a-z][a-z-]*$/.test(arg)) ?? "";
}
const LEADS_ASTRAY = new Set([
	"GIT_ALTERNATE_OBJECT_DIRECTORIES",
	"GIT_COMMON_DIR",
	"GIT_DIR",
	"GIT_GLOB_PATHSPECS",
	"GIT_GRAFT_FILE",
	"GIT_ICASE_PATHSPECS",
	"GIT_IMPLICIT_WORK_TREE",
	"GIT_INDEX_FILE",
	"GIT_LITERAL_PATHSPECS",
	"GIT_NAMESPACE",
	"GIT_NOGLOB_PATHSPECS",
	"GIT_OBJECT_DIRECTORY",
	"GIT_PREFIX",
	"GIT_SHALLOW_FILE",
	"GIT_WORK_TREE"
]);
const TRACES = /^GIT_(?:TRACE|CURL_VERBOSE)/;
const TOKENS = [
	"GITHUB_TOKEN",
	"GH_TOKEN",
	"INPUT_TOKEN"
];
const CONFIG = [
	["gc.auto", "0"],
	["maintenance.auto", "false"],
	["core.hooksPath", devNull],
	["core.fsmonitor", "false"],
	["core.alternateRefsCommand", "true"]
];
const OFFLINE = {
	GIT_NO_LAZY_FETCH: "1",
	GIT_ALLOW_PROTOCOL: "none"
};
function gitEnvironment({ env, config = [], variables = {}, online = false }) {
	const tokens = TOKENS.flatMap((name) => env[name]?.trim() || []);
	const own = {};
	for (const [name, value] of Object.entries(env)) {
		const upper = name.toUpperCase();
		if (value === void 0 || LEADS_ASTRAY.has(upper) || TRACES.test(upper)) continue;
		if (!upper.startsWith("GIT_CONFIG") && tokens.some((token) => value.includes(token))) continue;
		own[name] = value;
	}
	return {
		...own,
		GIT_TERMINAL_PROMPT: "0",
		GIT_PAGER: "cat",
		LC_ALL: "C",
		GIT_TRACE2: "0",
		GIT_TRACE2_EVENT: "0",
		GIT_TRACE2_PERF: "0",
		...online ? {} : OFFLINE,
		...configVariables(env, [...CONFIG, ...config]),
		...variables
	};
}
function configVariables(env, entries) {
	const inherited = Number.parseInt(env["GIT_CONFIG_COUNT"] ?? "0", 10);
	const start = Number.isSafeInteger(inherited) && inherited > 0 ? inherited : 0;
	const variables = { GIT_CONFIG_COUNT: String(start + entries.length) };
	entries.forEach(([key, value], index) => {
		variables[`GIT_CONFIG_KEY_${start + index}`] = key;
		variables[`GIT_CONFIG_VALUE_${start + index}`] = value;
	});
	return variables;
}
// src/git/objects.ts
function isObjectId(name) {
	return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
}
async function listTree(clone, tree, paths, options, each) {
	const args = [
		"--literal-pathspecs",
		"ls-tree",
		"--full-tree",
		...options.recursive ? ["-r", "-z"] : ["-z"],
		tree,
		"--",
		...paths
	];
	let rest = "";
	await streamGit(clone, args, (chunk) => {
		const text = rest + chunk.toString("latin1");
		let start = 0;
		for (let end = text.indexOf("\0"); end >= 0; end = text.indexOf("\0", start)) {
			each(parseEntry(text.slice(start, end)));
			start = end + 1;
		}
		rest = text.slice(start);
	});
}
function parseEntry(line) {
	const tab = line.indexOf("	");
	const oidAt = line.lastIndexOf(" ", tab) + 1;
	const path = line.slice(tab + 1);
	return {
		mode: line.slice(0, 6),
		oid: line.slice(oidAt, tab),
		path: NOT_ASCII.test(path) ? Buffer.from(path, "latin1").toString("utf8") : path
	};
}
const NOT_ASCII = /[\x80-\xff]/;
async function readBlobs(clone, oids, maxBytes, each) {
	await streamGit(clone, [
		"cat-file",
		"--batch",
		"--buffer"
	], blobParser(maxBytes, each), requests(oids));
}
function* requests(oids) {
	let piece = "";
	for (const oid of oids) {
		if (!isObjectId(oid)) throw new Error(`not a full object name: ${JSON.stringify(oid)}`);
		piece += `${oid}\n`;
		if (piece.length < 16384) continue;
		yield piece;
		piece = "";
	}
	if (piece !== "") yield piece;
}
function blobParser(maxBytes, each) {
	let index = 0;
	let header = "";
	let blob = null;
	let held = Buffer.alloc(0);
	let got = 0;
	function inBlob(chunk, at, size, failure) {
		const take = Math.min(size + 1 - got, chunk.length - at);
		const whole = take === size + 1;
		if (failure === null && !whole) {
			if (held.length < size + 1) held = Buffer.allocUnsafe(Math.max(size + 1, 65536));
			chunk.copy(held, got, at, at + take);
		}
		got += take;
		if (got < size + 1) return at + take;
		blob = null;
		const bytes = whole ? chunk.subarray(at, at + size) : held.subarray(0, size);
		each(index++, failure ?? bytes);
		return at + take;
	}
	function inHeader(chunk, at) {
		const end = chunk.indexOf(10, at);
		header += chunk.toString("latin1", at, end < 0 ? chunk.length : end);
		if (end < 0) return chunk.length;
		const [oid = "", type = "", length] = header.split(" ");
		header = "";
		if (length === void 0) {
			each(index++, {
				code: "missing",
				message: `the repository has no object ${oid} (${type})`
			});
			return end + 1;
		}
		const size = Number(length);
		blob = {
			size,
			failure: refuse$1(oid, type, size, maxBytes)
		};
		got = 0;
		return end + 1;
	}
	return (chunk) => {
		for (let at = 0; at < chunk.length;) at = blob === null ? inHeader(chunk, at) : inBlob(chunk, at, blob.size, blob.failure);
	};
}
function refuse$1(oid, type, size, maxBytes) {
	if (type !== "blob") return {
		code: "not-a-blob",
		message: `object ${oid} is a ${type}`
	};
	if (size > maxBytes) return {
		code: "too-large",
		message: `${size} bytes, more than ${maxBytes}`
	};
	return null;
}
// src/git/partial.ts
var FetchError = class extends Error {};
async function isPartialClone(clone) {
	return (await tryGit(clone, [
		"config",
		"--get-regexp",
		"^(extensions\\.partialclone|remote\\..*\\.promisor)$"
	])).status === 0;
}
function objectCompleter(clone) {
	const { fetch } = clone;
	const present = new Set();
	let partial = null;
	return async (oids) => {
		if (fetch === void 0 || oids.every((oid) => present.has(oid))) return;
		partial ??= isPartialClone(clone);
		if (!await partial) return;
		const missing = await missingObjects(clone, oids);
		if (missing.length > 0) await fetch(missing);
		for (const oid of oids) present.add(oid);
	};
}
async function missingObjects(clone, oids) {
	const missing = new Set(oids);
	let rest = "";
	await streamGit(clone, [
		"cat-file",
		"--batch-all-objects",
		"--batch-check=%(objectname)",
		"--unordered",
		"--buffer"
	], (chunk) => {
		const lines = (rest + chunk.toString("latin1")).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) missing.delete(line);
	});
	return [...missing];
}
async function completeTrees(clone, commit) {
	const { fetch } = clone;
	if (fetch === void 0 || !await isPartialClone(clone)) return;
	const missing = (await runGit(clone, [
		"rev-list",
		...[
			"--objects",
			"--no-object-names",
			"--filter=blob:none",
			"--missing=print",
			"--no-walk"
		],
		commit
	])).toString("latin1").split("\n").flatMap((line) => line.startsWith("?") ? [line.slice(1)] : []);
	if (missing.length > 0) await fetch(missing);
}
// src/util/text.ts
function trimEndOf(text, characters) {
	let end = text.length;
	while (end > 0 && characters.includes(text[end - 1])) end -= 1;
	return text.slice(0, end);
}
function trimOf(text, characters) {
	let start = 0;
	while (start < text.length && characters.includes(text[start])) start += 1;
	return trimEndOf(text.slice(start), characters);
}
function withoutEnclosed(text, open, close) {
	let kept = "";
	let at = 0;
	for (;;) {
		const start = text.indexOf(open, at);
		const end = start === -1 ? -1 : text.indexOf(close, start + open.length);
		if (end === -1) return kept + text.slice(at);
		kept += text.slice(at, start);
		at = end + close.length;
	}
}
// src/environments/layout.ts
const NAMESPACES = "namespaces";
const HOLD_FILES = ["APPLY_PIPELINE_SKIP_THIS_NAMESPACE", "SECRET_ROTATE_BLOCK"];
const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;
const MAIN_LABEL = "live";
function isNamespaceName(name) {
	return LABEL.test(name);
}
function clusterLabel(cluster) {
	const dot = cluster.indexOf(".");
	return dot < 0 ? cluster : cluster.slice(0, dot);
}
function namespacePath(cluster, namespace) {
	return `${NAMESPACES}/${cluster}/${namespace}`;
}
function parseResourcePath(path) {
	const [top, cluster, namespace, resources, ...rest] = path.split("/");
	if (top !== "namespaces" || !cluster || !namespace || resources !== "resources" || rest.length === 0) return null;
	return {
		cluster,
		namespace,
		file: rest.join("/")
	};
}
function namespaceId(cluster, namespace) {
	const label = clusterLabel(cluster);
	return label === MAIN_LABEL ? namespace : `${label}--${namespace}`;
}
function credentialId(path, module) {
	const parts = parseResourcePath(path);
	return parts === null ? `${path}#${module}` : `${namespaceId(parts.cluster, parts.namespace)}/${parts.file}#${module}`;
}
function branchName(cluster, namespace) {
	const label = clusterLabel(cluster);
	if (!LABEL.test(label)) return badName("bad-cluster-name", "cluster", cluster);
	if (!LABEL.test(namespace)) return badName("bad-namespace-name", "namespace", namespace);
	return { branch: `rotate/${namespaceId(cluster, namespace)}` };
}
function sharedBranches(folders) {
	const byId = new Map();
	for (const folder of folders) {
		const id = namespaceId(folder.cluster, folder.namespace);
		const group = byId.get(id);
		if (group === void 0) byId.set(id, [folder]);
		else group.push(folder);
	}
	return [...byId.values()].filter((group) => group.length > 1);
}
function findHolds(files) {
	return {
		holds: HOLD_FILES.filter((name) => files.includes(name)),
		misspelt: files.flatMap((file) => {
			const meant = nearestHold(file);
			if (meant === null) return [];
			return [{
				file,
				meant,
				message: `${quote$1(file)} does nothing: the pipeline looks for the exact name ${meant}`
			}];
		})
	};
}
function nearestHold(file) {
	if (!/[A-Z]{4}/.test(file) && !file.includes("_")) return null;
	for (const name of HOLD_FILES) {
		if (Math.abs(file.length - name.length) > 3) continue;
		if (file !== name && (0, import_fastest_levenshtein.distance)(file.toUpperCase(), name) <= 3) return name;
	}
	return null;
}
function badName(code, what, name) {
	return {
		code,
		message: `${quote$1(name)} cannot be the name of a ${what}: lower-case letters, digits and "-" only, at most 63, with a letter or digit at both ends`
	};
}
function quote$1(name) {
	return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}…` : name);
}
// src/environments/reader.ts
const MAX_FILE_BYTES = 5242880;
// src/environments/listing.ts
const SKIPPED_FOLDERS = new Set([".terraform", ".git"]);
const TOO_LARGE = `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB: not read`;
const LINK_OUTSIDE = "a symbolic link leads out of the repository: it is not followed";
function compareNames(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function failure(code, message) {
	return {
		code,
		message
	};
}
function isSafePath(path) {
	return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
function unreadNamespace(cluster, namespace, type) {
	if (!isNamespaceName(namespace)) return [];
	const path = namespacePath(cluster, namespace);
	return [{
		cluster,
		namespace,
		path,
		files: [],
		resources: [{
			path,
			type,
			applied: false
		}]
	}];
}
function unreadFolder(folder, { path, type }) {
	switch (type) {
		case "submodule": return {
			code: "submodule",
			message: "the folder is a git submodule: what it holds is in another repository, and is not read"
		};
		case "closed": return {
			code: "unreadable",
			message: "the folder cannot be listed: permission denied"
		};
		case "symlink":
			if (path !== folder.path && path !== `${folder.path}/resources`) return null;
			return {
				code: "symbolic-link",
				message: "the folder is a symbolic link, which is not followed: what it holds is not read"
			};
		default: return null;
	}
}
// src/environments/commit.ts
const FEW = 100;
const PATHS_PER_CALL = 100;
const MAX_LINKS = 40;
async function openCommit(clone, commit, options = {}) {
	if (!isObjectId(commit)) throw new Error(`not a full object name: ${JSON.stringify(commit)}`);
	await runGit(clone, [
		"cat-file",
		"-e",
		`${commit}^{commit}`
	]);
	const prefix = trimEndOf(options.prefix ?? "", "/");
	const tree = {
		clone,
		name: prefix === "" ? commit : `${commit}:${prefix}`,
		blobs: new Map(),
		folders: new Set(),
		entries: null,
		complete: objectCompleter(clone)
	};
	await completeTrees(clone, commit);
	return {
		commit,
		namespaces: (wants) => listNamespaces$1(tree, wants),
		read: (paths, each) => readPaths(tree, [...paths], each)
	};
}
async function holdsNamespaces$1(clone, commit, prefix) {
	const { stdout } = await tryGit(clone, [
		"ls-tree",
		"--full-tree",
		prefix === "" ? commit : `${commit}:${prefix}`,
		"--",
		NAMESPACES
	]);
	return stdout.startsWith(FOLDER);
}
async function listClusters({ clone, name }) {
	const clusters = [];
	await listTree(clone, name, [`${NAMESPACES}/`], { recursive: false }, ({ mode, path }) => {
		if (mode === FOLDER && !path.includes("/.")) clusters.push(`${path}/`);
	});
	const entries = [];
	if (clusters.length > 0) await listTree(clone, name, clusters, { recursive: false }, (entry) => entries.push(entry));
	return {
		clusters,
		entries
	};
}
async function listNamespaces$1(tree, wants) {
	tree.entries ??= listClusters(tree);
	const { clusters, entries } = await tree.entries;
	const folders = new Map();
	const notRead = [];
	let unwanted = 0;
	for (const entry of entries) {
		const [, cluster = "", namespace = ""] = entry.path.split("/");
		if (namespace.startsWith(".") || ![
			FOLDER,
			LINK,
			SUBMODULE
		].includes(entry.mode)) continue;
		if (!wants(cluster, namespace)) unwanted++;
		else if (entry.mode === FOLDER) folders.set(entry.path, newFolder(cluster, namespace));
		else {
			if (entry.mode === LINK) tree.blobs.set(entry.path, entry);
			const type = entry.mode === LINK ? "symlink" : "submodule";
			notRead.push(...unreadNamespace(cluster, namespace, type));
		}
	}
	const few = unwanted > 0 && folders.size <= FEW;
	if (folders.size > 0) {
		const paths = few ? [...folders.keys()].map((path) => `${path}/`) : clusters;
		for (let at = 0; at < paths.length; at += PATHS_PER_CALL) {
			const some = paths.slice(at, at + PATHS_PER_CALL);
			await listTree(tree.clone, tree.name, some, { recursive: true }, (entry) => place$2(tree, folders, entry));
		}
	}
	await tree.complete([...tree.blobs.values()].map(({ oid }) => oid));
	return [...folders.values(), ...notRead].map(sorted$1).sort((a, b) => compareNames(a.cluster, b.cluster) || compareNames(a.namespace, b.namespace));
}
const FOLDER = "040000";
const LINK = "120000";
const SUBMODULE = "160000";
function newFolder(cluster, namespace) {
	return {
		cluster,
		namespace,
		path: namespacePath(cluster, namespace),
		files: [],
		resources: []
	};
}
function sorted$1(folder) {
	return {
		...folder,
		files: folder.files.toSorted(compareNames),
		resources: folder.resources.toSorted((a, b) => compareNames(a.path, b.path))
	};
}
function place$2(tree, folders, entry) {
	const { path, mode } = entry;
	const parts = path.split("/");
	const folder = folders.get(`${parts[0]}/${parts[1]}/${parts[2]}`);
	if (folder === void 0) return;
	if (mode === SUBMODULE) {
		if (parts[3] === "resources") folder.resources.push({
			path,
			type: "submodule",
			applied: false
		});
		return;
	}
	tree.blobs.set(path, {
		mode,
		oid: entry.oid
	});
	const name = parts.at(-1) ?? "";
	if (parts.length === 4) {
		if (name === "resources" && mode === LINK) folder.resources.push({
			path,
			type: "symlink",
			applied: false
		});
		else folder.files.push(name);
	} else if (parts[3] === "resources") {
		if (parts.slice(4, -1).some((part) => SKIPPED_FOLDERS.has(part))) return;
		const applied = parts.length === 5 && !name.startsWith(".");
		folder.resources.push({
			path,
			type: mode === LINK ? "symlink" : "file",
			applied
		});
	}
}
async function readPaths(tree, paths, each) {
	await learn(tree, paths);
	const linked = await followLinks(tree, paths);
	const answers = paths.map((path) => linked.get(path) ?? blobOf(tree, path));
	const oids = answers.flatMap((answer) => "oid" in answer ? [answer.oid] : []);
	let next = 0;
	const passFailures = () => {
		for (let answer = answers[next]; answer !== void 0 && "code" in answer; answer = answers[next]) each(paths[next++] ?? "", answer);
	};
	passFailures();
	if (oids.length === 0) return;
	await tree.complete(oids);
	await readBlobs(tree.clone, oids, MAX_FILE_BYTES, (_index, content) => {
		each(paths[next++] ?? "", "code" in content ? failureOf(content) : content);
		passFailures();
	});
}
function blobOf(tree, path) {
	if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
	const blob = tree.blobs.get(path);
	if (blob !== void 0) return blob;
	return isFolder(tree, path) ? failure("unreadable", "it is a folder") : failure("missing", "no such file in the commit");
}
function isFolder({ folders, blobs }, path) {
	if (folders.has(path)) return true;
	for (const known of blobs.keys()) if (known.startsWith(`${path}/`)) return true;
	return false;
}
function failureOf(failed) {
	return failed.code === "too-large" ? failure("too-large", TOO_LARGE) : failure("unreadable", failed.message);
}
async function learn(tree, paths) {
	const unknown = paths.filter((path) => !tree.blobs.has(path) && isSafePath(path));
	for (let at = 0; at < unknown.length; at += PATHS_PER_CALL) {
		const some = unknown.slice(at, at + PATHS_PER_CALL);
		await listTree(tree.clone, tree.name, some, { recursive: false }, ({ mode, oid, path }) => {
			if (mode === FOLDER || mode === SUBMODULE) tree.folders.add(path);
			else tree.blobs.set(path, {
				mode,
				oid
			});
		});
	}
}
async function followLinks(tree, paths) {
	const found = new Map();
	let open = new Map(paths.filter((path) => isLink$1(tree, path)).map((path) => [path, path]));
	for (let round = 0; open.size > 0; round++) {
		const targets = await readTargets(tree, [...open.values()]);
		await learn(tree, targets.filter((target) => target !== null));
		const still = new Map();
		[...open.keys()].forEach((path, index) => {
			const target = targets[index] ?? null;
			if (target === null) found.set(path, failure("outside-root", LINK_OUTSIDE));
			else if (!isLink$1(tree, target)) found.set(path, tree.blobs.get(target) ?? failure("unreadable", NOWHERE));
			else if (round >= MAX_LINKS) found.set(path, failure("unreadable", "a symbolic link that leads to itself"));
			else still.set(path, target);
		});
		open = still;
	}
	return found;
}
const NOWHERE = "a symbolic link to a folder, or to a file that is not in the commit";
function isLink$1(tree, path) {
	return tree.blobs.get(path)?.mode === LINK;
}
async function readTargets(tree, links) {
	const targets = [];
	const oids = links.map((link) => tree.blobs.get(link)?.oid ?? "");
	await tree.complete(oids);
	await readBlobs(tree.clone, oids, 4096, (index, content) => {
		const text = "code" in content ? "/" : Buffer.from(content).toString("utf8");
		const target = posix.join(posix.dirname(links[index] ?? ""), text);
		targets.push(text.startsWith("/") || !isSafePath(target) ? null : target);
	});
	return targets;
}
// src/environments/text.ts
const GIT_CRYPT_MAGIC = "\0GITCRYPT\0";
const strict = new TextDecoder("utf-8", {
	fatal: true,
	ignoreBOM: true
});
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
function isGitCrypt(bytes) {
	if (bytes[0] !== 0 || bytes.length < 10) return false;
	for (let i = 0; i < 10; i++) if (bytes[i] !== GIT_CRYPT_MAGIC.charCodeAt(i)) return false;
	return true;
}
function isUtf16(bytes) {
	const [a, b, c, d] = bytes;
	if (a === 255 && b === 254 || a === 254 && b === 255) return true;
	return b === 0 && d === 0 && Boolean(a) && Boolean(c) || a === 0 && c === 0 && Boolean(b) && Boolean(d);
}
function decodeText(bytes) {
	if (isUtf16(bytes)) return {
		code: "not-utf8",
		message: "the file is UTF-16 text, which Terraform does not read: save it as UTF-8",
		line: 1,
		column: 1
	};
	const nul = bytes.indexOf(0);
	if (nul >= 0) return notText(bytes, nul);
	try {
		return { text: strict.decode(bytes) };
	} catch {
		return {
			code: "not-utf8",
			message: "the file is not UTF-8 text: convert it first",
			...place$1(bytes, firstBadByte(bytes))
		};
	}
}
function notText(bytes, nul) {
	if (isGitCrypt(bytes)) return {
		code: "git-crypt",
		message: "the file is encrypted with git-crypt: run git-crypt unlock, or leave it as it is",
		line: 1,
		column: 1
	};
	return {
		code: "binary",
		message: "the file is no text: it holds a zero byte",
		...place$1(bytes, nul)
	};
}
function firstBadByte(bytes) {
	const back = new TextEncoder().encode(lenient.decode(bytes));
	let at = 0;
	while (at < bytes.length && bytes[at] === back[at]) at++;
	return at;
}
function place$1(bytes, at) {
	let line = 1;
	let start = 0;
	for (let i = 0; i < at; i++) {
		if (bytes[i] !== 10) continue;
		line++;
		start = i + 1;
	}
	return {
		line,
		column: at - start + 1
	};
}
// src/git/repository.ts
const REFUSED = /^(?:EDITOR|PAGER|PREFIX|SSH_ASKPASS|VISUAL|GIT_(?:ASKPASS|CONFIG(?!_NOSYSTEM$).*|EDITOR|EXEC_PATH|EXTERNAL_DIFF|PAGER|PROXY_COMMAND|TEMPLATE_DIR|SEQUENCE_EDITOR|SSH|SSH_COMMAND))$/i;
async function openRepository({ folder, env }) {
	const [{ simpleGit }, { default: debug }, config] = await Promise.all([
		import("./import/simple-git.js"),
		import("./import/debug.js").then((m) => __toESM(m.default, 1)),
		trusted({
			folder,
			env
		})
	]);
	debug.log = () => {};
	const environment = Object.fromEntries(Object.entries(gitEnvironment({
		folder,
		env
	})).filter(([name]) => !REFUSED.test(name)));
	return simpleGit({
		baseDir: folder,
		config,
		allowEnvironment: Object.keys(environment)
	}).env(environment);
}
async function trusted(clone) {
	if (!Object.keys(clone.env).some((name) => /^GIT_CONFIG/i.test(name) && REFUSED.test(name))) return [];
	const { stdout } = await tryGit(clone, [
		"config",
		"--get-all",
		"safe.directory"
	]);
	return stdout.split("\n").flatMap((folder) => folder === "" ? [] : [`safe.directory=${folder}`]);
}
async function resolveCommit(clone, revision) {
	const git = await openRepository(clone);
	try {
		const args = [
			"--verify",
			"--quiet",
			"--end-of-options",
			`${revision}^{commit}`
		];
		return await git.revparse(args) || null;
	} catch (error) {
		const words = wordsOf(error);
		if (/dubious ownership/.test(words)) throw new GitError("rev-parse", null, words);
		if (/spawn git ENOENT/.test(words)) throw error;
		return null;
	}
}
async function isShallow(clone) {
	return await (await openRepository(clone)).revparse(["--is-shallow-repository"]) === "true";
}
function wordsOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/report/document.ts
const STATE_TONES = {
	blocked: "bad",
	never: "never",
	due: "warning",
	held: "held",
	exempt: "quiet",
	ok: "good"
};
function section(title, ...blocks) {
	return blocks.length === 0 ? [] : [{
		type: "section",
		title,
		blocks
	}];
}
function table(columns, rows, more = {}) {
	return rows.length === 0 ? [] : [{
		type: "table",
		columns,
		rows,
		...more
	}];
}
function paragraph(text, tone) {
	return tone === void 0 ? {
		type: "paragraph",
		text
	} : {
		type: "paragraph",
		text,
		tone
	};
}
function toned(text, tone) {
	return [{
		text,
		tone
	}];
}
function problems(all) {
	return all.length === 0 ? [] : [{
		type: "problems",
		problems: all
	}];
}
// src/report/escape-markdown.ts
const ZERO_WIDTH = "&#8203;";
const SAFE_IN_BACKTICKS = /^(?! )[^`|\\]+(?<! )$/;
const PUNCTUATION$1 = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"|": "&#124;",
	"`": "&#96;",
	"\\": "&#92;",
	$: "<span>$</span>"
};
function escapeMarkdown(text) {
	return visible(text.replace(/\s+/g, " ")).replace(/[&<>|`\\$]/g, (character) => PUNCTUATION$1[character]).replace(/[*~[\]]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\$&").replace(/@/g, `@${ZERO_WIDTH}`).replace(/(?<!&)#(\w?)/g, (_, next) => next === "" ? "\\#" : `#${ZERO_WIDTH}${next}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH).replace(/:(?=[\w+-]+:)/g, `:${ZERO_WIDTH}`).replace(/^(\s*)([+=-]|#(?=&)|\d+(?=[.)]))/, (_, space, mark) => /^\d/.test(mark) ? `${space}${mark}${ZERO_WIDTH}` : `${space}\\${mark}`);
}
function code(text) {
	const shown = visible(text);
	if (shown === "") return "";
	if (SAFE_IN_BACKTICKS.test(shown)) return `\`${shown}\``;
	return `<code>${entities(shown)}</code>`;
}
function entities(text) {
	return visible(text).replace(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `&#${character.codePointAt(0)};`).replaceAll("&#64;", `&#64;${ZERO_WIDTH}`);
}
function fence$1(content, language) {
	const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
	const marks = "`".repeat(longest + 1);
	return `${marks}${language}\n${content.endsWith("\n") || content === "" ? content : `${content}\n`}${marks}`;
}
const ADDRESS$1 = /^https?:\/\/[\w.:/~%#+=-]+$/;
function link(text, url) {
	const address = url.replace(/[()|!*']/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
	return ADDRESS$1.test(address) ? `[${text}](${address})` : null;
}
function markdownTable(header, rows, right = []) {
	const line = (cells) => `| ${cells.join(" | ")} |`;
	const rule = header.map((_, index) => right.includes(index) ? "---:" : "---");
	return [
		line(header),
		line(rule),
		...rows.map(line)
	].join("\n");
}
function details(summary, content) {
	return `<details><summary>${summaryText(summary)}</summary>\n\n${content}\n\n</details>`;
}
function summaryText(text) {
	return visible(text).replace(/[^\p{L}\p{N}\p{M} .,:;()/-]/gu, (character) => `&#${character.codePointAt(0)};`).replace(/&#(64|35);/g, `&#$1;${ZERO_WIDTH}`).replace(/GH-(?=\d)/gi, (prefix) => prefix + ZERO_WIDTH).replace(/:(?=\/\/)|www(?=\.)/gi, (start) => start + ZERO_WIDTH);
}
function plainText(text) {
	return visible(text.replace(/\s+/g, " ")).trim().replace(/\[/g, "(").replace(/\]/g, ")").replace(/@(?=\S)|#(?=\w)|GH-(?=\d)/gi, (start) => `${start}\u200b`);
}
// src/report/phrase.ts
function say(prose, ...parts) {
	return prose.flatMap((text, index) => {
		const part = parts[index];
		const next = part === void 0 ? [] : typeof part === "string" ? [{ name: part }] : part;
		return text === "" ? next : [text, ...next];
	});
}
function sayList(items) {
	return items.flatMap((item, index) => {
		return [...index === 0 ? [] : [index === items.length - 1 ? " and " : ", "], ...typeof item === "string" ? [{ name: item }] : item];
	});
}
function phraseString(phrase) {
	return phrase.map((part) => typeof part === "string" ? part : part.name).join("");
}
// src/report/change-words.ts
const NAMED = 5;
function alsoChanged({ companion, upgrade }) {
	return [...companion === void 0 ? [] : [sayCompanion(companion)], ...upgrade === void 0 ? [] : [say`module version ${upgrade.from} to ${upgrade.to}`]];
}
function sayCompanion({ variable, action, from, to }) {
	const set = `${variable} = ${to}`;
	switch (action) {
		case "remove": return say`${`${variable} = ${from ?? ""}`} taken out`;
		case "insert": return say`${set} added`;
		case "uncomment": return say`${set} uncommented`;
		case "update": return say`${set} in place of ${from ?? ""}`;
	}
}
function whatWasDone(changes) {
	const removed = changes.filter(({ action }) => action === "remove");
	const written = changes.filter(({ action }) => action !== "remove");
	const upgraded = changes.some(({ upgrade }) => upgrade !== void 0);
	const others = upgraded ? ["the module versions"] : [];
	return listWords([...written.length === 0 && !upgraded ? [] : [`changed ${listWords([...dates(written), ...others])}`], ...removed.length === 0 ? [] : [`took out ${listWords(dates(removed))}`]]);
}
function dates(changes) {
	const companions = changes.flatMap(({ companion }) => companion === void 0 ? [] : [companion.variable]);
	return changes.length === 0 ? [] : ["the rotation dates", ...[...new Set(companions)].map(code)];
}
function selfRotationWarnings(changes, name) {
	const of = (effect) => changes.filter(({ selfRotation }) => selfRotation === effect);
	const [ends, mayEnd] = [of("ends"), of("may-end")];
	return [...ends.length === 0 ? [] : [say`This ends the self-rotation of ${named(ends, name)}: until now Terraform has rotated ${them(ends)} by itself, and from this apply on only a change of the date does.`], ...mayEnd.length === 0 ? [] : [say`This may end the self-rotation of ${named(mayEnd, name)}: whether Terraform rotates ${them(mayEnd)} by itself cannot be known here; from this apply on only a change of the date does.`]];
}
function restoredSentences(changes, name) {
	const restored = changes.filter(({ selfRotation }) => selfRotation === "restored");
	return [...groupBy(restored, ({ kind, to }) => `${kind} ${to}`).values()].map((group) => {
		const [{ kind, to }] = group;
		return say`Terraform rotates ${named(group, name)} by itself again: one last time with the apply of this change, and from then on ${[whenItRotates(kind, to)]}. Nobody has to change a date any more; wherever the ${[secretOf(kind)]} was pasted by hand, it has to be replaced each time.`;
	});
}
function whenItRotates(kind, to) {
	const rotation = knownKinds().byName.get(kind)?.selfRotation;
	return rotation?.by === "module" ? `every ${rotation.every}` : `whenever ${to} changes`;
}
function secretOf(kind) {
	return knownKinds().byName.get(kind)?.noun.secret ?? "value";
}
function named(found, name) {
	const left = found.length - NAMED;
	return sayList([...found.slice(0, NAMED).map(name), ...left > 0 ? [[`${digits(left)} more`]] : []]);
}
function them(changes) {
	return [changes.length === 1 ? "it" : "them"];
}
// src/report/json.ts
function toJson(result) {
	const problems = result.problems.map(({ file, line, column, code, message }) => ({
		file,
		line,
		column,
		code,
		message
	}));
	return `${JSON.stringify({
		...result,
		problems
	}, null, 2)}\n`;
}
// src/report/runbook-commands.ts
const KUBERNETES_NAME = /^[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?$/;
const GITHUB_NAME = /^\w[\w.-]{0,99}$/;
function nameOr(name, placeholder) {
	return name !== null && KUBERNETES_NAME.test(name) ? shellWords([name]) : placeholder;
}
function decodeSecret(namespace, secret) {
	return `cloud-platform decode-secret -n ${nameOr(namespace, "<namespace>")} -s ${nameOr(secret, "<secret>")}`;
}
function showConfigMap(namespace, name) {
	return `kubectl get configmap ${nameOr(name, "<configmap>")} -n ${nameOr(namespace, "<namespace>")} -o yaml`;
}
function listSecrets(namespace, type) {
	const only = type === void 0 ? "" : ` --field-selector type=${type}`;
	return `kubectl get secrets -n ${nameOr(namespace, "<namespace>")}${only}`;
}
function deleteSecret(namespace, secret) {
	return `kubectl delete secret ${nameOr(secret, "<secret>")} -n ${nameOr(namespace, "<namespace>")}`;
}
function deleteAllPods(namespace) {
	return `kubectl delete pods --all -n ${nameOr(namespace, "<namespace>")}`;
}
function rolloutRestart(namespace) {
	return `kubectl rollout restart deployment,statefulset,daemonset -n ${nameOr(namespace, "<namespace>")}`;
}
function listPods(namespace) {
	return `kubectl get pods -n ${nameOr(namespace, "<namespace>")}`;
}
function deletePod(namespace) {
	return `kubectl delete pod <pod> -n ${nameOr(namespace, "<namespace>")}`;
}
function listGitHubSecrets(owner, repository, environment) {
	if (!GITHUB_NAME.test(owner) || !GITHUB_NAME.test(repository)) return null;
	const repo = `gh secret list --repo ${owner}/${repository}`;
	if (environment === null) return repo;
	return /[\p{Cc}\p{Cf}]/u.test(environment) ? null : `${repo} --env ${shellWords([environment])}`;
}
function rotateAgain(namespace, clusterLabel, kind, module) {
	return shellWords([
		"rotate-pr",
		"open",
		"-n",
		namespace,
		...clusterLabel === "live" ? [] : ["--cluster", clusterLabel],
		"-k",
		kind,
		"-m",
		module,
		"--again"
	]);
}
const DATA_KEY = /^[\w-]+$/;
function setNewest(namespace, secret, { lines, outputs }, keyOf) {
	const get = `kubectl get secret ${nameOr(secret, "<secret>")} -n ${nameOr(namespace, "<namespace>")}`;
	const read = (output) => {
		const key = keyOf(output);
		return key !== null && DATA_KEY.test(key) ? `"$(from_secret ${key})"` : outputs[output] ?? "";
	};
	return [`from_secret() { ${get} -o "jsonpath={.data['$1']}" | base64 --decode; }`, ...lines.map((line) => line.replace(/\{(\w+)\}/g, (_, output) => read(output)))].join("\n");
}
// src/report/uses.ts
function place({ file, line }) {
	const at = file.indexOf("/resources/");
	return `${at === -1 ? file : file.slice(at + 11)}:${line}`;
}
function whoUses(credential) {
	return [
		...credential.uses.filter(({ carriesSecret }) => carriesSecret).map(sayUse),
		...credential.token === null ? [] : sayTargets(credential.token, pushedByFolder(credential)),
		...credential.unread.map((file) => say`not looked into, because it could not be read: ${file}`)
	];
}
function sayUse(use) {
	const where = say` (${place(use)})`;
	if (use.object === null) return [...sayThing(use), ...where];
	const { kind, name, namespace, isOwn } = use.object;
	const what = [`${kind} `, ...sayValue(name)];
	const keys = sayKeys(use);
	const held = keys.length === 0 ? [] : [": ", ...keys];
	if (isOwn === true) return [
		...what,
		...held,
		...where
	];
	if (isOwn === null) return [
		...what,
		...say` in a namespace that is computed, ${namespace.text}`,
		...held,
		...where
	];
	return [
		...what,
		...say` in another namespace, ${namespace.text}`,
		...held,
		...where
	];
}
function sayKeys({ object }) {
	return sayList((object?.entries ?? []).filter(({ carriesSecret }) => carriesSecret).map(({ key }) => key));
}
function sayThing(use) {
	const named = use.naming.map(({ value }) => sayValue(value));
	const address = [use.type ?? use.block, ...use.name === null ? [] : [use.name]].join(".");
	const [first, second, third] = named;
	switch (use.type) {
		case "aws_ssm_parameter":
			if (first !== void 0) return say`SSM parameter ${first}`;
			break;
		case "aws_dms_endpoint":
			if (first !== void 0) return say`DMS endpoint ${first}`;
			break;
		case "github_actions_secret":
			if (second !== void 0) return say`GitHub secret ${second} of the repository ${first ?? []}`;
			break;
		case "github_actions_environment_secret": if (third !== void 0) return say`GitHub secret ${third} of the repository ${first ?? []}, environment ${second ?? []}`;
	}
	if (use.block === "output") return say`output ${use.name ?? ""} of this folder`;
	if (use.block === "module") return say`module ${use.name ?? ""}, which takes it as an argument`;
	if (use.block === "provider") return say`provider ${use.name ?? ""}, with which Terraform itself connects`;
	return say`${address}`;
}
function sayValue({ text, computed }) {
	return computed ? say`${text} (computed)` : say`${text}`;
}
function pushedByFolder({ uses }) {
	return uses.filter(({ carriesSecret, type }) => carriesSecret && type?.startsWith("github_") === true);
}
function sayTargets(token, pushed) {
	if (token.repositories.length > 0) return [say`GitHub secret ${token.githubSecret.text} of ${sayGitHub(token)}`];
	if (pushed.length > 0) return [];
	if (token.circleCi) return [say`no GitHub repository; by its name it is for CircleCI`];
	return [say`no GitHub repository`];
}
function sayGitHub({ repositories, environments }) {
	const all = [`the ${repositories.length > 1 ? "repositories" : "repository"} `, ...sayList(repositories.map(sayValue))];
	if (environments.length === 0) return all;
	const manyEnvironments = environments.length > 1 ? "environments" : "environment";
	return [
		...all,
		`, ${manyEnvironments} `,
		...sayList(environments.map(sayValue))
	];
}
// src/report/other-credentials.ts
function otherSteps(others) {
	const of = (code) => others.filter((other) => other.code === code);
	return [
		...certificates(of("certificate")),
		...askFor(of("iam-access-key"), say`AWS access keys: ask the Cloud Platform team to rotate them.`, []),
		...askFor(of("token-secret"), say`Service account tokens outside the module: ask the Cloud Platform team to rotate them.`, [say`Kubernetes 1.24 and later make no new token when its Secret is deleted.`])
	];
}
function certificates(all) {
	if (all.length === 0) return [];
	return [{
		title: say`Certificates: delete the Secrets of those that are to get a new key.`,
		commands: [...new Set(all.map(({ namespace, secret }) => deleteSecret(namespace, secret)))],
		expect: [
			...all.map(sayOther),
			say`cert-manager makes a new Secret at once. Until it is there, clients may see the wrong certificate and refuse to connect: about 7 seconds in the Cloud Platform team’s tests.`,
			say`When a certificate expires and when it is renewed does not change.`
		],
		credential: null
	}];
}
function askFor(all, title, remarks) {
	if (all.length === 0) return [];
	return [{
		title,
		commands: [],
		expect: [...all.map(sayOther), ...remarks],
		credential: null
	}];
}
function sayOther(other) {
	const { name, secret } = other;
	const where = placeOf$1(other);
	switch (other.code) {
		case "certificate": return secret === null ? say`Certificate ${name} (${where})` : say`Certificate ${name}, Secret ${secret} (${where})`;
		case "iam-access-key": return say`AWS access key ${name} (${where})`;
		case "token-secret": return say`token Secret ${secret ?? name} (${where})`;
	}
}
function placeOf$1(other) {
	const folder = `namespaces/${other.cluster}/`;
	const short = place(other);
	return short.startsWith(folder) ? short.slice(short.indexOf("/", folder.length) + 1) : short;
}
// src/report/parts.ts
function command(verb, selection, ...more) {
	return shellWords([
		"rotate-pr",
		verb,
		...selection,
		...more.filter((arg) => !selection.includes(arg))
	]);
}
function step(say, run) {
	return {
		say,
		command: run
	};
}
const NAMED_PER_REASON = 10;
const NO_DATE = "none";
const ACTIONS = {
	update: "date replaced",
	insert: "date added",
	uncomment: "date uncommented",
	remove: "date taken out"
};
function skippedBlocks(skipped, title = `Not rotated: ${count(skipped.length, "credential")}`) {
	const groups = [...groupBy(skipped, ({ code }) => code)].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
	const columns = [{
		title: "credential",
		min: 30
	}, {
		title: "why",
		as: "note"
	}];
	return section(title, ...groups.map(([code, group]) => ({
		type: "details",
		summary: `${codeWords(code)} (${digits(group.length)})`,
		blocks: table(columns, group.map(({ id, message }) => [[{ name: id }], message]), { limit: NAMED_PER_REASON })
	})));
}
function changeWords(change) {
	return [ACTIONS[change.action], ...alsoChanged(change).map(phraseString)].join("; ");
}
function selfRotationBlocks(changes, name = ({ id }) => id) {
	return [...selfRotationWarnings(changes, name).map((text) => ({
		type: "warning",
		text
	})), ...restoredSentences(changes, name).map((text) => paragraph(text))];
}
function changeTable(changes, only) {
	return table([
		{
			title: "credential",
			min: 20,
			only: "text"
		},
		{
			title: "namespace",
			only: "markdown"
		},
		{
			title: "kind",
			only: "markdown"
		},
		{
			title: "module",
			only: "markdown"
		},
		{
			title: "file",
			only: "markdown"
		},
		{
			title: "before",
			min: 11
		},
		{
			title: "→",
			only: "text"
		},
		{
			title: "after",
			min: 10
		},
		{
			title: "change",
			as: "spare"
		}
	], changes.map((each) => [
		[{ name: each.id }],
		[{ name: namespaceName(each) }],
		each.kind,
		[{ name: each.module }],
		[{ name: `${shortFile(each)}:${each.line}` }],
		each.from === null ? NO_DATE : [{
			name: each.from,
			tone: "bad"
		}],
		"→",
		each.to === "" ? NO_DATE : [{
			name: each.to,
			tone: "good"
		}],
		[{
			text: changeWords(each),
			tone: "quiet"
		}]
	]), only === void 0 ? {} : { only });
}
function otherBlocks(others) {
	const columns = [
		{ title: "namespace" },
		{ title: "credential" },
		{
			title: "what to do",
			as: "note"
		}
	];
	return section(`Other credentials, which no date rotates: ${digits(others.length)}`, ...[...groupBy(others, ({ code }) => code)].map(([code, group]) => ({
		type: "details",
		summary: `${codeWords(code)} (${digits(group.length)})`,
		blocks: table(columns, group.map((each) => [
			[{ name: namespaceName(each) }],
			sayOther(each),
			each.message
		]), { limit: NAMED_PER_REASON })
	})));
}
const GENERAL_REASONS = {
	"next-run": "The next run opens it.",
	application: "Another environment of its application comes first, or was begun today.",
	production: "It is production, and a pull request of another environment of its application is still open."
};
const NAMED_WAITING = 5;
function waitingBlocks(title, waiting) {
	const groups = [...groupBy(waiting, ({ code, reason }) => code ?? reason ?? "").values()].toSorted((a, b) => b.length - a.length);
	return section(`${title}: ${digits(waiting.length)}`, ...groups.map(waitingGroup));
}
function waitingGroup(members) {
	const [{ code, reason }] = members;
	const shared = members.every((one) => one.reason === reason);
	const general = code === null ? reason : GENERAL_REASONS[code] ?? `It cannot be rotated now: ${codeWords(code)}.`;
	return {
		type: "details",
		summary: `${digits(members.length)} × ${(shared ? reason : general) ?? ""}`,
		blocks: shared ? [{
			type: "names",
			names: members.map(({ name }) => name),
			limit: NAMED_WAITING
		}] : table([{
			title: "namespace",
			min: 20
		}, {
			title: "why",
			as: "note"
		}], members.map((one) => [[{ name: one.name }], one.reason ?? ""]), { limit: NAMED_WAITING })
	};
}
const ONE_AFTER_ANOTHER = [
	"application",
	"production",
	"refused",
	"stuck"
];
function togetherBlocks(waiting) {
	return waiting.some(({ code }) => ONE_AFTER_ANOTHER.includes(code ?? "")) ? [paragraph("Environments of one application go one after another, a day apart, production last: --together lifts that.")] : [];
}
function requestLink({ url, number }, follow = false) {
	if (number === null) return url === null ? "" : [{
		text: "open",
		url,
		follow
	}];
	return [{
		text: `#${number}`,
		url,
		follow
	}];
}
// src/util/dates.ts
const DATE_FORMATS = [
	"dd-MM-yyyy",
	"yyyy-MM-dd",
	"rfc3339"
];
const TIME_ZONE = "Europe/London";
const YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?<rest>.*)$/s;
const DAY_FIRST = /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})(?<rest>.*)$/s;
const WITHOUT_DASHES = /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?<rest>\D.*)?$/s;
const RFC_3339_TIME = /^[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
const SAME_DAY_SUFFIX = /^(?:[-:_.#][0-9A-Za-z][0-9A-Za-z:_.-]{0,15}|[a-z][0-9a-z]?)$/;
const PLACEHOLDER = /^(?:dd-mm-yyyy|yyyy-mm-dd)(?::hh:mm)?$/i;
const TEMPLATE_DATE = "2000-01-01";
function dayInLondon(now) {
	return format(new TZDate(now.getTime(), TIME_ZONE), "yyyy-MM-dd");
}
function timeInLondon(now) {
	return format(new TZDate(now.getTime(), TIME_ZONE), "HH:mm");
}
function parseDay(text) {
	return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readDate(text) : null;
}
function readDate(value) {
	let day = READ.get(value);
	if (day === void 0) {
		day = parseDate(value);
		READ.set(value, day);
	}
	return day;
}
const READ = new Map();
function parseDate(value) {
	const groups = (YEAR_FIRST.exec(value) ?? DAY_FIRST.exec(value) ?? WITHOUT_DASHES.exec(value))?.groups;
	if (groups === void 0) return null;
	const { year = "", month = "", day = "", rest = "" } = groups;
	if (rest !== "" && !RFC_3339_TIME.test(rest) && !SAME_DAY_SUFFIX.test(rest)) return null;
	if (!isExists(Number(year), Number(month) - 1, Number(day))) return null;
	return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
function meansNever(value) {
	return value.trim() === "" || PLACEHOLDER.test(value) || readDate(value) === TEMPLATE_DATE;
}
function writeDate(day, dateFormat) {
	switch (dateFormat) {
		case "yyyy-MM-dd": return day;
		case "dd-MM-yyyy": return day.split("-").reverse().join("-");
		case "rfc3339": return `${day}T00:00:00Z`;
	}
}
function writeDateAgain(day, time, kind) {
	if (kind.format === "rfc3339") return `${day}T${time}:00Z`;
	const suffix = kind.isPartOfName ? `-${time.replace(":", "")}` : `:${time}`;
	return `${writeDate(day, kind.format)}${suffix}`;
}
function daysBetween(earlier, later) {
	const key = `${earlier} ${later}`;
	let days = BETWEEN$1.get(key);
	if (days === void 0) {
		days = differenceInCalendarDays(dayAsDate(later), dayAsDate(earlier));
		BETWEEN$1.set(key, days);
	}
	return days;
}
const BETWEEN$1 = new Map();
function dayAsDate(day) {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(year, month - 1, date);
}
function startOfDayInLondon(day) {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	return new Date(new TZDate(year, month - 1, date, TIME_ZONE).getTime());
}
function addDays(day, days) {
	return format(addDays$1(dayAsDate(day), days), "yyyy-MM-dd");
}
// src/hcl/position.ts
let segmenter$1;
function graphemes$1(text) {
	segmenter$1 ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return segmenter$1.segment(text);
}
const KNOWN = new Map();
const MAX_KNOWN = 64;
function linesOf(text) {
	const known = KNOWN.get(text);
	if (known !== void 0) return known;
	if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
	const lines = {
		starts: [0],
		whole: false
	};
	KNOWN.set(text, lines);
	return lines;
}
function startsUpTo(text, offset, count) {
	const lines = linesOf(text);
	const { starts } = lines;
	while (!lines.whole && starts[starts.length - 1] <= offset && starts.length < count) {
		const end = text.indexOf("\n", starts[starts.length - 1]);
		if (end === -1) lines.whole = true;
		else starts.push(end + 1);
	}
	return starts;
}
function positionAt(text, offset) {
	const end = Math.min(offset, text.length);
	const starts = startsUpTo(text, end, Number.POSITIVE_INFINITY);
	let low = 0;
	let high = starts.length;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if (starts[middle] <= end) low = middle;
		else high = middle;
	}
	const lineStart = starts[low];
	return {
		line: low + 1,
		column: widthOf(text.slice(lineStart, end).replace(/^\ufeff/, "")) + 1
	};
}
function widthOf(text) {
	return /^[\x00-\x7f]*$/.test(text) ? text.length : [...graphemes$1(text)].length;
}
function lineAt(text, line) {
	const start = startsUpTo(text, text.length, line)[line - 1];
	if (start === void 0) return "";
	const end = text.indexOf("\n", start);
	return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
}
function offsetAt(text, { line, column }) {
	let start = 0;
	for (let at = 1; at < line; at += 1) {
		const end = text.indexOf("\n", start);
		if (end === -1) break;
		start = end + 1;
	}
	const end = text.indexOf("\n", start);
	const found = text.slice(start, end === -1 ? text.length : end);
	if (/^[\x00-\x7f]*$/.test(found)) return start + Math.min(column - 1, found.length);
	return start + ([...graphemes$1(found)][column - 1]?.index ?? found.length);
}
// src/hcl/lines.ts
function lineStartOf(text, offset) {
	return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
function lineStartAfter(text, offset) {
	const end = text.indexOf("\n", offset);
	return end === -1 ? text.length : end + 1;
}
function firstFrom(ranges, offset) {
	let low = 0;
	let high = ranges.length;
	while (low < high) {
		const middle = low + high >> 1;
		if (ranges[middle].start < offset) low = middle + 1;
		else high = middle;
	}
	return low;
}
function leadingSpace(text, lineStart) {
	let end = lineStart;
	while (text[end] === " " || text[end] === "	") end += 1;
	return text.slice(lineStart, end);
}
function isBlank(text, start, end) {
	return text.slice(start, end).trim() === "";
}
function lineEndingOf(text, block) {
	const inside = text.indexOf("\n", block.open);
	const at = inside === -1 ? text.indexOf("\n") : inside;
	return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}
function indentOf(text, scan, block) {
	const inside = indentInside(text, block);
	if (inside !== null) return inside;
	const outer = leadingSpace(text, lineStartOf(text, block.start));
	if (outer !== "") return outer + (outer.endsWith("	") ? "	" : "  ");
	return stepOf(text, scan);
}
const STEPS = new WeakMap();
function stepOf(text, scan) {
	const known = STEPS.get(scan);
	if (known !== void 0) return known;
	let step = "";
	for (const other of scan.body) {
		if (step !== "") break;
		if (other.type === "block") step = indentInside(text, other) ?? "";
	}
	STEPS.set(scan, step || "  ");
	return step || "  ";
}
function indentInside(text, block) {
	for (let i = block.body.length - 1; i >= 0; i -= 1) {
		const item = block.body[i];
		const start = lineStartOf(text, item.start);
		const indent = leadingSpace(text, start);
		if (start > block.open && start + indent.length === item.start) return indent;
	}
	return null;
}
function attributeAbove(text, block, offset) {
	const line = lineStartOf(text, offset);
	return find(text, block, (attribute) => lineStartOf(text, attribute.end) === line);
}
function attributeBelow(text, block, offset) {
	const line = lineStartOf(text, offset);
	return find(text, block, (attribute) => lineStartOf(text, attribute.start) === line);
}
function find(text, block, isThere) {
	for (const item of block.body) {
		if (item.type !== "attribute" || !isThere(item)) continue;
		const lineStart = lineStartOf(text, item.start);
		if (lineStart <= block.open) return null;
		return text.startsWith("<<", item.expression.start) || lineStartOf(text, item.end) === lineStart ? item : null;
	}
	return null;
}
function equalsColumn(text, attribute) {
	const lineStart = lineStartOf(text, attribute.start);
	return widthOf(text.slice(lineStart + leadingSpace(text, lineStart).length, attribute.equals));
}
function hasTail(text, attribute) {
	const end = text.indexOf("\n", attribute.end);
	return !isBlank(text, attribute.end, end === -1 ? text.length : end);
}
// src/hcl/placeholder.ts
function findPlaceholders(text, scan, block, args) {
	const found = args.flatMap((argument) => {
		const comment = findPlaceholder(text, scan, block, argument.name);
		return comment === null ? [] : [{
			comment,
			argument
		}];
	}).sort((a, b) => a.comment.start - b.comment.start);
	const runs = [];
	for (const placeholder of found) {
		const run = runs[runs.length - 1];
		const above = run?.[run.length - 1]?.comment;
		const follows = above !== void 0 && lineStartAfter(text, above.end) === lineStartOf(text, placeholder.comment.start);
		if (run !== void 0 && follows) run.push(placeholder);
		else runs.push([placeholder]);
	}
	return runs;
}
function findPlaceholder(text, scan, block, name) {
	const { comments } = scan;
	for (let i = firstFrom(comments, block.open); i < comments.length; i += 1) {
		const comment = comments[i];
		if (comment.style !== "line") continue;
		if (comment.end > block.close) break;
		const content = text.slice(comment.start, comment.end).replace(/^[#/\s]+/, "");
		if (!content.startsWith(name) || !isValueAlone(content.slice(name.length))) continue;
		if (!isBlank(text, lineStartOf(text, comment.start), comment.start)) continue;
		const before = block.body[firstFrom(block.body, comment.start) - 1];
		if (before !== void 0 && comment.start < before.end) continue;
		return comment;
	}
	return null;
}
function isValueAlone(behind) {
	const trimmed = behind.trimStart();
	if (!trimmed.startsWith("=")) return false;
	const value = trimmed.slice(1).trimStart();
	const end = /^(?:"[^"]*"|[\w.-]*)/.exec(value)?.[0].length ?? 0;
	return /^(?:$|#|\/\/)/.test(value.slice(end).trimStart());
}
function uncomment(text, scan, block, run) {
	const first = run[0].comment;
	const { end } = run[run.length - 1].comment;
	const start = lineStartOf(text, first.start);
	const above = start === 0 ? null : attributeAbove(text, block, start - 1);
	const below = attributeBelow(text, block, lineStartAfter(text, end));
	const eol = lineEndingOf(text, block);
	const indent = indentOf(text, scan, block);
	const width = Math.max(...run.map(({ argument }) => argument.name.length));
	const column = (neighbour) => neighbour === null ? width + 1 : equalsColumn(text, neighbour);
	const fits = (neighbour) => column(neighbour) > width;
	const lines = (at) => run.map(({ argument }) => `${indent}${argument.name.padEnd(at)}= ${argument.expression}`).join(eol);
	const place = (replacement) => ({
		placed: true,
		splice: {
			start,
			end,
			text: replacement
		}
	});
	const agree = above === null || below === null || column(above) === column(below);
	if (agree && fits(above) && fits(below)) return place(lines(column(above ?? below)));
	if (above !== null && fits(below)) return place(eol + lines(column(below)));
	if (below !== null && fits(above)) return place(lines(column(above)) + eol);
	const wouldAlign = above !== null && below !== null && hasTail(text, above) && hasTail(text, below);
	return {
		placed: false,
		splice: agree && !wouldAlign ? {
			start,
			end: lineStartAfter(text, end),
			text: ""
		} : null
	};
}
// src/hcl/edit.ts
function applySplices(text, splices) {
	let result = "";
	let position = 0;
	for (const splice of sorted(splices)) {
		if (splice.start < position || splice.end < splice.start) throw new RangeError("splices overlap");
		result += text.slice(position, splice.start) + splice.text;
		position = splice.end;
	}
	return result + text.slice(position);
}
function sorted(splices) {
	return [...splices].sort((a, b) => a.start - b.start || a.end - b.end);
}
function insertArguments(text, scan, block, args) {
	if (args.length === 0) return {
		splices: [],
		placements: []
	};
	const splices = [];
	const uncommented = new Set();
	for (const run of findPlaceholders(text, scan, block, args)) {
		const { placed, splice } = uncomment(text, scan, block, run);
		if (splice !== null) splices.push(splice);
		if (placed) for (const { argument } of run) uncommented.add(argument);
	}
	const paragraph = args.filter((argument) => !uncommented.has(argument));
	if (paragraph.length > 0) splices.push(...appendParagraph(text, scan, block, paragraph));
	return {
		splices,
		placements: args.map((argument) => uncommented.has(argument) ? "uncomment" : "insert")
	};
}
function appendParagraph(text, scan, block, args) {
	const eol = lineEndingOf(text, block);
	const indent = indentOf(text, scan, block);
	const width = Math.max(...args.map((argument) => argument.name.length)) + 1;
	const lines = args.map((argument) => `${indent}${argument.name.padEnd(width)}= ${argument.expression}${eol}`).join("");
	const tail = startOfTail(text, scan, block);
	const lastLine = lineStartOf(text, tail);
	if (lastLine <= block.open || !isBlank(text, lastLine, tail)) return openBlock(text, block, lines, eol, indent);
	const lineAbove = lineStartOf(text, lastLine - 1);
	const isFirst = lineAbove <= block.open;
	const closeLine = lineStartOf(text, block.close);
	const above = isFirst ? null : tailColumn(text, scan, lineAbove);
	const below = tailColumn(text, scan, closeLine);
	if (above !== null && below !== null && (above === below || closeLine > lastLine)) {
		const top = lineStartAfter(text, block.open);
		return [{
			start: top,
			end: top,
			text: lines + (isBlank(text, top, lineStartAfter(text, top)) ? "" : eol)
		}];
	}
	return [{
		start: lastLine,
		end: lastLine,
		text: (isFirst || isBlank(text, lineAbove, lastLine) ? "" : eol) + lines
	}];
}
function tailColumn(text, scan, lineStart) {
	const lineEnd = lineStart + text.slice(lineStart, lineStartAfter(text, lineStart)).trimEnd().length;
	const { comments } = scan;
	let at = firstFrom(comments, lineStart);
	while (at < comments.length && comments[at].end < lineEnd) at += 1;
	const tail = comments[at]?.end === lineEnd ? comments[at] : void 0;
	if (tail === void 0 || isBlank(text, lineStart, tail.start)) return null;
	return widthOf(text.slice(lineStart, tail.start));
}
function startOfTail(text, scan, block) {
	let start = block.close;
	for (let i = firstFrom(scan.comments, block.close) - 1; i >= 0; i -= 1) {
		const comment = scan.comments[i];
		if (comment.start < block.open || !/^[ \t]*$/.test(text.slice(comment.end, start))) break;
		start = comment.start;
	}
	return start;
}
function openBlock(text, block, lines, eol, indent) {
	const outer = leadingSpace(text, lineStartOf(text, block.start));
	const inner = text.slice(block.open + 1, block.close);
	if (inner.trim() === "") return [{
		start: block.open + 1,
		end: block.close,
		text: `${eol}${lines}${outer}`
	}];
	const first = block.open + 1 + (inner.length - inner.trimStart().length);
	const last = block.open + 1 + inner.trimEnd().length;
	return [{
		start: block.open + 1,
		end: first,
		text: eol + indent
	}, {
		start: last,
		end: block.close,
		text: `${eol}${eol}${lines}${outer}`
	}];
}
// src/hcl/verify.ts
const MAX_PROVED = 262144;
function tooLongToProve(text) {
	if (text.length <= MAX_PROVED) return null;
	return `the file has ${Math.ceil(text.length / 1024)} kB, and above ${MAX_PROVED / 1024} kB the proof of an edit takes too long: split the file, or edit it by hand`;
}
let loaded;
function parser() {
	loaded ??= import("./import/cdktf-hcl2json.js").then((m) => __toESM(m.default, 1)).then((module) => "parse" in module ? module : module.default);
	return loaded;
}
async function parseHcl(text) {
	try {
		const { parse } = await parser();
		return { json: await parse("file.tf", text) };
	} catch (error) {
		return parseFailure(error instanceof Error ? error.message : String(error));
	}
}
const PLACE = /file\.tf:(?<line>\d+),(?<column>\d+)-[\d,]+: /g;
function parseFailure(words) {
	const said = words.slice(0, 2e4);
	let first = null;
	const places = [...said.matchAll(PLACE)];
	for (const [i, place] of places.entries()) {
		const position = {
			line: Number(place.groups?.line),
			column: Number(place.groups?.column)
		};
		if (!(first === null || position.line < first.position.line || position.line === first.position.line && position.column < first.position.column)) continue;
		const message = said.slice(place.index + place[0].length, places[i + 1]?.index);
		first = {
			position,
			message: i + 1 < places.length ? message : message.replace(/\]$/, "")
		};
	}
	return {
		code: "invalid-hcl",
		message: (first?.message ?? words.split("\n")[0] ?? "").replace(/\s+/g, " ").trim().slice(0, 400),
		position: first?.position ?? null
	};
}
async function proveEdit(edit) {
	if (!keepsTheRest(edit)) return {
		code: "outside-edit",
		message: "the edit would change bytes outside its place",
		position: null
	};
	const tooLong = tooLongToProve(edit.before);
	if (tooLong !== null) return {
		code: "too-large",
		message: tooLong,
		position: null
	};
	const before = await parseHcl(edit.before);
	if (!("json" in before)) return before;
	const after = await parseHcl(edit.after);
	if (!("json" in after)) return {
		...after,
		code: "invalid-edit",
		message: `the edited file would not parse: ${after.message}`
	};
	const expected = before.json;
	for (const intended of edit.intended) {
		const { path } = intended;
		if (!("removed" in intended ? removeAt(expected, path) : setAt$1(expected, path, intended.value))) return {
			code: "other-value",
			message: `HashiCorp's parser sees no ${path.join(".")}`,
			position: null
		};
	}
	const difference = firstDifference(expected, after.json, []);
	if (difference === null) return null;
	return {
		code: "other-value",
		message: `the edit would also change ${difference.join(".") || "the whole file"}`,
		position: null
	};
}
async function sameBut(before, after, places) {
	if (tooLongToProve(before) !== null || tooLongToProve(after) !== null) return false;
	const [left, right] = [await parseHcl(before), await parseHcl(after)];
	if (!("json" in left) || !("json" in right)) return false;
	for (const path of places) {
		setAt$1(left.json, path, null);
		setAt$1(right.json, path, null);
	}
	return firstDifference(left.json, right.json, []) === null;
}
function keepsTheRest({ before, after, splices }) {
	let from = 0;
	let shift = 0;
	for (const splice of sorted(splices)) {
		if (before.slice(from, splice.start) !== after.slice(from + shift, splice.start + shift)) return false;
		if (after.slice(splice.start + shift, splice.start + shift + splice.text.length) !== splice.text) return false;
		from = splice.end;
		shift += splice.text.length - (splice.end - splice.start);
	}
	return before.slice(from) === after.slice(from + shift);
}
function setAt$1(json, path, value) {
	const last = path[path.length - 1];
	const holder = holderOf(json, path);
	if (last === void 0 || holder === null) return false;
	Object.defineProperty(holder, last, {
		value,
		enumerable: true,
		configurable: true,
		writable: true
	});
	return true;
}
function removeAt(json, path) {
	const last = path[path.length - 1];
	const holder = holderOf(json, path);
	if (last === void 0 || holder === null || !Object.hasOwn(holder, last)) return false;
	return delete holder[last];
}
function holderOf(json, path) {
	let holder = json;
	for (const key of path.slice(0, -1)) {
		if (!isRecord(holder) || !Object.hasOwn(holder, key)) return null;
		holder = holder[key];
	}
	return isRecord(holder) ? holder : null;
}
function isRecord(json) {
	return typeof json === "object" && json !== null;
}
function firstDifference(a, b, path) {
	if (Object.is(a, b)) return null;
	if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return path;
	for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
		if (!Object.hasOwn(a, key) || !Object.hasOwn(b, key)) return [...path, key];
		const difference = firstDifference(a[key], b[key], [...path, key]);
		if (difference !== null) return difference;
	}
	return null;
}
// src/hcl/cursor.ts
const MAX_ERRORS = 20;
const BYTE_ORDER_MARK = 65279;
function fail(cursor, code, offset, message, help) {
	if (cursor.errors.length < MAX_ERRORS) cursor.errors.push({
		code,
		offset,
		message,
		help
	});
}
function startOf$1(text, recovering = false) {
	const position = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
	return {
		text,
		position,
		token: position,
		marker: "",
		recovering,
		lost: 0,
		comments: [],
		errors: []
	};
}
function atLineEnd(text, offset) {
	if (offset >= text.length) return true;
	const code = text.charCodeAt(offset);
	return code === 10 || code === 13 && text.charCodeAt(offset + 1) === 10;
}
function skipComment(cursor) {
	const { text, position: start } = cursor;
	const first = text.charCodeAt(start);
	if (first === 35 || first === 47 && text.charCodeAt(start + 1) === 47) {
		let end = text.indexOf("\n", start);
		if (end === -1) end = text.length;
		else if (text.charCodeAt(end - 1) === 13) end -= 1;
		return take$2(cursor, {
			style: "line",
			start,
			end
		});
	}
	if (first === 47 && text.charCodeAt(start + 1) === 42) {
		const close = text.indexOf("*/", start + 2);
		if (close === -1) fail(cursor, "unterminated-comment", start, "this comment is never closed", "close it with */");
		return take$2(cursor, {
			style: "block",
			start,
			end: close === -1 ? endBeforeNextBlock(cursor, start) : close + 2
		});
	}
	return null;
}
function take$2(cursor, comment) {
	cursor.comments.push(comment);
	cursor.position = comment.end;
	return comment;
}
function codeAt(text, offset) {
	return offset < text.length ? text.charCodeAt(offset) : -1;
}
function skipInline(cursor) {
	const { text } = cursor;
	for (;;) {
		const code = codeAt(text, cursor.position);
		if (code === 32 || code === 9) cursor.position += 1;
		else if (code === 47 && text.charCodeAt(cursor.position + 1) === 42) skipComment(cursor);
		else return;
	}
}
function skipBlank(cursor) {
	const { text } = cursor;
	let at = cursor.position;
	for (;;) {
		const code = codeAt(text, at);
		if (code === 32 || code === 9 || code === 10) at += 1;
		else if (code === 13 && text.charCodeAt(at + 1) === 10) at += 2;
		else {
			cursor.position = at;
			if (code !== 35 && code !== 47) return;
			if (skipComment(cursor) === null) return;
			at = cursor.position;
		}
	}
}
function skipLine(cursor) {
	const end = cursor.text.indexOf("\n", cursor.position);
	cursor.position = end === -1 ? cursor.text.length : end;
}
const WIDE_START = /[\p{ID_Start}]/uy;
const WIDE_CONTINUE = /[\p{ID_Continue}]/uy;
const START = 1;
const CONTINUE = 2;
const IDENTIFIER = Uint8Array.from({ length: 128 }, (_, code) => {
	const character = String.fromCharCode(code);
	if (/[A-Za-z_]/.test(character)) return 3;
	return /[-0-9]/.test(character) ? CONTINUE : 0;
});
function isDigit(code) {
	return code >= 48 && code <= 57;
}
function identifierEnd(text, offset) {
	const first = text.charCodeAt(offset);
	if (first < 128 ? (IDENTIFIER[first] & START) === 0 : wideEnd(WIDE_START, text, offset) === offset) return offset;
	let end = first < 128 ? offset + 1 : wideEnd(WIDE_START, text, offset);
	for (;;) {
		const code = text.charCodeAt(end);
		if (code < 128) {
			if ((IDENTIFIER[code] & CONTINUE) === 0) return end;
			end += 1;
		} else {
			const wide = end < text.length ? wideEnd(WIDE_CONTINUE, text, end) : end;
			if (wide === end) return end;
			end = wide;
		}
	}
}
function wideEnd(pattern, text, offset) {
	pattern.lastIndex = offset;
	return pattern.test(text) ? pattern.lastIndex : offset;
}
const TYPOGRAPHIC_QUOTES = "“”„«»‘’";
function failCharacter(cursor, offset) {
	const character = String.fromCodePoint(cursor.text.codePointAt(offset) ?? 65533);
	if (TYPOGRAPHIC_QUOTES.includes(character)) fail(cursor, "invalid-character", offset, `${character} is a typographic quotation mark, not one of HCL's`, "write a straight \" instead");
	else if (character === "'") fail(cursor, "invalid-character", offset, "HCL has no single-quoted strings", "write \" instead of '");
	else fail(cursor, "invalid-character", offset, `the character ${JSON.stringify(character)} has no meaning here`, "remove it");
}
const HEADER = /[A-Za-z_][\w-]*(?:[ \t]+"[^"\n]*")+[ \t]*\{/y;
const MAX_LOST = 20;
function startsBlock(cursor, offset) {
	if (!cursor.recovering || cursor.text.charCodeAt(offset - 1) !== 10) return false;
	HEADER.lastIndex = offset;
	return HEADER.test(cursor.text);
}
function endBeforeNextBlock(cursor, offset) {
	const { text } = cursor;
	cursor.lost += 1;
	if (!cursor.recovering || cursor.lost > MAX_LOST) return text.length;
	for (let at = text.indexOf("\n", offset); at !== -1; at = text.indexOf("\n", at + 1)) if (startsBlock(cursor, at + 1)) return endOfLineBefore(text, at + 1);
	return text.length;
}
function endOfLineBefore(text, lineStart) {
	return text.charCodeAt(lineStart - 2) === 13 ? lineStart - 2 : lineStart - 1;
}
// src/hcl/tokens.ts
const HEREDOC = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
const EXPONENT = /[eE][+-]?\d+/y;
const PUNCTUATION = new Map([
	["\"", "quote"],
	...pairs("( [ {", "open"),
	...pairs(") ] }", "close"),
	[",", "comma"],
	[".", "dot"],
	["=", "assign"],
	["~", "tilde"],
	...pairs("- !", "prefix"),
	...pairs("+ * / % ? : < >", "operator"),
	["=>", "arrow"],
	...pairs("== != <= >= && || ::", "operator")
]);
function pairs(tokens, kind) {
	return tokens.split(" ").map((token) => [token, kind]);
}
const BY_CODE = Array.from({ length: 128 }, (_, code) => PUNCTUATION.get(String.fromCharCode(code)));
function mayContinue(code) {
	return code === 61 || code === 62 || code === 38 || code === 124 || code === 58;
}
function nextToken(cursor) {
	const { text } = cursor;
	let code = codeAt(text, cursor.position);
	for (;;) {
		if (code === 32 || code === 9) cursor.position += 1;
		else if (code === 47 && text.charCodeAt(cursor.position + 1) === 42) skipComment(cursor);
		else break;
		code = codeAt(text, cursor.position);
	}
	const start = cursor.position;
	cursor.token = start;
	if (start >= text.length) return "end";
	if (code === 10) return advance(cursor, 1, "newline");
	if (code === 13 && text.charCodeAt(start + 1) === 10) return advance(cursor, 2, "newline");
	if (code === 35 || code === 47 && text.charCodeAt(start + 1) === 47) return "comment";
	const wordEnd = identifierEnd(text, start);
	if (wordEnd > start) return advance(cursor, wordEnd - start, "word");
	if (isDigit(code)) return advance(cursor, numberEnd(text, start) - start, "number");
	const next = text.charCodeAt(start + 1);
	if (code === 60 && next === 60) {
		HEREDOC.lastIndex = start;
		const heredoc = HEREDOC.exec(text);
		if (heredoc !== null) {
			cursor.marker = heredoc[1] ?? "";
			return advance(cursor, heredoc[0].length, "heredoc");
		}
	}
	if (code === 46 && text.startsWith("...", start)) return advance(cursor, 3, "expand");
	if (mayContinue(next)) {
		const long = PUNCTUATION.get(text.slice(start, start + 2));
		if (long !== void 0) return advance(cursor, 2, long);
	}
	const short = BY_CODE[code];
	if (short !== void 0) return advance(cursor, 1, short);
	return advance(cursor, (text.codePointAt(start) ?? 0) > 65535 ? 2 : 1, "invalid");
}
function advance(cursor, width, kind) {
	cursor.position += width;
	return kind;
}
function numberEnd(text, offset) {
	let end = offset;
	while (isDigit(text.charCodeAt(end))) end += 1;
	if (text[end] === "." && isDigit(text.charCodeAt(end + 1))) {
		end += 1;
		while (isDigit(text.charCodeAt(end))) end += 1;
	}
	EXPONENT.lastIndex = end;
	return EXPONENT.test(text) ? EXPONENT.lastIndex : end;
}
function scanString(cursor) {
	const { text } = cursor;
	for (;;) {
		const code = codeAt(text, cursor.position);
		if (code === 34) {
			cursor.position += 1;
			return "closed";
		}
		if (code > 92) cursor.position += 1;
		else if (code === 92 && !atLineEnd(text, cursor.position + 1)) cursor.position += 2;
		else if (code === 36 || code === 37) {
			if (passMarker(cursor, code)) return "template";
		} else if (atLineEnd(text, cursor.position)) return "broken";
		else cursor.position += 1;
	}
}
function scanHeredoc(cursor, marker) {
	const { text } = cursor;
	for (;;) {
		if (text.charCodeAt(cursor.position - 1) === 10) {
			const end = markerEnd(text, cursor.position, marker);
			if (end !== -1) {
				cursor.position = end;
				return "closed";
			}
		}
		for (;;) {
			const code = codeAt(text, cursor.position);
			if (code === 36 || code === 37) {
				if (passMarker(cursor, code)) return "template";
				continue;
			}
			if (cursor.position >= text.length) return "broken";
			cursor.position += 1;
			if (code === 10) break;
		}
	}
}
const GO_SPACE = /[\t\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/y;
function markerEnd(text, lineStart, marker) {
	const start = pass$1(GO_SPACE, text, lineStart);
	if (!text.startsWith(marker, start)) return -1;
	const end = pass$1(GO_SPACE, text, start + marker.length);
	if (text.charCodeAt(end) !== 10) return -1;
	return text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}
function pass$1(pattern, text, offset) {
	pattern.lastIndex = offset;
	pattern.test(text);
	return pattern.lastIndex;
}
function passMarker(cursor, code) {
	const { text, position } = cursor;
	const next = text.charCodeAt(position + 1);
	if (next === 123) return true;
	cursor.position += next === code && text.charCodeAt(position + 2) === 123 ? 3 : 1;
	return false;
}
function isDirective(text, offset) {
	return text.charCodeAt(offset) === 37;
}
// src/hcl/values.ts
function findAttribute(body, name) {
	for (const item of body) if (item.type === "attribute" && item.name === name) return item;
	return null;
}
function findBlocks(body, keyword, label) {
	return body.filter((item) => item.type === "block" && item.keyword === keyword && (label === void 0 || item.labels[0]?.text === label));
}
function findDuplicates(body) {
	const duplicates = [];
	const names = [];
	const seen = body.length > 50 ? new Set() : null;
	for (const item of body) {
		if (item.type !== "attribute") continue;
		if (seen?.has(item.name) ?? names.includes(item.name)) duplicates.push(item);
		if (seen === null) names.push(item.name);
		else seen.add(item.name);
	}
	return duplicates;
}
function literalString(text, range) {
	if (text[range.start] !== "\"") return null;
	const cursor = startOf$1(text);
	cursor.position = range.start + 1;
	if (scanString(cursor) !== "closed" || cursor.position !== range.end) return null;
	const inner = {
		start: range.start + 1,
		end: range.end - 1
	};
	const value = undoEscapes(text.slice(inner.start, inner.end));
	return value === null ? null : {
		value,
		inner
	};
}
const ESCAPES = {
	n: "\n",
	r: "\r",
	t: "	",
	"\"": "\"",
	"\\": "\\"
};
function undoEscapes(raw) {
	if (!/[\\$%]/.test(raw)) return raw;
	let invalid = false;
	const value = raw.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))|([$%])\4(?=\{)/gs, (whole, short, long, single, marker) => {
		if (marker !== void 0) return marker;
		const hex = short ?? long;
		if (hex !== void 0) {
			const point = Number.parseInt(hex, 16);
			if (point <= 1114111) return String.fromCodePoint(point);
		}
		const replacement = single === void 0 ? void 0 : ESCAPES[single];
		if (replacement === void 0) invalid = true;
		return replacement ?? whole;
	});
	return invalid ? null : value;
}
function quote(value) {
	return `"${value.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t").replace(/([$%])(?=\{)/g, "$1$1")}"`;
}
// src/kinds/versions.ts
const VERSION = /^(?:(?:refs\/)?tags\/)?v?(?<numbers>\d{1,9}\.\d{1,9}(?:\.\d{1,9})?)$/;
function versionOf(ref) {
	return ref === null ? null : VERSION.exec(ref)?.groups?.["numbers"] ?? null;
}
function compareVersions(a, b) {
	const left = numbers(a);
	const right = numbers(b);
	for (let i = 0; i < 3; i += 1) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
function stepBetween(from, to) {
	const [before, after] = [numbers(from), numbers(to)];
	if (before[0] !== after[0]) return "major";
	return before[1] === after[1] ? "patch" : "minor";
}
function numbers(version) {
	let parsed = NUMBERS.get(version);
	if (parsed === void 0) {
		parsed = version.split(".").map(Number);
		NUMBERS.set(version, parsed);
	}
	return parsed;
}
const NUMBERS = new Map();
// src/kinds/rules.ts
function argumentsOfRules({ rules }) {
	return [...new Set(rules.flatMap(({ argument, onlyWhere }) => [argument, ...onlyWhere ? [onlyWhere.argument] : []]))];
}
function examineModule({ rules }, module) {
	const findings = rules.flatMap((rule) => apply(rule, module));
	const exempt = findings.find(({ effect }) => effect === "exempt");
	return exempt === void 0 ? findings : [exempt];
}
function argument(module, name) {
	return findAttribute(module.block.body, name);
}
function apply(rule, module) {
	if (rule.onlyWhere !== void 0) {
		const other = argument(module, rule.onlyWhere.argument);
		const value = other === null ? null : module.resolve(other.expression).value;
		if (value !== null && value !== rule.onlyWhere.value) return [];
	}
	const found = argument(module, rule.argument);
	const resolved = found === null ? null : module.resolve(found.expression);
	const holds = isTrue(rule, resolved);
	const said = holds === "unknown" ? rule.unknown : holds ? rule : null;
	if (said === null) return [];
	const written = found === null ? "not set" : module.text.slice(found.expression.start, found.expression.end).replace(/\s+/g, " ");
	const message = said.message.replace(/\{(value|written)\}/g, (_, name) => name === "value" ? resolved?.value ?? written : written);
	return [{
		effect: said.effect,
		code: said.code ?? rule.code,
		message
	}];
}
function isTrue(rule, argument) {
	const value = argument?.value ?? null;
	if (rule.is === "set") return isSet(argument);
	if (rule.is === "below") return isBelow(value, rule.value ?? "");
	if (argument !== null && value === null) return "unknown";
	switch (rule.is) {
		case "true": return value === "true";
		case "equal": return value === rule.value;
		case "not": return value !== rule.value;
	}
}
function isSet(argument) {
	if (argument === null) return false;
	const { value, written } = argument;
	if (value !== null) return value !== "null" && value !== "";
	return written !== null && (ATTRIBUTE_OF_ANOTHER.test(written) || written.startsWith("\"")) ? true : "unknown";
}
const ATTRIBUTE_OF_ANOTHER = /^(?!(?:var|local|each|count|self|path|terraform)\.)[A-Za-z_][\w-]*(?:(?:\.[\w*-]+)|\[[^[\]]{0,200}\])+$/;
function isBelow(version, limit) {
	const numbers = /^(\d+)(?:\.(\d+|x))?(?:\.(\d+|x))?$/.exec(version?.trim() ?? "");
	if (numbers === null) return "unknown";
	return compareVersions([
		numbers[1],
		numbers[2],
		numbers[3]
	].map((part) => part === void 0 || part === "x" ? "99" : part).join("."), limit) < 0;
}
// src/rotation/versions.ts
const NO_VERSIONS = {
	latest: new Map(),
	variables: new Map()
};
function latestRelease(tags, asOf) {
	let highest = null;
	for (const tag of tags) {
		const version = versionOf(tag);
		if (version === null) continue;
		if (highest === null || compareVersions(version, highest.version) > 0) highest = {
			version,
			tag
		};
	}
	const origin = asOf === null ? "GitHub" : `GitHub, as of ${asOf}`;
	return highest === null ? null : {
		...highest,
		from: "github",
		origin,
		tags
	};
}
function releasesAbove(version, { version: latest, tags }) {
	return tags.flatMap((tag) => {
		const each = versionOf(tag);
		if (each === null || compareVersions(each, version) <= 0 || compareVersions(each, latest) > 0) return [];
		return [{
			tag,
			version: each
		}];
	}).sort((a, b) => compareVersions(a.version, b.version)).map(({ tag }) => tag);
}
// src/rotation/module-version.ts
function examineVersion(module, versions) {
	const { kind, version } = module;
	const latest = versions.latest.get(kind.name);
	if (version === null) return kind.since === null ? [] : [examineRef(module, kind.since, versions)];
	if (kind.since !== null && compareVersions(version, kind.since) < 0) return [{
		effect: "blocked",
		cause: {
			code: "version-too-old",
			facts: {
				version,
				argument: kind.argument,
				target: targetVersion(kind.since, latest)
			}
		}
	}];
	if (latest === void 0 || compareVersions(version, latest.version) >= 0) return [];
	return [{
		effect: "warning",
		cause: {
			code: "version-behind",
			facts: {
				version,
				latest,
				isMajorStep: stepBetween(version, latest.version) === "major",
				releases: releasesAbove(version, latest).length
			}
		}
	}];
}
function examineRef(module, since, { latest, variables }) {
	const { kind, ref, source } = module;
	const known = {
		argument: kind.argument,
		ref
	};
	const finding = variables.get(source);
	switch (finding?.found) {
		case "present": return {
			effect: "warning",
			cause: {
				code: "variable-found",
				facts: known
			}
		};
		case "absent": {
			const target = targetVersion(since, latest.get(kind.name));
			return {
				effect: "blocked",
				cause: {
					code: "variable-missing",
					facts: {
						...known,
						target
					}
				}
			};
		}
		case "unknown":
		case void 0: {
			const why = finding?.why ?? null;
			return {
				effect: "warning",
				cause: {
					code: "version-unknown",
					facts: {
						...known,
						why
					}
				}
			};
		}
	}
}
function targetVersion(since, latest) {
	return latest === void 0 || compareVersions(latest.version, since) < 0 ? { version: since } : latest;
}
// src/hcl/traversal.ts
function findTraversals(text, range) {
	const walk = {
		cursor: startAt(text, range.start),
		end: range.end,
		depth: 0,
		found: []
	};
	while (walk.cursor.position < range.end) walkCode(walk);
	return walk.found;
}
function findEntries(text, range) {
	if (text[range.start] !== "{" || /^\{\s*for\b/.test(text.slice(range.start, range.start + 200))) return null;
	const entries = [];
	for (const item of itemsOf(text, range)) {
		const { assign } = item;
		if (assign === null) return null;
		const key = {
			start: item.start,
			end: trimEnd(text, item.start, assign)
		};
		const value = {
			start: skipSpace(text, assign + 1),
			end: item.end
		};
		entries.push({
			key: literalString(text, key)?.value ?? text.slice(key.start, key.end),
			value
		});
	}
	return entries;
}
function findElements(text, range) {
	if (text[range.start] !== "[" || text[range.end - 1] !== "]") return null;
	if (/^\[\s*for\b/.test(text.slice(range.start, range.start + 200))) return null;
	return itemsOf(text, range).map(({ start, end }) => ({
		start,
		end
	}));
}
function findCall(text, range) {
	const nameEnd = identifierEnd(text, range.start);
	if (nameEnd === range.start || text[nameEnd] !== "(" || text[range.end - 1] !== ")") return null;
	const cursor = startAt(text, nameEnd + 1);
	walkCode({
		cursor,
		end: range.end,
		depth: 1,
		found: []
	});
	if (cursor.position !== range.end) return null;
	const args = itemsOf(text, {
		start: nameEnd,
		end: range.end
	});
	return {
		name: text.slice(range.start, nameEnd),
		args: args.map(({ start, end }) => ({
			start,
			end
		}))
	};
}
function findTemplateParts(text, range) {
	if (text[range.start] !== "\"") return null;
	const cursor = startAt(text, range.start + 1);
	const parts = [];
	for (;;) {
		const start = cursor.position;
		const stop = scanString(cursor);
		const literal = text.slice(start, stop === "closed" ? cursor.position - 1 : cursor.position);
		if (stop === "broken" || cursor.position > range.end || /\\|[$%]{2}\{/.test(literal)) return null;
		if (literal !== "") parts.push({ text: literal });
		if (stop === "closed") return cursor.position === range.end ? parts : null;
		if (text[cursor.position] !== "$") return null;
		cursor.position += 2;
		const inner = cursor.position;
		walkCode({
			cursor,
			end: range.end,
			depth: 1,
			found: []
		});
		const end = cursor.position - 1;
		if (text[end] !== "}" || text[inner] === "~" || text[end - 1] === "~") return null;
		parts.push({ expression: {
			start: skipSpace(text, inner),
			end: trimEnd(text, inner, end)
		} });
	}
}
function startAt(text, position) {
	const cursor = startOf$1(text);
	cursor.position = position;
	return cursor;
}
function walkCode(walk) {
	const { cursor, end } = walk;
	let afterDot = false;
	while (cursor.position < end) {
		const kind = nextToken(cursor);
		if (kind === "end" || cursor.token >= end) {
			cursor.position = end;
			return;
		}
		switch (kind) {
			case "comment":
				skipComment(cursor);
				break;
			case "quote":
				walkTemplate(walk, null);
				break;
			case "heredoc":
				walkTemplate(walk, cursor.marker);
				break;
			case "open":
				enter(walk);
				break;
			case "close": return;
			case "word": if (!afterDot) take$1(walk);
		}
		afterDot = kind === "dot";
	}
}
function enter(walk) {
	if (walk.depth >= 200) {
		walk.cursor.position = walk.end;
		return;
	}
	walk.depth += 1;
	walkCode(walk);
	walk.depth -= 1;
}
function walkTemplate(walk, marker) {
	const { cursor, end } = walk;
	while (cursor.position < end) {
		const stop = marker === null ? scanString(cursor) : scanHeredoc(cursor, marker);
		if (stop === "closed") return;
		if (stop === "broken") {
			cursor.position = end;
			return;
		}
		cursor.position += 2;
		enter(walk);
	}
}
const ATTRIBUTE = /[ \t]*\.[ \t]*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;
const ATTRIBUTE_INSIDE = /\s*\.\s*(?:(\*|\d+)|([\p{ID_Start}_][\p{ID_Continue}-]*))/uy;
function take$1(walk) {
	const { cursor } = walk;
	const { text } = cursor;
	const start = cursor.token;
	const parts = [text.slice(start, cursor.position)];
	for (;;) {
		if (text[cursor.position] === "[") {
			const open = cursor.position;
			cursor.position += 1;
			enter(walk);
			const name = literalString(text, {
				start: skipSpace(text, open + 1),
				end: trimEnd(text, open + 1, cursor.position - 1)
			})?.value;
			if (name !== void 0) parts.push(name);
			continue;
		}
		const pattern = walk.depth > 0 ? ATTRIBUTE_INSIDE : ATTRIBUTE;
		pattern.lastIndex = cursor.position;
		const match = pattern.exec(text);
		if (match === null || pattern.lastIndex > walk.end) break;
		cursor.position = pattern.lastIndex;
		if (match[2] !== void 0) parts.push(match[2]);
	}
	walk.found.push({
		start,
		end: cursor.position,
		parts
	});
}
function itemsOf(text, range) {
	const cursor = startAt(text, range.start + 1);
	const walk = {
		cursor,
		end: range.end - 1,
		depth: 1,
		found: []
	};
	const items = [];
	const isObject = text[range.start] === "{";
	let start = -1;
	let last = -1;
	let assign = null;
	const finish = () => {
		if (start !== -1) items.push({
			start,
			end: last,
			assign
		});
		start = -1;
		assign = null;
	};
	while (cursor.position < walk.end) {
		const kind = nextToken(cursor);
		if (kind === "end" || cursor.token >= walk.end) break;
		if (kind === "comment") {
			skipComment(cursor);
			continue;
		}
		if (kind === "comma" || kind === "newline" && isObject && assign !== null && last > assign) {
			finish();
			continue;
		}
		if (kind === "newline") continue;
		if (start === -1) start = cursor.token;
		const { token } = cursor;
		if (kind === "quote") walkTemplate(walk, null);
		else if (kind === "heredoc") walkTemplate(walk, cursor.marker);
		else if (kind === "open") enter(walk);
		else if (isObject && assign === null && (kind === "assign" || text[token] === ":")) assign = token;
		last = cursor.position;
	}
	finish();
	return items;
}
function skipSpace(text, offset) {
	let at = offset;
	while (/\s/.test(text[at] ?? "")) at += 1;
	return at;
}
function trimEnd(text, start, end) {
	let at = end;
	while (at > start && /\s/.test(text[at - 1] ?? "")) at -= 1;
	return at;
}
// src/kinds/source.ts
const SCP = /^(?:[\w.-]+@)?[\w.-]+:(?!\/\/)(.+)$/;
const URL_LIKE = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?[^/]+\/(.+)$/i;
const HOST_FIRST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\/(.+)$/;
function parseModuleSource(source) {
	let parsed = PARSED.get(source);
	if (parsed === void 0) {
		parsed = parse(source);
		PARSED.set(source, parsed);
	}
	return parsed;
}
const PARSED = new Map();
function parse(source) {
	const trimmed = source.trim().replace(/^git::/, "");
	if (trimmed.startsWith(".") || trimmed.startsWith("/")) return null;
	const [address = "", query = ""] = splitOnce(trimmed, "?");
	const path = (URL_LIKE.exec(address) ?? SCP.exec(address) ?? HOST_FIRST.exec(address))?.[1];
	if (path === void 0) return null;
	const [inRepository = ""] = splitOnce(path, "//");
	const [owner, name, ...rest] = inRepository.split("/").filter((part) => part !== "");
	if (owner === void 0 || name === void 0) return null;
	const repository = name.replace(/\.git$/, "").toLowerCase();
	const treeRef = rest[0] === "tree" && rest.length > 1 ? rest.slice(1).join("/") : null;
	return {
		repository,
		owner,
		ref: new URLSearchParams(query).get("ref") || treeRef
	};
}
function splitOnce(text, separator) {
	const at = text.indexOf(separator);
	return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
// src/rotation/date-argument.ts
function findDateArgument(text, block, argument) {
	if (!argument.includes(".")) {
		const attribute = findAttribute(block.body, argument);
		if (attribute === null) return null;
		return {
			expression: attribute.expression,
			path: [argument],
			isReached: true
		};
	}
	return inBody(text, block, argument.split("."), []);
}
function inBody(text, block, [name = "", ...rest], path) {
	const attribute = findAttribute(block.body, name);
	if (attribute !== null) return inMap(text, attribute.expression, rest, [...path, name]);
	const [inner, second] = findBlocks(block.body, name);
	if (inner === void 0 || rest.length === 0) return null;
	if (second !== void 0) return {
		expression: inner,
		path: [
			...path,
			name,
			0
		],
		isReached: false
	};
	return inBody(text, inner, rest, [
		...path,
		name,
		0
	]);
}
function inMap(text, expression, [name, ...rest], path) {
	if (name === void 0) return {
		expression,
		path,
		isReached: true
	};
	const entries = findEntries(text, expression);
	if (entries === null) return {
		expression,
		path,
		isReached: false
	};
	const entry = entries.find(({ key }) => key === name);
	return entry === void 0 ? null : inMap(text, entry.value, rest, [...path, name]);
}
// src/rotation/modules.ts
function findModules(text, scan) {
	const { byModule, byRegistry, byResource, notRotatable } = knownKinds();
	const modules = [];
	const resources = byResource.size === 0 ? null : resourceFinder(text);
	const unrotatable = [];
	const unread = [];
	const seen = new Map();
	for (const block of scan.body) {
		if (block.type !== "block") continue;
		if (block.keyword === "resource") modules.push(...resources?.(block) ?? []);
		if (block.keyword !== "module") continue;
		const name = block.labels[0]?.text;
		if (name === void 0) continue;
		const occurrence = seen.get(name) ?? 0;
		seen.set(name, occurrence + 1);
		const attribute = findAttribute(block.body, "source");
		const source = attribute === null ? null : literalString(text, attribute.expression)?.value ?? null;
		const parsed = source === null ? null : parseModuleSource(source);
		const refusal = parsed === null ? void 0 : notRotatable.get(parsed.repository);
		const registered = source === null ? void 0 : byRegistry.get(registryAddress(source));
		if (source !== null && registered !== void 0) {
			modules.push(registryModule(text, block, name, occurrence, source, registered));
			continue;
		}
		const kind = parsed === null ? void 0 : byModule.get(parsed.repository);
		if (source !== null && refusal !== void 0) unrotatable.push({
			block,
			name,
			source,
			message: refusal
		});
		if (source === null || parsed === null || kind === void 0) {
			const because = refusal === void 0 ? whyUnread(text, block, attribute, source) : null;
			if (because !== null) unread.push({
				block,
				name,
				because
			});
			continue;
		}
		const date = findDateArgument(text, block, kind.argument);
		modules.push({
			kind,
			block,
			name,
			address: [
				"module",
				name,
				occurrence
			],
			source,
			ref: parsed.ref,
			version: versionOf(parsed.ref),
			date
		});
	}
	return {
		modules,
		unrotatable,
		unread
	};
}
function resourceFinder(text) {
	const { byResource } = knownKinds();
	const seen = new Map();
	return (block) => {
		const [type = "", label = ""] = block.labels.map((each) => each.text);
		const kinds = byResource.get(type);
		if (kinds === void 0) return [];
		const name = `${type}.${label}`;
		const occurrence = seen.get(name) ?? 0;
		seen.set(name, occurrence + 1);
		const address = [
			"resource",
			type,
			label,
			occurrence
		];
		for (const kind of kinds) {
			const date = findDateArgument(text, block, kind.argument);
			if (date !== null) return [{
				kind,
				block,
				name,
				address,
				source: type,
				ref: null,
				version: null,
				date
			}];
		}
		return [];
	};
}
function alsoClaimedBy(text, { kind, block }) {
	if (kind.about.block !== "resource") return [];
	return (knownKinds().byResource.get(kind.about.type) ?? []).filter((other) => other !== kind && findDateArgument(text, block, other.argument) !== null);
}
function registryAddress(source) {
	const [address = ""] = source.trim().split("//");
	return address.replace(/^registry\.terraform\.io\//, "");
}
function registryModule(text, block, name, occurrence, source, kind) {
	const written = findAttribute(block.body, "version");
	const constraint = written === null ? null : literalString(text, written.expression)?.value ?? null;
	const date = findDateArgument(text, block, kind.argument);
	return {
		kind,
		block,
		name,
		address: [
			"module",
			name,
			occurrence
		],
		source,
		ref: null,
		version: versionOf(constraint),
		date
	};
}
function whyUnread(text, block, attribute, source) {
	if (attribute === null || source?.startsWith(".")) return null;
	const written = text.slice(attribute.expression.start, attribute.expression.end).replace(/\s+/g, " ");
	const setting = knownKinds().list.find(({ about, argument }) => about.block === "module" && findAttribute(block.body, argument) !== null);
	const isRead = source !== null && parseModuleSource(source) !== null;
	if (setting !== void 0 && isRead) return {
		why: "no-kind",
		written,
		sets: setting.argument
	};
	if (setting === void 0 && (isRead || !namesKind(written))) return null;
	return {
		why: source === null ? "no-string" : "no-repository",
		written
	};
}
function namesKind(source) {
	const { byModule } = knownKinds();
	return source.toLowerCase().split(/[^\w-]/).some((part) => byModule.has(part));
}
// src/rotation/terraform-files.ts
function isConfiguration(path) {
	return (path.endsWith(".tf") || path.endsWith(".tf.json")) && !isIgnored(path);
}
function isLoadedValues(path) {
	const name = nameOf(path);
	return /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/.test(name) && !isIgnored(path);
}
function inLoadingOrder(files) {
	const rank = (name) => name === "terraform.tfvars" ? 0 : name === "terraform.tfvars.json" ? 1 : 2;
	return [...files].sort((a, b) => {
		const [left, right] = [nameOf(a.path), nameOf(b.path)];
		return rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0);
	});
}
function isOverrideFile(path) {
	return /(?:^|_)override\.tf(?:\.json)?$/.test(nameOf(path));
}
function isJson(path) {
	return path.endsWith(".json");
}
function isIgnored(path) {
	const name = nameOf(path);
	return name.startsWith(".") || name.endsWith("~") || name.startsWith("#") && name.endsWith("#");
}
function nameOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
// src/rotation/references.ts
const REFERENCE$1 = /^(?:(?<name>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)|"\$\{\s*(?<quoted>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)\s*\}")$/u;
const MAX_STEPS = 10;
const EMPTY_SCOPE = {
	definitions: new Map(),
	uses: new Map()
};
function referenceIn(text, range) {
	const groups = REFERENCE$1.exec(text.slice(range.start, range.end))?.groups;
	return groups?.name ?? groups?.quoted ?? null;
}
function buildScope(files, values, calls = []) {
	const definitions = new Map();
	const define = (name, definition) => {
		if (definitions.get(name) === void 0) definitions.set(name, definition);
		else definitions.set(name, {
			kind: "unknown",
			because: {
				why: "defined-twice",
				name
			}
		});
	};
	for (const file of files) {
		for (const [i, block] of findBlocks(file.scan.body, "locals").entries()) for (const item of block.body) {
			if (item.type !== "attribute") continue;
			const { name, expression } = item;
			define(`local.${name}`, {
				kind: "expression",
				file,
				expression,
				path: [
					"locals",
					i,
					name
				]
			});
		}
		const seen = new Map();
		for (const block of findBlocks(file.scan.body, "variable")) {
			const name = block.labels[0]?.text ?? "";
			const occurrence = seen.get(name) ?? 0;
			seen.set(name, occurrence + 1);
			define(`var.${name}`, variableOf(file, block, name, occurrence, calls));
		}
	}
	for (const file of inLoadingOrder(values)) for (const item of file.scan.body) {
		if (item.type !== "attribute") continue;
		const { name, expression } = item;
		const because = {
			why: "set-elsewhere",
			name: `var.${name}`,
			place: placeOf(file, item.start)
		};
		definitions.set(`var.${name}`, {
			kind: "assigned",
			because,
			file,
			expression,
			path: [name]
		});
	}
	return {
		definitions,
		uses: findUses(files)
	};
}
function variableOf(file, block, name, occurrence, calls) {
	const [first] = calls.flatMap((call) => {
		const argument = findAttribute(call.block.body, name);
		return argument === null ? [] : [{
			...call,
			expression: argument.expression
		}];
	});
	if (first !== void 0 && calls.length === 1) {
		const path = [
			"module",
			first.name,
			first.occurrence,
			name
		];
		return {
			kind: "expression",
			file: first.file,
			expression: first.expression,
			path,
			scope: first.scope
		};
	}
	if (first !== void 0) {
		const places = calls.map((call) => placeOf(call.file, call.block.start));
		return {
			kind: "unknown",
			because: {
				why: "set-by-callers",
				name: `var.${name}`,
				places
			}
		};
	}
	const attribute = findAttribute(block.body, "default");
	if (attribute === null) {
		const place = placeOf(file, block.start);
		return {
			kind: "unknown",
			because: {
				why: "no-default",
				name: `var.${name}`,
				place
			}
		};
	}
	const path = [
		"variable",
		name,
		occurrence,
		"default"
	];
	return {
		kind: "expression",
		file,
		expression: attribute.expression,
		path
	};
}
const USE = /\b(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;
function findUses(files) {
	const uses = new Map();
	for (const { path, text, scan } of files) {
		const passedOver = [...scan.comments, ...datesIn(text, scan)].sort((a, b) => a.start - b.start);
		let next = 0;
		let line = 1;
		let lineStart = 0;
		for (const match of text.matchAll(USE)) {
			while (next < passedOver.length && passedOver[next].end <= match.index) next += 1;
			if (next < passedOver.length && passedOver[next].start <= match.index) continue;
			for (let end = text.indexOf("\n", lineStart); end !== -1 && end < match.index;) {
				line += 1;
				lineStart = end + 1;
				end = text.indexOf("\n", lineStart);
			}
			const places = uses.get(match[0]) ?? [];
			places.push(`${path}:${line}`);
			uses.set(match[0], places);
		}
	}
	return uses;
}
function datesIn(text, scan) {
	return findModules(text, scan).modules.flatMap(({ date }) => date === null ? [] : [date.expression]);
}
const MAY_BE_ACCESS = /^(?:"\$\{\s*)?(?:var|local|each)\./;
function accessIn(text, range) {
	const plain = referenceIn(text, range);
	if (plain !== null) return {
		name: plain,
		keys: []
	};
	if (!MAY_BE_ACCESS.test(text.slice(range.start, range.start + 40))) return null;
	const [traversal, second] = findTraversals(text, range);
	if (traversal === void 0 || second !== void 0) return null;
	const { start, end, parts } = traversal;
	const [root = "", name = "", ...keys] = parts;
	const isWhole = text.slice(start, end).replace(/\s/g, "").replace(/\["([^"\\$%]*)"\]/g, ".$1") === parts.join(".");
	const before = text.slice(range.start, start).replace(/\s/g, "");
	const behind = text.slice(end, range.end).replace(/\s/g, "");
	const isAlone = before === "" ? behind === "" : /^"\$\{$/.test(before) && behind === "}\"";
	if (!isWhole || !isAlone) return null;
	return {
		name: `${root}.${name}`,
		keys
	};
}
function valuesByKey(file, block, argument, path, scope) {
	const access = accessIn(file.text, argument);
	const forEach = findAttribute(block.body, "for_each");
	if (access?.name !== "each.value" || forEach === null) return null;
	const trail = follow(startOf({
		file,
		expression: forEach.expression,
		path: [...path, "for_each"],
		scope
	}), false);
	const entries = trail.stopped === null ? findEntries(trail.file.text, trail.expression) : null;
	if (entries === null || entries.length === 0) return null;
	const taken = [access.name, ...access.keys].join(".");
	const values = new Map();
	for (const { key, value } of entries) {
		if (/^[("]/.test(key) || values.has(key)) return null;
		values.set(key, {
			file: trail.file,
			expression: value,
			path: [...trail.path, key],
			scope: trail.scope,
			keys: access.keys,
			via: [taken, ...trail.via],
			uses: trail.uses,
			steps: [...trail.steps, placeOf(file, forEach.expression.start)]
		});
	}
	return values;
}
function startOf(from) {
	return {
		...from,
		keys: [],
		via: [],
		uses: [],
		steps: []
	};
}
const MAX_USES = 20;
function firstUses(lists, steps) {
	const found = [];
	let left = lists.reduce((sum, { length }) => sum + length, 0);
	for (const place of lists.flatMap((list) => list.slice(0, MAX_USES + steps.size))) {
		if (found.length === MAX_USES) break;
		left -= 1;
		if (!steps.has(place)) found.push(place);
	}
	return found.length < MAX_USES || left === 0 ? found : [...found, `about ${left} more places`];
}
function follow(start, assigned) {
	let at = start;
	let { keys } = start;
	const via = [...start.via];
	const steps = [...start.steps];
	const uses = [...start.uses];
	const seen = new Set();
	const trail = (stopped) => ({
		...at,
		via,
		uses,
		steps,
		stopped
	});
	for (;;) {
		const { text } = at.file;
		const access = accessIn(text, at.expression);
		if (access === null || access.name.startsWith("each.")) {
			const [key, ...rest] = keys;
			if (key === void 0) return trail(null);
			const entry = findEntries(text, at.expression)?.find((each) => each.key === key);
			if (entry === void 0) return trail(noEntry(at, key));
			at = {
				...at,
				expression: entry.value,
				path: [...at.path, key]
			};
			keys = rest;
			continue;
		}
		const reference = access.name;
		keys = [...access.keys, ...keys];
		const definition = at.scope.definitions.get(reference);
		if (definition !== void 0 && seen.has(definition) || via.length >= MAX_STEPS) return trail({
			why: "circular",
			name: reference
		});
		via.push(reference);
		uses.push(at.scope.uses.get(reference) ?? []);
		if (definition === void 0) return trail({
			why: "undefined",
			name: reference
		});
		if (definition.kind === "unknown") return trail(definition.because);
		if (definition.kind === "assigned" && !assigned) return trail(definition.because);
		seen.add(definition);
		at = {
			scope: at.scope,
			...definition
		};
		steps.push(placeOf(at.file, at.expression.start));
	}
}
function noEntry({ file, expression }, key) {
	return {
		why: "no-entry",
		key,
		place: placeOf(file, expression.start)
	};
}
function resolveString(file, expression, path, scope) {
	return resolveStart(startOf({
		file,
		expression,
		path,
		scope
	}));
}
function resolveStart(start) {
	const trail = follow(start, false);
	const { text } = trail.file;
	const written = text.slice(trail.expression.start, trail.expression.end).replace(/\s+/g, " ");
	const { via } = trail;
	if (trail.stopped !== null) return {
		found: "computed",
		written,
		because: trail.stopped,
		via
	};
	const literal = literalString(text, trail.expression);
	const place = placeOf(trail.file, trail.expression.start);
	if (literal === null) return {
		found: "computed",
		written,
		because: {
			why: "no-string",
			written,
			place
		},
		via
	};
	if (isJson(trail.file.path)) return {
		found: "computed",
		written,
		because: {
			why: "in-json",
			place
		},
		via
	};
	const otherUses = firstUses(trail.uses, new Set(trail.steps));
	return {
		found: "literal",
		...literal,
		file: trail.file,
		path: trail.path,
		via,
		otherUses
	};
}
function resolveValue(file, expression, scope) {
	return resolveExpression(file, expression, scope).value;
}
function resolveExpression(file, expression, scope) {
	const trail = follow(startOf({
		file,
		expression: withoutParentheses(file.text, expression),
		path: [],
		scope
	}), true);
	if (trail.stopped !== null) return {
		value: null,
		written: null
	};
	const { text } = trail.file;
	const range = withoutParentheses(text, trail.expression);
	const written = text.slice(range.start, range.end);
	const literal = literalString(text, range);
	const isPlain = /^(?:true|false|null|-?\d{1,20}(?:\.\d{1,20})?)$/.test(written);
	return {
		value: literal?.value ?? (isPlain ? written : null),
		written
	};
}
function isEmptyCollection(file, expression, scope) {
	const { written } = resolveExpression(file, expression, scope);
	return written !== null && EMPTY_COLLECTIONS.includes(written.replace(/\s/g, ""));
}
const EMPTY_COLLECTIONS = [
	"{}",
	"[]",
	"toset([])"
];
function withoutParentheses(text, range) {
	let { start, end } = range;
	while (text[start] === "(" && text[end - 1] === ")") {
		const inner = text.slice(start + 1, end - 1);
		if (/[()]/.test(inner.replace(/^[\s(]*|[\s)]*$/g, ""))) return {
			start,
			end
		};
		start += 1 + (inner.length - inner.trimStart().length);
		end -= 1 + (inner.length - inner.trimEnd().length);
	}
	return {
		start,
		end
	};
}
function placeOf({ path, text }, offset) {
	return `${path}:${positionAt(text, offset).line}`;
}
// src/rotation/self-rotation.ts
function findIdleRotations(files) {
	const found = files.flatMap((file) => isJson(file.path) ? [] : rotationsIn(file));
	if (found.length === 0) return [];
	const used = new Set(files.flatMap((file) => [...withoutComments(file).matchAll(ADDRESS)].map(([each]) => each)));
	return found.filter(({ address }) => !used.has(address));
}
const ADDRESS = /(?<![\p{ID_Continue}.-])[\p{ID_Start}_][\p{ID_Continue}-]*\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;
function hasRotation({ scan }) {
	const types = rotatingTypes();
	return scan.body.some((item) => item.type === "block" && types.has(item.labels[0]?.text ?? ""));
}
function rotatingTypes() {
	return new Set(knownKinds().list.flatMap(({ selfRotation }) => selfRotation?.by === "resource" ? [selfRotation.resource] : []));
}
function rotationsIn(file) {
	const types = rotatingTypes();
	return findBlocks(file.scan.body, "resource").flatMap((block) => {
		const [type, name] = block.labels.map(({ text }) => text);
		if (type === void 0 || name === void 0 || !types.has(type)) return [];
		if (["count", "for_each"].some((each) => findAttribute(block.body, each) !== null)) return [];
		const place = `${file.path}:${positionAt(file.text, block.start).line}`;
		return [{
			file,
			type,
			address: `${type}.${name}`,
			place,
			every: periodOf(file, block.body)
		}];
	});
}
const UNITS = {
	rotation_minutes: "minute",
	rotation_hours: "hour",
	rotation_days: "day",
	rotation_months: "month",
	rotation_years: "year"
};
function periodOf({ text }, body) {
	const [only, more] = body.flatMap((item) => {
		const unit = item.type === "attribute" ? UNITS[item.name] : void 0;
		if (unit === void 0 || item.type !== "attribute") return [];
		return [{
			unit,
			written: text.slice(item.expression.start, item.expression.end)
		}];
	});
	if (only === void 0 || more !== void 0 || !/^[1-9]\d{0,5}$/.test(only.written)) return null;
	return only.written === "1" ? only.unit : `${only.written} ${only.unit}s`;
}
function withoutComments({ text, scan }) {
	let from = 0;
	let code = "";
	for (const { start, end } of scan.comments) {
		code += `${text.slice(from, start)} `;
		from = end;
	}
	return code + text.slice(from);
}
function idleOffers(modules, idle) {
	const offers = new Map();
	for (const rotation of idle) {
		const inFolder = modules.filter((each) => mayHaveUsed(each, rotation));
		const inFile = inFolder.filter(({ file }) => file === rotation.file);
		const candidates = (inFile.length > 0 ? inFile : inFolder).map(({ module }) => module);
		for (const module of candidates) {
			const others = candidates.filter((other) => other !== module).map(({ name }) => name);
			const known = offers.get(module);
			const rivals = known === void 0 ? others : [
				...known.rivals,
				known.rotation.address,
				...others
			];
			offers.set(module, {
				rotation,
				rivals
			});
		}
	}
	return offers;
}
function mayHaveUsed({ file, module }, { type }) {
	const { date, kind } = module;
	if (date === null || isJson(file.path)) return false;
	if (kind.selfRotation?.by !== "resource" || kind.selfRotation.resource !== type) return false;
	return !file.text.slice(date.expression.start, date.expression.end).includes(`${type}.`);
}
function examineSelfRotation({ selfRotation, companion, argument }, inForce, idle) {
	if (selfRotation === null || !inForce) return null;
	if (selfRotation.by === "module") {
		if (companion === null) return null;
		const names = [companion.argument, argument];
		const facts = {
			remove: names,
			every: selfRotation.every
		};
		return {
			restoration: {
				way: "remove",
				names
			},
			cause: {
				code: "could-rotate-itself",
				facts
			}
		};
	}
	if (idle === null) return null;
	const { address, place, every } = idle.rotation;
	const expression = `${address}.${selfRotation.attribute}`;
	const facts = {
		address,
		place,
		expression,
		every
	};
	return idle.rivals.length === 0 ? {
		restoration: {
			way: "refer",
			expression
		},
		cause: {
			code: "could-rotate-itself",
			facts
		}
	} : {
		restoration: null,
		cause: {
			code: "self-rotation-unclear",
			facts: {
				...facts,
				rivals: idle.rivals
			}
		}
	};
}
// src/rotation/judge.ts
function judge(module, place, rules) {
	const date = findDate(module, place);
	const policy = policyFor(module, place, rules);
	const { maxAgeDays } = policy;
	const age = judgeAge(date, rules.today, maxAgeDays);
	const findings = [
		...examineFile(place),
		...examineDate(module, date),
		...examineVersion(module, rules.versions)
	];
	findings.push(...examineBlock(module, place), ...examinePolicy(policy));
	const companion = companionOf(module, place);
	const inForce = companion === "holds" && !isExempt(findings);
	const better = examineSelfRotation(module.kind, inForce, place.idle ?? null);
	if (better !== null) findings.push({
		effect: "warning",
		cause: better.cause
	});
	const holds = holdsOn(place, policy);
	const held = holds.length > 0 && !rules.includeHeld;
	const latest = rules.versions.latest.get(module.kind.name);
	const credential = {
		id: place.id,
		cluster: place.cluster,
		namespace: place.namespace,
		file: place.file.path,
		line: place.line,
		kind: module.kind.name,
		module: module.name,
		source: module.source,
		version: module.version,
		latestVersion: latest?.version ?? null,
		latestFrom: latest?.from ?? null,
		variable: module.kind.argument,
		value: date.found === "literal" ? date.value : null,
		rotatedOn: age.rotatedOn,
		ageDays: age.rotatedOn === null ? null : daysBetween(age.rotatedOn, rules.today),
		maxAgeDays,
		state: decideState(findings, place, held, age.state)
	};
	const reasons = reasonsOf(findings, place, holds, isExempt(findings) ? null : age.reason);
	const blockers = blockersOf(findings, place, held ? holds : []);
	return {
		credential,
		reasons,
		module,
		file: place.file,
		date,
		companion,
		restoration: better?.restoration ?? null,
		blockers,
		age: age.state
	};
}
function policyFor(module, { id, cluster, namespace }, rules) {
	const { maxAgeDays, policyOf } = rules;
	if (policyOf === void 0) return {
		maxAgeDays,
		excluded: null,
		snoozed: null
	};
	return policyOf({
		id,
		cluster,
		namespace,
		kind: module.kind.name,
		module: module.name
	});
}
function examinePolicy({ excluded }) {
	return excluded === null ? [] : [{
		effect: "exempt",
		cause: {
			code: EXCLUDED,
			facts: excluded
		}
	}];
}
const EXCLUDED = "excluded";
function holdsOn({ hold }, { snoozed }) {
	return [...hold === null ? [] : [{
		code: "namespace-held",
		facts: hold
	}], ...snoozed === null ? [] : [{
		code: "snoozed",
		facts: snoozed
	}]];
}
function isRotatable({ credential, blockers }) {
	return credential.state !== "exempt" || blockers[0]?.code === EXCLUDED;
}
function decideState(findings, place, held, byAge) {
	if (place.unusable !== null) return "blocked";
	if (isExempt(findings)) return "exempt";
	if (findings.some((finding) => finding.effect === "blocked")) return "blocked";
	return held ? "held" : byAge;
}
function isExempt(findings) {
	return findings.some((finding) => finding.effect === "exempt");
}
function blockersOf(findings, place, holds) {
	if (place.unusable !== null) return [place.unusable];
	const of = (effect) => findings.filter((finding) => finding.effect === effect).map(({ cause }) => cause);
	return [
		...of("exempt"),
		...of("blocked"),
		...holds
	];
}
const EFFECT_ORDER = {
	exempt: 0,
	blocked: 1,
	warning: 3
};
function reasonsOf(findings, place, holds, age) {
	if (place.unusable !== null) return [place.unusable];
	const ordered = findings.map(({ effect, cause }) => ({
		order: EFFECT_ORDER[effect],
		cause
	}));
	ordered.push(...holds.map((cause) => ({
		order: 2,
		cause
	})));
	if (age !== null) ordered.push({
		order: 2.5,
		cause: age
	});
	return ordered.sort((a, b) => a.order - b.order).map(({ cause }) => cause);
}
function examineFile({ applied }) {
	return applied ? [] : [{
		effect: "exempt",
		cause: {
			code: "not-applied",
			facts: {}
		}
	}];
}
function examineBlock({ kind, block }, place) {
	const { file, scope } = place;
	const resolve = (expression) => resolveExpression(file, expression, scope);
	const findings = examineModule(kind, {
		text: file.text,
		block,
		resolve
	}).map(({ effect, code, message }) => ({
		effect,
		cause: {
			code,
			message
		}
	}));
	const none = whyNoInstance(block, place);
	return none === null || isExempt(findings) ? findings : [{
		effect: "exempt",
		cause: {
			code: "no-instance",
			facts: none
		}
	}, ...findings];
}
function whyNoInstance(block, { file, scope, calls }) {
	const own = emptyRepetition(block, file, scope);
	if (own !== null) return {
		argument: own,
		ofCallers: false
	};
	const ofCalls = (calls ?? []).map((call) => emptyRepetition(call.block, call.file, call.scope));
	const [first] = ofCalls;
	if (first === void 0 || first === null || ofCalls.includes(null)) return null;
	return {
		argument: first,
		ofCallers: true
	};
}
function emptyRepetition(block, file, scope) {
	const count = findAttribute(block.body, "count");
	if (count !== null && resolveValue(file, count.expression, scope) === "0") return "count";
	const forEach = findAttribute(block.body, "for_each");
	if (forEach !== null && isEmptyCollection(file, forEach.expression, scope)) return "for_each";
	return null;
}
function companionOf({ kind, block }, { file, scope }) {
	if (kind.companion === null) return "holds";
	const attribute = findAttribute(block.body, kind.companion.argument);
	if (attribute === null) return "absent";
	return resolveValue(file, attribute.expression, scope) === kind.companion.value ? "holds" : "differs";
}
function findDate(module, { file, scope }) {
	if (module.date === null) return { found: "absent" };
	const { expression, path, ofKey } = module.date;
	if (ofKey !== void 0) return resolveStart(ofKey);
	return resolveString(file, expression, [...module.address, ...path], scope);
}
function isUnsetDate(date) {
	return date.found === "absent" || date.found === "computed" && date.written === "null" && date.via.length === 0;
}
function writtenValue(date) {
	if (date.found === "literal") return date.value;
	return date.found === "absent" || isUnsetDate(date) ? null : date.written;
}
function examineDate(module, date) {
	const { argument } = module.kind;
	if (module.date?.isReached === false || module.date === null && argument.includes(".")) return [{
		effect: "blocked",
		cause: {
			code: "argument-by-hand",
			facts: {
				argument,
				isSet: module.date !== null
			}
		}
	}];
	if (isUnsetDate(date) || date.found === "absent") return [];
	if (date.found === "literal") {
		const name = date.via[date.via.length - 1];
		if (name === void 0) return [];
		return [{
			effect: "warning",
			cause: {
				code: "date-by-reference",
				facts: {
					name,
					file: date.file.path,
					otherUses: date.otherUses
				}
			}
		}];
	}
	const { written, because } = date;
	if (/\btime_rotating\./.test(written)) return [{
		effect: "exempt",
		cause: {
			code: "rotates-itself",
			facts: { written }
		}
	}];
	return [{
		effect: "blocked",
		cause: {
			code: "not-a-literal",
			facts: {
				argument,
				because
			}
		}
	}];
}
function judgeAge(date, today, maxAgeDays) {
	if (isUnsetDate(date) || date.found === "absent") return {
		rotatedOn: null,
		state: "never",
		reason: {
			code: "never-rotated",
			facts: {}
		}
	};
	if (date.found === "computed") return {
		rotatedOn: null,
		state: "due",
		reason: null
	};
	const { value } = date;
	if (meansNever(value)) return {
		rotatedOn: null,
		state: "never",
		reason: {
			code: "placeholder-date",
			facts: { value }
		}
	};
	const rotatedOn = readDate(value);
	if (rotatedOn === null) return {
		rotatedOn,
		state: "due",
		reason: {
			code: "unreadable-date",
			facts: { value }
		}
	};
	const days = daysBetween(rotatedOn, today);
	if (days < 0) return {
		rotatedOn,
		state: "ok",
		reason: {
			code: "future-date",
			facts: {
				value,
				days: -days
			}
		}
	};
	if (days > maxAgeDays) return {
		rotatedOn,
		state: "due",
		reason: {
			code: "older-than-max-age",
			facts: {
				days,
				maxAgeDays
			}
		}
	};
	return {
		rotatedOn,
		state: "ok",
		reason: null
	};
}
// src/hcl/certain.ts
const MAX_DEPTH$2 = 20;
const NOT_PLAIN = /[^\n\t\x20-\x7e\u00a1-\u2027\u2030-\ud7ff]/;
const NOT_PLAIN_LABEL = /[\\$%]/;
const NAME = "[A-Za-z_][A-Za-z0-9_-]*";
const STEP = `\\.${NAME}|\\[(?:\\*|\\d{1,9}|"[^"\\\\$%\\n]*")\\]`;
const WORD = `(?!(?:for|if|in)\\b)${NAME}`;
const TEXT$1 = /(?:[^"\\$%\n]|\\[nrt"\\]|[$%](?![{$%]))*/y;
const NUMBER = /(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?(?![\w.-])/y;
const REFERENCE = new RegExp(`${WORD}(?:${STEP})*(?![\\w.[(-])`, "y");
const CALL = new RegExp(`${WORD}\\(`, "y");
const KEY = new RegExp(`(?!for\\b)${NAME}`, "y");
const BETWEEN = /[ \t]*[=:](?![=>])[ \t]*/y;
const OPERATOR = /[ \t]+(?:==|!=|<=|>=|&&|\|\||[<>+*/%-])[ \t]+/y;
const FOR = new RegExp(`for ${WORD}(?:, ?${WORD})? in `, "y");
const BLANK = /[ \t]*/y;
const SPACE = /[ \t\n]*(?:(?:#|\/\/)[^\n]*(?:\n[ \t\n]*|$))*/y;
function isCertainlyHcl(text, { body, comments, errors }) {
	if (errors.length > 0 || NOT_PLAIN.test(text)) return false;
	return comments.every((comment) => isCertainComment(text, comment)) && isCertainBody(text, body);
}
function isCertainComment(text, { style, start, end }) {
	if (style === "line") return true;
	return text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trim() === "" && (text[end] === "\n" || end === text.length);
}
function isCertainBody(text, body) {
	if (findDuplicates(body).length > 0) return false;
	const labels = new Map();
	const attributes = new Set();
	for (const item of body) {
		if (item.type === "attribute") {
			attributes.add(item.name);
			if (valueEnd(text, item.expression.start, 0) !== item.expression.end) return false;
			continue;
		}
		const known = labels.get(item.keyword) ?? item.labels.length;
		if (known !== item.labels.length || item.labels.some((label) => NOT_PLAIN_LABEL.test(label.text))) return false;
		labels.set(item.keyword, known);
		if (!isCertainBody(text, item.body)) return false;
	}
	return [...labels.keys()].every((keyword) => !attributes.has(keyword));
}
function valueEnd(text, start, depth) {
	if (depth > MAX_DEPTH$2) return -1;
	let at = operandEnd(text, start, depth);
	for (let next = pass(OPERATOR, text, at); at !== -1 && next !== -1; next = pass(OPERATOR, text, at)) at = operandEnd(text, next, depth);
	if (at === -1 || !text.startsWith(" ? ", at)) return at;
	const middle = valueEnd(text, at + 3, depth + 1);
	return middle !== -1 && text.startsWith(" : ", middle) ? valueEnd(text, middle + 3, depth + 1) : -1;
}
function operandEnd(text, start, depth) {
	if (depth > MAX_DEPTH$2) return -1;
	switch (text[start]) {
		case "!":
		case "-": return operandEnd(text, start + 1, depth + 1);
		case "(": return closed(text, valueEnd(text, start + 1, depth + 1), ")");
		case "\"": return stringEnd(text, start + 1, depth);
		case "[": return forEnd(text, start + 1, "]", depth) ?? listEnd(text, start + 1, "]", depth);
		case "{": return forEnd(text, start + 1, "}", depth) ?? objectEnd(text, start + 1, depth);
	}
	const number = pass(NUMBER, text, start);
	if (number !== -1) return number;
	const call = pass(CALL, text, start);
	return call === -1 ? pass(REFERENCE, text, start) : listEnd(text, call, ")", depth);
}
function closed(text, at, close) {
	return at !== -1 && text[at] === close ? at + 1 : -1;
}
function stringEnd(text, start, depth) {
	let at = pass(TEXT$1, text, start);
	while (text.startsWith("${", at)) {
		const inner = valueEnd(text, pass(BLANK, text, at + 2), depth + 1);
		at = inner === -1 ? -1 : closed(text, pass(BLANK, text, inner), "}");
		if (at === -1) return -1;
		at = pass(TEXT$1, text, at);
	}
	return closed(text, at, "\"");
}
function forEnd(text, start, close, depth) {
	let at = pass(FOR, text, pass(SPACE, text, start));
	if (at === -1) return null;
	for (const separator of close === "]" ? [":", ""] : [
		":",
		"=>",
		""
	]) {
		at = valueEnd(text, at, depth + 1);
		if (at === -1) return -1;
		at = pass(SPACE, text, at);
		if (!text.startsWith(separator, at)) return -1;
		if (separator !== "") at = pass(SPACE, text, at + separator.length);
	}
	return closed(text, at, close);
}
function listEnd(text, start, close, depth) {
	let at = pass(SPACE, text, start);
	while (text[at] !== close) {
		at = valueEnd(text, at, depth + 1);
		if (at === -1) return -1;
		at = pass(SPACE, text, at);
		if (text[at] === ",") at = pass(SPACE, text, at + 1);
		else if (text[at] !== close) return -1;
	}
	return at + 1;
}
function objectEnd(text, start, depth) {
	let at = pass(SPACE, text, start);
	while (text[at] !== "}") {
		const name = pass(KEY, text, at);
		const isQuoted = text[at] === "\"" || text[at] === "(";
		at = pass(BETWEEN, text, name === -1 && isQuoted ? operandEnd(text, at, depth + 1) : name);
		if (at === -1) return -1;
		at = valueEnd(text, at, depth + 1);
		if (at === -1) return -1;
		const end = pass(BLANK, text, at);
		const next = text[end] === "," ? end + 1 : end;
		at = pass(SPACE, text, next);
		if (next === end && text[at] !== "}" && !text.slice(end, at).includes("\n")) return -1;
	}
	return at + 1;
}
function pass(pattern, text, start) {
	if (start === -1) return -1;
	pattern.lastIndex = start;
	return pattern.test(text) ? pattern.lastIndex : -1;
}
// src/report/reasons.ts
const WORDS = {
	excluded: ({ file, line, reason }) => `excluded by ${file}:${line}: ${reason}`,
	snoozed: ({ file, line, reason, until }) => `put off until ${until} by ${file}:${line}: ${reason}`,
	"namespace-held": ({ files, stopsEveryApply }) => `the namespace is on hold: ${files.join(" and ")} ${stopsEveryApply ? "stops every apply" : "makes the pipeline pass it by"}`,
	"not-applied": () => "the pipeline applies the .tf files directly in resources/, and no module block there loads this folder",
	"no-instance": ({ argument, ofCallers }) => `${argument === "count" ? "count is 0" : "for_each is empty"}${ofCallers ? " where its folder is loaded" : ""}: there is nothing to rotate until it is made`,
	"date-by-reference": ({ name, file, otherUses }) => `the date is that of ${name} in ${file} and is changed there${otherUses.length === 0 ? "" : `; ${name} is also used in ${otherUses.join(", ")}`}`,
	"rotates-itself": ({ written }) => `Terraform rotates it by ${written}`,
	"could-rotate-itself": (facts) => "remove" in facts ? `Terraform would rotate it every ${facts.every} by itself without ${listWords(facts.remove)}: --restore-self-rotation takes them out, which is one last rotation` : `nothing refers to ${facts.address} (${facts.place}): with ${facts.expression} in place of the date, which --restore-self-rotation writes, Terraform would rotate it ${everyWords(facts.every)}`,
	"self-rotation-unclear": ({ address, place, expression, rivals }) => `nothing refers to ${address} (${place}), and whether it rotated this or ${listWords(rivals)} is not known: write ${expression} by hand where Terraform is to rotate`,
	"nothing-to-restore": () => "there is nothing here by which Terraform would rotate it",
	"not-removable": ({ argument, line, why }) => `${argument} (line ${line}) ${why === "line" ? "shares its line with something else" : "stands between comments that would have to move"}: take it out by hand`,
	"not-a-literal": ({ argument, because }) => `${argument}: ${notLiteral(because)}`,
	"argument-by-hand": ({ argument, isSet }) => isSet ? `${argument}: what it leads into is no map that is written out here: rotate it by hand` : `${argument} is not set: write it in by hand, with the day of the last rotation`,
	"several-kinds": ({ kinds }) => `it has the arguments of the kinds ${kinds.join(" and ")}: which of them rotates it cannot be known; leave one of these arguments out`,
	"never-rotated": () => "no rotation date is set",
	"placeholder-date": ({ value }) => `${JSON.stringify(value)} is a placeholder, not a rotation`,
	"unreadable-date": ({ value }) => `${JSON.stringify(value)} cannot be read as a date`,
	"future-date": ({ value, days }) => `${JSON.stringify(value)} is ${days} days in the future`,
	"older-than-max-age": ({ days, maxAgeDays }) => `rotated ${days} days ago, ${maxAgeDays} are allowed`,
	"version-too-old": ({ version, argument, target, notUpgraded }) => `module version ${version} has no ${argument}: upgrade it to ${versionWords(target)} first${notUpgraded === void 0 ? "" : `; ${reasonOf$1(notUpgraded).message}`}`,
	"version-behind": ({ version, latest, isMajorStep, releases }) => {
		const distance = [...isMajorStep ? ["a major step"] : [], ...releases === 0 ? [] : [`${releases} ${releases === 1 ? "release" : "releases"} behind`]];
		return `module version ${version}, latest is ${versionWords(latest)}${distance.length === 0 ? "" : `: ${distance.join(", ")}`}`;
	},
	"variable-found": ({ argument, ref }) => `${unversioned(ref)}; GitHub has ${argument} there`,
	"variable-missing": ({ argument, ref, target }) => `${unversioned(ref)}; GitHub has no ${argument} there: change the source to ${versionWords(target)} first`,
	"version-unknown": ({ argument, ref, why }) => `${unversioned(ref)}: whether the module has ${argument} is not known${why === null ? "" : ` (${why})`}`,
	"not-published": ({ module }) => stays(`its source is not ministryofjustice/${module} on github.com`),
	"no-version": ({ ref, version }) => stays(ref === null ? "its source names no version" : version === null ? `its ref ${ref} is no version` : "its source has no ?ref= to change"),
	"latest-unknown": ({ module, seen }) => stays(`the latest release of ${module} is not known${seen === null ? "" : `; ${seen.version} is only the ${seen.origin}`}`),
	"major-upgrade": ({ from, to }) => stays(`${from} to ${to} is a major step: --upgrade=major takes it`),
	"invalid-hcl": ({ line, column, what, help }) => `the file does not parse (line ${line}, column ${column}): ${what}${help === null ? "" : `: ${help}`}`,
	"symbolic-link": () => "the file is a symbolic link: rotate it where it leads",
	"json-syntax": () => "it is written in Terraform's JSON syntax, which is not edited: rotate it by hand",
	"unknown-module": ({ module, because }) => `module ${module}: ${unreadSource(because)}: rotate it by hand`,
	"unknown-argument": ({ argument, meant }) => `${argument} is no argument of this module: did you mean ${meant}?`,
	"duplicate-argument": ({ argument, line }) => `${argument} is set twice, again on line ${line}: remove one`,
	"override-file": () => "Terraform merges this file over another: rotate it by hand",
	overridden: ({ place }) => `${place} overrides this module: rotate it by hand`,
	"duplicate-module": ({ name }) => `two modules of this folder are named ${name}: rename one`,
	"commented-out": () => "the module is commented out",
	"in-heredoc": () => "the module is text of a heredoc, which Terraform does not run",
	"shared-date": (facts) => `its date is also that of ${facts.with.join(", ")}: select them together`,
	"already-rotated": ({ value, again }) => `its date already is ${value}${again ? "" : " (--again rotates it once more)"}`
};
function everyWords(every) {
	return every === null ? "by itself" : `every ${every} by itself`;
}
function reasonOf$1(cause) {
	if (!("facts" in cause)) return cause;
	const words = WORDS[cause.code];
	return {
		code: cause.code,
		message: words(cause.facts)
	};
}
function reasonIn(path, cause) {
	const { code, message } = reasonOf$1(cause);
	return {
		code,
		message: `${path}: ${message}`
	};
}
function assessmentOf({ reasons, ...judgement }) {
	const credential = {
		...judgement.credential,
		reasons: reasons.map(reasonOf$1)
	};
	return {
		...judgement,
		credential
	};
}
function skippedOf({ id, cause }) {
	return {
		id,
		...reasonOf$1(cause)
	};
}
function editOf(edit) {
	const changes = edit.changes.map(({ notUpgraded, ...change }) => notUpgraded === void 0 ? change : {
		...change,
		notUpgraded: reasonOf$1(notUpgraded)
	});
	return {
		...edit,
		changes
	};
}
function versionWords(target) {
	return "origin" in target ? `${target.version} (${target.origin})` : target.version;
}
function notLiteral(because) {
	switch (because.why) {
		case "defined-twice": return `${because.name} is defined more than once in this folder`;
		case "undefined": return `${because.name} is defined nowhere in this folder`;
		case "circular": return `${because.name} leads back to itself`;
		case "no-default": return `${because.name} (${because.place}) has no default: its value is set from outside`;
		case "set-elsewhere": return `${because.name} is set in ${because.place}: change it there`;
		case "set-by-callers": return `${because.name} is set for each of its callers (${because.places.join(" and ")})`;
		case "no-string": return `${because.written} (${because.place}) is no plain string: change the date there by hand`;
		case "no-entry": return `${because.place} has no key ${because.key} that is written out: change the date there by hand`;
		case "in-json": return `the date stands in Terraform's JSON syntax (${because.place}): change it there by hand`;
	}
}
function unreadSource(because) {
	switch (because.why) {
		case "no-kind": return `it sets ${because.sets}, and its source ${because.written} is the module of no kind`;
		case "no-string": return `its source is ${because.written}, which is no plain string`;
		case "no-repository": return `its source ${because.written} has no form that names a repository`;
	}
}
function unversioned(ref) {
	return ref === null ? "the source names no version" : `${ref} is a branch, commit or pre-release, not a version`;
}
function stays(why) {
	return `the module version stays: ${why}`;
}
// src/hcl/mistakes.ts
const LONGEST_LINE = 1e3;
function explainMistake(text, error) {
	const start = lineStartOf(text, error.offset);
	const newline = text.indexOf("\n", error.offset);
	const lineEnd = newline === -1 ? text.length : newline;
	const end = text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
	if (end - start > LONGEST_LINE) return error;
	for (const rule of RULES) {
		const found = rule({
			text,
			start,
			end,
			error
		});
		if (found !== null) return {
			...error,
			...found
		};
	}
	return error;
}
const RULES = [
	conflictMarker,
	invisibleCharacter,
	heredocMarker,
	strayQuote,
	missingComma,
	dottedName,
	fence,
	missingHeaderPart,
	missingEquals,
	prose
];
function conflictMarker({ text, start, end }) {
	if (!/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/.test(text.slice(start, end))) return null;
	return {
		offset: start,
		message: "this line is the mark of a merge conflict",
		help: "resolve the conflict and remove the lines <<<<<<<, ======= and >>>>>>>"
	};
}
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u;
const NAMES = {
	"\0": "a zero byte",
	"": "a next-line mark",
	"\xA0": "a no-break space",
	"­": "a soft hyphen",
	"​": "a zero-width space",
	"‌": "a zero-width non-joiner",
	"‍": "a zero-width joiner",
	"\u2028": "a line separator",
	" ": "a narrow no-break space",
	"⁠": "a word joiner",
	"　": "an ideographic space",
	"﻿": "a byte order mark"
};
function invisibleCharacter(line) {
	const offset = unreadAt(line);
	const character = String.fromCodePoint(line.text.codePointAt(offset) ?? 32);
	if (offset >= line.end || " 	\r".includes(character) || !INVISIBLE.test(character)) return null;
	const point = `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
	const name = NAMES[character];
	return {
		code: "invalid-character",
		offset,
		message: `an invisible character stands here: ${name === void 0 ? point : `${name} (${point})`}`,
		help: /\p{Zs}/u.test(character) ? "write a plain blank instead" : "remove it"
	};
}
function unreadAt({ text, error: { code, offset } }) {
	if (code !== "invalid-argument" && code !== "invalid-block") return offset;
	let at = identifierEnd(text, offset);
	while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
	return at;
}
function heredocMarker({ text, end, error }) {
	const at = error.offset;
	if (!text.startsWith("<<", at)) return null;
	const [whole = "", dash = "", blank = "", mark = "", marker = ""] = /^<<(-?)([ \t]*)(['"]?)(\w*)/.exec(text.slice(at, end)) ?? [];
	const behind = text.slice(at + whole.length, end);
	if (marker === "") return null;
	const place = {
		code: "missing-value",
		help: `write <<${dash}${marker} and end the line there`
	};
	if (mark !== "") return {
		...place,
		message: `the marker of a heredoc has no quotes in HCL: ${mark}${marker}${mark}`
	};
	if (blank !== "") return {
		...place,
		message: `a blank stands before the heredoc's marker ${marker}`
	};
	if (error.code === "unterminated-heredoc") return heredocEnd(text, end, marker);
	if (behind === "") return null;
	const what = behind.trim() === "" ? "a blank" : "something";
	return {
		...place,
		message: `${what} stands behind the heredoc's marker ${marker}`
	};
}
function heredocEnd(text, from, marker) {
	let line = 0;
	for (let at = from; at !== -1 && line < LONGEST_LINE; at = text.indexOf("\n", at + 1)) {
		line += 1;
		const words = text.slice(at + 1, at + 1 + LONGEST_LINE).split("\n", 1)[0].trim();
		if (words !== marker && words.startsWith(marker) && !/^[\w-]/.test(words.slice(marker.length))) return { help: `write ${marker} on a line of its own: ${JSON.stringify(words.slice(0, 80))} does not end it` };
	}
	return null;
}
const ENDS_VALUE = /^[ \t]*(?:$|[,)\]}#]|\/\/)/;
function strayQuote({ text, start, end, error }) {
	const { code, offset } = error;
	if (code === "missing-newline" || code === "missing-operator") {
		if (text.slice(offset - 2, offset) === "\"\"" && /^[^"\n]*"/.test(text.slice(offset, end))) return {
			offset: offset - 2,
			message: "the string begins with two \"",
			help: "remove one of them"
		};
		if (text[offset] !== "\"" || !ENDS_VALUE.test(text.slice(offset + 1, end))) return null;
		const before = text[offset - 1] ?? "";
		if (before === "\"") return {
			message: "a second \" stands behind the string",
			help: "remove it"
		};
		if (/[ \t]/.test(before)) return null;
		return {
			message: "a \" stands behind the value, and none before it",
			help: "put the whole value in quotes, or remove this one"
		};
	}
	if (code === "unterminated-string" && text.slice(offset - 1, offset) === "\"" && offset - 1 > start) {
		if (ENDS_VALUE.test(text.slice(offset + 1, end))) return {
			message: "a second \" stands behind the string",
			help: "remove it"
		};
	}
	return null;
}
function missingComma({ text, start, end, error }) {
	if (error.code !== "missing-operator" || text.slice(start, error.offset).trim() !== "") return null;
	if (text.slice(error.offset, end).trimEnd().endsWith("{")) return null;
	return {
		message: "a comma is missing before this value",
		help: "put it at the end of the line before"
	};
}
function dottedName({ text, end, error }) {
	if (error.code !== "invalid-argument") return null;
	const behind = text.slice(identifierEnd(text, error.offset), end);
	if (!/^\.[\w-]*[ \t]*=/.test(behind)) return null;
	return {
		message: "an argument's name holds no dot",
		help: "remove the dot"
	};
}
function fence({ text, start, end, error }) {
	const line = text.slice(start, end).trim();
	if (error.offset !== start + text.slice(start, end).indexOf(line)) return null;
	if (line.startsWith("```") || line.startsWith("~~~")) return {
		message: "a Markdown code fence is no HCL",
		help: "remove the line"
	};
	if (/^[-*] /.test(line)) return {
		message: "this reads like a list of Markdown or YAML",
		help: "put # before it, or remove it"
	};
	if (/^[+-]/.test(line)) return {
		message: `this reads like a line of a diff: ${line[0]} begins it`,
		help: "remove the mark"
	};
	return null;
}
const LABELS = {
	module: 1,
	resource: 2,
	data: 2,
	variable: 1,
	output: 1,
	provider: 1
};
function headerOf(keyword) {
	return [
		keyword,
		...Array.from({ length: LABELS[keyword] ?? 0 }, () => "\"…\""),
		"{"
	].join(" ");
}
function findWrongLabels(body) {
	for (const item of body) {
		if (item.type !== "block" || !Object.hasOwn(LABELS, item.keyword)) continue;
		const wanted = LABELS[item.keyword];
		const given = item.labels.length;
		if (given === wanted) continue;
		const has = given === 0 ? "no label" : given === 1 ? "one label" : `${given} labels`;
		const wants = wanted === 1 ? "wants one" : `wants ${wanted}`;
		return {
			offset: item.start,
			message: `this ${item.keyword} block has ${has}, and Terraform ${wants}`,
			help: `write ${headerOf(item.keyword)}`
		};
	}
	return null;
}
function missingHeaderPart({ text, start, end, error }) {
	if (error.code !== "invalid-block") return null;
	const line = text.slice(error.offset, end).replace(/\{[ \t]*$/, "").trim();
	const keyword = line.slice(0, identifierEnd(line, 0));
	if (!Object.hasOwn(LABELS, keyword) || lineStartOf(text, error.offset) !== start) return null;
	const example = headerOf(keyword);
	if (line.split("\"").length % 2 === 0) return {
		message: `a quote is missing in the header of this ${keyword} block`,
		help: `write ${example}`
	};
	if (/^\s*\{/.test(text.slice(end, end + LONGEST_LINE))) return {
		message: `the { of this ${keyword} block stands on a line of its own`,
		help: "write it at the end of the line before"
	};
	return {
		message: `the { of this ${keyword} block is missing`,
		help: `write ${example}`
	};
}
const VALUE = /^(?:"[^"]*"|-?\d[\w.]*|true|false|null|(?:var|local|module|data|each|count)\.[\w.[\]"*-]+|[[{(].*)$/;
function missingEquals({ text, end, error }) {
	if (error.code !== "invalid-block" && error.code !== "invalid-argument") return null;
	const nameEnd = identifierEnd(text, error.offset);
	const name = text.slice(error.offset, nameEnd);
	const behind = text.slice(nameEnd, end).trim();
	if (name === "") return null;
	const help = `write ${name} = and the value`;
	if (behind.startsWith("==")) return {
		message: `${name} is followed by ==, which compares`,
		help
	};
	if (behind.startsWith(":")) {
		const value = withoutComment(behind.slice(1).trim());
		if (value !== "" && !VALUE.test(value)) return null;
		return {
			message: `${name} is followed by : where HCL has =`,
			help
		};
	}
	if (/^[ \t]/.test(text.slice(nameEnd, end)) && VALUE.test(withoutComment(behind))) return {
		message: `the = behind ${name} is missing`,
		help
	};
	return null;
}
function withoutComment(value) {
	let isQuoted = false;
	for (let at = 0; at < value.length; at += 1) {
		const code = value.charCodeAt(at);
		if (value[at] === "\"") isQuoted = !isQuoted;
		else if (isQuoted) continue;
		else if (code === 35 || code === 47 && value.charCodeAt(at + 1) === 47) return value.slice(0, at).trim();
	}
	return value;
}
function prose({ text, start, end, error }) {
	if (error.code !== "invalid-block" && error.code !== "invalid-argument") return null;
	const line = text.slice(start, end).trim();
	const words = line.split(/[ \t]+/);
	if (/[={}[\]"]/.test(line) || !/^\p{L}/u.test(line)) return null;
	const isUpper = /^\p{Lu}/u.test(line);
	if (words.length < (isUpper ? 2 : 3)) return null;
	return {
		message: "this reads like prose, not like HCL",
		help: "put # before it, or remove it"
	};
}
// src/rotation/blockers.ts
function fileBlocker({ path, text, scan }) {
	const [error] = scan.errors;
	const tooLong = error === void 0 ? tooLongToProve(text) : null;
	if (tooLong !== null) return {
		cause: {
			code: "too-large",
			message: tooLong
		},
		offset: 0
	};
	const mistake = error ?? (isJson(path) ? null : findWrongLabels(scan.body));
	if (mistake === null) return null;
	const { line, column } = positionAt(text, mistake.offset);
	return {
		cause: {
			code: "invalid-hcl",
			facts: {
				line,
				column,
				what: mistake.message,
				help: mistake.help
			}
		},
		offset: mistake.offset
	};
}
function moduleBlocker(file, module, isLink, { names, overridden }) {
	const { block, name, kind } = module;
	const found = (cause, offset = block.start) => ({
		cause,
		offset
	});
	if (isLink) return found({
		code: "symbolic-link",
		facts: {}
	});
	if (isJson(file.path)) return found({
		code: "json-syntax",
		facts: {}
	});
	const others = alsoClaimedBy(file.text, module);
	if (others.length > 0) return found({
		code: "several-kinds",
		facts: { kinds: [kind, ...others].map((each) => each.name) }
	});
	const unknown = block.body.find((item) => item.type === "attribute" && isMistaken(item.name, kind));
	if (unknown?.type === "attribute") return found({
		code: "unknown-argument",
		facts: {
			argument: unknown.name,
			meant: kind.argument
		}
	}, unknown.start);
	const [duplicate] = findDuplicates(block.body);
	if (duplicate !== void 0) {
		const { line } = positionAt(file.text, duplicate.start);
		return found({
			code: "duplicate-argument",
			facts: {
				argument: duplicate.name,
				line
			}
		}, duplicate.start);
	}
	if (isOverrideFile(file.path)) return found({
		code: "override-file",
		facts: {}
	});
	const place = overridden.get(name);
	if (place !== void 0) return found({
		code: "overridden",
		facts: { place }
	});
	if ((names.get(name) ?? 0) > 1) return found({
		code: "duplicate-module",
		facts: { name }
	});
	return null;
}
function isMistaken(argument, kind) {
	if (kind.about.block === "resource") return false;
	if (argument === kind.argument || argument === kind.companion?.argument) return false;
	return knownKinds().list.some((other) => other.argument === argument) || argument.includes("rotat") && argument.includes("date");
}
// src/hcl/expectations.ts
function wantOperator(state) {
	if (state.before !== "value" || state.loose) return;
	const outside = state.stack.length === 0;
	fail(state.cursor, outside ? "missing-newline" : "missing-operator", state.cursor.token, "a second value follows the first", outside ? "start a new line before it" : "put a comma or an operator between them");
	state.loose = true;
}
function wantInterpolationClosed(state, frame) {
	if (state.before !== "value" || state.loose) return;
	fail(state.cursor, "unclosed-bracket", frame.offset, "this ${ is not closed before the end of the string", "close it with }");
	state.loose = true;
}
function wantValue(state, offset) {
	if (state.before !== "operator" || state.loose) return;
	fail(state.cursor, "missing-value", offset, "a value is missing here", "write the value");
	state.loose = true;
}
function failMisplaced(state) {
	if (state.loose) return;
	const { cursor } = state;
	const token = cursor.text.slice(cursor.token, cursor.position);
	fail(cursor, "invalid-character", cursor.token, `${token} cannot stand here`, "remove it, or start a new line");
	state.loose = true;
}
// src/hcl/plain.ts
const ARGUMENT = /([A-Za-z_][A-Za-z0-9_-]*)([ \t]*)=([ \t]*)("[^"\\$%\n]*"|[A-Za-z_][A-Za-z0-9_-]*(?:\.[A-Za-z_][A-Za-z0-9_-]*)*|\d+)[ \t]*(?=\r?\n|#|\/\/)/y;
const STRINGS = /\[\s*(?:"[^"\\$%\n]*"\s*,\s*)*(?:"[^"\\$%\n]*"\s*)?\]/y;
function scanPlainAttribute(cursor) {
	const start = cursor.position;
	ARGUMENT.lastIndex = start;
	const match = ARGUMENT.exec(cursor.text);
	if (match === null) return null;
	const [, name = "", before = "", behind = "", value = ""] = match;
	const equals = start + name.length + before.length;
	const valueStart = equals + 1 + behind.length;
	const end = valueStart + value.length;
	cursor.position = ARGUMENT.lastIndex;
	cursor.token = ARGUMENT.lastIndex;
	return {
		type: "attribute",
		name,
		start,
		end,
		equals,
		expression: {
			start: valueStart,
			end
		}
	};
}
function skipPlainEntry(cursor) {
	let start = cursor.position;
	for (let code = cursor.text.charCodeAt(start); code === 32 || code === 9;) {
		start += 1;
		code = cursor.text.charCodeAt(start);
	}
	ARGUMENT.lastIndex = start;
	if (!ARGUMENT.test(cursor.text)) return false;
	cursor.position = ARGUMENT.lastIndex;
	return true;
}
function skipPlainList(cursor) {
	STRINGS.lastIndex = cursor.token;
	if (!STRINGS.test(cursor.text)) return false;
	cursor.position = STRINGS.lastIndex;
	return true;
}
// src/hcl/expression.ts
const CLOSES = {
	")": ["("],
	"]": ["["],
	"}": ["{", "interpolation"]
};
function scanExpression(cursor) {
	const state = {
		cursor,
		stack: [],
		end: cursor.position,
		before: "start",
		callable: false,
		loose: false
	};
	let start = -1;
	for (;;) {
		const frame = state.stack[state.stack.length - 1];
		if (frame !== void 0 && (frame.kind === "string" || frame.kind === "heredoc")) {
			scanTemplate(state, frame);
			continue;
		}
		if (!scanToken(state, frame)) break;
		if (start === -1) start = cursor.token;
	}
	const unclosed = state.stack[state.stack.length - 1];
	if (unclosed === void 0) wantValue(state, state.end);
	else if (!cursor.errors.some((error) => error.offset === unclosed.offset)) fail(cursor, "unclosed-bracket", unclosed.offset, "this bracket is never closed", "close it");
	return start === -1 ? {
		start: cursor.token,
		end: cursor.token
	} : {
		start,
		end: state.end
	};
}
function scanToken(state, frame) {
	const { cursor } = state;
	const kind = nextToken(cursor);
	switch (kind) {
		case "end": return false;
		case "newline":
			if (frame === void 0) return back(cursor);
			if (startsBlock(cursor, cursor.position)) {
				state.stack.length = 0;
				return back(cursor);
			}
			if (frame.kind === "{") {
				wantValue(state, cursor.token);
				state.before = skipPlainEntry(cursor) ? "value" : "start";
				state.callable = false;
			}
			return true;
		case "comment":
			if (frame === void 0) return false;
			skipComment(cursor);
			return true;
		case "word":
		case "number":
			wantOperator(state);
			if (kind === "word" && state.before === "start" && isFor(cursor, frame)) state.loose = true;
			return took(state, "value", kind === "word");
		case "quote":
			if (frame?.kind === "interpolation") wantInterpolationClosed(state, frame);
			wantOperator(state);
			return open(state, "string");
		case "heredoc":
			wantOperator(state);
			return open(state, "heredoc", cursor.marker);
		case "open": {
			const bracket = cursor.text[cursor.token];
			if (bracket === "[" && state.before !== "value" && state.stack.length < 200 && skipPlainList(cursor)) return took(state, "value");
			if (bracket === "{" || bracket === "(" && !state.callable) wantOperator(state);
			return open(state, bracket);
		}
		case "close": return close(state, frame);
		case "comma":
			if (frame === void 0 || frame.kind === "interpolation") failMisplaced(state);
			if (frame === void 0) return back(cursor);
			wantValue(state, cursor.token);
			return took(state, "start");
		case "assign":
			if (frame?.kind !== "{") failMisplaced(state);
			return took(state, "operator");
		case "dot":
			if (state.before !== "value" && !state.loose) failMisplaced(state);
			took(state, "operator");
			if (cursor.text[cursor.position] === "*") cursor.position += 1;
			else return true;
			return took(state, "value");
		case "expand": return took(state, "value");
		case "tilde":
			if (frame?.kind !== "interpolation") failMisplaced(state);
			return took(state, state.before, state.callable);
		case "prefix":
			if (state.before === "value" && cursor.text[cursor.token] === "!") failMisplaced(state);
			return took(state, "operator");
		case "arrow": return took(state, "operator");
		case "operator":
			if (state.before === "start" && frame?.kind === "[" && cursor.text[cursor.token] === "*") return took(state, "value");
			if (state.before === "start") state.before = "operator";
			wantValue(state, cursor.token);
			return took(state, "operator");
		case "invalid":
			failCharacter(cursor, cursor.token);
			state.loose = true;
			return took(state, "value");
	}
}
function back(cursor) {
	cursor.position = cursor.token;
	return false;
}
function took(state, before, callable = false) {
	state.end = state.cursor.position;
	state.before = before;
	state.callable = callable;
	return true;
}
function isFor(cursor, frame) {
	return (frame?.kind === "[" || frame?.kind === "{") && cursor.text.slice(cursor.token, cursor.position) === "for";
}
function open(state, kind, marker = "") {
	const { cursor, stack } = state;
	const offset = kind === "interpolation" ? cursor.position : cursor.token;
	stack.push({
		kind,
		offset,
		marker,
		outerLoose: state.loose
	});
	if (kind === "interpolation") {
		state.loose = isDirective(cursor.text, cursor.position);
		cursor.position += 2;
	} else state.loose = false;
	took(state, "start");
	if (stack.length > 200) {
		fail(cursor, "nested-too-deeply", offset, "this is nested too deeply", "split the expression");
		cursor.position = cursor.text.length;
		stack.length = 0;
	}
	return true;
}
function leave(state) {
	state.loose = state.stack.pop()?.outerLoose ?? false;
	return took(state, "value");
}
function close(state, frame) {
	const { cursor } = state;
	const bracket = cursor.text[cursor.token] ?? "";
	if (frame === void 0 && bracket === "}") return back(cursor);
	wantValue(state, cursor.token);
	if (frame !== void 0 && CLOSES[bracket]?.includes(frame.kind)) return leave(state);
	fail(cursor, "unexpected-closing-bracket", cursor.token, frame === void 0 ? `this ${bracket} closes nothing` : `this ${bracket} stands where ${frame.kind} is open`, "close what was opened last, or remove it");
	state.loose = true;
	if (frame !== void 0 && bracket === "}" && standsAlone(cursor)) {
		state.stack.length = 0;
		return back(cursor);
	}
	return took(state, "value");
}
function standsAlone(cursor) {
	let at = cursor.token - 1;
	for (;;) {
		const code = cursor.text.charCodeAt(at);
		if (code !== 32 && code !== 9) return at < 0 || code === 10;
		at -= 1;
	}
}
function scanTemplate(state, frame) {
	const { cursor } = state;
	const stop = frame.kind === "string" ? scanString(cursor) : scanHeredoc(cursor, frame.marker);
	if (stop === "template") {
		open(state, "interpolation");
		return;
	}
	if (stop === "broken" && frame.kind === "string") fail(cursor, "unterminated-string", frame.offset, "this string is not closed on its line", "close it with \"");
	else if (stop === "broken") {
		fail(cursor, "unterminated-heredoc", frame.offset, "this heredoc is never closed", `write ${frame.marker} on a line of its own`);
		giveUpHeredoc(cursor, frame);
	}
	leave(state);
}
function giveUpHeredoc(cursor, frame) {
	const { comments } = cursor;
	cursor.position = endBeforeNextBlock(cursor, frame.offset);
	while (comments.length > 0 && comments[comments.length - 1].end > cursor.position) comments.pop();
}
// src/hcl/scan.ts
function scan(text) {
	const plain = scanFile(startOf$1(text));
	if (plain.errors.length === 0) return plain;
	const errors = plain.errors.map((error) => explainMistake(text, error));
	return {
		...scanFile(startOf$1(text, true)),
		errors
	};
}
function scanFile(cursor) {
	const { text } = cursor;
	const body = [];
	for (;;) {
		scanItems(cursor, body, 0);
		if (cursor.position >= text.length) break;
		fail(cursor, "unexpected-closing-bracket", cursor.position, "this } closes nothing", "remove it");
		cursor.position += 1;
	}
	return {
		body,
		comments: cursor.comments,
		errors: cursor.errors
	};
}
function scanItems(cursor, items, depth) {
	const { text } = cursor;
	for (;;) {
		skipBlank(cursor);
		if (cursor.position >= text.length || codeAt(text, cursor.position) === 125) return;
		if (depth > 0 && startsBlock(cursor, cursor.position)) {
			cursor.position = endOfLineBefore(text, cursor.position);
			return;
		}
		const item = scanItem(cursor, depth);
		if (item === null) {
			skipLine(cursor);
			continue;
		}
		items.push(item);
		endLine(cursor, item);
	}
}
function endLine(cursor, item) {
	const { text } = cursor;
	skipInline(cursor);
	const code = codeAt(text, cursor.position);
	if (atLineEnd(text, cursor.position) || code === 35 || code === 47) return;
	const what = item.type === "block" ? "block" : "argument";
	fail(cursor, "missing-newline", cursor.position, `something follows the ${what} on its line`, "start a new line before it");
	if (code !== 125) skipLine(cursor);
}
function scanItem(cursor, depth) {
	const plain = scanPlainAttribute(cursor);
	if (plain !== null) return plain;
	const { text, position: start } = cursor;
	const nameEnd = identifierEnd(text, start);
	if (nameEnd === start) {
		if (text.charCodeAt(start) === 34) fail(cursor, "invalid-argument", start, "an argument has no quotes around its name", "remove the quotes");
		else failCharacter(cursor, start);
		return null;
	}
	cursor.position = nameEnd;
	skipInline(cursor);
	const code = codeAt(text, cursor.position);
	const name = text.slice(start, nameEnd);
	if (code === 61 && text.charCodeAt(cursor.position + 1) !== 61) return scanAttribute(cursor, start, name);
	if (code === 123 || code === 34 || identifierEnd(text, cursor.position) > cursor.position) return scanBlock(cursor, start, name, depth);
	fail(cursor, "invalid-argument", start, `${name} is followed by neither = nor {`, "write an argument as name = value and a block as name { … }");
	return null;
}
function scanAttribute(cursor, start, name) {
	const equals = cursor.position;
	cursor.position += 1;
	const errors = cursor.errors.length;
	const expression = scanExpression(cursor);
	if (expression.end === expression.start && cursor.errors.length === errors) fail(cursor, "missing-value", equals, `${name} has no value`, "write a value behind the =");
	return {
		type: "attribute",
		name,
		start,
		end: expression.end,
		equals,
		expression
	};
}
function scanBlock(cursor, start, keyword, depth) {
	const { text } = cursor;
	const labels = scanLabels(cursor);
	if (codeAt(text, cursor.position) !== 123) {
		fail(cursor, "invalid-block", start, `the header of this ${keyword} block is not followed by {`, "write the labels in quotes and { on the same line");
		return null;
	}
	const open = cursor.position;
	cursor.position += 1;
	if (depth >= 200) {
		fail(cursor, "nested-too-deeply", open, "this is nested too deeply", "flatten the blocks");
		cursor.position = text.length;
		return null;
	}
	const body = scanBody(cursor, depth);
	const closed = codeAt(text, cursor.position) === 125;
	const close = cursor.position;
	if (closed) cursor.position += 1;
	else if (!cursor.errors.some((error) => error.code === "unclosed-block")) fail(cursor, "unclosed-block", start, `this ${keyword} block is never closed`, "close it with }");
	return {
		type: "block",
		keyword,
		labels,
		start,
		end: cursor.position,
		open,
		close,
		body
	};
}
function scanLabels(cursor) {
	const { text } = cursor;
	const labels = [];
	for (;;) {
		skipInline(cursor);
		const start = cursor.position;
		if (text.charCodeAt(start) === 34) {
			cursor.position += 1;
			if (scanString(cursor) !== "closed") return labels;
			labels.push({
				start,
				end: cursor.position,
				text: text.slice(start + 1, cursor.position - 1)
			});
			continue;
		}
		const end = identifierEnd(text, start);
		if (end === start) return labels;
		cursor.position = end;
		labels.push({
			start,
			end,
			text: text.slice(start, end)
		});
	}
}
function scanBody(cursor, depth) {
	const { text } = cursor;
	const items = [];
	skipInline(cursor);
	const start = cursor.position;
	const code = text.charCodeAt(start);
	if (atLineEnd(text, start) || code === 35 || code === 47) {
		scanItems(cursor, items, depth + 1);
		return items;
	}
	if (code === 125) return items;
	const item = scanItem(cursor, depth + 1);
	if (item === null) skipLine(cursor);
	else items.push(item);
	skipInline(cursor);
	if (codeAt(text, cursor.position) !== 125 || item?.type === "block") {
		fail(cursor, "invalid-block", start, "a block on one line holds one argument and its }", "write each argument on a line of its own");
		if (codeAt(text, cursor.position) !== 125) scanItems(cursor, items, depth + 1);
	}
	return items;
}
// src/rotation/commented-out-modules.ts
function findCommentedOut(file) {
	if (!mayHoldCommentedOut(file)) return [];
	return [...commentRuns(file).flatMap((run) => modulesIn(file, run, {
		code: "commented-out",
		facts: {}
	})), ...heredocs(file, file.scan.body).flatMap((text) => modulesIn(file, text, {
		code: "in-heredoc",
		facts: {}
	}))];
}
function mayHoldCommentedOut({ text, scan: { comments } }) {
	if (text.includes("<<")) return true;
	return knownKinds().moduleNames.some(({ start }) => standsInComment(text, comments, start));
}
function standsInComment(text, comments, start) {
	let next = 0;
	for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
		while (next < comments.length && comments[next].end <= at) next += 1;
		if (next < comments.length && comments[next].start <= at) return true;
	}
	return false;
}
function modulesIn(file, { text, offset }, cause) {
	if (!knownKinds().moduleNames.some(({ start, ends }) => ends.some((end) => text.includes(start + end)))) return [];
	const { modules, unrotatable } = findModules(text, scan(text));
	const firstLine = positionAt(file.text, offset).line;
	return [...modules, ...unrotatable].map(({ block, name, source }) => {
		return {
			name,
			source,
			line: firstLine + positionAt(text, block.start).line - 1,
			cause
		};
	});
}
function commentRuns({ text, scan: { comments } }) {
	const runs = [];
	let run = [];
	const finish = () => {
		const [first] = run;
		if (first !== void 0) {
			const lines = run.map(({ start, end }) => text.slice(start, end).replace(/^(?:#+|\/\/+)/, ""));
			runs.push({
				text: lines.join("\n"),
				offset: first.start
			});
		}
		run = [];
	};
	for (const comment of comments) {
		if (comment.style === "block") {
			runs.push({
				text: text.slice(comment.start + 2, comment.end - 2),
				offset: comment.start
			});
			continue;
		}
		const before = run[run.length - 1];
		if (!(before !== void 0 && /^\r?\n[ \t]*$/.test(text.slice(before.end, comment.start)))) finish();
		run.push(comment);
	}
	finish();
	return runs;
}
function heredocs(file, body) {
	return body.flatMap((item) => {
		if (item.type === "block") return heredocs(file, item.body);
		const { start, end } = item.expression;
		if (!file.text.startsWith("<<", start)) return [];
		const firstLine = file.text.indexOf("\n", start) + 1;
		return [{
			text: file.text.slice(firstLine, end),
			offset: firstLine
		}];
	});
}
// src/rotation/configuration.ts
const MAX_DEPTH$1 = 10;
function loadConfiguration(root, files) {
	const loaded = new Map();
	let waiting = new Map([[root, []]]);
	for (let depth = 0; depth < MAX_DEPTH$1 && waiting.size > 0; depth += 1) {
		const next = new Map();
		for (const [folder, calls] of waiting) {
			const inFolder = files.filter(({ path }) => folderOf(path) === folder);
			const code = inFolder.filter(({ path }) => isConfiguration(path));
			const values = folder === root ? inFolder.filter(({ path }) => isLoadedValues(path)) : [];
			const scope = code.length === 0 ? EMPTY_SCOPE : buildScope(code, values, calls);
			loaded.set(folder, {
				scope,
				overridden: findOverridden(code),
				calls,
				idle: findIdleRotations(code)
			});
			for (const [target, call] of callsIn(code, scope)) {
				const known = next.get(target);
				if (known === void 0) next.set(target, [call]);
				else known.push(call);
			}
		}
		waiting = new Map([...next].filter(([folder]) => !loaded.has(folder)));
	}
	return loaded;
}
function callsIn(files, scope) {
	return files.flatMap((file) => {
		const seen = new Map();
		return findBlocks(file.scan.body, "module").flatMap((block) => {
			const name = block.labels[0]?.text ?? "";
			const occurrence = seen.get(name) ?? 0;
			seen.set(name, occurrence + 1);
			const source = findAttribute(block.body, "source");
			const value = source === null ? null : literalString(file.text, source.expression)?.value;
			if (!value || !/^\.\.?(?:\/|$)/.test(value)) return [];
			return [[resolvePath(folderOf(file.path), value), {
				file,
				block,
				name,
				occurrence,
				scope
			}]];
		});
	});
}
function findOverridden(files) {
	const overridden = new Map();
	for (const { path, text, scan } of files.filter((file) => isOverrideFile(file.path))) for (const block of scan.body) {
		if (block.type !== "block" || !["module", "resource"].includes(block.keyword)) continue;
		const name = block.labels.map((label) => label.text).join(".");
		if (name !== "") overridden.set(name, `${path}:${positionAt(text, block.start).line}`);
	}
	return overridden;
}
function folderOf(path) {
	return path.slice(0, path.lastIndexOf("/"));
}
function resolvePath(folder, path) {
	const parts = folder.split("/");
	for (const part of path.split("/")) if (part === "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	return parts.join("/");
}
// src/rotation/instances.ts
function instancesOf(module, file, scope) {
	const { date, block, address, name } = module;
	if (date === null || !date.isReached) return [module];
	const values = valuesByKey(file, block, date.expression, address, scope);
	if (values === null) return [module];
	return [...values].map(([key, ofKey]) => ({
		...module,
		name: `${name}[${JSON.stringify(key)}]`,
		date: {
			...date,
			ofKey
		}
	}));
}
// src/commands/read/module-files.ts
function namesModule(bytes) {
	return knownKinds().areMentioned(bytes.toString("latin1"));
}
async function readModuleFiles(reader, folders, problems, onProgress = () => {}) {
	const files = new Map();
	const paths = [];
	const done = new Map();
	for (const [index, folder] of folders.entries()) {
		for (const resource of folder.resources) {
			const unread = unreadFolder(folder, resource);
			if (unread !== null) problems.push(wholeFile(resource.path, unread.code, unread.message));
			else if (isConfiguration(resource.path)) paths.push(resource.path);
		}
		done.set(paths.at(-1) ?? "", index + 1);
	}
	onProgress(0, folders.length);
	const scanSource = await sourceScanner(paths);
	await reader.read(paths, (path, content) => {
		const folder = done.get(path);
		if (folder !== void 0) onProgress(folder, folders.length);
		const read = readModules(path, content, scanSource);
		if (read === null) return;
		if ("text" in read) files.set(path, read);
		else problems.push(read);
	});
	return files;
}
function readModules(path, content, scanSource) {
	if (!(content instanceof Uint8Array)) return isHidden(path) ? null : wholeFile(path, content.code, content.message);
	const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
	if (!bytes.includes(0) && bytes[0] !== 255 && bytes[0] !== 254 && !namesModule(bytes)) return null;
	const decoded = decodeText(content);
	if (!("text" in decoded)) {
		const { code, message, line, column } = decoded;
		return {
			file: path,
			line,
			column,
			code,
			message
		};
	}
	const { text } = decoded;
	const scanned = scanSource(path, text);
	return {
		path,
		text,
		scan: scanned,
		...findModules(text, scanned)
	};
}
function isHidden(path) {
	return path.slice(path.lastIndexOf("/") + 1).startsWith(".");
}
async function sourceScanner(paths) {
	if (!paths.some(isJson)) return (_, text) => scan(text);
	const { scanJsonConfiguration, scanJsonValues } = await import("./import/hcl-json.js");
	return (path, text) => {
		if (!isJson(path)) return scan(text);
		return isConfiguration(path) ? scanJsonConfiguration(text) : scanJsonValues(text);
	};
}
function wholeFile(file, code, message) {
	return {
		file,
		line: 1,
		column: 1,
		code,
		message
	};
}
function needsWholeFolder(folder, known) {
	return folder.resources.some(({ path, applied }) => {
		const file = known.get(path);
		if (!applied) return file !== void 0 && file.modules.length > 0;
		return isOverrideFile(path) || refersElsewhere(file) || file !== void 0 && hasRotation(file);
	});
}
async function readWholeFolder(reader, folder, known) {
	const files = [];
	const paths = folder.resources.filter(({ path, applied }) => isConfiguration(path) || applied && isLoadedValues(path)).map(({ path }) => path);
	const scanSource = await sourceScanner(paths);
	await reader.read(paths, (path, content) => {
		const decoded = content instanceof Uint8Array ? decodeText(content) : null;
		const file = known.get(path);
		if (file !== void 0) files.push(file);
		else if (decoded !== null && "text" in decoded) files.push({
			path,
			text: decoded.text,
			scan: scanSource(path, decoded.text)
		});
	});
	return files;
}
function refersElsewhere(file) {
	if (file === void 0) return false;
	return file.modules.some(({ kind, block, date }) => {
		return [date, ...[
			"count",
			"for_each",
			...argumentsOfRules(kind)
		].map((name) => findAttribute(block.body, name))].some((attribute) => attribute !== null && mentionsName(file.text, attribute.expression));
	});
}
function mentionsName(text, { start, end }) {
	const written = text.slice(start, end);
	return written.includes("var.") || written.includes("local.");
}
// src/commands/read/survey.ts
async function surveyEstate(reader, folders, ruling, learn = async () => NO_VERSIONS, onProgress) {
	const problems = [];
	const files = await readModuleFiles(reader, folders, problems, onProgress);
	const versions = await learn([...files.values()].flatMap(({ modules }) => modules));
	const rules = {
		...ruling,
		versions
	};
	const assessments = [];
	const unrotatable = [];
	const syntax = syntaxCheck();
	for (const folder of folders) {
		const holds = findHolds(folder.files);
		problems.push(...misspeltHolds(folder, holds));
		const ofFolder = filesOf(folder, files);
		if (ofFolder.length === 0) continue;
		const context = folderContext(folder, ofFolder, needsWholeFolder(folder, files) ? await readWholeFolder(reader, folder, files) : [], holds);
		for (const { file, resource } of context.files) {
			const loaded = context.loaded.get(folderOf(file.path));
			const broken = await syntax(file);
			const inModules = [];
			for (const module of file.modules) {
				const isLink = resource.type === "symlink";
				const own = isScanned(file) ? moduleBlocker(file, module, isLink, surroundingsOf(file, context)) : null;
				if (own !== null) inModules.push(own);
				const place = {
					cluster: folder.cluster,
					namespace: folder.namespace,
					file,
					line: positionAt(file.text, module.block.start).line,
					scope: loaded?.scope ?? EMPTY_SCOPE,
					calls: loaded?.calls ?? [],
					idle: context.idle.get(module) ?? null,
					applied: loaded !== void 0,
					hold: context.hold,
					unusable: (own ?? broken)?.cause ?? null
				};
				for (const instance of instancesOf(module, file, place.scope)) {
					const here = {
						...place,
						id: credentialId(file.path, instance.name)
					};
					const judged = judge(instance, here, rules);
					const elsewhere = await brokenDefinition(judged, syntax);
					const judgement = elsewhere === null ? judged : judge(instance, {
						...here,
						unusable: elsewhere
					}, rules);
					assessments.push(assessmentOf(judgement));
				}
			}
			const isSaid = inModules.some(({ cause }) => cause.code === "duplicate-argument");
			const ofFile = broken === null || isSaid ? [] : [broken];
			problems.push(...[...ofFile, ...inModules].map((blocker) => problemAt(file, blocker)));
			if (loaded !== void 0 && broken === null) problems.push(...unreadModules(file));
			unrotatable.push(...findUnrotatable(file));
		}
	}
	problems.sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);
	return {
		assessments,
		problems,
		unrotatable,
		versions
	};
}
function filesOf(folder, known) {
	const files = [];
	for (const resource of folder.resources) {
		const file = known.get(resource.path);
		if (file !== void 0) files.push({
			file,
			resource
		});
	}
	return files;
}
function folderContext(folder, files, whole, holds) {
	const names = new Map();
	for (const { file } of files) {
		const ofFolder = names.get(folderOf(file.path)) ?? new Map();
		names.set(folderOf(file.path), ofFolder);
		for (const { name } of file.modules) ofFolder.set(name, (ofFolder.get(name) ?? 0) + 1);
	}
	const loaded = loadConfiguration(`${folder.path}/resources`, whole);
	const idle = [...loaded].flatMap(([path, { idle }]) => {
		return [...idleOffers(files.flatMap(({ file }) => folderOf(file.path) === path ? file.modules.map((module) => ({
			file,
			module
		})) : []), idle)];
	});
	return {
		files,
		loaded,
		names,
		hold: holdOf(holds),
		idle: new Map(idle)
	};
}
const NO_NAMES = new Map();
const NO_OVERRIDES = new Map();
function surroundingsOf({ path }, { loaded, names }) {
	const folder = folderOf(path);
	return {
		names: names.get(folder) ?? NO_NAMES,
		overridden: loaded.get(folder)?.overridden ?? NO_OVERRIDES
	};
}
function syntaxCheck() {
	const known = new Map();
	return async (file) => {
		const before = known.get(file);
		if (before !== void 0) return before;
		const found = fileBlocker(file) ?? await parserBlocker(file);
		known.set(file, found);
		return found;
	};
}
function isScanned({ scan }) {
	return scan.errors.length === 0;
}
async function parserBlocker({ path, text, scan }) {
	if (isJson(path) || isCertainlyHcl(text, scan)) return null;
	const parsed = await parseHcl(text);
	if ("json" in parsed) return null;
	const { line, column } = parsed.position ?? {
		line: 1,
		column: 1
	};
	return {
		cause: {
			code: "invalid-hcl",
			facts: {
				line,
				column,
				what: parsed.message,
				help: null
			}
		},
		offset: offsetAt(text, {
			line,
			column
		})
	};
}
async function brokenDefinition({ date, file }, syntax) {
	if (date.found !== "literal" || date.file === file) return null;
	const broken = await syntax(date.file);
	return broken === null ? null : reasonIn(date.file.path, broken.cause);
}
function problemAt(file, { cause, offset }) {
	const position = positionAt(file.text, offset);
	return {
		file: file.path,
		...position,
		...reasonOf$1(cause),
		sourceLine: lineAt(file.text, position.line)
	};
}
function holdOf({ holds }) {
	return holds.length === 0 ? null : {
		files: holds,
		stopsEveryApply: holds.includes(HOLD_FILES[1])
	};
}
function misspeltHolds(folder, { misspelt }) {
	return misspelt.map(({ file, message }) => wholeFile(`${folder.path}/${file}`, "misspelt-hold", message));
}
function unreadModules(file) {
	return file.unread.map(({ block, name, because }) => {
		return problemAt(file, {
			cause: {
				code: "unknown-module",
				facts: {
					module: name,
					because
				}
			},
			offset: block.start
		});
	});
}
function findUnrotatable(file) {
	return [...file.unrotatable.map(({ block, name, source, message }) => {
		const cause = {
			code: "not-rotatable",
			message
		};
		return {
			name,
			source,
			line: positionAt(file.text, block.start).line,
			cause
		};
	}), ...findCommentedOut(file)].map(({ name, source, line, cause }) => {
		return {
			id: credentialId(file.path, name),
			file: file.path,
			line,
			module: name,
			source,
			...reasonOf$1(cause)
		};
	});
}
// src/util/glob.ts
const MAX_DEPTH = 20;
function isGlob(pattern) {
	return stepsOf(pattern).some((step) => "forks" in step || !step.literal);
}
function matchGlobs(patterns) {
	const compiled = patterns.map(stepsOf);
	return (name) => compiled.some((steps) => matches$1(steps, name));
}
function matches$1(steps, name) {
	let at = new Set();
	reach(steps, 0, at);
	for (const character of name) {
		const next = new Set();
		for (const index of at) {
			const step = steps[index];
			if (step !== void 0 && "takes" in step && step.takes(character)) reach(steps, index + 1, next);
		}
		if (next.size === 0) return false;
		at = next;
	}
	return at.has(steps.length);
}
function reach(steps, index, into) {
	const open = [index];
	for (let at = open.pop(); at !== void 0; at = open.pop()) {
		if (into.has(at)) continue;
		into.add(at);
		const step = steps[at];
		if (step !== void 0 && "forks" in step) open.push(...step.forks);
	}
}
function stepsOf(pattern) {
	const steps = [];
	addSteps([...pattern], steps, 0);
	return steps;
}
function addSteps(pattern, steps, depth) {
	for (let at = 0; at < pattern.length;) {
		const character = pattern[at];
		const stars = character === "*" ? runOf(pattern, at) : 0;
		const set = character === "[" ? setAt(pattern, at) : null;
		const braces = character === "{" && depth < MAX_DEPTH ? bracesAt(pattern, at) : null;
		if (stars > 0) {
			const first = steps.length;
			steps.push({ forks: [first + 1, first + 3] });
			steps.push({
				takes: stars > 1 ? isAny : isNoSlash,
				literal: false
			}, { forks: [first] });
			at += stars;
		} else if (character === "?") {
			steps.push({
				takes: isNoSlash,
				literal: false
			});
			at += 1;
		} else if (set !== null) {
			steps.push({
				takes: set.takes,
				literal: false
			});
			at = set.end;
		} else if (braces !== null) {
			addAlternatives(braces.alternatives, steps, depth);
			at = braces.end;
		} else {
			const escaped = character === "\\" && at + 1 < pattern.length;
			const wanted = escaped ? pattern[at + 1] : character;
			steps.push({
				takes: (given) => given === wanted,
				literal: true
			});
			at += escaped ? 2 : 1;
		}
	}
}
function isAny() {
	return true;
}
function isNoSlash(character) {
	return character !== "/";
}
function runOf(pattern, start) {
	let end = start;
	while (pattern[end] === "*") end += 1;
	return end - start;
}
function setAt(pattern, start) {
	const isNegated = pattern[start + 1] === "!" || pattern[start + 1] === "^";
	const first = start + (isNegated ? 2 : 1);
	const end = pattern.indexOf("]", first + 1);
	if (end === -1) return null;
	const ranges = [];
	for (let at = first; at < end; at += 1) {
		const isRange = pattern[at + 1] === "-" && at + 2 < end;
		const from = pattern[at];
		ranges.push({
			from,
			to: isRange ? pattern[at + 2] : from
		});
		if (isRange) at += 2;
	}
	return {
		takes: (character) => character !== "/" && ranges.some(({ from, to }) => from <= character && character <= to) !== isNegated,
		end: end + 1
	};
}
function bracesAt(pattern, start) {
	const alternatives = [];
	let depth = 0;
	let from = start + 1;
	for (let at = start; at < pattern.length; at += 1) {
		const character = pattern[at];
		if (character === "\\") at += 1;
		else if (character === "{") depth += 1;
		else if (character === "," && depth === 1) {
			alternatives.push(pattern.slice(from, at));
			from = at + 1;
		} else if (character === "}") {
			depth -= 1;
			if (depth > 0) continue;
			alternatives.push(pattern.slice(from, at));
			return alternatives.length > 1 ? {
				alternatives,
				end: at + 1
			} : null;
		}
	}
	return null;
}
function addAlternatives(alternatives, steps, depth) {
	const starts = [];
	const ends = [];
	const fork = steps.push({ forks: starts }) - 1;
	for (const alternative of alternatives) {
		starts.push(steps.length);
		addSteps(alternative, steps, depth + 1);
		ends.push(steps.push({ forks: [] }) - 1);
	}
	steps[fork] = { forks: starts };
	for (const end of ends) steps[end] = { forks: [steps.length] };
}
// src/util/teams.ts
function teamKey(name) {
	const slug = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
	return slug === "" ? name : slug;
}
function groupByTeam(items, teamOf) {
	return [...groupBy(items, (item) => {
		const team = teamOf(item);
		return team === null ? null : teamKey(team);
	}).values()].map((own) => ({
		team: teamOf(own[0]),
		items: own
	}));
}
function matchTeams(patterns) {
	const written = matchGlobs(patterns);
	const slugs = matchGlobs(patterns.map((pattern) => pattern.toLowerCase().replace(/[\s_]+/g, "-")));
	return (name) => written(name) || slugs(teamKey(name));
}
// src/config/rules.ts
function compileRules({ overrides = [], exclude = [], snooze = [] }, lineOf) {
	const rule = (list, index, match) => ({
		list,
		line: lineOf(`${list}.${index}`),
		match,
		matches: compileMatch(match)
	});
	return {
		overrides: overrides.map(({ match, maxAge }, index) => ({
			...rule("overrides", index, match),
			maxAgeDays: maxAge
		})),
		exclude: exclude.map(({ match, reason }, index) => ({
			...rule("exclude", index, match),
			reason
		})),
		snooze: snooze.map(({ match, reason, until }, index) => ({
			...rule("snooze", index, match),
			reason,
			until
		}))
	};
}
function maxAgeFor(config, subject) {
	return overrideFor(config, subject)?.maxAgeDays ?? maxAgeOfKind(config, subject.kind).days;
}
function overrideFor(config, subject) {
	return config?.overrides.findLast(({ matches }) => matches(subject)) ?? null;
}
function maxAgeOfKind(config, kind) {
	const given = config?.values.maxAge;
	if (typeof given === "number") return {
		days: given,
		key: "maxAge"
	};
	const own = (given ?? {})[kind];
	if (own !== void 0) return {
		days: own,
		key: `maxAge.${kind}`
	};
	const standard = given?.default;
	if (standard !== void 0) return {
		days: standard,
		key: "maxAge.default"
	};
	return {
		days: 90,
		key: null
	};
}
function defaultMaxAge(config) {
	const given = config?.values.maxAge;
	return (typeof given === "number" ? given : given?.default) ?? 90;
}
function exclusionOf(config, subject) {
	return config?.exclude.find(({ matches }) => matches(subject)) ?? null;
}
function snoozeOf(config, subject, today) {
	let longest = null;
	for (const rule of config?.snooze ?? []) {
		if (hasRunOut(rule, today) || !rule.matches(subject)) continue;
		if (longest === null || rule.until > longest.until) longest = rule;
	}
	return longest;
}
function hasRunOut({ until }, today) {
	return until <= today;
}
function needsFacts$1({ overrides, exclude, snooze }) {
	return [
		...overrides,
		...exclude,
		...snooze
	].some(({ match }) => match.team !== void 0 || match.production !== void 0);
}
function compileMatch(match) {
	const namespace = matcher$1(match.namespace);
	const cluster = matcher$1(match.cluster);
	const team = match.team === void 0 ? null : matchTeams(listOf(match.team));
	const module = matcher$1(match.module);
	const credential = matcher$1(match.credential);
	const kinds = match.kind === void 0 ? null : listOf(match.kind);
	return (subject) => (kinds === null || kinds.includes(subject.kind)) && (match.production === void 0 || match.production === subject.production) && (namespace === null || namespace(subject.namespace)) && (cluster === null || cluster(subject.cluster) || cluster(subject.cluster.split(".", 1)[0] ?? "")) && (module === null || module(subject.module)) && (credential === null || credential(subject.id)) && (team === null || subject.teams.some(team));
}
function matcher$1(patterns) {
	return patterns === void 0 ? null : matchGlobs(listOf(patterns));
}
function listOf(given) {
	if (given === void 0) return [];
	return typeof given === "string" ? [given] : given;
}
// src/environments/root.ts
function findRoot(cwd, root, from = "worktree") {
	return root === void 0 ? rootAbove(cwd, from) : rootGiven(resolve(cwd, root), from);
}
function currentNamespace(root, cwd) {
	const from = realPath(root);
	const to = realPath(cwd);
	if (from === null || to === null) return null;
	const [top, cluster, namespace] = relative(from, to).split(sep);
	if (top !== "namespaces" || !cluster || !namespace || cluster.startsWith(".")) return null;
	return {
		cluster,
		namespace
	};
}
function rootGiven(path, from) {
	const root = realPath(path);
	if (root === null) return notFound(`${path} (from --root) does not exist or cannot be read. ${WHAT_TO_DO}`);
	const top = gitTopAbove(root);
	const checkedOut = holdsNamespaces(root);
	if (!checkedOut && (from === "worktree" || top === null)) return notFound(`${path} (from --root) has no folder ${NAMESPACES}/. ${WHAT_TO_DO}`);
	return {
		root,
		top,
		prefix: top === null ? "" : relative(top, root).split(sep).join("/"),
		checkedOut
	};
}
function rootAbove(cwd, from) {
	const start = realPath(cwd);
	if (start === null) return notFound(`The current folder ${cwd} does not exist or cannot be read. ${WHAT_TO_DO}`);
	const top = gitTopAbove(start);
	if (top === null) return notFound(`No git repository at or above ${start}. ${WHAT_TO_DO}`);
	if (holdsNamespaces(top)) return {
		root: top,
		top,
		prefix: "",
		checkedOut: true
	};
	const nearer = foldersUp(start).find((folder) => folder.length > top.length && holdsNamespaces(folder));
	if (nearer === void 0 && from === "commit") return {
		root: top,
		top,
		prefix: "",
		checkedOut: false
	};
	const advice = nearer === void 0 ? WHAT_TO_DO : `Did you mean --root ${nearer}?`;
	return notFound(`The git repository ${top} has no folder ${NAMESPACES}/ at its top. ${advice}`);
}
const WHAT_TO_DO = "Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.";
function notFound(message) {
	return {
		code: "not-an-environments-repository",
		message
	};
}
function gitTopAbove(start) {
	return foldersUp(start).find((folder) => exists(folder, ".git") || BARE.every((name) => exists(folder, name))) ?? null;
}
const BARE = [
	"HEAD",
	"objects",
	"refs"
];
function exists(folder, name) {
	return existsSync(join(folder, name));
}
function foldersUp(start) {
	const folders = [start];
	for (let at = start; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
	return folders;
}
function holdsNamespaces(folder) {
	try {
		return lstatSync(join(folder, NAMESPACES), QUIET)?.isDirectory() === true;
	} catch {
		return false;
	}
}
const QUIET = { throwIfNoEntry: false };
function realPath(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return null;
	}
}
// src/rotation/selection.ts
function matcher(patterns) {
	if (patterns.length === 0) return () => true;
	const matches = matchGlobs(patterns);
	return (name) => patterns.includes(name) || matches(name);
}
function kindsOf(selection) {
	if (selection.kinds.length > 0) return new Set(selection.kinds);
	return new Set(knownKinds().byDefault);
}
function selectsNamespace(selection) {
	const clusters = matcher(selection.clusters);
	const namespaces = matcher(selection.namespaces);
	return (cluster, namespace) => (clusters(cluster) || clusters(cluster.split(".", 1)[0] ?? "")) && namespaces(namespace);
}
function needsFacts(selection) {
	return selection.teams.length > 0 || selection.production !== null || (selection.shard ?? null) !== null;
}
function isEverywhere(selection) {
	return selection.namespaces.length === 0 && selection.clusters.length === 0 && !needsFacts(selection);
}
function takesWholeNamespaces({ kinds, modules, due }) {
	return kinds.length === 0 && modules.length === 0 && !due;
}
function selectsFacts(selection, facts) {
	if (selection.production !== null && facts.production !== selection.production) return false;
	return selection.teams.length === 0 || facts.teams.some(matchTeams(selection.teams));
}
function selectsModule(selection) {
	const names = matcher(selection.modules);
	const kinds = selection.kinds.length > 0 ? kindsOf(selection) : new Set(knownKinds().names);
	return (kind, module) => kinds.has(kind) && names(module);
}
function selectsCredential(selection, purpose) {
	const module = matcher(selection.modules);
	const rotated = kindsOf(selection);
	const reported = selection.kinds.length > 0 ? rotated : new Set(knownKinds().names);
	const kinds = purpose === "rotate" ? rotated : reported;
	return (assessment) => kinds.has(assessment.credential.kind) && module(assessment.credential.module) && (!selection.due || assessment.age !== "ok" && isRotatable(assessment));
}
function parseShard(text) {
	const { index, of } = /^(?<index>[1-9]\d{0,2})\/(?<of>[1-9]\d{0,2})$/.exec(text.trim())?.groups ?? {};
	const shard = {
		index: Number(index),
		of: Number(of)
	};
	return index !== void 0 && shard.index <= shard.of && shard.of <= 256 ? shard : null;
}
function shardKey(application, { cluster, namespace }) {
	const name = (application ?? "").trim().replace(/\s+/g, " ").toLowerCase();
	return name === "" ? `/${cluster}/${namespace}` : `=${name}`;
}
function isInShard(key, { index, of }) {
	return hash(key) % of === index - 1;
}
function hash(text) {
	let value = 2166136261;
	for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 16777619);
	value = Math.imul(value ^ value >>> 16, 2246822507);
	value = Math.imul(value ^ value >>> 13, 3266489909);
	return (value ^ value >>> 16) >>> 0;
}
// src/commands/read/tree.ts
function openRoot(options, from = "worktree") {
	const root = findRoot(options.cwd, options.root, from);
	return "code" in root ? fail$1(root.code, root.message) : ok(root);
}
function resolveDate(options) {
	if (options.date === void 0) return ok(dayInLondon(options.now));
	const day = parseDay(options.date);
	if (day !== null) return ok(day);
	return fail$1("bad-date", `--date ${options.date} is not a day of the calendar: write it as yyyy-MM-dd, for example ${dayInLondon(options.now)}.`);
}
function resolveSelection(options, root, config = null) {
	const { selection: given } = options;
	const clusters = given.clusters.length > 0 ? given.clusters : listOf(config?.values.clusters);
	const selection = {
		...given,
		clusters
	};
	const current = saysWhere(options) ? null : currentNamespace(root, options.cwd);
	if (current === null) return {
		selection,
		selected: options.selected
	};
	return {
		selection: {
			...selection,
			namespaces: [current.namespace],
			clusters: [current.cluster]
		},
		selected: true
	};
}
function saysWhere({ all, selection }) {
	const { namespaces, clusters, teams, shard } = selection;
	return all === true || [
		...namespaces,
		...clusters,
		...teams
	].length > 0 || Boolean(shard);
}
async function selectNamespaces(reader, selection, say, config = null) {
	const selects = selectsNamespace(selection);
	const names = new Set();
	const clusters = new Set();
	const all = [];
	const folders = await reader.namespaces((cluster, namespace) => {
		names.add(namespace);
		clusters.add(cluster);
		all.push({
			cluster,
			namespace
		});
		return selects(cluster, namespace);
	});
	const labels = new Set([...clusters].flatMap((cluster) => [cluster, clusterLabel(cluster)]));
	const unknown = findUnknown("cluster", selection.clusters, labels) ?? findUnknown("namespace", selection.namespaces, names);
	if (unknown !== null) return unknown;
	for (const pattern of selection.namespaces) {
		const only = selectsNamespace({
			...selection,
			namespaces: [pattern]
		});
		if (!folders.some((folder) => only(folder.cluster, folder.namespace))) say(`no namespace matches --namespace ${pattern}`);
	}
	if (!needsFacts(selection) && (config === null || !needsFacts$1(config))) return ok({
		folders,
		all,
		problems: [],
		facts: new Map()
	});
	return selectByFacts(reader, selection, folders, all);
}
async function selectByFacts(reader, selection, folders, all) {
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	const metadata = await readAllMetadata(folders, reader);
	const teams = new Set();
	const problems = [];
	const factsByFolder = new Map();
	const chosen = folders.filter((folder) => {
		const facts = metadata.get(folder.path);
		const ofFolder = [...facts?.teams ?? [], ...facts?.teamName ? [facts.teamName] : []];
		for (const team of ofFolder) teams.add(team);
		const key = shardKey(facts?.application ?? null, folder);
		if (selection.shard && !isInShard(key, selection.shard)) return false;
		const production = facts?.production ?? null;
		factsByFolder.set(folder.path, {
			production,
			teams: ofFolder
		});
		problems.push(...facts?.problems ?? []);
		if (selection.production !== null && production === null && facts?.problems.length === 0) problems.push({
			file: folder.path,
			line: 1,
			column: 1,
			code: "production-unknown",
			message: "no manifest says whether this is production: select it by --namespace"
		});
		return selectsFacts(selection, {
			production,
			teams: ofFolder
		});
	});
	return (selection.teams.every((pattern) => isGlob(pattern) || [...teams].some(matchTeams([pattern]))) ? null : findUnknown("team", selection.teams, await allTeams(reader), matchTeams)) ?? ok({
		folders: chosen,
		all,
		problems,
		facts: factsByFolder
	});
}
async function allTeams(reader) {
	const { readAllMetadata } = await import("./import/environments-metadata.js");
	const metadata = await readAllMetadata(await reader.namespaces(() => true), reader);
	return new Set([...metadata.values()].flatMap(({ teams, teamName }) => teamName === null ? teams : [...teams, teamName]));
}
function findUnknownModule(selection, assessments) {
	return findUnknown("module", selection.modules, new Set(assessments.map(({ module }) => module.name)));
}
function findUnknown(what, patterns, known, matchNames = (names) => (name) => names.includes(name)) {
	for (const pattern of patterns) {
		if (isGlob(pattern) || [...known].some(matchNames([pattern]))) continue;
		return fail$1(`unknown-${what}`, `There is no ${what} ${pattern}${suggestion(pattern, known)}.`);
	}
	return null;
}
function suggestion(word, known) {
	const near = nearest(word, known, 3);
	return near.length === 0 ? "" : `; the nearest ${near.length === 1 ? "is" : "are"} ${near.join(", ")}`;
}
// src/rotation/cooldown.ts
function dueOn(rotatedOn, maxAgeDays) {
	return rotatedOn === null ? null : addDays(rotatedOn, maxAgeDays + 1);
}
function rememberedUntil(closedOn, due, maxAgeDays) {
	return due !== null && due > closedOn ? due : addDays(closedOn, maxAgeDays + 1);
}
// src/environments/worktree.ts
function openWorktree(root) {
	const top = realpathSync.native(root);
	const listed = {
		folders: new Set(),
		irregular: new Set()
	};
	return {
		commit: null,
		async namespaces(wants) {
			return listNamespaces(top, wants, listed);
		},
		async read(paths, each) {
			const read = fileReader(top, listed);
			for (const path of paths) each(path, read(path));
		}
	};
}
function listNamespaces(top, wants, listed) {
	const folders = [];
	for (const cluster of readdirSync(join(top, NAMESPACES), TYPED).sort(byName)) {
		if (!cluster.isDirectory() || cluster.name.startsWith(".")) continue;
		for (const entry of readdirSync(join(top, NAMESPACES, cluster.name), TYPED).sort(byName)) {
			if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
			if (!wants(cluster.name, entry.name)) continue;
			const path = namespacePath(cluster.name, entry.name);
			if (entry.isDirectory()) folders.push(listNamespace(top, cluster.name, entry.name, path, listed));
			else folders.push(...unreadNamespace(cluster.name, entry.name, "symlink"));
		}
	}
	return folders;
}
function listNamespace(top, cluster, namespace, path, listed) {
	const files = [];
	const resources = [];
	const entries = listFolder(top, path, listed);
	if (!Array.isArray(entries)) return {
		cluster,
		namespace,
		path,
		files,
		resources: [unread(path, entries)]
	};
	for (const entry of entries) {
		const { name } = entry;
		if (name === "resources" && !entry.isFile()) {
			if (entry.isDirectory()) listResources(top, `${path}/resources`, true, listed, resources);
			else resources.push({
				path: `${path}/resources`,
				type: typeOf(entry),
				applied: false
			});
		} else if (!entry.isDirectory()) files.push(name);
		if (!entry.isFile()) listed.irregular.add(`${path}/${name}`);
	}
	resources.sort((a, b) => compareNames(a.path, b.path));
	return {
		cluster,
		namespace,
		path,
		files: files.sort(compareNames),
		resources
	};
}
function listResources(top, path, direct, listed, into) {
	const entries = listFolder(top, path, listed);
	if (!Array.isArray(entries)) {
		into.push(unread(path, entries));
		return;
	}
	for (const entry of entries) {
		const { name } = entry;
		const child = `${path}/${name}`;
		if (!entry.isFile()) listed.irregular.add(child);
		if (!entry.isDirectory()) into.push({
			path: child,
			type: typeOf(entry),
			applied: direct && !name.startsWith(".")
		});
		else if (!SKIPPED_FOLDERS.has(name)) listResources(top, child, false, listed, into);
	}
}
function unread(path, type) {
	return {
		path,
		type,
		applied: false
	};
}
function listFolder(top, path, listed) {
	try {
		const entries = readdirSync(`${top}/${path}`, TYPED);
		if (entries.some((entry) => entry.name === ".git" && entry.isFile())) return "submodule";
		listed.folders.add(path);
		return entries;
	} catch (error) {
		return codeOf(error) === "ENOENT" ? [] : "closed";
	}
}
const OPEN_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function fileReader(top, listed) {
	let buffer = Buffer.allocUnsafeSlow(65536);
	function fill(path) {
		const fd = openSync(path, OPEN_PLAIN);
		try {
			let length = 0;
			for (;;) {
				const room = buffer.length - length;
				const got = readSync(fd, buffer, length, room, null);
				length += got;
				if (length > 5242880) return failure("too-large", TOO_LARGE);
				if (got < room) return buffer.subarray(0, length);
				buffer = grown(buffer);
			}
		} finally {
			closeSync(fd);
		}
	}
	return (path) => {
		try {
			const slash = path.lastIndexOf("/");
			if (listed.folders.has(path.slice(0, slash)) && !listed.irregular.has(path) && isSafeName(path, slash)) return fill(`${top}/${path}`);
			const real = resolveInside(top, path);
			return typeof real === "string" ? fill(real) : real;
		} catch (error) {
			return failure(isMissing(error) ? "missing" : "unreadable", reasonOf(error));
		}
	};
}
function isSafeName(path, slash) {
	const name = path.slice(slash + 1);
	return name !== "" && name !== "." && name !== ".." && (sep === "/" || !name.includes(sep));
}
function resolveInside(top, path) {
	if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
	const link = lstatSync(`${top}/${path}`).isSymbolicLink();
	const real = link ? leadsTo(`${top}/${path}`) : realpathSync.native(`${top}/${path}`);
	if (real === null) return failure("unreadable", "a symbolic link that leads to nothing");
	const inside = top.endsWith(sep) ? top : top + sep;
	const parts = real.slice(inside.length).split(sep);
	if (!real.startsWith(inside) || parts.includes(".git")) return failure("outside-root", LINK_OUTSIDE);
	const what = statSync(real);
	if (what.isFile()) return real;
	const kind = what.isDirectory() ? "a folder" : "no plain file";
	return failure("unreadable", link ? `a symbolic link to ${kind}` : `it is ${kind}`);
}
function leadsTo(link) {
	try {
		return realpathSync.native(link);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}
function isMissing(error) {
	return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}
function grown(buffer) {
	const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 4, 5242881));
	buffer.copy(larger);
	return larger;
}
const TYPED = { withFileTypes: true };
function byName(a, b) {
	return compareNames(a.name, b.name);
}
function typeOf(entry) {
	if (entry.isFile()) return "file";
	return entry.isSymbolicLink() ? "symlink" : "other";
}
function codeOf(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
function reasonOf(error) {
	const code = codeOf(error);
	return {
		EACCES: "permission denied",
		EPERM: "permission denied",
		ENOENT: "no such file",
		ENOTDIR: "no such file",
		ELOOP: "a symbolic link that leads to itself, or that was put there while files were read",
		EISDIR: "it is a folder",
		EMFILE: "too many open files"
	}[code] ?? `cannot be read (${code || "unknown error"})`;
}
// src/commands/read/config-file.ts
const CONFIG_FILES = [".github/rotate-pr.yml", ".github/rotate-pr.yaml"];
async function loadConfig(reader, { config: given, cwd }) {
	const config = given === void 0 ? await readOwn(reader) : await readNamed(given, cwd);
	if (config.ok) useKinds(config.value?.kinds ?? BUILT_IN_KINDS);
	return config;
}
function findUnknownKind({ kinds }) {
	const { names, byName } = knownKinds();
	const unknown = kinds.find((name) => !byName.has(name));
	if (unknown === void 0) return null;
	const meant = findKind(unknown);
	const advice = meant === null ? didYouMean(unknown, names) : `: did you mean ${meant.name}?`;
	return fail$1("unknown-kind", advice === "" ? `There is no kind ${unknown}: the kinds are ${names.join(", ")}.` : `There is no kind ${unknown}${advice} The kinds are ${names.join(", ")}.`);
}
async function readOwn(reader) {
	const found = [];
	await reader.read(CONFIG_FILES, (file, content) => {
		if (content instanceof Uint8Array) found.push({
			file,
			content: Uint8Array.from(content)
		});
		else if (content.code !== "missing") found.push({
			file,
			content
		});
	});
	const [first, second] = found;
	if (first === void 0) return ok(null);
	if (second !== void 0) return fail$1("bad-config", `Both ${first.file} and ${second.file} are there: keep one of them.`);
	return readContent(first.file, first.content);
}
function readNamed(file, cwd) {
	const path = resolve(cwd, file);
	const failed = (message) => readContent(file, {
		code: "unreadable",
		message
	});
	try {
		if (!statSync(path).isFile()) return failed("it is no plain file");
		return readContent(file, readFileSync(path));
	} catch (error) {
		const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return failed(code === "ENOENT" ? "no such file" : code);
	}
}
async function readContent(file, content) {
	if ("code" in content) return fail$1("bad-config", `The config file ${file} cannot be read: ${content.message}.`);
	const { MAX_CONFIG_BYTES, parseConfig } = await import("./import/config-load.js");
	if (content.length > MAX_CONFIG_BYTES) {
		const most = `${MAX_CONFIG_BYTES / 1024} KB`;
		return fail$1("bad-config", `The config file ${file} cannot be read: it is larger than ${most}.`);
	}
	const decoded = decodeText(content);
	if ("code" in decoded) {
		const { line, column, message } = decoded;
		return refuse(file, [{
			file,
			line,
			column,
			code: "config-syntax",
			message
		}]);
	}
	const parsed = parseConfig(decoded.text, file, BUILT_IN_KINDS.names);
	return "config" in parsed ? ok(parsed.config) : refuse(file, parsed.problems);
}
function refuse(file, problems) {
	const found = problems.length === 1 ? "a mistake" : `${problems.length} mistakes`;
	return fail$1("bad-config", `The config file ${file} has ${found}; nothing was done.`, problems);
}
// src/commands/read/highest-versions.ts
async function highestInRepository(reader, read) {
	const highest = new Map();
	raise(highest, read.modules);
	const known = new Set(read.folders.map(({ cluster, namespace }) => `${cluster}/${namespace}`));
	const paths = (await reader.namespaces((cluster, namespace) => !known.has(`${cluster}/${namespace}`))).flatMap((folder) => folder.resources.filter((resource) => unreadFolder(folder, resource) === null && isConfiguration(resource.path)).map(({ path }) => path));
	if (paths.length === 0) return highest;
	const scanSource = await sourceScanner(paths);
	const namesHigher = higherVersionTest(highest);
	await reader.read(paths, (path, content) => {
		if (!(content instanceof Uint8Array)) return;
		const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
		if (!namesModule(bytes) || !namesHigher(bytes.toString("latin1"))) return;
		const file = readModules(path, content, scanSource);
		if (file !== null && "modules" in file) raise(highest, file.modules);
	});
	return highest;
}
function raise(highest, modules) {
	for (const { kind, version, ref } of modules) {
		if (version === null) continue;
		const known = highest.get(kind.name);
		if (known !== void 0 && compareVersions(version, known.version) <= 0) continue;
		highest.set(kind.name, {
			version,
			tag: ref ?? version,
			from: "repository",
			origin: "highest in this repository",
			tags: []
		});
	}
}
const REF = /(?:[?&]ref=|\/tree\/)(?<ref>[^"&\s]+)/;
const ESCAPED = /[%\\]/;
function higherVersionTest(highest) {
	const kinds = knownKinds().list.flatMap(({ name, about }) => about.block === "module" ? [{
		name,
		source: new RegExp(`${about.repository}(?<rest>[^"\\n]*)`, "gi")
	}] : []);
	return (text) => kinds.some(({ name, source }) => {
		for (const { groups } of text.matchAll(source)) {
			const rest = groups?.["rest"] ?? "";
			if (ESCAPED.test(rest)) return true;
			const version = versionOf(REF.exec(rest)?.groups?.["ref"] ?? null);
			if (version === null) continue;
			const known = highest.get(name);
			if (known === void 0 || compareVersions(version, known.version) > 0) return true;
		}
		return false;
	});
}
// src/commands/read/policy.ts
const NO_FACTS = {
	production: null,
	teams: []
};
function policyRules(config, maxAge, facts, today) {
	const maxAgeDays = maxAge ?? 90;
	if (config === null) return { maxAgeDays };
	const { file } = config;
	return {
		maxAgeDays,
		policyOf(credential) {
			const subject = subjectOf(credential, facts);
			const excluded = exclusionOf(config, subject);
			const snoozed = snoozeOf(config, subject, today);
			return {
				maxAgeDays: maxAge ?? maxAgeFor(config, subject),
				excluded: excluded && {
					file,
					line: excluded.line,
					reason: excluded.reason
				},
				snoozed: snoozed && {
					file,
					line: snoozed.line,
					until: snoozed.until,
					reason: snoozed.reason
				}
			};
		}
	};
}
function subjectOf(credential, facts) {
	const { id, cluster, namespace, kind, module } = credential;
	return {
		id,
		cluster,
		namespace,
		kind,
		module,
		...facts.get(namespacePath(cluster, namespace)) ?? NO_FACTS
	};
}
// src/kinds/published.ts
const MODULE_OWNER = "ministryofjustice";
const MODULE_HOST = "https://github.com";
const ON_GITHUB = /^(?:git::)?(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/@\s]*@)?(?:www\.)?github\.com(?::\d+)?[/:]/i;
const SUBFOLDER = /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^?]*?[^:?/]\/\/(?<folder>[^?]*)/i;
function publishedModule(source) {
	const parsed = parseModuleSource(source);
	if (parsed === null || parsed.owner.toLowerCase() !== "ministryofjustice") return null;
	const trimmed = source.trim();
	if (!ON_GITHUB.test(trimmed)) return null;
	const folder = (SUBFOLDER.exec(trimmed.replace(/^git::/, ""))?.groups?.["folder"] ?? "").split("/").filter((part) => part !== "" && part !== ".");
	if (folder.includes("..")) return null;
	return {
		repository: parsed.repository,
		folder: folder.join("/"),
		ref: parsed.ref
	};
}
// src/commands/read/versions.ts
const MAX_LOOKUPS = 20;
async function versionLearner(options, asking, say) {
	const { moduleVersions: file } = options;
	if (file !== void 0) {
		const { readModuleVersions } = await import("./import/commands-read-module-versions-file.js");
		const given = await readModuleVersions(options.cwd, file);
		if (!given.ok) return given;
		return ok(async (modules, highest) => {
			return {
				latest: await completed(given.value, kindsIn(modules), highest),
				variables: new Map()
			};
		});
	}
	return ok(async (modules, highest) => {
		const { kinds } = options.selection;
		const concerned = modules.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.name));
		if (concerned.length === 0) return NO_VERSIONS;
		return learnFromGitHub(concerned, highest, options, asking, say);
	});
}
function kindsIn(modules) {
	return [...new Set(modules.map(({ kind }) => kind.name))];
}
async function completed(known, kinds, highest) {
	return kinds.every((kind) => known.has(kind)) ? known : new Map([...await highest(), ...known]);
}
function askingOnRequest({ env, checkVersions }) {
	const token = async () => {
		const { findToken } = await import("./import/github-token.js");
		return (await findToken(env))?.value ?? null;
	};
	return {
		asks: checkVersions === true,
		token
	};
}
async function learnFromGitHub(modules, highest, { env, now, version = "unknown" }, { asks, token }, say) {
	const [{ cacheFolder, openReleaseCache }, { gitHubOf }] = await Promise.all([import("./import/github-release-cache.js"), import("./import/github-repository.js")]);
	const repository = gitHubOf(env);
	const cache = openReleaseCache(cacheFolder(env), repository.apiUrl);
	let releases = null;
	if (asks) {
		const { connectReleases } = await import("./import/github-releases.js");
		releases = connectReleases({
			repository,
			token: await token(),
			version,
			cache,
			now
		});
	}
	const today = dayInLondon(now);
	const said = new Map();
	const failures = new Map();
	const learnOne = async (kind) => {
		const { about } = kindNamed(kind);
		if (about.block !== "module" || !about.published) return;
		const { repository } = about;
		const asked = await releases?.tags(repository);
		if (asked !== void 0 && !asked.ok) failures.set(kind, asked.error);
		const known = asked?.ok ? latestRelease(asked.value, null) : await readCache(cache, repository, today);
		if (known !== null) said.set(kind, known);
	};
	const kinds = kindsIn(modules);
	await Promise.all(kinds.map(learnOne));
	const latest = await completed(said, kinds, highest);
	if (failures.size > 0) say(failureLine(failures, latest));
	const isCutOff = [...failures.values()].some(({ code }) => HOPELESS.includes(code));
	return {
		latest,
		variables: releases === null || isCutOff ? new Map() : await lookUp(releases, modules)
	};
}
const HOPELESS = [
	"unreachable",
	"rate-limited",
	"authentication"
];
async function readCache(cache, repository, today) {
	const cached = await cache.read(repository);
	if (cached === null) return null;
	const day = dayInLondon(new Date(cached.checkedAt));
	return latestRelease(cached.tags, daysBetween(day, today) > 1 ? day : null);
}
function failureLine(failures, latest) {
	const [first] = failures.values();
	const taken = [...failures.keys()].map((kind) => {
		const known = latest.get(kind);
		return `${kind} ${known === void 0 ? "unknown" : versionWords(known)}`;
	});
	return `${first?.message ?? ""} Taken as the latest ${failures.size === 1 ? "version" : "versions"}: ${taken.join(", ")}.`;
}
async function lookUp(releases, modules) {
	const bySource = new Map(modules.filter(({ version }) => version === null).map((module) => [module.source, module]));
	const found = new Map();
	let lookups = 0;
	for (const [source, { kind }] of bySource) {
		const published = publishedModule(source);
		if (published === null) continue;
		lookups += 1;
		if (lookups > MAX_LOOKUPS) {
			found.set(source, {
				found: "unknown",
				why: `only ${MAX_LOOKUPS} such sources are looked at`
			});
			continue;
		}
		const declares = await releases.declares(published, kind.argument);
		if (declares.ok) found.set(source, { found: declares.value ? "present" : "absent" });
		else found.set(source, {
			found: "unknown",
			why: declares.error.message.replace(/\.$/, "")
		});
	}
	return found;
}
function upgradeRemarks(changes) {
	const left = changes.flatMap(({ id, notUpgraded }) => notUpgraded === void 0 ? [] : [{
		id,
		message: notUpgraded.message
	}]);
	return [...groupBy(left, ({ message }) => message)].map(([message, [{ id: first }, ...more]]) => {
		return `rotated without an upgrade: ${first}${more.length === 0 ? "" : ` and ${more.length} more`}: ${message}`;
	});
}
// src/commands/read/select.ts
async function surveySelected(reader, root, date, options, say, asking = askingOnRequest(options), policy = reader) {
	const config = await loadConfig(policy, options);
	if (!config.ok) return config;
	const unknownKind = findUnknownKind(options.selection);
	if (unknownKind !== null) return unknownKind;
	const learn = await versionLearner(options, asking, say);
	if (!learn.ok) return learn;
	const { selection, selected } = resolveSelection(options, root, config.value);
	const namespaces = await selectNamespaces(reader, selection, say, config.value);
	if (!namespaces.ok) return options.selection.clusters === selection.clusters ? namespaces : blameConfig(config.value, namespaces.error);
	const { folders } = namespaces.value;
	const ruling = policyRules(config.value, options.maxAgeDays, namespaces.value.facts, date);
	const survey = await surveyEstate(reader, folders, {
		today: date,
		includeHeld: options.includeHeld,
		...ruling
	}, (modules) => learn.value(modules, () => highestInRepository(reader, {
		folders,
		modules
	})), (done, total) => say.progress?.({
		phase: "reading namespaces",
		done,
		total
	}));
	const unknown = findUnknownModule(selection, survey.assessments);
	if (unknown !== null) return unknown;
	const problems = [...namespaces.value.problems, ...survey.problems];
	return ok({
		config: config.value,
		selection,
		selected,
		namespaces: namespaces.value,
		survey: {
			...survey,
			problems
		}
	});
}
function blameConfig(config, { code, message }) {
	const line = config?.lines.get("clusters");
	if (config === null || line === void 0 || code !== "unknown-cluster") return fail$1(code, message);
	return fail$1(code, `${config.file}:${line}: ${message}`);
}
async function surveyTree(options, say) {
	const root = openRoot(options, options.base === void 0 ? "worktree" : "commit");
	if (!root.ok) return root;
	const date = resolveDate(options);
	if (!date.ok) return date;
	const reader = await openReader(root.value, options);
	if (!reader.ok) return reader;
	const earlier = await openEarlierOf(options, root.value);
	if (!earlier.ok) return earlier;
	const read = await surveySelected(reader.value, root.value.root, date.value, options, say, askingOnRequest(options), earlier.value?.reader);
	if (!read.ok) return read;
	const { survey } = read.value;
	const problems = [...await sparseProblem(root.value, options), ...survey.problems];
	return ok({
		root: root.value,
		date: date.value,
		reader: reader.value,
		earlier: earlier.value,
		...read.value,
		survey: {
			...survey,
			problems
		}
	});
}
async function sparseProblem({ root, top }, { base, env }) {
	if (base !== void 0 || top === null) return [];
	const { tryGit } = await import("./import/git-process.js");
	const { stdout } = await tryGit({
		folder: root,
		env
	}, [
		"config",
		"--type=bool",
		"core.sparseCheckout"
	]);
	if (stdout.trim() !== "true") return [];
	return [{
		file: "namespaces",
		line: 1,
		column: 1,
		code: "sparse-checkout",
		message: "the working tree is sparse: only what is checked out was read; --base HEAD reads all of the commit"
	}];
}
async function openEarlierOf({ newSince, env }, root) {
	if (newSince === void 0) return ok(null);
	const { openEarlier } = await import("./import/commands-read-new-since.js");
	return openEarlier(newSince, root, env);
}
async function openReader(root, { base, env }) {
	if (base === void 0) return ok(openWorktree(root.root));
	const { resolveCommit } = await import("./import/git-repository.js");
	const commit = await resolveCommit({
		folder: root.root,
		env
	}, base);
	if (commit === null) return fail$1("unknown-base", `--base ${base} is no commit of this repository.`);
	const { openCommitReader } = await import("./import/commands-read-open-commit.js");
	return openCommitReader(commit, {
		root,
		env
	});
}
// src/config/settings.ts
const ENTRIES = configSettings().filter(({ name, default: standard }) => standard !== void 0 && name !== "max-age");
const DEFAULT_SETTINGS = Object.fromEntries(ENTRIES.map(({ config, default: standard }) => [config.key, standard]));
function resolveSettings(config, flags = {}) {
	const given = new Map(Object.entries(flags));
	const written = new Map(Object.entries(config?.values ?? {}));
	const resolved = ENTRIES.map(({ name, type, config: { key }, default: standard }) => {
		const flag = type === "file" ? void 0 : given.get(camelCase(name));
		const value = written.get(key);
		if (flag !== void 0) {
			const origin = {
				from: "flag",
				flag: `--${flag === false ? "no-" : ""}${name}`
			};
			return [key, {
				value: ofFlag(key, flag, config),
				origin
			}];
		}
		return value === void 0 ? [key, {
			value: standard,
			origin: { from: "default" }
		}] : [key, {
			value: ofFile(key, value),
			origin: originInFile(config, key)
		}];
	});
	return Object.fromEntries(resolved);
}
function ofFlag(key, given, config) {
	return key === "stagger" ? {
		...staggerOf(config?.values.stagger),
		enabled: given !== true
	} : ofFile(key, given);
}
function ofFile(key, written) {
	if (key === "stagger") return staggerOf(written);
	return key === "author" ? readAuthor(String(written)) : written;
}
function plainSettings(resolved) {
	return Object.fromEntries(Object.entries(resolved).map(([name, { value }]) => [name, value]));
}
function originInFile(config, key) {
	const line = config?.lines.get(key);
	return config === null || line === void 0 ? { from: "default" } : {
		from: "file",
		file: config.file,
		line
	};
}
function staggerOf(given) {
	const standard = DEFAULT_SETTINGS.stagger;
	if (given === void 0) return standard;
	if (typeof given === "boolean") return {
		...standard,
		enabled: given
	};
	const { enabled, holdProductionDays, notOneApplication } = given;
	return {
		enabled: enabled ?? standard.enabled,
		holdProductionDays: holdProductionDays ?? standard.holdProductionDays,
		notOneApplication: notOneApplication ?? standard.notOneApplication
	};
}
function readAuthor(text) {
	const { name, email } = /^(?<name>[^<>]*[^<> ]) <(?<email>[^<>\s]+)>$/.exec(text)?.groups ?? {};
	return name === void 0 || email === void 0 ? null : {
		name,
		email
	};
}
// src/cli/options.ts
const EXCLUSIVE = [
	["quiet", "verbose"],
	[
		"all",
		"namespace",
		"everything, or those that are named"
	],
	["module-versions", "check-versions"],
	[
		"sign",
		"author",
		"GitHub names the token's account as the author"
	],
	[
		"restore-self-rotation",
		"force-literal",
		"one gives the rotation to Terraform, the other takes it away"
	],
	[
		"restore-self-rotation",
		"again",
		"no date is written"
	],
	[
		"shard",
		"group",
		"the parts would write to one pull request"
	]
];
function readFlags(flags, world) {
	const contradiction = findContradiction(flags);
	if (contradiction !== null) return fail$1("usage", contradiction);
	if (flags.maxAge !== void 0 && (!Number.isInteger(flags.maxAge) || flags.maxAge < 0 || flags.maxAge > 36500)) return fail$1("bad-max-age", "--max-age takes a whole number of days, 0 or more.");
	const far = findFarDate(flags, world.now);
	if (far !== null) return fail$1("far-date", far);
	const shard = flags.shard === void 0 ? null : parseShard(flags.shard);
	if (shard === null && flags.shard !== void 0) return fail$1("bad-shard", `--shard takes a part and their number, such as 1/4, not ${flags.shard}; at most 256 parts.`);
	const upgrade = readUpgrade(flags.upgrade);
	if (!upgrade.ok) return upgrade;
	const { production } = flags;
	const lists = [
		flags.namespace,
		flags.cluster,
		flags.kind,
		flags.module,
		flags.team
	];
	return ok({
		...world,
		root: flags.root,
		date: flags.date,
		maxAgeDays: flags.maxAge ?? null,
		config: flags.config,
		includeHeld: flags.includeHeld ?? false,
		again: flags.again ?? false,
		forceLiteral: flags.forceLiteral ?? false,
		restoreSelfRotation: flags.restoreSelfRotation ?? false,
		upgrade: upgrade.value,
		moduleVersions: flags.moduleVersions,
		checkVersions: flags.checkVersions,
		all: flags.all,
		selected: lists.some((names) => names !== void 0) || production !== void 0 || flags.due === true || flags.all === true,
		selection: {
			namespaces: flags.namespace ?? [],
			clusters: flags.cluster ?? [],
			kinds: flags.kind ?? [],
			modules: flags.module ?? [],
			teams: flags.team ?? [],
			production: production ?? null,
			due: flags.due ?? false,
			shard
		}
	});
}
const FAR_DAYS = 1095;
function findFarDate({ date, anyDate, again }, now) {
	const day = date === void 0 || again === void 0 || anyDate === true ? null : parseDay(date);
	if (day === null) return null;
	const days = daysBetween(dayInLondon(now), day);
	if (Math.abs(days) <= FAR_DAYS) return null;
	return `--date ${day} is ${Math.round(Math.abs(days) / 365)} years ${days > 0 ? "ahead" : "ago"}: add --any-date if that day is meant.`;
}
function findContradiction(flags) {
	const values = new Map(Object.entries(flags));
	const isGiven = (name) => ![
		void 0,
		false,
		"namespace"
	].includes(values.get(camelCase(name)));
	const found = EXCLUSIVE.find(([one, other]) => isGiven(one) && isGiven(other));
	if (found === void 0) return null;
	const [one, other, why] = found;
	return `--${one} and --${other} exclude each other${why === void 0 ? "" : `: ${why}`}.`;
}
function readUpgrade(given) {
	if (given === void 0) return ok(null);
	if (given === "" || given === "minor") return ok("minor");
	if (given === "major") return ok("major");
	return fail$1("bad-upgrade", `--upgrade stands alone or takes minor or major, not ${given}.`);
}
function readRequest(flags) {
	const { incident, reason, group } = flags;
	if (incident && reason === void 0) return fail$1("usage", "--incident requires --reason TEXT: it stands in every pull request.");
	if (!incident && reason !== void 0) return fail$1("usage", "--reason goes with --incident.");
	const contradiction = findContradiction(flags);
	if (contradiction !== null) return fail$1("usage", contradiction);
	return ok({
		incident: incident ? reason ?? null : null,
		grouping: group,
		flags: {},
		fork: null
	});
}
function readOpenRequest(flags) {
	const common = readRequest(flags);
	if (!common.ok) return common;
	for (const { name, type } of settingsOf("open")) {
		const value = new Map(Object.entries(flags)).get(camelCase(name));
		if (type === "number" && value !== void 0 && (!Number.isInteger(value) || Number(value) < 0)) return fail$1("usage", `--${name} takes a whole number, 0 or more.`);
	}
	if (flags.author !== void 0 && readAuthor(flags.author) === null) return fail$1("usage", `--author takes "Name <email>", not ${JSON.stringify(flags.author)}.`);
	return ok({
		...common.value,
		flags,
		fork: flags.fork ?? null
	});
}
function pickedArguments(choices) {
	const clusters = [...new Set(choices.map(({ cluster }) => cluster.split(".", 1)[0]))];
	return [...[...new Set(choices.map(({ namespace }) => namespace))].flatMap((name) => ["--namespace", name]), ...clusters.length === 1 ? ["--cluster", clusters[0]] : []];
}
function repeatedArguments(command, flags) {
	const values = new Map(Object.entries(flags));
	return settingsOf(command).filter(({ repeats }) => repeats === true).flatMap((setting) => typedAgain(setting, values.get(camelCase(setting.name))));
}
function typedAgain({ name, type, default: standard }, value) {
	if (value === void 0) return [];
	switch (type) {
		case "switch": return value === true ? [`--${name}`] : [];
		case "toggle": return [value === true ? `--${name}` : `--no-${name}`];
		case "list": return value.flatMap((one) => [`--${name}`, one]);
		case "optional": return [value === "" ? `--${name}` : `--${name}=${String(value)}`];
		case "choice": return value === standard ? [] : [`--${name}`, String(value)];
		case "text":
		case "number":
		case "file": return [`--${name}`, String(value)];
	}
}
// src/cli/output.ts
function findOutput(path, cwd, color, terminal) {
	if (path === void 0) {
		const write = async (text) => {
			terminal.out(text);
			return ok(null);
		};
		return ok({
			terminal,
			write
		});
	}
	const file = resolve(cwd, path);
	const obstacle = findObstacle(path, file);
	if (obstacle !== null) return fail$1("bad-output", obstacle);
	return ok({
		terminal: {
			...terminal,
			width: Number.POSITIVE_INFINITY,
			isTerminal: false,
			color: color ?? false
		},
		write: (text, say) => writeFile$1(path, file, text, say)
	});
}
function findObstacle(path, file) {
	const there = lstatSync(file, { throwIfNoEntry: false });
	if (isOfGit(file)) return `--output ${path} is a file of git's own: name another one.`;
	if (there?.isFile()) return null;
	if (there !== void 0) return `--output ${path} is there already and is no regular file: name another one.`;
	const folder = dirname(file);
	if (lstatSync(folder, { throwIfNoEntry: false }) !== void 0) return null;
	return `--output ${path}: there is no folder ${folder}. Make it first.`;
}
function isOfGit(file) {
	const folder = dirname(file);
	const real = lstatSync(folder, { throwIfNoEntry: false }) === void 0 ? folder : realpathSync(folder);
	return join(real, basename(file)).toLowerCase().split(sep).includes(".git");
}
async function writeFile$1(path, file, text, say) {
	const { default: writeFileAtomic } = await import("./import/write-file-atomic.js").then((m) => __toESM(m.default, 1));
	const obstacle = findObstacle(path, file);
	if (obstacle !== null) return fail$1("bad-output", obstacle);
	try {
		await writeFileAtomic(file, text, { encoding: "utf8" });
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return fail$1("not-written", `--output ${path} cannot be written (${reason}).`);
	}
	say(`Written to ${path}.`);
	return ok(null);
}
// src/rotation/summary.ts
function summarise(credentials, notRotatable) {
	const byState = noStates();
	const byKind = {};
	const namespaces = new Set();
	for (const { cluster, namespace, kind, state } of credentials) {
		namespaces.add(`${cluster}/${namespace}`);
		byState[state] += 1;
		byKind[kind] ??= noStates();
		byKind[kind][state] += 1;
	}
	return {
		namespaces: namespaces.size,
		credentials: credentials.length,
		byState,
		byKind,
		notRotatable
	};
}
function noStates() {
	return {
		ok: 0,
		due: 0,
		never: 0,
		held: 0,
		exempt: 0,
		blocked: 0
	};
}
const FAILURES = [
	"invalid-hcl",
	"too-large",
	"invalid-edit",
	"outside-edit",
	"other-value",
	"not-written",
	"changed-meanwhile"
];
function hasFailures(skipped) {
	return skipped.some(({ code }) => FAILURES.includes(code));
}
// src/commands/audit.ts
async function audit(options, say) {
	const read = await readAudit(options, say);
	return read.ok ? ok(read.value.result) : read;
}
async function readAudit(options, say) {
	const read = await surveyTree(options, say);
	if (!read.ok) return read;
	const { root, date, reader, selection, survey, namespaces } = read.value;
	const { fresh, policyChanges } = await findNewness(options, read.value);
	const credentials = await withOwners(survey.assessments.filter(selectsCredential(selection, "report")).filter(({ credential }) => fresh?.isNew(credential) ?? true).filter(dueWithin(options.dueWithin, date)), reader, namespaces);
	const unrotatable = survey.unrotatable.filter((module) => fresh?.isNewUnrotatable(module) ?? true);
	const problems = survey.problems.filter((problem) => fresh?.isNewProblem(problem) ?? true);
	const others = options.otherCredentials === true ? await findOthers(reader, namespaces) : null;
	const result = {
		schemaVersion: 1,
		date,
		base: reader.commit,
		...fresh === null ? {} : { newSince: fresh.commit },
		summary: {
			...summarise(credentials, unrotatable),
			...others === null ? {} : { otherCredentials: others.found }
		},
		credentials,
		problems: [
			...problems,
			...policyChanges,
			...others?.problems ?? []
		]
	};
	return ok({
		result,
		root,
		reader,
		namespaces
	});
}
function dueWithin(days, today) {
	if (days === void 0) return () => true;
	const last = addDays(today, days);
	return (assessment) => {
		if (!isRotatable(assessment)) return false;
		const next = nextDueOf(assessment.credential);
		return assessment.age !== "ok" || next !== null && next <= last;
	};
}
function nextDueOf({ state, rotatedOn, maxAgeDays }) {
	return state === "exempt" ? null : dueOn(rotatedOn, maxAgeDays);
}
async function withOwners(assessments, reader, { folders }) {
	const { readOwners } = await import("./import/environments-metadata.js");
	const paths = new Set(assessments.map(({ credential }) => pathOf(credential)));
	const owners = await readOwners(folders.filter(({ path }) => paths.has(path)), reader);
	return assessments.map(({ credential }) => ({
		...credential,
		...owners.get(pathOf(credential)) ?? NO_OWNER,
		nextDue: nextDueOf(credential)
	}));
}
const NO_OWNER = {
	team: null,
	production: null,
	slackChannel: null
};
function pathOf({ cluster, namespace }) {
	return namespacePath(cluster, namespace);
}
async function findNewness({ maxAgeDays, includeHeld, config }, { earlier, reader, namespaces, date }) {
	if (earlier === null) return {
		fresh: null,
		policyChanges: []
	};
	const { compareWith, findPolicyChanges } = await import("./import/commands-read-new-since.js");
	return {
		fresh: await compareWith(earlier, namespaces, {
			today: date,
			maxAgeDays: maxAgeDays ?? 90,
			includeHeld
		}),
		policyChanges: config === void 0 ? await findPolicyChanges(reader, earlier) : []
	};
}
async function findOthers(reader, { folders }) {
	const { readOtherCredentials } = await import("./import/commands-read-other-credentials.js");
	return readOtherCredentials(reader, folders);
}
// src/cli/report-formats.ts
function reportFormats(verbose, document) {
	return {
		text: async (result, { width, color, isTerminal }, picked) => {
			const { printText } = await import("./import/report-text.js");
			return printText(await document(result, {
				format: "text",
				brief: isTerminal && !verbose,
				picked
			}), {
				width,
				color,
				isTerminal,
				verbose
			});
		},
		markdown: async (result, _, picked) => {
			const { printMarkdown } = await import("./import/report-markdown.js");
			return printMarkdown(await document(result, {
				format: "markdown",
				brief: !verbose,
				picked
			}));
		}
	};
}
// src/report/width.ts
const WIDE = [
	[4352, 4447],
	[11904, 12350],
	[12353, 42191],
	[44032, 55203],
	[63744, 64255],
	[65072, 65135],
	[65280, 65376],
	[65504, 65510],
	[127744, 128591],
	[128640, 128767],
	[129280, 129535],
	[131072, 262141]
];
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const ZERO = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]$/u;
function characterWidth(character) {
	const code = character.codePointAt(0) ?? 0;
	if (code < 768) return code < 32 || code >= 127 && code < 160 || code === 173 ? 0 : 1;
	if (ZERO.test(character)) return 0;
	return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
function stringWidth(text) {
	if (PRINTABLE_ASCII.test(text)) return text.length;
	let width = 0;
	for (const character of text) width += characterWidth(character);
	return width;
}
function truncate(text, width) {
	if (stringWidth(text) <= width) return text;
	return width <= 0 ? "" : take([...text], width - 1).trimEnd() + "…";
}
function cutMiddle(text, width) {
	if (stringWidth(text) <= width) return text;
	if (width <= 0) return "";
	const characters = [...text];
	const head = take(characters, Math.ceil((width - 1) / 2));
	const tail = [...take(characters.toReversed(), width - 1 - stringWidth(head))].toReversed().join("");
	return head + "…" + tail;
}
function take(characters, width) {
	let used = 0;
	const end = characters.findIndex((character) => {
		used += characterWidth(character);
		return used > width;
	});
	return characters.slice(0, end === -1 ? characters.length : end).join("");
}
function pad(text, width, align = "left") {
	const fill = " ".repeat(Math.max(0, width - stringWidth(text)));
	return align === "left" ? text + fill : fill + text;
}
function wrap(text, width) {
	const lines = [];
	let line = "";
	for (const word of text.split(" ")) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && stringWidth(longer) > width) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
// src/cli/logger.ts
const CLEAR_LINE = "\r\x1B[2K";
const REDRAW_MS = 80;
const LOG_AFTER_MS = 1e3;
const LOG_AGAIN_MS = 6e4;
function speaker(options) {
	if (options.quiet) return {
		say: Object.assign(() => {}, { progress: () => {} }),
		end: () => {}
	};
	return options.interactive ? onTerminal(options) : inLog(options);
}
function onTerminal({ write, width, clock }) {
	let phase = null;
	let drawnAt = 0;
	const end = () => {
		if (phase !== null) write(CLEAR_LINE);
		phase = null;
	};
	const progress = (told) => {
		const now = clock();
		const isLast = told.done === told.total;
		if (told.phase === phase && !isLast && now - drawnAt < REDRAW_MS) return;
		write(CLEAR_LINE + truncate(inFull(told), Math.max(10, width() - 1)));
		phase = told.phase;
		drawnAt = now;
	};
	const line = (text) => {
		end();
		write(`${text}\n`);
	};
	return {
		say: Object.assign(line, { progress }),
		end
	};
}
function inLog({ write, verbose, clock, after }) {
	let phase = null;
	let nextAt = 0;
	let callOff = () => {};
	const line = (text) => write(`${text}\n`);
	const enter = (told) => {
		callOff();
		phase = told.phase;
		nextAt = clock() + LOG_AFTER_MS;
		const begin = () => {
			nextAt = clock() + LOG_AGAIN_MS;
			line(inFull(told));
		};
		if (verbose) begin();
		else callOff = after(LOG_AFTER_MS, begin);
	};
	const progress = (told) => {
		const isNew = told.phase !== phase;
		if (isNew) enter(told);
		if (!(verbose && !isNew && (told.note !== void 0 || told.done === told.total)) && clock() < nextAt) return;
		callOff();
		nextAt = clock() + LOG_AGAIN_MS;
		line(inFull(told));
	};
	return {
		say: Object.assign(line, { progress }),
		end: () => callOff()
	};
}
function inFull({ phase, done, total, note }) {
	return phase + (total === 0 ? "" : `: ${digits(done)} of ${digits(total)}`) + (note === void 0 ? "" : `, ${visible(note)}`);
}
// src/cli/prompts.ts
const ROWS = 12;
const TICKED_UP_TO = ROWS;
const BEFORE_ROW = 8;
const TEXT = {
	pick: (due, all) => `Rotate which namespaces? ${digits(due)} of ${digits(all)} are due. Ctrl-A: all that match`,
	search: "a part of a name, or a kind"
};
function askPerson({ io, terminal, begin, yes, onPicked }) {
	return {
		async namespaces(choices) {
			begin();
			const picked = await pick(choices, terminal, io);
			if (picked !== null) onPicked(picked);
			return picked;
		},
		async confirm(preview, question) {
			if (yes) return true;
			begin();
			return confirm(preview, question, terminal, io);
		}
	};
}
async function pick(choices, terminal, io) {
	const sorted = dueFirst(choices);
	const due = sorted.filter(hasDue).length;
	const rows = rowsOf(sorted, terminal.errWidth() - BEFORE_ROW);
	const options = rows.map((label, value) => ({
		value,
		label
	}));
	const answer = await prompting(terminal, io, ({ autocompleteMultiselect }, streams) => {
		let listens = false;
		return autocompleteMultiselect({
			...streams,
			message: TEXT.pick(due, sorted.length),
			placeholder: TEXT.search,
			maxItems: ROWS,
			initialValues: due <= TICKED_UP_TO ? options.slice(0, due).map(({ value }) => value).toReversed() : [],
			required: true,
			filter: (search, { value }) => matches(search, rows[value]),
			options() {
				if (!listens) {
					listens = true;
					this.on("key", (_, key) => {
						if (key.ctrl === true && key.name === "a") tickMatching(this);
					});
				}
				return options;
			}
		});
	});
	return answer === null ? null : answer.toSorted((a, b) => a - b).map((index) => sorted[index]);
}
function tickMatching(prompt) {
	const matching = prompt.filteredOptions.map(({ value }) => value);
	const ticked = new Set(prompt.selectedValues);
	const all = matching.every((value) => ticked.has(value));
	for (const value of matching) if (all) ticked.delete(value);
	else ticked.add(value);
	prompt.selectedValues = [...ticked];
}
async function confirm(preview, question, terminal, io) {
	const { previewDocument } = await import("./import/report-changes.js");
	const { printText } = await import("./import/report-text.js");
	const look = {
		width: terminal.errWidth(),
		color: terminal.errColor,
		isTerminal: terminal.interactive,
		verbose: false
	};
	terminal.err(`\n${printText(previewDocument(preview), look)}\n`);
	return prompting(terminal, io, (clack, streams) => clack.confirm({
		...streams,
		message: question,
		initialValue: false
	}));
}
const ENDINGS = [
	"SIGINT",
	"SIGTERM",
	"SIGHUP"
];
async function prompting(terminal, { stdin, stderr, signals }, ask) {
	const clack = await import("./import/clack-prompts.js");
	const stop = new AbortController();
	let signal = null;
	const abort = () => stop.abort();
	const onSignal = (received) => {
		signal = received;
		abort();
	};
	const onKey = (_, key) => {
		if (key?.ctrl === true && key.name === "d") abort();
	};
	for (const each of ENDINGS) signals.on(each, onSignal);
	stdin.on("keypress", onKey).on("end", abort);
	try {
		const answer = await ask(clack, {
			input: stdin,
			output: outputOf(terminal, stderr),
			signal: stop.signal
		});
		return clack.isCancel(answer) ? null : answer;
	} finally {
		stdin.off("keypress", onKey).off("end", abort);
		for (const each of ENDINGS) signals.off(each, onSignal);
		if (signal !== null && signal !== "SIGINT") signals.raise(signal);
	}
}
function outputOf({ errColor }, stderr) {
	if (errColor) return stderr;
	const plain = new Writable({ write(chunk, _, done) {
		stderr.write(withoutColors(chunk.toString("utf8")));
		done();
	} });
	return Object.defineProperties(plain, {
		isTTY: { value: true },
		columns: { get: () => stderr.columns },
		rows: { get: () => stderr.rows }
	});
}
function withoutColors(text) {
	return text.replace(/\u001b\[[\d;]*m/g, "");
}
function hasDue({ credentials }) {
	return credentials.some(isDue);
}
function dueFirst(choices) {
	const byName = choices.toSorted((a, b) => namespaceName(a) < namespaceName(b) ? -1 : 1);
	return [...byName.filter(hasDue), ...byName.filter((choice) => !hasDue(choice))];
}
function rowsOf(choices, room) {
	const names = choices.map((choice) => visible(namespaceName(choice)));
	const widest = names.reduce((most, name) => Math.max(most, stringWidth(name)), 0);
	const width = Math.min(widest, Math.max(20, Math.floor(room * .6)));
	return choices.map(({ credentials }, index) => {
		return truncate(`${pad(cutMiddle(names[index], width), width)}  ${visible(dueWords(credentials))}`, Math.max(20, room));
	});
}
function matches(search, row) {
	const text = row.toLowerCase();
	return search.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
// src/cli/terminal.ts
function terminalOf(io, color) {
	const { env, stdout, stderr } = io;
	const interactive = isWatched(env, stderr);
	return {
		out: (text) => void stdout.write(text),
		err: (text) => void stderr.write(text),
		width: columns(env, stdout),
		isTerminal: stdout.isTTY === true,
		color: color ?? wantsColor(env, stdout),
		interactive,
		errColor: color ?? wantsColor(env, stderr),
		errWidth: () => stderr.columns || Number.POSITIVE_INFINITY,
		canAsk: interactive && io.stdin.isTTY === true
	};
}
function isWatched({ CI, TERM }, stderr) {
	return stderr.isTTY === true && TERM !== "dumb" && (CI === void 0 || CI === "" || CI === "false");
}
function wantsColor({ NO_COLOR, FORCE_COLOR, TERM }, stream) {
	if (NO_COLOR) return false;
	if (FORCE_COLOR !== void 0 && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
	return stream.isTTY === true && TERM !== "dumb";
}
function columns({ COLUMNS }, stdout) {
	if (stdout.columns) return stdout.columns;
	const given = Number(COLUMNS);
	return Number.isInteger(given) && given >= 40 ? given : Number.POSITIVE_INFINITY;
}
// src/cli/run-command.ts
async function runDoor(flags, io, door) {
	const { cwd, env } = io;
	const terminal = terminalOf(io, flags.color);
	const { say, end } = speakerOf(terminal, flags, io);
	const options = readFlags(flags, {
		cwd,
		env,
		now: io.now(),
		version: readVersion()
	});
	if (!options.ok) return reportFailure(options.error, terminal, env);
	const output = findOutput(flags.output, cwd, flags.color, terminal);
	if (!output.ok) return reportFailure(output.error, terminal, env);
	let picked = [];
	const onPicked = (choices) => {
		picked = pickedArguments(choices);
	};
	const yes = "yes" in flags && flags.yes === true;
	const ask = terminal.canAsk ? askPerson({
		io,
		terminal,
		begin: end,
		yes,
		onPicked
	}) : null;
	const result = await door.run({
		...options.value,
		ask
	}, say).finally(end);
	if (!result.ok) return reportFailure(result.error, terminal, env);
	const text = await door.render[flags.format](result.value, output.value.terminal, picked);
	const written = await output.value.write(text, say);
	return written.ok ? door.exitCode(result.value) : reportFailure(written.error, terminal, env);
}
function speakerOf(terminal, { quiet, verbose = false }, { monotonic: clock, after }) {
	return speaker({
		write: terminal.err,
		interactive: terminal.interactive,
		width: terminal.errWidth,
		quiet,
		verbose,
		clock,
		after
	});
}
async function reportFailure({ code, message, problems }, terminal, env) {
	terminal.err(`rotate-pr: ${message}\n`);
	if (code === "cancelled") return 130;
	if (problems === void 0) return 2;
	const { problemsText } = await import("./import/report-text.js");
	terminal.err(problemsText(await withoutTokens(problems, env), {
		width: terminal.errWidth(),
		color: terminal.errColor,
		isTerminal: terminal.interactive,
		verbose: false
	}));
	return 2;
}
async function withoutTokens(problems, { GITHUB_TOKEN, GH_TOKEN }) {
	const { redact, secretForms } = await import("./import/github-redact.js");
	const secrets = [GITHUB_TOKEN, GH_TOKEN].flatMap((token) => token ? secretForms(token) : []);
	return problems.map(({ message, sourceLine, ...place }) => ({
		...place,
		message: redact(message, secrets),
		...sourceLine === void 0 ? {} : { sourceLine: redact(sourceLine, secrets) }
	}));
}
// src/cli/verbs/audit.ts
async function runAudit(flags, io) {
	const { format, since } = flags;
	if (since !== void 0 && format !== "html") return (await import("./import/cli-verbs-history.js")).runHistory({
		...flags,
		format,
		since
	}, io);
	return format === "html" ? runPage({
		...flags,
		format
	}, io) : runList({
		...flags,
		format
	}, io);
}
function runList(flags, io) {
	return runDoor(flags, io, auditDoor(flags));
}
const MAX_DAYS = 36500;
function auditDoor(flags) {
	const selection = repeatedArguments("audit", flags);
	const { verbose, by } = flags;
	const documentOf = async (result, { brief }) => (await import("./import/report-audit.js")).auditDocument(result, {
		selection,
		brief,
		by,
		verbose
	});
	return {
		run: async (options, say) => {
			const { dueWithin = 0 } = flags;
			if (!Number.isInteger(dueWithin) || dueWithin < 0 || dueWithin > MAX_DAYS) return fail$1("usage", "--due-within takes a whole number of days, 0 or more.");
			return audit({
				...options,
				...readOptions(flags)
			}, say);
		},
		render: {
			json: toJson,
			csv: async (result) => (await import("./import/report-csv.js")).auditCsv(result),
			...reportFormats(verbose, documentOf),
			...verbose ? {} : { markdown: async (result) => {
				const { issueMarkdown } = await import("./import/report-fitting.js");
				return issueMarkdown(await documentOf(result, { brief: true }));
			} }
		},
		exitCode: (result) => hasFindings(result, flags.failOn) ? 1 : 0
	};
}
function readOptions({ base, newSince, otherCredentials, dueWithin }) {
	return {
		base,
		newSince,
		otherCredentials,
		dueWithin
	};
}
async function runPage(flags, io) {
	if (flags.output === void 0 && io.stdout.isTTY) {
		io.stderr.write("rotate-pr: --format html is a page for a browser, not for a terminal: add --output audit.html, and open that file.\n");
		return 2;
	}
	return runDoor(flags, io, pageDoor(flags));
}
function pageDoor(flags) {
	return {
		run: async (options, say) => {
			const { auditPage } = await import("./import/commands-read-audit-page.js");
			return auditPage({
				...options,
				...readOptions(flags)
			}, say, flags.since);
		},
		render: { html: async (page) => {
			const { auditHtml } = await import("./import/report-html-document.js");
			const { readPageAssets } = await import("./import/cli-page-assets.js");
			return auditHtml(page, {
				assets: readPageAssets(),
				version: readVersion()
			});
		} },
		exitCode: ({ audit: result }) => hasFindings(result, flags.failOn) ? 1 : 0
	};
}
function hasFindings({ summary, problems }, failOn) {
	switch (failOn) {
		case void 0: return false;
		case "due": return summary.byState.due + summary.byState.never > 0;
		case "blocked": return summary.byState.blocked > 0;
		case "problems": return problems.length > 0;
	}
}
// src/report/audit.ts
const AT_ONCE = 40;
const LIST_ALL_UP_TO = 50;
const QUIET_STATES = ["exempt", "ok"];
const BEHIND = "↑";
const IN_COLUMNS = [
	"older-than-max-age",
	"never-rotated",
	"version-behind"
];
function auditDocument(result, options) {
	const { credentials, summary } = result;
	const listed = options.by === "team" ? credentials : listedCredentials(result, options);
	return {
		title: auditTitle(result.date),
		totals: [
			auditTotal(result),
			sourceSentence(result),
			...listed.length < credentials.length ? [leftOut(summary)] : []
		],
		blocks: [
			...options.by === "team" ? teamTable(listed) : credentialTable(listed, options.verbose === true),
			...legend(listed),
			...skippedBlocks(summary.notRotatable, notRotatableTitle(result)),
			...otherBlocks(summary.otherCredentials ?? []),
			...problems(result.problems),
			...kindTable(result)
		],
		steps: credentials.length === 0 ? [] : nextSteps(result, options.selection)
	};
}
function auditTitle(date) {
	return `Credentials on ${date}`;
}
function notRotatableTitle({ summary }) {
	return `Modules that no date rotates: ${digits(summary.notRotatable.length)}`;
}
function auditTotal({ summary, credentials, newSince }) {
	if (credentials.length === 0) return newSince === void 0 ? "No credentials found." : "No new credentials found.";
	const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0).map((state) => `${digits(summary.byState[state])} ${STATE_WORDS[state]}`);
	const where = count(summary.namespaces, "namespace");
	return `${count(summary.credentials, "credential")} in ${where}: ${states.join(", ")}.`;
}
function sourceSentence({ base, newSince }) {
	const read = base === null ? "Read from the working tree." : `Read from commit ${base.slice(0, 12)}.`;
	return newSince === void 0 ? read : `${read} Only what commit ${newSince.slice(0, 12)} does not have is listed.`;
}
function listedCredentials({ credentials }, { brief }) {
	if (!brief || credentials.length <= LIST_ALL_UP_TO) return credentials;
	return credentials.filter((each) => !QUIET_STATES.includes(each.state));
}
function leftOut({ byState }) {
	return `Not listed one by one: ${listWords(QUIET_STATES.filter((state) => byState[state] > 0).map((state) => `${digits(byState[state])} ${STATE_WORDS[state]}`))}; --verbose lists them.`;
}
const COLUMNS = [
	{ title: "state" },
	{
		title: "namespace",
		as: "group"
	},
	{ title: "kind" },
	{
		title: "module",
		only: "markdown"
	},
	{
		title: "file",
		only: "markdown"
	},
	{
		title: "line and module",
		min: 12,
		only: "text"
	},
	{
		title: "rotated on",
		min: 10
	},
	{
		title: "days",
		align: "right"
	},
	{
		title: "version",
		min: 7
	},
	{
		title: "next due",
		only: "markdown"
	},
	{
		title: "team",
		only: "markdown"
	},
	{
		title: "production",
		only: "markdown"
	},
	{
		title: "Slack channel",
		only: "markdown"
	},
	{
		title: "reason",
		as: "note",
		only: "text"
	},
	{
		title: "reason",
		only: "markdown"
	}
];
function credentialTable(credentials, verbose) {
	const rows = groupWorstFirst(credentials).flat();
	return table(COLUMNS.map((column) => verbose && OF_OWNERS.includes(column.title) ? withoutOnly(column) : column), rows.map(credentialRow), {
		titled: true,
		limit: AT_ONCE,
		noun: "namespace"
	});
}
const OF_OWNERS = [
	"team",
	"production",
	"Slack channel",
	"next due"
];
function withoutOnly({ only: _, ...column }) {
	return column;
}
const TEAM_COLUMNS = [
	{
		title: "team",
		min: 16
	},
	{
		title: "Slack channel",
		as: "spare"
	},
	{
		title: "namespaces",
		align: "right"
	},
	{
		title: "production",
		align: "right"
	},
	{
		title: "credentials",
		align: "right"
	},
	{
		title: "due",
		align: "right"
	},
	{
		title: "blocked",
		align: "right"
	},
	{
		title: "oldest rotation",
		align: "right"
	}
];
function teamTable(credentials) {
	const isDue = ({ state }) => state === "due" || state === "never";
	const teams = groupByTeam(credentials, ({ team }) => team).map(({ team, items }) => ({
		team,
		items,
		due: items.filter(isDue).length
	})).sort((a, b) => b.due - a.due || b.items.length - a.items.length);
	const namespacesOf = (some) => digits(new Set(some.map(({ cluster, namespace }) => `${cluster}/${namespace}`)).size);
	const rows = teams.map(({ team, items, due }) => {
		const channel = items.find(({ slackChannel }) => slackChannel !== null)?.slackChannel ?? null;
		const oldest = items.filter(isDue).flatMap(({ rotatedOn }) => rotatedOn ?? []).sort()[0];
		return [
			team === null ? [{
				text: "no team known",
				tone: "quiet"
			}] : [{ name: team }],
			channel === null ? "-" : [{ name: channel }],
			namespacesOf(items),
			namespacesOf(items.filter(({ production }) => production === true)),
			digits(items.length),
			[{
				text: digits(due),
				tone: due === 0 ? "quiet" : "warning"
			}],
			digits(items.filter(({ state }) => state === "blocked").length),
			oldest ?? "-"
		];
	});
	return table(TEAM_COLUMNS, rows, {
		titled: true,
		limit: AT_ONCE,
		noun: "team"
	});
}
function credentialRow(each) {
	const place = `${shortFile(each)}:${each.line}`;
	return [
		[{
			text: each.state,
			tone: STATE_TONES[each.state]
		}],
		[{ name: namespaceName(each) }],
		each.kind,
		[{ name: each.module }],
		[{ name: place }],
		{
			text: `${place} ${each.module}`,
			short: place
		},
		rotatedCell(each),
		each.ageDays === null ? "-" : digits(each.ageDays),
		versionCell(each),
		each.nextDue ?? "-",
		each.team === null ? "-" : [{ name: each.team }],
		each.production === null ? "-" : each.production ? "yes" : "no",
		each.slackChannel === null ? "-" : [{ name: each.slackChannel }],
		remark(each),
		messages(each.reasons)
	];
}
function rotatedCell(each) {
	return each.rotatedOn === null && each.value !== null && each.state !== "never" ? [{ name: each.value }] : rotatedWords(each);
}
function versionCell(each) {
	const { version } = each;
	if (version === null) return "-";
	return isBehind(each) ? [{
		name: version,
		tone: "warning"
	}, ` ${BEHIND}`] : [{ name: version }];
}
function isBehind({ version, latestVersion }) {
	return version !== null && latestVersion !== null && version !== latestVersion;
}
function remark({ reasons, state }) {
	const more = reasons.filter(({ code }) => !IN_COLUMNS.includes(code));
	const text = messages(more);
	return state === "blocked" || text === "" ? text : {
		text,
		short: more.map(({ code }) => codeWords(code)).join("; ")
	};
}
function messages(reasons) {
	return reasons.map(({ message }) => message).join("; ");
}
function legend(credentials) {
	if (credentials.length === 0) return [];
	const ages = new Set(credentials.map(({ maxAgeDays }) => maxAgeDays));
	const maxAgeDays = ages.size === 1 ? [...ages][0] : null;
	const states = STATES_WORST_FIRST.filter((state) => credentials.some((each) => each.state === state));
	const latest = kindsOf$1(credentials).flatMap((kind) => {
		const versions = credentials.filter((each) => each.kind === kind && isBehind(each));
		return [...new Set(versions.map(({ latestVersion }) => `${kind} ${latestVersion ?? ""}`))];
	});
	return [paragraph(`${[...states.map((state) => `${state}: ${stateMeaning(state, maxAgeDays)}`), ...latest.length === 0 ? [] : [`${BEHIND}: the latest is ${listWords(latest)}`]].join("; ")}.`, "quiet")];
}
function stateMeaning(state, maxAgeDays) {
	return {
		blocked: "fix first",
		never: "due, and never rotated",
		due: maxAgeDays === null ? "older than its maximum age" : `older than ${count(maxAgeDays, "day")}`,
		held: "the namespace is on hold",
		exempt: "nothing to rotate",
		ok: maxAgeDays === null ? "within its maximum age" : `rotated within ${count(maxAgeDays, "day")}`
	}[state];
}
function kindTable({ summary, credentials }) {
	const kinds = kindsOf$1(credentials);
	if (kinds.length < 2) return [];
	const states = STATES_WORST_FIRST.filter((state) => summary.byState[state] > 0);
	const rows = kinds.map((kind) => {
		const numbers = states.map((state) => summary.byKind[kind]?.[state] ?? 0);
		const all = numbers.reduce((sum, each) => sum + each, 0);
		return [
			kind,
			...numbers.map((value, index) => [{
				text: digits(value),
				tone: STATE_TONES[states[index]]
			}]),
			digits(all)
		];
	});
	return table([
		"kind",
		...states.map((state) => STATE_WORDS[state]),
		"all"
	].map((title, index) => index === 0 ? { title } : {
		title,
		align: "right"
	}), rows, { titled: true });
}
function onlyWhenNamed(due, kind) {
	return `${countOfKind(due, kind)} to rotate ${due === 1 ? "is" : "are"} left alone unless named: --kind ${kind}.`;
}
function nextSteps(result, selection) {
	const due = result.credentials.filter(({ state }) => state === "due" || state === "never");
	const { byDefault } = knownKinds();
	const aside = due.filter(({ kind }) => !byDefault.includes(kind) && !selection.includes(kind));
	const rotatable = due.length - aside.length;
	const blocked = result.summary.byState.blocked;
	const say = (sentence) => ({
		say: sentence,
		command: null
	});
	const it = rotatable === 1 ? "it" : "each";
	const restorable = result.credentials.filter(({ reasons }) => reasons.some(isBetterCure));
	return [
		...blocked === 0 ? [] : [say(`${count(blocked, "credential is", "credentials are")} blocked: fix first what ${blocked === 1 ? "its reason says" : "their reasons say"}.`)],
		...kindsOf$1(aside).map((kind) => say(onlyWhenNamed(aside.filter((each) => each.kind === kind).length, kind))),
		...rotatable > 0 && result.newSince !== void 0 ? [say(`Give ${it} a rotation date before the merge: rotate-pr apply --namespace NAME --module NAME writes today’s.`)] : rotatable > 0 ? [step("To see the change first:", command("plan", selection, "--due")), step(`To rotate what is due (${digits(rotatable)}):`, command("open", selection, "--due"))] : due.length === 0 ? [say("Nothing is due.")] : [],
		...restorable.length === 0 ? [] : [step(`To have Terraform rotate ${digits(restorable.length)} by itself again, which ends rotating by hand:`, command("plan", selection, ...kindsOf$1(restorable).flatMap((kind) => selection.includes(kind) ? [] : ["--kind", kind]), "--restore-self-rotation"))]
	];
}
function isBetterCure({ code }) {
	return code === "could-rotate-itself";
}
// src/git/fast-import.ts
const SCRATCH_REF = "refs/rotate-pr/scratch";
async function fastImport(clone, base, commits) {
	if (commits.length === 0) return [];
	await removeStalePacks(clone);
	return converse(clone, [
		"fast-import",
		"--quiet",
		"--done",
		"--date-format=raw"
	], async (stdin, stdout) => {
		const lines = lineReader(stdout);
		const write = (commands) => pipeline(Readable.from(commands), stdin, { end: false });
		await write(treeCommands(base, commits));
		await write(commitCommands(base, commits, (await lines(commits.length)).map(treeName)));
		const names = await lines(commits.length);
		stdin.end(`reset ${SCRATCH_REF}\n\ndone\n`);
		return names;
	});
}
const STALE_MS = 36e5;
async function removeStalePacks(clone) {
	const found = await tryGit(clone, [
		"rev-parse",
		"--git-path",
		"objects/pack"
	]);
	const folder = resolve(clone.folder, found.stdout.trim());
	const names = await readdir(folder).catch(() => []);
	for (const name of names.filter((each) => /^tmp_(?:pack|idx|rev)_\w+$/.test(each))) {
		const path = join(folder, name);
		try {
			if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) await unlink(path);
		} catch {}
	}
}
function lineReader(stdout) {
	const ready = [];
	let rest = "";
	let isOver = false;
	let wake = () => {};
	stdout.on("data", (chunk) => {
		const parts = (rest + chunk.toString("latin1")).split("\n");
		rest = parts.pop() ?? "";
		ready.push(...parts);
		wake();
	});
	stdout.on("close", () => {
		isOver = true;
		wake();
	});
	return async (count) => {
		while (ready.length < count && !isOver) await new Promise((resolve) => {
			wake = resolve;
		});
		if (ready.length < count) throw new Error(`git fast-import gave ${ready.length} of ${count} lines`);
		return ready.splice(0, count);
	};
}
function* treeCommands(base, commits) {
	let parent = `from ${base}\n`;
	let given = [];
	for (const { files } of commits) {
		const parts = [`commit ${SCRATCH_REF}\nmark :1\ncommitter ${identityText({
			name: "",
			email: ""
		})} 0 +0000\ndata 0\n${parent}`, ...given.map(({ path, mode, before }) => `M ${mode} ${before} ${quotePath(path)}\n`)];
		for (const { path, mode, content } of files) parts.push(`M ${mode} inline ${quotePath(path)}\ndata ${content.length}\n`, content, "\n");
		parts.push("\nls :1 \"\"\n");
		yield bytes(parts);
		parent = "";
		given = files;
	}
}
function treeName(line) {
	const name = /^040000 tree (?<name>[0-9a-f]+)\t$/.exec(line)?.groups?.["name"];
	if (name === void 0) throw new Error(`git fast-import told no tree: ${JSON.stringify(line)}`);
	return name;
}
function* commitCommands(base, commits, trees) {
	for (const [index, commit] of commits.entries()) {
		const at = (date) => `${identityText(commit.author)} ${Math.floor(date.getTime() / 1e3)} +0000`;
		const [author, committer] = [at(commit.authoredAt ?? commit.date), at(commit.date)];
		const message = Buffer.from(commit.message, "utf8");
		yield bytes([
			`commit ${SCRATCH_REF}\nmark :1\nauthor ${author}\ncommitter ${committer}\ndata ${message.length}\n`,
			message,
			`\nfrom ${base}\nM 040000 ${trees[index]} ""\n\nget-mark :1\n`
		]);
	}
}
function bytes(parts) {
	return Buffer.concat(parts.map((part) => typeof part === "string" ? Buffer.from(part, "utf8") : part));
}
function identityText({ name, email }) {
	const clean = (text) => text.replaceAll(/[\u0000-\u001f\u007f<>]/g, "").trim();
	return `${clean(name) || "rotate-pr"} <${clean(email)}>`;
}
function quotePath(path) {
	return `"${path.replaceAll(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}"`;
}
// src/report/text-lines.ts
function hanging(text, mark, width) {
	const [first = "", ...more] = wrap(text, width - mark.length);
	return [mark + first, ...more.map((line) => " ".repeat(mark.length) + line)];
}
function shortened(items, limit, { mayShorten }) {
	return mayShorten && limit !== void 0 ? items.slice(0, limit) : items;
}
function moreLines(left, noun, { paint }) {
	if (left === 0) return [];
	const what = noun === void 0 ? "" : ` ${noun}${left === 1 ? "" : "s"}`;
	return [paint("quiet", `… and ${digits(left)} more${what}; --verbose or a pipe lists them`)];
}
function partsOf(text) {
	return typeof text === "string" ? [text] : text;
}
function inlineText(text) {
	return partsOf(text).map(plainPart).join("");
}
function plainPart(part) {
	return visible(typeof part === "string" ? part : "name" in part ? part.name : part.text);
}
// src/report/table.ts
var import_picocolors = __toESM(require_picocolors(), 1);
const GAP$1 = 2;
function columnWidths(columns, groups, width) {
	const rows = groups.flat();
	const widths = columns.map(() => 0);
	for (const row of rows) row.forEach((cell, index) => {
		widths[index] = Math.max(widths[index], stringWidth(cell.text));
	});
	let excess = widths.reduce((sum, each) => sum + each, 0) + GAP$1 * (columns.length - 1) - width;
	for (; excess > 0; excess -= 1) {
		const widest = widestToShrink(columns, widths);
		if (widest === -1) break;
		widths[widest] -= 1;
	}
	return widths.map((each, index) => {
		if (columns[index].min === void 0) return each;
		return Math.max(...groups.map((group) => widthThatTellsApart(group.flatMap((row) => row[index] ?? []), each)), each);
	});
}
function widthThatTellsApart(cells, width) {
	const texts = new Set(cells.map(({ text }) => text));
	for (let enough = width;; enough += 1) {
		if (cells.filter(({ text }) => stringWidth(text) > enough).length === 0) return enough;
		const seen = new Map(cells.map((cell) => [cell.text, fitted(cell, enough)]));
		if (new Set(seen.values()).size === texts.size) return enough;
	}
}
function fitted({ text, short }, width) {
	return cutMiddle(short !== void 0 && stringWidth(text) > width ? short : text, width);
}
function widestToShrink(columns, widths) {
	let found = -1;
	columns.forEach(({ min }, index) => {
		if (min === void 0 || widths[index] <= min) return;
		if (found === -1 || widths[index] > widths[found]) found = index;
	});
	return found;
}
function formatRow(columns, widths, row) {
	const last = row.findLastIndex((cell) => cell.text !== "");
	return row.slice(0, last + 1).map((cell, index) => {
		const width = widths[index];
		const align = columns[index].align ?? "left";
		const text = fitted(cell, width);
		const padded = index === last && align === "left" ? text : pad(text, width, align);
		const paint = cell.paint;
		return paint === void 0 || text === "" ? padded : padded.replace(text, () => paint(text));
	}).join(" ".repeat(GAP$1));
}
function formatTable(columns, rows, width, indent = "") {
	const widths = columnWidths(columns, [rows], width - indent.length);
	return rows.map((row) => indent + formatRow(columns, widths, row));
}
// src/git/log.ts
const FLAGS = [
	...[
		"--first-parent",
		"--diff-merges=first-parent",
		"--root",
		"--raw",
		"-z",
		"--no-abbrev",
		"--no-renames"
	],
	...[
		"--no-relative",
		"--no-color",
		"--no-ext-diff",
		"--no-textconv",
		"--no-follow",
		"--no-show-signature"
	],
	...[
		"--no-notes",
		"--no-mailmap",
		"--ignore-submodules=all",
		"--encoding=UTF-8",
		"--format=%H %ct %P%n%s"
	]
];
async function logBranch(clone, { tip, from, to, folder }, each) {
	if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
	const range = [`--max-age=${timestamp(from)}`, `--min-age=${timestamp(to - 1)}`];
	const args = [
		"--literal-pathspecs",
		"log",
		...FLAGS,
		...range,
		tip,
		"--",
		folder
	];
	const { take, end } = logParser(each);
	await streamGit(clone, args, take);
	end();
}
function timestamp(seconds) {
	return Math.min(Math.max(0, seconds), 2 ** 31 - 1);
}
function logParser(each) {
	let rest = "";
	let commit = null;
	let change = null;
	function end() {
		if (commit !== null) each(parseHeader(commit.header, commit.changes));
		commit = null;
	}
	function field(text) {
		if (change !== null) {
			commit?.changes.push({
				path: decode(text),
				...change
			});
			change = null;
			return;
		}
		const raw = text.startsWith("\n") ? text.slice(1) : text;
		if (raw.startsWith(":")) {
			change = parseChange(raw);
			return;
		}
		end();
		commit = {
			header: raw,
			changes: []
		};
	}
	return {
		take(chunk) {
			const text = rest + chunk.toString("latin1");
			let start = 0;
			for (let at = text.indexOf("\0"); at >= 0; at = text.indexOf("\0", start)) {
				field(text.slice(start, at));
				start = at + 1;
			}
			rest = text.slice(start);
		},
		end
	};
}
function parseChange(raw) {
	const [, mode = "", , oid = ""] = raw.split(" ");
	return {
		mode,
		oid
	};
}
function parseHeader(header, changes) {
	const newline = header.indexOf("\n");
	const [oid = "", seconds = "", parent] = header.slice(0, newline).split(" ");
	return {
		oid,
		parent: parent || null,
		seconds: Number(seconds),
		subject: decode(header.slice(newline + 1)),
		changes
	};
}
function decode(latin1) {
	return Buffer.from(latin1, "latin1").toString("utf8");
}
async function commitBefore(clone, tip, seconds) {
	if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
	return (await runGit(clone, [
		"rev-list",
		"--first-parent",
		"--max-count=1",
		`--min-age=${timestamp(seconds - 1)}`,
		tip,
		"--"
	])).toString("ascii").trim() || null;
}
async function oldestCommit(clone, tip) {
	if (!isObjectId(tip)) throw new Error(`not a full object name: ${JSON.stringify(tip)}`);
	const [seconds = "", oid = ""] = (await runGit(clone, [
		"rev-list",
		"--first-parent",
		"--max-parents=0",
		"--max-count=1",
		"--timestamp",
		tip,
		"--"
	])).toString("ascii").trim().split(" ");
	return {
		oid,
		seconds: Number(seconds)
	};
}
// src/report/problem.ts
let segmenter;
function graphemes(text) {
	segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
	return segmenter.segment(text);
}
const INDENT$2 = "  ";
const TAB = "    ";
const BEFORE_CARET = .6;
function problemLines(problems, { width, paint }) {
	if (problems.length === 0) return [];
	const each = problems.flatMap((problem) => problemFrame(paint, problem, width - 2));
	return [paint("strong", `${count(problems.length, "problem")}:`), ...each.map((line) => `${INDENT$2}${line}`)];
}
function problemFrame(paint, problem, width) {
	const { file, line, column, message, sourceLine } = problem;
	const heading = `${paint("bad", `${visible(file)}:${line}:${column}:`)} ${visible(message)}`;
	if (sourceLine === void 0) return [heading];
	const gutter = `  ${line} | `;
	const { text, caret } = excerpt(sourceLine.replace(/^\ufeff|\r?\n?$/g, ""), column, width - gutter.length);
	return [
		heading,
		`${paint("quiet", gutter)}${text}`.trimEnd(),
		`${paint("quiet", `${" ".repeat(gutter.length - 2)}| `)}${" ".repeat(caret)}${paint("bad", "^")}`
	];
}
function excerpt(line, column, room) {
	const characters = Array.from(graphemes(line), ({ segment }) => segment);
	const before = shown(characters.slice(0, Math.max(0, column - 1)).join(""));
	const after = shown(characters.slice(Math.max(0, column - 1)).join(""));
	const caret = stringWidth(before);
	if (caret + stringWidth(after) < room) return {
		text: before + after,
		caret
	};
	const head = lastColumns(before, Math.max(1, Math.floor(room * BEFORE_CARET)));
	return {
		text: head + firstColumns(after, Math.max(1, room - stringWidth(head) - 1)),
		caret: stringWidth(head)
	};
}
function shown(text) {
	return text.split("	").map(visible).join(TAB);
}
function firstColumns(text, width) {
	return stringWidth(text) <= width ? text : take([...text], width - 1) + "…";
}
function lastColumns(text, width) {
	if (stringWidth(text) <= width) return text;
	return "…" + [...take([...text].reverse(), width - 1)].reverse().join("");
}
// src/report/text-table.ts
const INDENT$1 = 2;
const BELOW$1 = 4;
const MARK = "↳ ";
const LONGEST_BAR = 50;
const SHORTEST_BAR = 10;
const GAP = 2;
function tableLines(table, printer) {
	const here = table.columns.map((column, at) => ({
		...column,
		at
	})).filter(({ only }) => only !== "markdown");
	const group = here.find(({ as }) => as === "group");
	const note = here.find(({ as }) => as === "note");
	const space = group === void 0 ? "" : " ".repeat(INDENT$1);
	const width = printer.width - space.length;
	const groups = groupRows(table.rows, group?.at);
	const listed = group === void 0 ? groups.map((rows) => shortened(rows, table.limit, printer)) : shortened(groups, table.limit, printer);
	const head = here.map(({ title }) => ({
		text: title,
		paint: (text) => printer.paint("quiet", text)
	}));
	const { columns, withUrls } = layOut(here, listed.flat(), {
		...printer,
		width
	});
	const barRoom = roomForBars(columns, listed.flat(), {
		...printer,
		width
	});
	const cellsOf = (row) => columns.map(({ at }) => tableCell(row[at], withUrls, barRoom, printer));
	const titles = table.titled ? [columns.map((column) => head[here.indexOf(column)])] : [];
	const widths = columnWidths(columns, [titles, ...listed.map((rows) => rows.map(cellsOf))], printer.mayCut ? width : Number.POSITIVE_INFINITY);
	const room = width - widths.reduce((sum, each) => sum + each + GAP, 0);
	const line = (cells, remark) => space + formatRow([...columns, {}], [...widths, Math.max(0, room)], [...cells, remark]);
	const noteOf = (row) => note === void 0 ? NOTHING : quiet(tableCell(row[note.at], false, 0, printer), printer);
	const noteTitle = note === void 0 ? NOTHING : fittingBeside(head[here.indexOf(note)], room);
	const out = titles.map((cells) => line(cells, noteTitle ?? NOTHING));
	for (const rows of listed) {
		if (group !== void 0) out.push(groupHeading(rows[0][group.at], printer));
		const common = sharedNote(rows.map(noteOf));
		const shared = group === void 0 && common !== null && fittingBeside(common, room) !== null ? null : common;
		if (shared !== null) out.push(...remarkLines({
			...shared,
			short: shared.text
		}, space.length, printer));
		for (const row of rows) {
			const remark = shared === null ? noteOf(row) : NOTHING;
			const beside = fittingBeside(remark, room);
			out.push(line(cellsOf(row), beside ?? NOTHING));
			if (beside === null) out.push(...remarkLines(remark, space.length + BELOW$1, printer));
			if (!withUrls) out.push(...urlsBelow(row, printer).map((url) => space + " ".repeat(BELOW$1) + visible(url)));
		}
	}
	const all = group === void 0 ? table.rows : groups;
	const shown = group === void 0 ? listed.flat() : listed;
	return [...out, ...moreLines(all.length - shown.length, table.noun, printer)];
}
const NOTHING = { text: "" };
function groupRows(rows, at) {
	const groups = [];
	let last = null;
	for (const row of rows) {
		const name = at === void 0 ? "" : inlineText(textOf(row[at]));
		if (name !== last) groups.push([]);
		groups.at(-1).push(row);
		last = name;
	}
	return groups;
}
function groupHeading(cell, { paint, mayCut, width }) {
	const name = inlineText(textOf(cell));
	return paint("strong", mayCut ? cutMiddle(name, width) : name);
}
function layOut(here, rows, printer) {
	const columns = here.filter(({ as }) => as === void 0 || as === "spare");
	const fits = (some, withUrls, mayCut) => {
		return columnWidths(some, [rows.map((row) => some.map(({ at }) => tableCell(row[at], withUrls, 0, printer)))], Number.POSITIVE_INFINITY).map((width, index) => Math.min(width, mayCut && some[index].min || width)).reduce((sum, each) => sum + each + GAP, -2) <= printer.width;
	};
	if (!printer.mayCut || fits(columns, true, true)) return {
		columns,
		withUrls: true
	};
	const withoutSpare = columns.filter(({ as }) => as !== "spare");
	return {
		columns: fits(columns, false, false) ? columns : withoutSpare,
		withUrls: false
	};
}
function roomForBars(columns, rows, { width }) {
	if (!rows.some((row) => row.some(isBar))) return 0;
	return columns.reduce((room, { at, title }) => {
		const texts = rows.map((row) => isBar(row[at]) ? "" : inlineText(textOf(row[at])));
		return room - GAP - Math.max(...[title, ...texts].map(stringWidth));
	}, width + GAP);
}
function tableCell(cell, withUrls, barRoom, printer) {
	if (isBar(cell)) return barCell(cell, barRoom, printer);
	const parts = partsOf(textOf(cell));
	const text = parts.map((part) => withUrls && isLink(part) ? visible(part.url) : plainPart(part)).join("");
	const tone = parts.flatMap((part) => typeof part === "string" ? [] : part.tone ?? [])[0];
	return {
		text,
		...isShort(cell) ? { short: inlineText(cell.short) } : {},
		...tone === void 0 ? {} : { paint: (some) => printer.paint(tone, some) }
	};
}
function quiet(cell, { paint }) {
	return {
		paint: (text) => paint("quiet", text),
		...cell
	};
}
function fittingBeside(remark, room) {
	if (stringWidth(remark.text) <= room) return remark;
	const { short } = remark;
	return short !== void 0 && stringWidth(short) <= room ? {
		...remark,
		text: short
	} : null;
}
function sharedNote(notes) {
	const [first, ...others] = notes;
	return first !== void 0 && first.text !== "" && others.length > 0 && others.every(({ text }) => text === first.text) ? first : null;
}
function remarkLines(remark, by, { width }) {
	if (remark.text === "") return [];
	const room = width - by - 2;
	const { text } = fittingBeside(remark, room) ?? remark;
	const paint = remark.paint ?? ((some) => some);
	return hanging(text, " ".repeat(by) + MARK, by + 2 + room).map(paint);
}
function urlsBelow(row, { mayShorten, mayCut }) {
	return row.filter((cell) => !isBar(cell)).flatMap((cell) => partsOf(textOf(cell)).filter(isLink)).filter(({ follow }) => follow === true || mayCut && !mayShorten).map(({ url }) => url);
}
function barCell({ bar, most }, room, { paint }) {
	const longest = Math.min(LONGEST_BAR, room);
	if (longest < SHORTEST_BAR || most <= 0) return NOTHING;
	let total = 0;
	let drawn = 0;
	const pieces = bar.map(({ value, tone, fill }) => {
		total += value;
		const end = Math.round(total * longest / most);
		const piece = fill.repeat(end - drawn);
		drawn = end;
		return {
			piece,
			tone
		};
	});
	return {
		text: pieces.map(({ piece }) => piece).join(""),
		paint: () => pieces.map(({ piece, tone }) => paint(tone, piece)).join("")
	};
}
function isBar(cell) {
	return typeof cell === "object" && "bar" in cell;
}
function isShort(cell) {
	return typeof cell === "object" && "short" in cell;
}
function textOf(cell) {
	return isBar(cell) ? "" : isShort(cell) ? cell.text : cell;
}
function isLink(part) {
	return typeof part !== "string" && typeof part.url === "string";
}
// src/report/text.ts
const INDENT = 2;
const BELOW = 4;
const LONGEST_RULE = 100;
const INDEX_WIDTH = 3;
function printText(document, options) {
	const printer = printerOf(options);
	const totals = document.totals.flatMap((total) => inlineLines(total, void 0, printer));
	const steps = document.steps.flatMap((step) => stepLines(step, printer));
	const text = spaced([
		...blockParts(document.blocks, printer),
		totals,
		steps
	]);
	return text.length === 0 ? "" : `${text.join("\n")}\n`;
}
function problemsText(problems, options) {
	return printText({
		title: "",
		totals: [],
		blocks: [{
			type: "problems",
			problems
		}],
		steps: []
	}, options);
}
function printerOf({ width, color, isTerminal, verbose }) {
	const c = import_picocolors.default.createColors(color);
	const paints = {
		good: c.green,
		warning: c.yellow,
		bad: c.red,
		never: c.magenta,
		held: c.cyan,
		quiet: c.dim,
		strong: c.bold,
		value: (text) => text
	};
	return {
		width,
		paint: (tone, text) => tone === void 0 || text === "" ? text : paints[tone](text),
		mayCut: isTerminal,
		mayShorten: isTerminal && !verbose
	};
}
function spaced(parts) {
	return parts.filter((part) => part.length > 0).flatMap((part, index) => index === 0 ? [...part] : ["", ...part]);
}
function blockParts(blocks, printer) {
	return blocks.map((block) => blockLines(block, printer));
}
function blockLines(block, printer) {
	const { paint, width } = printer;
	switch (block.type) {
		case "section": return sectionLines(block, printer);
		case "paragraph": return block.only === "markdown" ? [] : inlineLines(block.text, block.tone, printer);
		case "warning": return inlineLines(block.text, "warning", printer);
		case "table": return block.only === "markdown" ? [] : tableLines(block, printer);
		case "names": return nameLines(block, printer);
		case "details": return [...wrap(visible(block.summary), width).map((line) => paint("warning", line)), ...indented(INDENT, printer, (inner) => blockParts(block.blocks, inner).flat())];
		case "code": return block.language === "diff" ? diffLines(block.content, printer) : textLines(block.content).map(visibleLine);
		case "problems": return problemLines(block.problems, {
			width: printer.mayCut ? width : Number.POSITIVE_INFINITY,
			paint
		});
		case "checklist": return block.steps.flatMap((step, index) => checklistLines(step, block.numbered ? `${index + 1}.` : null, index > 0, printer));
		case "tree": return block.items.flatMap(({ text, below }) => [...wrap(inlineText(text), width), ...below.flatMap((each) => hanging(inlineText(each), `${" ".repeat(INDENT)}- `, width))]);
		case "list": return [...wrap(block.title, width), ...block.items.flatMap((item, index) => {
			const [first = "", ...more] = stepLines(item, {
				...printer,
				width: width - INDEX_WIDTH
			});
			return [`${index + 1}. `.padStart(INDEX_WIDTH) + first, ...more.map((line) => " ".repeat(INDEX_WIDTH) + line)];
		})];
		case "steps": return block.steps.flatMap((step) => stepLines(step, printer));
	}
}
function sectionLines({ title, blocks, apart = false }, printer) {
	const { paint, width } = printer;
	const name = inlineText(title);
	if (apart) {
		const text = printer.mayCut ? cutMiddle(name, Math.max(10, width - 8)) : name;
		const rest = Math.max(2, Math.min(width, LONGEST_RULE) - stringWidth(text) - 4);
		return spaced([[paint("strong", `── ${text} ${"─".repeat(rest)}`)], ...blockParts(blocks, printer)]);
	}
	return [...wrap(name, width).map((line) => paint("strong", line)), ...indented(INDENT, printer, (inner) => blockParts(blocks, inner).flat())];
}
function indented(by, printer, lines) {
	const space = " ".repeat(by);
	return lines({
		...printer,
		width: printer.width - by
	}).map((line) => line === "" ? "" : space + line);
}
function inlineLines(text, tone, { width, paint }) {
	const urls = partsOf(text).flatMap((part) => typeof part === "string" || !part.url ? [] : [part.url]);
	return [...wrap(inlineText(text), width).map((line) => paint(tone, line)), ...urls.map((url) => " ".repeat(BELOW) + visible(url))];
}
function stepLines({ say, command }, { width }) {
	if (command === null) return wrap(say, width);
	const line = `${say} ${visible(command)}`;
	return stringWidth(line) <= width ? [line] : [...wrap(say, width), `  ${visible(command)}`];
}
function checklistLines({ title, commands, expect }, number, apart, printer) {
	return [
		...apart ? [""] : [],
		...hanging(inlineText(title), number === null ? "[ ] " : `[ ] ${number} `, printer.width),
		...indented(BELOW, printer, (inner) => [...commands.flatMap((command) => command.split("\n").map((line) => inner.paint("held", visibleLine(line)))), ...expect.flatMap((phrase) => wrap(inlineText(phrase), inner.width).map((line) => inner.paint("quiet", line)))])
	];
}
function nameLines({ names, limit }, printer) {
	const shown = shortened(names, limit, printer);
	return [...wrap(shown.map(visible).join(", "), printer.width), ...moreLines(names.length - shown.length, void 0, printer)];
}
function diffLines(diff, { paint }) {
	let inHunk = false;
	return textLines(diff).map((raw) => {
		const line = visibleLine(raw);
		if (line.startsWith("diff --git ")) inHunk = false;
		if (line.startsWith("@@")) {
			inHunk = true;
			const end = line.indexOf("@@", 2) + 2;
			return paint("held", line.slice(0, end)) + line.slice(end);
		}
		if (!inHunk) return paint("strong", line);
		if (line.startsWith("+")) return paint("good", line);
		return line.startsWith("-") ? paint("bad", line) : line;
	});
}
function textLines(text) {
	return text === "" ? [] : text.replace(/\n$/, "").split("\n");
}
export { ACTIONS, CONFIG_FILES, DATE_FORMATS, EMPTY_SCOPE, FetchError, GitError, MAX_FILE_BYTES, MODULE_HOST, MODULE_OWNER, NAMESPACES, NO_DATE, OUTCOMES, STATES_WORST_FIRST, STATE_WORDS, addDays, alsoChanged, applySplices, argumentsOfRules, auditDocument, auditDoor, auditTitle, auditTotal, branchName, buildScope, changeTable, clusterLabel, clusterLabel$1, code, codeWords, command, commitBefore, compareNames, compareVersions, compileRules, converse, count, credentialId, dayInLondon, daysBetween, decodeSecret, decodeText, defaultMaxAge, deleteAllPods, deletePod, details, digits, dueOn, editOf, equalsColumn, escapeMarkdown, examineModule, fastImport, fence$1 as fence, findAttribute, findBlocks, findCall, findElements, findEntries, findModules, findOutput, findRoot, findTemplateParts, findTraversals, findUnknownKind, formatTable, gitEnvironment, groupByTeam, groupWorstFirst, hasFailures, hasRunOut, hasTail, holdsNamespaces$1 as holdsNamespaces, inlineText, insertArguments, instancesOf, isBlank, isConfiguration, isEverywhere, isGlob, isJson, isLoadedValues, isNamespaceName, isPartialClone, isRotatable, isShallow, kindCounts, kindCountsOf, kindNoun, kindTable, kindsOf$1 as kindsOf, leadingSpace, lineAt, lineEndingOf, lineStartAfter, lineStartOf, link, listGitHubSecrets, listOf, listPods, listSecrets, listTree, listWords, listedCredentials, literalString, loadConfig, logBranch, markdownTable, maxAgeOfKind, meansNever, messages, namesModule, namespaceName, namespacePath, needsFacts, nextSteps, notRotatableTitle, objectCompleter, oldestCommit, onlyWhenNamed, openCommit, openRepository, openRoot, originInFile, otherSteps, ownershipAdvice, pageDoor, paragraph, parseDay, parseResourcePath, phraseString, place, plainSettings, plainText, policyRules, positionAt, printText, problems, problemsText, proveEdit, publishedModule, pushedByFolder, quote, readAudit, readBlobs, readDate, readFlags, readOpenRequest, reasonOf$1 as reasonOf, referenceIn, releasesAbove, rememberedUntil, repeatedArguments, reportFailure, reportFormats, requestLink, requestName, requestNoun, resolveCommit, resolveDate, resolveExpression, resolveSelection, resolveSettings, resolveStart, resolveString, resolveValue, rolloutRestart, rotateAgain, rotatedCell, runAudit, runDoor, runGit, sameBut, say, sayGitHub, sayKeys, sayList, sayThing, sayValue, scan, secretOf$1 as secretOf, section, selectNamespaces, selectsCredential, selectsModule, selectsNamespace, selfRotationBlocks, setNewest, sharedBranches, shellWords, shortFile, shortSecretOf, showConfigMap, skippedBlocks, skippedOf, sorted, sourceScanner, sourceSentence, startOfDayInLondon, step, stepBetween, streamGit, subjectOf, surveyEstate, surveySelected, surveyTree, table, tailColumn, takesWholeNamespaces, teamKey, terminalOf, timeInLondon, toJson, togetherBlocks, toned, trimEndOf, trimOf, truncate, tryGit, upgradeRemarks, versionOf, visible, waitingBlocks, whatApplyingDoes, whatWasDone, whoUses, wholeFile, withoutEnclosed, wordsOf, worstFirst, wrap, writeDate, writeDateAgain, writtenValue };
