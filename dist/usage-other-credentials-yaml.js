import { __toESM } from "./rolldown-runtime.js";
import { require_dist } from "./lib/yaml.js";
import { WHAT } from "./open.js";
// src/usage/other-credentials-yaml.ts
var import_dist = __toESM(require_dist(), 1);
const MAX_ALIASES = 50;
const MAX_LENGTH = 262144;
function findInManifest(path, text, owner) {
	if (text.length > MAX_LENGTH) return {
		found: [],
		problems: [problemAt(path, 1, 1, `larger than ${MAX_LENGTH / 1024} KB: not searched for Certificates`)]
	};
	try {
		return readDocuments(path, text, owner);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return {
			found: [],
			problems: [problemAt(path, 1, 1, wordsOf(error))]
		};
	}
}
function readDocuments(path, text, owner) {
	const lines = new import_dist.LineCounter();
	const options = {
		schema: "failsafe",
		lineCounter: lines,
		prettyErrors: false,
		logLevel: "silent"
	};
	const found = [];
	const problems = [];
	for (const document of import_dist.parseAllDocuments(text, options)) {
		const [error] = document.errors;
		if (error !== void 0) {
			const { line, col } = lines.linePos(error.pos[0]);
			problems.push(problemAt(path, Math.max(line, 1), Math.max(col, 1), wordsOf(error)));
			continue;
		}
		const start = lines.linePos(document.contents?.range?.[0] ?? 0).line;
		let data;
		try {
			data = document.toJS({ maxAliasCount: MAX_ALIASES });
		} catch (failed) {
			problems.push(problemAt(path, Math.max(start, 1), 1, wordsOf(failed)));
			continue;
		}
		const isList = fieldsOf(data).kind === "List";
		const items = isList ? fieldsOf(data).items : [data];
		for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
			const node = isList ? document.getIn(["items", index], true) : null;
			const offset = import_dist.isNode(node) ? node.range?.[0] : void 0;
			const line = Math.max(1, offset === void 0 ? start : lines.linePos(offset).line);
			const credential = credentialOf(fieldsOf(item), path, line, owner);
			if (credential !== null) found.push(credential);
		}
	}
	return {
		found,
		problems
	};
}
function credentialOf(item, file, line, { cluster, namespace }) {
	const metadata = fieldsOf(item.metadata);
	const name = stringOf(metadata.name) ?? "";
	const common = {
		cluster,
		namespace: stringOf(metadata.namespace) ?? namespace,
		file,
		line,
		name
	};
	if (item.kind === "Certificate" && /^cert-?manager\./.test(stringOf(item.apiVersion) ?? "cert-manager.io")) {
		const secret = stringOf(fieldsOf(item.spec).secretName);
		return {
			...common,
			code: "certificate",
			message: WHAT.certificate,
			secret
		};
	}
	if (item.kind === "Secret" && item.type === "kubernetes.io/service-account-token") return {
		...common,
		code: "token-secret",
		message: WHAT["token-secret"],
		secret: name === "" ? null : name
	};
	return null;
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function stringOf(value) {
	return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function problemAt(file, line, column, message) {
	return {
		file,
		line,
		column,
		code: "manifest-unreadable",
		message
	};
}
function wordsOf(error) {
	const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
	return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200)}`;
}
export { findInManifest };
