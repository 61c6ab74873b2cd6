import { __toESM } from "./rolldown-runtime.js";
import { require_dist } from "./lib/yaml.js";
// src/hcl/json.ts
var import_dist = __toESM(require_dist(), 1);
const LABELS = {
	locals: 0,
	terraform: 0,
	resource: 2,
	data: 2,
	ephemeral: 2
};
const NESTED_BLOCKS = [
	"metadata",
	"lifecycle",
	"dynamic",
	"provisioner",
	"timeouts"
];
function scanJsonConfiguration(text) {
	return scanJson(text, (root) => root.items.flatMap((pair) => topBlocks(pair)));
}
function scanJsonValues(text) {
	return scanJson(text, attributesOf);
}
function scanJson(text, bodyOf) {
	const root = (0, import_dist.parseDocument)(text, {
		schema: "json",
		uniqueKeys: false,
		logLevel: "silent"
	}).contents;
	const mistake = mistakeIn(text);
	if (mistake !== null) return failed(mistake, "the file is no JSON");
	if (!(0, import_dist.isMap)(root)) return failed(0, "the file holds no JSON object");
	return {
		body: bodyOf(root),
		comments: [],
		errors: []
	};
}
function mistakeIn(text) {
	const start = text.startsWith("﻿") ? 1 : 0;
	try {
		JSON.parse(text.slice(start));
		return null;
	} catch (error) {
		const position = /position (?<offset>\d{1,9})/.exec(String(error))?.groups?.["offset"];
		return position === void 0 ? text.length : start + Number(position);
	}
}
function failed(offset, message) {
	return {
		body: [],
		comments: [],
		errors: [{
			code: "invalid-json",
			offset,
			message,
			help: "Terraform reads a file of this name as JSON"
		}]
	};
}
function topBlocks(pair) {
	const keyword = keyOf(pair);
	if (keyword === null || keyword === "//") return [];
	return blocksBelow(pair, keyword, [], LABELS[keyword] ?? 1);
}
function blocksBelow(pair, keyword, labels, missing) {
	return objectsIn(pair.value).flatMap((object) => {
		if (missing === 0) return [blockOf(pair, object, keyword, labels)];
		return object.items.flatMap((inner) => {
			const text = keyOf(inner);
			if (text === null || text === "//") return [];
			return blocksBelow(inner, keyword, [...labels, {
				text,
				...rangeOf(inner.key)
			}], missing - 1);
		});
	});
}
function blockOf(pair, object, keyword, labels) {
	const { start, end } = rangeOf(object);
	return {
		type: "block",
		keyword,
		labels,
		start: rangeOf(pair.key).start,
		end,
		open: start,
		close: end - 1,
		body: object.items.flatMap((inner) => {
			const name = keyOf(inner);
			if (name === null || name === "//") return [];
			const objects = NESTED_BLOCKS.includes(name) ? objectsIn(inner.value) : [];
			if (objects.length > 0) return objects.map((nested) => blockOf(inner, nested, name, []));
			return [attributeOf(inner, name)];
		})
	};
}
function attributesOf(object) {
	return object.items.flatMap((pair) => {
		const name = keyOf(pair);
		return name === null || name === "//" ? [] : [attributeOf(pair, name)];
	});
}
function attributeOf(pair, name) {
	const key = rangeOf(pair.key);
	const expression = rangeOf(pair.value);
	return {
		type: "attribute",
		name,
		start: key.start,
		end: expression.end,
		equals: key.end,
		expression
	};
}
function objectsIn(value) {
	if ((0, import_dist.isMap)(value)) return [value];
	return (0, import_dist.isSeq)(value) ? value.items.filter((item) => (0, import_dist.isMap)(item)) : [];
}
function keyOf({ key }) {
	return (0, import_dist.isScalar)(key) ? String(key.value) : null;
}
function rangeOf(node) {
	const range = node?.range;
	return {
		start: range?.[0] ?? 0,
		end: range?.[1] ?? 0
	};
}
export { scanJsonConfiguration, scanJsonValues };
