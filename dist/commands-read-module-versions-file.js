import { __toESM } from "./rolldown-runtime.js";
import { require_dist } from "./lib/yaml.js";
import { positionAt, trimEndOf, versionOf } from "./audit.js";
import { aboutWord } from "./open.js";
import { fail, knownKinds, ok } from "./main.js";
import { resolve } from "node:path";
import { readFile } from "node:fs/promises";
// src/commands/read/module-versions-file.ts
var import_dist = __toESM(require_dist(), 1);
async function readModuleVersions(cwd, file) {
	let text;
	try {
		text = await readFile(resolve(cwd, file), "utf8");
	} catch (error) {
		const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
		return fail("bad-module-versions", `--module-versions ${file} cannot be read (${reason}).`);
	}
	return parseModuleVersions(text.replace(/^\uFEFF/, ""), file);
}
function parseModuleVersions(text, file) {
	const document = (0, import_dist.parseDocument)(text, {
		prettyErrors: false,
		uniqueKeys: false
	});
	const refuse = (offset, what) => {
		const { line, column } = positionAt(text, Math.min(offset, text.length));
		return fail("bad-module-versions", `${file}:${line}:${column}: ${what}.`);
	};
	const [error] = document.errors;
	if (error !== void 0) return refuse(error.pos[0], trimEndOf(error.message, "."));
	if (!(0, import_dist.isMap)(document.contents)) return refuse(startOf(document.contents), `expected { and in it versions by kind, such as "${knownKinds().names[0]}": "9.2.0"`);
	const latest = new Map();
	for (const { key, value } of document.contents.items) {
		const name = textOf(key);
		if (name === null) return refuse(startOf(key), "expected a kind or a repository in double quotes");
		const tag = textOf(value);
		if (tag === null) return refuse(startOf(value), "expected a version in double quotes, such as \"9.2.0\"");
		const version = versionOf(tag);
		if (version === null) return refuse(startOf(value), `${JSON.stringify(tag)} is no version: write it as "9.2.0"`);
		const kind = knownKinds().list.find((one) => name === one.name || name === aboutWord(one.about));
		if (kind === void 0) {
			if (/^cloud-platform-terraform-[\w-]+$/.test(name)) continue;
			const known = knownKinds().names.join(", ");
			return refuse(startOf(key), `there is no kind ${JSON.stringify(name)}: the kinds are ${known}`);
		}
		if (latest.has(kind.name)) return refuse(startOf(key), `the version of ${kind.name} is given twice`);
		latest.set(kind.name, {
			version,
			tag,
			from: "file",
			origin: "--module-versions",
			tags: []
		});
	}
	return ok(latest);
}
function textOf(node) {
	return (0, import_dist.isScalar)(node) && typeof node.value === "string" ? node.value : null;
}
function startOf(node) {
	return (0, import_dist.isNode)(node) ? node.range?.[0] ?? 0 : 0;
}
export { readModuleVersions };
