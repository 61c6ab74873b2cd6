import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";
// src/cli/page-assets.ts
function readPageAssets() {
	const folder = findFolder();
	return pageAssets(readFileSync(join(folder, "page.js"), "utf8"), readFileSync(join(folder, "page.css"), "utf8"));
}
function pageAssets(script, style) {
	return {
		script,
		scriptHash: hashSource(script),
		style,
		styleHash: hashSource(style)
	};
}
function hashSource(text) {
	return `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
}
function findFolder() {
	let folder = dirname(fileURLToPath(import.meta.url));
	for (;;) {
		for (const place of [join(folder, "page"), join(folder, "dist", "page")]) if (existsSync(join(place, "page.js"))) return place;
		const above = dirname(folder);
		if (above === folder) throw new Error("dist/page/ is missing: run npm run build");
		folder = above;
	}
}
export { readPageAssets };
