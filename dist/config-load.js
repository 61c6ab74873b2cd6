import { __toESM } from "./rolldown-runtime.js";
import { require_dist } from "./lib/yaml.js";
import { configSettings, didYouMean } from "./main.js";
import { KIND_NAME, PACKS, kindSlips, kindsInForce, kindsShape, namesOfKinds } from "./cli-verbs-complete.js";
import { TITLE_PLACEHOLDERS } from "./open.js";
import { _enum, array, boolean, date, number, strictObject, string, toJSONSchema, union } from "./lib/zod.js";
import { compileRules } from "./audit.js";
// src/config/schema.ts
var import_dist = __toESM(require_dist(), 1);
const DAYS = [
	"mon",
	"tue",
	"wed",
	"thu",
	"fri",
	"sat",
	"sun"
];
const MAX_TEXT = 300;
const MAX_LIST = 200;
function whole(min, max, what) {
	const error = `${what}, from ${min} to ${max}`;
	return number({ error }).int({ error }).min(min, { error }).max(max, { error });
}
function text(pattern, error, max = MAX_TEXT) {
	return string({ error }).min(1, { error }).max(max, { error }).regex(pattern, { error });
}
function listOf(item, error) {
	return array(item, { error }).max(MAX_LIST, { error: `at most ${MAX_LIST} of them` });
}
function oneOrMore(item, error) {
	return union([item, listOf(item, error).min(1, { error })], { error });
}
function group(shape, error) {
	return strictObject(shape, { error });
}
const flag = boolean({ error: "true or false" });
const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;
const days = whole(0, 36500, "a whole number of days");
const day = date({ error: "a day of the calendar, as yyyy-MM-dd" });
const reason = text(ONE_LINE, `why, in one line of at most ${MAX_TEXT} characters`);
const globs = oneOrMore(text(ONE_LINE, "a name or a glob"), "a name, a glob, or a list of them");
function matchShape(kinds, isOpen) {
	const named = _enum(kinds, { error: `one of ${kinds.join(", ")}` });
	return group({
		namespace: globs.optional().describe("Namespaces, by name or glob"),
		cluster: globs.optional().describe("Clusters, by folder name, first label or glob"),
		team: globs.optional().describe("Teams, by name or glob: the annotation team-name and the groups of 01-rbac.yaml"),
		kind: oneOrMore(isOpen ? union([named, text(KIND_NAME, "the name of a kind")]) : named, `one of ${kinds.join(", ")}, or a list of them`).optional().describe("Kinds of credentials"),
		production: flag.optional().describe("What the label is-production of the namespace says"),
		module: globs.optional().describe("Modules, by name or glob"),
		credential: globs.optional().describe("Ids of credentials, whole or as a glob")
	}, "a map with at least one of namespace, cluster, team, kind, production, module, credential").refine((given) => Object.keys(given).length > 0, { error: "at least one of namespace, cluster, team, kind, production, module, credential" }).meta({
		minProperties: 1,
		description: "What the rule is about: all of these must hold"
	});
}
const AGES = "a whole number of days, from 0 to 36500, or a map of them by kind";
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/;
const SLUG = /^[a-z0-9][a-z0-9_-]*$/;
const titlePattern = new RegExp(`^(?:[^{}\\u0000-\\u001f\\u007f]|\\{(?:${TITLE_PLACEHOLDERS.join("|")})\\})*$`);
const AUTHOR = /^[^<>\u0000-\u001f\u007f]*[^<>\u0000-\u0020\u007f] <[^<>@\s]+@[^<>@\s]+>$/;
const logins = listOf(text(LOGIN, "a login of GitHub"), "a list of logins of GitHub");
const window = group({
	days: listOf(_enum(DAYS, { error: `one of ${DAYS.join(", ")}` }), `a list of ${DAYS.join(", ")}`).min(1, { error: `a list of ${DAYS.join(", ")}` }).optional().describe("The days on which it begins; default every day"),
	from: text(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "a time of day as \"hh:mm\", from \"00:00\" to \"23:59\"").optional().describe("London time; default 00:00"),
	to: text(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "a time of day as \"hh:mm\", from \"00:00\" to \"24:00\"").optional().describe("London time, earlier than `from` for a window over midnight; default 24:00")
}, "a map with days, from and to");
const STAGGER = "true, false, or a map with enabled, holdProductionDays and notOneApplication";
const stagger = group({
	enabled: flag.optional(),
	holdProductionDays: whole(0, 365, "a whole number of days").optional().describe("Days that production waits for the rest of its application, be it open or impossible to open"),
	notOneApplication: listOf(text(ONE_LINE, "the name of an application"), "a list of names of applications").optional().describe("Values of the annotation `application` that unrelated namespaces share")
}, STAGGER);
function shapesByKey(kinds, isOpen) {
	const match = matchShape(kinds, isOpen);
	const closed = group(Object.fromEntries(["default", ...kinds].map((name) => [name, days.optional()])), AGES);
	const ages = isOpen ? closed.catchall(days) : closed;
	return {
		extends: _enum(PACKS, { error: `one of ${PACKS.join(", ")}` }),
		kinds: kindsShape,
		maxAge: union([days, ages], { error: AGES }),
		overrides: listOf(group({
			match,
			maxAge: days
		}, "a map with match and maxAge"), "a list of maps with match and maxAge"),
		exclude: listOf(group({
			match,
			reason
		}, "a map with match and reason"), "a list of maps with match and reason"),
		snooze: listOf(group({
			match,
			until: day.describe("From this day on it counts no more"),
			reason
		}, "a map with match, until and reason"), "a list of maps with match, until and reason"),
		clusters: globs,
		windows: listOf(window, "a list of maps with days, from and to").min(1, { error: "at least one window, or no key windows" }),
		freezes: listOf(group({
			from: day,
			to: day,
			reason
		}, "a map with from, to and reason"), "a list of maps with from, to and reason"),
		stagger: union([flag, stagger], { error: STAGGER }),
		refreshAfter: whole(1, 365, "a whole number of days"),
		labels: listOf(text(ONE_LINE, "the name of a label, at most 50 characters", 50), "a list of labels"),
		reviewers: logins,
		teamReviewers: listOf(text(SLUG, "the slug of a team of GitHub, without its organisation"), "a list of slugs of teams of GitHub"),
		assignees: logins,
		author: text(AUTHOR, "an author as \"Name <email>\""),
		title: text(titlePattern, `a title of at most 200 characters, in braces only ${TITLE_PLACEHOLDERS.join(", ")}`, 200),
		base: text(/^(?![-/.])(?!.*(?:\.\.|\/\/|@\{))[^\u0000-\u0020\u007f~^:?*[\\]+$/, "the name of a branch")
	};
}
function plainShape({ name, type, choices = [] }) {
	switch (type) {
		case "switch":
		case "toggle": return flag;
		case "number": return whole(1, 1e4, "a whole number");
		case "choice": return _enum(choices, { error: `one of ${choices.join(", ")}` });
		case "list": return listOf(text(ONE_LINE, "one line of text"), "a list of texts");
		case "text":
		case "optional": return text(ONE_LINE, "one line of text");
		case "file": throw new Error(`${name} has no shape`);
	}
}
function configSchema(kinds, isOpen = false) {
	const key = `${kinds.join(" ")}${isOpen ? " and others" : ""}`;
	const schema = SCHEMAS.get(key) ?? makeSchema(kinds, isOpen);
	SCHEMAS.set(key, schema);
	return schema;
}
const SCHEMAS = new Map();
function makeSchema(kinds, isOpen) {
	const shapes = new Map(Object.entries(shapesByKey(kinds, isOpen)));
	const keys = configSettings().map((setting) => {
		const { key, help = setting.help } = setting.config;
		return [key, (shapes.get(key) ?? plainShape(setting)).optional().describe(help)];
	});
	return group(Object.fromEntries(keys), "a map of settings");
}
function jsonSchema(kinds, isOpen = false) {
	const { $schema, ...rest } = toJSONSchema(configSchema(kinds, isOpen), { io: "input" });
	return {
		$schema,
		title: "rotate-pr",
		description: "The settings of rotate-pr in .github/rotate-pr.yml",
		...rest
	};
}
function schemaAt(schema, path) {
	const shapes = schema.anyOf ?? [schema];
	const [first, ...rest] = path;
	if (first === void 0) return shapes;
	return shapes.flatMap(({ properties, additionalProperties, items }) => {
		const next = typeof first === "number" ? items : properties?.[first] ?? additionalProperties;
		return typeof next !== "object" ? [] : schemaAt(next, rest);
	});
}
// src/config/errors.ts
function explainIssues(issues, document, data, { kinds, most }) {
	const schema = jsonSchema(kinds);
	const mistakes = [];
	const told = new Set();
	const all = issues.flatMap((each) => innermost(each, data));
	const withUnknown = new Set(all.filter(({ code }) => code === "unrecognized_keys").map(({ path }) => placeOf(path)));
	for (const issue of all) {
		if (issue.code === "unrecognized_keys") {
			for (const key of issue.keys.slice(0, most)) mistakes.push(unknownKey(key, issue.path, document, schema));
			continue;
		}
		if (issue.code === "invalid_key") {
			mistakes.push(wrongKey(issue.path, issue.issues[0]?.message ?? issue.message, document));
			continue;
		}
		const at = placeOf(issue.path);
		if (told.has(at) || issue.code === "custom" && withUnknown.has(at)) continue;
		told.add(at);
		mistakes.push(wrongValue(issue, document, data, schema));
	}
	return mistakes;
}
function innermost(issue, data) {
	if (issue.code !== "invalid_union") return [issue];
	const deeper = issue.errors.find((errors) => errors.every((each) => isInside(each)));
	const value = valueAt(data, issue.path);
	if (deeper === void 0 || typeof value !== "object" || value === null) return [issue];
	return deeper.flatMap((each) => innermost({
		...each,
		path: [...issue.path, ...each.path]
	}, data));
}
function isInside(issue) {
	return issue.path.length > 0 || issue.code === "unrecognized_keys" || issue.code === "custom";
}
function unknownKey(key, path, document, schema) {
	const known = schemaAt(schema, path).flatMap((node) => Object.keys(node.properties ?? {}));
	const advice = didYouMean(key, known) || `: the keys here are ${known.join(", ")}`;
	const where = path.length === 0 ? "" : ` in ${pathWords(path)}`;
	return {
		offset: offsetOfKey(document, path, key),
		code: "config-unknown-key",
		message: `there is no key ${quoted(key)}${where}${advice}`
	};
}
function wrongKey(path, expected, document) {
	const key = String(path.at(-1));
	const map = path.slice(0, -1);
	return {
		offset: offsetOfKey(document, map, key),
		code: "config-value",
		message: `${quoted(key)} in ${pathWords(map)}: expected ${expected}`
	};
}
function wrongValue(issue, document, data, schema) {
	const { path, message } = issue;
	const offset = offsetOfValue(document, path);
	const value = valueAt(data, path);
	if (value === void 0) return {
		offset,
		code: "config-missing",
		message: `${pathWords(path)} is missing: expected ${message}`
	};
	const name = path.length === 0 ? "the file" : pathWords(path);
	const choices = schemaAt(schema, path).flatMap((node) => node.enum ?? []);
	const meant = typeof value === "string" ? didYouMean(value, choices) : "";
	return {
		offset,
		code: "config-value",
		message: `${name} is ${shown(value)}, expected ${message}${meant}`
	};
}
function placeOf(path) {
	return JSON.stringify(path.map(String));
}
function valueAt(data, path) {
	let value = data;
	for (const part of path) {
		if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return void 0;
		value = value[part];
	}
	return value;
}
function pathWords(path) {
	return path.map((part, index) => typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`).join("");
}
function shown(value) {
	if (value === null) return "empty";
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
	if (typeof value === "object") return Object.keys(value).length === 0 ? "an empty map" : "a map";
	return typeof value === "string" ? quoted(value) : String(value);
}
function quoted(text) {
	return JSON.stringify(text.length > 60 ? `${text.slice(0, 20)}…` : text);
}
function offsetOfValue(document, path) {
	let node = follow(document, document.contents);
	let offset = startOf(node);
	for (const part of path) {
		node = follow(document, entry(node, part)?.value);
		if (!import_dist.isNode(node)) break;
		offset = startOf(node);
	}
	return offset;
}
function offsetOfKey(document, path, key) {
	let node = follow(document, document.contents);
	for (const part of path) node = follow(document, entry(node, part)?.value);
	const found = entry(node, key)?.key;
	return import_dist.isNode(found) ? startOf(found) : startOf(node);
}
function entry(node, part) {
	if (import_dist.isSeq(node)) return {
		key: null,
		value: node.items[Number(part)]
	};
	if (!import_dist.isMap(node)) return null;
	return node.items.find(({ key }) => keyText(key) === String(part)) ?? null;
}
function keyText(key) {
	if (import_dist.isScalar(key)) return key.value === null ? "" : String(key.value);
	return String(key);
}
function follow(document, node) {
	return import_dist.isAlias(node) ? node.resolve(document) : node;
}
function startOf(node) {
	return import_dist.isNode(node) ? node.range?.[0] ?? 0 : 0;
}
const TOO_DEEP = "nested too deep to be read";
const NO_TAGS = "tags (!name) mean nothing here: write the value alone";
function describeSyntax({ code, message, pos }) {
	const words = {
		TAB_AS_INDENT: "a tab stands where YAML wants spaces: indent with spaces",
		DUPLICATE_KEY: "this key stands here a second time: keep one of the two",
		MULTIPLE_DOCS: "a second document begins here: one file holds one list of settings",
		BAD_INDENT: "the indent fits no line above it",
		TAG_RESOLVE_FAILED: NO_TAGS
	};
	const offset = pos[0];
	if (/call stack/.test(message)) return {
		offset,
		code: "config-syntax",
		message: TOO_DEEP
	};
	const own = message.split("\n", 1)[0]?.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200);
	return {
		offset,
		code: "config-syntax",
		message: words[code] ?? `not valid YAML: ${own}`
	};
}
function findTags(document) {
	const found = [];
	import_dist.visit(document, { Node(_key, node) {
		if ("tag" in node && node.tag !== void 0 && node.range) found.push({
			offset: node.range[0],
			code: "config-syntax",
			message: NO_TAGS
		});
	} });
	return found;
}
// src/config/load.ts
const MAX_CONFIG_BYTES = 65536;
const MAX_ALIASES = 50;
const MAX_PROBLEMS = 20;
function parseConfig(text, file, builtIn) {
	const content = text.replace(/^\ufeff/, "");
	const place = placer(content, file);
	const tell = (mistakes) => ({ problems: mistakes.toSorted((a, b) => a.offset - b.offset).slice(0, MAX_PROBLEMS).map(place) });
	const read = readYaml(content);
	if ("mistakes" in read) return tell(read.mistakes);
	const { document, data } = read;
	const hidden = findHiddenKind(document);
	if (hidden !== null) return tell([hidden]);
	const kinds = namesOfKinds(data, builtIn);
	const checked = configSchema(kinds).safeParse(data ?? {});
	if (!checked.success) return tell(explainIssues(checked.error.issues, document, data, {
		kinds,
		most: MAX_PROBLEMS
	}));
	const slips = checkValues(checked.data, document);
	if (slips.length > 0) return tell(slips);
	const lines = linesOf(document, lineFinder(content));
	const rules = compileRules(checked.data, (path) => lines.get(path) ?? 1);
	const { extends: pack, kinds: own } = checked.data;
	return { config: {
		file,
		values: checked.data,
		kinds: kindsInForce(pack, own),
		...rules,
		lines
	} };
}
function findHiddenKind(document) {
	const path = ["kinds", "__proto__"];
	if (!document.hasIn(path)) return null;
	return {
		offset: offsetOfValue(document, path),
		code: "config-value",
		message: "__proto__ cannot be the name of a kind: choose another"
	};
}
function checkValues(values, document) {
	const { windows = [], freezes = [], extends: pack, kinds } = values;
	const mistakes = [];
	const add = (path, message) => {
		mistakes.push({
			offset: offsetOfValue(document, path),
			code: "config-value",
			message
		});
	};
	for (const { path, message } of kindSlips(pack, kinds)) add(path, message);
	windows.forEach(({ from = "00:00", to = "24:00" }, index) => {
		if (from === to) add([
			"windows",
			index,
			"to"
		], `the window begins and ends at ${from}: leave both out for the whole day`);
	});
	freezes.forEach(({ from, to }, index) => {
		if (from > to) add([
			"freezes",
			index,
			"to"
		], `the freeze ends on ${to}, before it begins on ${from}`);
	});
	return mistakes;
}
function readYaml(text) {
	let document;
	try {
		document = import_dist.parseDocument(text, {
			version: "1.2",
			schema: "core",
			merge: false,
			prettyErrors: false,
			logLevel: "error"
		});
	} catch {
		return { mistakes: [{
			offset: 0,
			code: "config-syntax",
			message: TOO_DEEP
		}] };
	}
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) return { mistakes: broken.map(describeSyntax) };
	const tags = findTags(document);
	if (tags.length > 0) return { mistakes: tags };
	try {
		return {
			document,
			data: document.toJS({ maxAliasCount: MAX_ALIASES })
		};
	} catch {
		const message = `the aliases (*name) lead to nothing, or to more than ${MAX_ALIASES} copies: write it out`;
		return { mistakes: [{
			offset: firstAlias(document),
			code: "config-syntax",
			message
		}] };
	}
}
function firstAlias(document) {
	let first = 0;
	import_dist.visit(document, { Alias(_key, alias) {
		first = alias.range?.[0] ?? 0;
		return import_dist.visit.BREAK;
	} });
	return first;
}
function lineFinder(text) {
	const lines = new import_dist.LineCounter();
	for (let at = 0; at !== -1; at = text.indexOf("\n", at) + 1 || -1) lines.addNewLine(at);
	return (offset) => lines.linePos(offset).line;
}
function placer(text, file) {
	return ({ offset, code, message }) => {
		const before = text.slice(0, Math.min(offset, text.length));
		const start = before.lastIndexOf("\n") + 1;
		const line = before.split("\n").length;
		const end = text.indexOf("\n", start);
		const sourceLine = text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
		return {
			file,
			line,
			column: characters(before.slice(start)) + 1,
			code,
			message,
			sourceLine
		};
	};
}
function characters(text) {
	if (/^[\t\x20-\x7e]*$/.test(text)) return text.length;
	return [...new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)].length;
}
function linesOf(document, lineAt) {
	const lines = new Map();
	const resolve = (node) => import_dist.isAlias(node) ? node.resolve(document) : node;
	const top = resolve(document.contents);
	for (const { key, value } of import_dist.isMap(top) ? top.items : []) {
		const name = nameOf(key);
		lines.set(name, lineAt(offsetOf(key)));
		const inner = resolve(value);
		if (import_dist.isMap(inner)) for (const pair of inner.items) lines.set(`${name}.${nameOf(pair.key)}`, lineAt(offsetOf(pair.key)));
		else if (import_dist.isSeq(inner)) inner.items.forEach((item, index) => {
			lines.set(`${name}.${index}`, lineAt(offsetOf(item)));
		});
	}
	return lines;
}
function nameOf(key) {
	return import_dist.isScalar(key) ? String(key.value) : "";
}
function offsetOf(node) {
	return import_dist.isNode(node) ? node.range?.[0] ?? 0 : 0;
}
export { MAX_CONFIG_BYTES, parseConfig };
