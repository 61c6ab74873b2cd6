import { __toESM } from "./rolldown-runtime.js";
import { require_dist } from "./lib/yaml.js";
import "./open.js";
import { BUILT_IN_KINDS, COMMANDS, commandIn, fullName, makeKinds, requiresValue, settingsOf } from "./main.js";
import { CONFIG_FILES, DATE_FORMATS, NAMESPACES, compareNames, findRoot, isNamespaceName } from "./audit.js";
import { _enum, array, boolean, record, strictObject, string } from "./lib/zod.js";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
// src/config/kinds.ts
var import_dist = __toESM(require_dist(), 1);
const PACKS = ["moj", "none"];
const ONE_LINE = /^[^\u0000-\u001f\u007f]*$/;
const KIND_NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
function text(pattern, error, max = 300) {
	return string({ error }).min(1, { error }).max(max, { error }).regex(pattern, { error });
}
function oneOf(words) {
	return _enum(words, { error: `one of ${words.join(", ")}` });
}
function map(shape, error) {
	return strictObject(shape, { error });
}
const argumentName = text(/^[A-Za-z_][\w-]*$/, "the name of an argument");
const line = text(ONE_LINE, "one line of text");
const effect = oneOf([
	"exempt",
	"blocked",
	"warning"
]);
const code = text(/^[a-z][a-z0-9-]*$/, "a code of small letters, digits and -");
const UNKNOWN = "a map with effect, message and, where it has its own, code";
const RULE = "a map with argument, is, effect, code, message and unknown";
const rule = map({
	argument: argumentName.describe("Whose value is asked"),
	is: oneOf([
		"set",
		"true",
		"equal",
		"not",
		"below"
	]).describe("What it has to be; `below` compares versions"),
	value: line.optional().describe("What it is compared with"),
	effect: effect.describe("Nothing to rotate, to be mended first, or to be known"),
	code,
	message: line.describe("{value} and {written} are filled in"),
	unknown: map({
		effect,
		message: line,
		code: code.optional()
	}, UNKNOWN).describe("What is said where the value cannot be known")
}, RULE);
const MODULE = "the name of a repository, or an address in a registry such as hashicorp/consul/aws";
const BLOCK = "a map with either module or resource, and argument and format";
const kind = map({
	module: text(/^(?:[\w.-]+|[\w.-]+(?:\/[\w.-]+){2,3})$/, MODULE).optional().describe("A module: the name of its repository, or its address in a registry"),
	resource: text(/^[a-z][a-z0-9_]*$/, "the type of a resource, such as random_password").optional().describe("In place of a module the type of a resource; one without the argument is no credential"),
	argument: text(/^[A-Za-z_][\w-]*(?:\.[\w-]+)*$/, "the name of an argument, or a path of names such as keepers.rotated_at").describe("The argument that rotates it, or the path to it: keepers.rotated_at"),
	format: oneOf(DATE_FORMATS).describe("How the date is written"),
	since: text(/^\d+\.\d+(?:\.\d+)?$/, "a version such as \"1.2.0\"").optional().describe("First version of the module that has the argument"),
	companion: map({ argument: argumentName }, "a map with argument").optional().describe("An argument that has to be true, or the date is not in force"),
	secretOutputs: array(argumentName, { error: "a list of names of outputs" }).optional().describe("Outputs of the module, or attributes of the resource, that change with a rotation; default all"),
	noun: map({
		one: line,
		many: line,
		secret: line.optional(),
		server: line.optional()
	}, "a map with one, many, secret and server").optional().describe("What it is called in sentences"),
	applying: line.optional().describe("What Terraform does when the change is applied, for a pull request"),
	overlap: oneOf(["none", "one"]).optional().describe("Whether the value from before stays valid for a while"),
	restart: oneOf([
		"all",
		"one-by-one",
		"none"
	]).optional().describe("How what reads the value is restarted after a rotation"),
	byDefault: boolean({ error: "true or false" }).optional().describe("Whether it is rotated where no kind is named; default true"),
	rules: array(rule, { error: `a list of maps: each ${RULE}` }).optional().describe("What values of other arguments mean for a rotation")
}, BLOCK).refine((given) => given.module === void 0 !== (given.resource === void 0), { error: BLOCK }).meta({ oneOf: ["module", "resource"].map((key) => ({
	properties: { [key]: {} },
	required: [key]
})) });
const kindsShape = record(text(KIND_NAME, "the name of a kind: small letters, digits and -", 40), kind, { error: "a map of kinds by name" });
function namesOfKinds(data, builtIn) {
	const given = typeof data === "object" && data !== null ? new Map(Object.entries(data)) : null;
	const own = given?.get("kinds");
	const names = typeof own === "object" && own !== null ? Object.keys(own) : [];
	const base = given?.get("extends") === "none" ? [] : builtIn;
	return [...base, ...names.filter((name) => KIND_NAME.test(name) && !base.includes(name))];
}
function kindsInForce(pack = "moj", own = {}) {
	const kinds = Object.entries(own).map(([name, values]) => makeKind(name, values));
	if (pack === "none") return makeKinds([], kinds, new Map());
	return kinds.length === 0 ? BUILT_IN_KINDS : makeKinds(BUILT_IN_KINDS.list, kinds);
}
function makeKind(name, given) {
	const { companion, rules = [], overlap = "none", restart = "all" } = given;
	const noun = {
		one: given.noun?.one ?? `${name} credential`,
		many: given.noun?.many ?? `${name} credentials`,
		secret: given.noun?.secret ?? "secret",
		server: given.noun?.server ?? "server"
	};
	return {
		name,
		aliases: [],
		noun,
		about: aboutOf(given),
		argument: given.argument,
		format: given.format,
		isPartOfName: false,
		since: given.since ?? null,
		byDefault: given.byDefault ?? true,
		companion: companion === void 0 ? null : {
			argument: companion.argument,
			value: "true"
		},
		selfRotation: null,
		applying: given.applying ?? "Terraform makes a new value. Whatever was given the old one has to be given the new one.",
		impact: impactOf(noun, overlap, restart),
		overlap,
		restart,
		secretOutputs: given.secretOutputs ?? ["*"],
		echoes: {},
		serviceAccount: null,
		setNewest: null,
		rules: rules.map(makeRule)
	};
}
function impactOf({ secret, server }, overlap, restart) {
	if (overlap === "one") return { unknown: `no downtime: the ${secret} from before stays valid for a while` };
	const unknown = `whoever has the ${secret} loses the ${server} from the apply until they get the new one`;
	return restart === "none" ? { unknown } : {
		unknown,
		object: `pods lose the ${server} from the apply until they restart`
	};
}
function makeRule({ value, unknown, ...rest }) {
	const { code: own, ...said } = unknown;
	return {
		...rest,
		...value === void 0 ? {} : { value },
		unknown: own === void 0 ? said : {
			...said,
			code: own
		}
	};
}
function aboutOf({ module, resource }) {
	if (module === void 0) return {
		block: "resource",
		type: resource ?? ""
	};
	if (!module.includes("/")) return {
		block: "module",
		repository: module.toLowerCase(),
		published: false
	};
	return {
		block: "registry-module",
		address: module
	};
}
function kindSlips(pack = "moj", own = {}) {
	const builtIn = pack === "none" ? [] : BUILT_IN_KINDS.list;
	const claims = new Map(builtIn.map((each) => [claimOf(each), each.name]));
	const slips = [];
	for (const [name, values] of Object.entries(own)) {
		const path = ["kinds", name];
		if (name === "default" || builtIn.some((each) => each.name === name)) {
			const advice = name === "default" ? "" : ", or write extends: none";
			slips.push({
				path,
				message: `kinds.${name}: this name is taken: choose another${advice}`
			});
			continue;
		}
		const made = makeKind(name, values);
		const { about } = made;
		const where = [...path, about.block === "resource" ? "resource" : "module"];
		const other = claims.get(claimOf(made));
		claims.set(claimOf(made), name);
		if (other !== void 0) {
			const message = `kinds.${name} and ${other} would claim the same blocks: keep one of them${about.block === "resource" ? ", or give them different arguments" : ""}`;
			slips.push({
				path: where,
				message
			});
		}
		for (const [index, { is, value }] of (values.rules ?? []).entries()) {
			const compares = is === "equal" || is === "not" || is === "below";
			if (compares === (value !== void 0)) continue;
			const message = compares ? `a rule with is: ${is} needs a value to compare with` : `a rule with is: ${is} compares with no value: take it out`;
			slips.push({
				path: [
					...path,
					"rules",
					String(index),
					compares ? "is" : "value"
				],
				message
			});
		}
	}
	return slips;
}
function claimOf({ about, argument }) {
	switch (about.block) {
		case "resource": return JSON.stringify([
			"resource",
			about.type,
			argument
		]);
		case "registry-module": return JSON.stringify(["module", about.address]);
		case "module": return JSON.stringify(["module", about.repository]);
	}
}
// src/environments/names.ts
const PLAIN = /^[A-Za-z0-9][\w.-]*$/;
const TEAM = /github:([A-Za-z0-9][\w.-]*)/g;
function clusterNames(root) {
	return foldersIn(join(root, NAMESPACES)).filter((name) => PLAIN.test(name));
}
function namespaceNames(root) {
	const names = clusterNames(root).flatMap((cluster) => foldersIn(join(root, NAMESPACES, cluster)));
	return [...new Set(names)].filter(isNamespaceName).sort(compareNames);
}
function teamNames(root) {
	const teams = new Set();
	for (const cluster of clusterNames(root)) for (const namespace of foldersIn(join(root, NAMESPACES, cluster))) {
		const text = textOf(join(root, NAMESPACES, cluster, namespace, "01-rbac.yaml"));
		for (const [, team] of text.matchAll(TEAM)) teams.add(team);
	}
	return [...teams].sort(compareNames);
}
function foldersIn(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith(".")).map(({ name }) => name).sort(compareNames);
	} catch {
		return [];
	}
}
function textOf(path) {
	try {
		return readFileSync(path, "latin1");
	} catch {
		return "";
	}
}
// src/commands/read/names.ts
const LISTS = {
	namespace: namespaceNames,
	cluster: clusterNames,
	team: teamNames,
	kind: kindNames
};
function estateNames(what, cwd, root) {
	const found = findRoot(cwd, root);
	if ("code" in found) return what === "kind" ? BUILT_IN_KINDS.names : [];
	return LISTS[what](found.root);
}
function kindNames(root) {
	for (const file of CONFIG_FILES) try {
		return namesOfKinds((0, import_dist.parse)(readFileSync(join(root, file), "utf8")), BUILT_IN_KINDS.names);
	} catch {}
	return BUILT_IN_KINDS.names;
}
// src/cli/completion.ts
const ALWAYS = [{
	word: "--help",
	about: "Show help"
}, {
	word: "--version",
	about: "Show version number"
}];
function complete(words, namesOf) {
	const before = words.slice(0, -1);
	const current = words.at(-1) ?? "";
	const named = commandIn(before)?.command ?? null;
	const command = named ?? COMMANDS[0];
	const names = (what) => namesOf(what, rootIn(before));
	const open = openFlag(before, command);
	if (open !== null) return startingWith(current, valuesOf(open, command, names));
	const [flag = "", part] = splitAtFirst(current, "=");
	if (part !== null) {
		const values = valuesOf(fullName(flag, command), command, names);
		return startingWith(current, values === "files" ? [] : values.map((each) => ({
			...each,
			word: `${flag}=${each.word}`
		})));
	}
	if (current.startsWith("-")) return startingWith(current, flagsOf(command, before));
	if (named === null) return startingWith(current, COMMANDS.map(({ name, describe }) => ({
		word: name,
		about: describe
	})));
	return startingWith(current, (named.argument?.choices ?? []).map((word) => ({
		word,
		about: ""
	})));
}
function startingWith(current, all) {
	return all === "files" ? all : all.filter(({ word }) => word.startsWith(current));
}
function openFlag(words, command) {
	const last = words.at(-1) ?? "";
	const name = fullName(last, command);
	return !last.includes("=") && requiresValue(name, command) ? name : null;
}
function valuesOf(name, command, namesOf) {
	const setting = settingOf(name, command);
	if (setting === void 0) return [];
	if (setting.values === "path") return "files";
	return (setting.values === void 0 ? setting.choices ?? [] : namesOf(setting.values)).map((word) => ({
		word,
		about: ""
	}));
}
function settingOf(name, command) {
	return settingsOf(command.name).find((setting) => setting.name === name);
}
function flagsOf(command, before) {
	return [...Object.entries(command.flags).flatMap(([name, { describe }]) => {
		const setting = settingOf(name, command);
		if ((before.includes(`--${name}`) || before.includes(`--no-${name}`)) && setting?.type !== "list") return [];
		const yes = {
			word: `--${name}`,
			about: describe
		};
		return setting?.off === void 0 ? [yes] : [yes, {
			word: `--no-${name}`,
			about: describe
		}];
	}), ...ALWAYS];
}
function rootIn(words) {
	const at = words.lastIndexOf("--root");
	if (at !== -1) return words[at + 1];
	return words.findLast((word) => word.startsWith("--root="))?.slice(7);
}
function splitAtFirst(text, mark) {
	const at = text.indexOf(mark);
	return at === -1 || !text.startsWith("--") ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}
// src/cli/verbs/complete.ts
const FILES = ":files";
function runComplete([shell, ...words], cwd) {
	try {
		const found = complete(shell === "bash" ? joinAtEquals(words) : words, (what, root) => estateNames(what, cwd, root));
		if (found === "files") return `${FILES}\n`;
		return found.map((each) => lineOf(each, shell === "bash")).join("");
	} catch {
		return "";
	}
}
function lineOf({ word, about }, isBash) {
	return `${isBash && word.startsWith("--") ? word.slice(word.indexOf("=") + 1) : word}\t${about}\n`;
}
function joinAtEquals(words) {
	const joined = [];
	for (const word of words) {
		const last = joined.at(-1) ?? "";
		if (word === "=" ? last.startsWith("--") && !last.includes("=") : last.endsWith("=")) joined[joined.length - 1] = last + word;
		else joined.push(word);
	}
	return joined;
}
export { KIND_NAME, PACKS, kindSlips, kindsInForce, kindsShape, namesOfKinds, runComplete };
