import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  KINDS
} from "./chunk-7CRAZKEU.js";
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import "./chunk-4M4F2YVT.js";
import {
  versionOf
} from "./chunk-G4AB7EGA.js";
import {
  fail,
  ok
} from "./chunk-YRXO237O.js";
import "./chunk-LVIGNXGC.js";

// src/commands/read/module-versions-file.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
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
  const entries = readObject(text);
  const refuse = (offset, what) => {
    const { line, column } = positionAt(text, Math.min(offset, text.length));
    return fail("bad-module-versions", `${file}:${line}:${column}: ${what}.`);
  };
  if (!Array.isArray(entries)) return refuse(entries.offset, entries.expected);
  const latest = /* @__PURE__ */ new Map();
  for (const { key, keyAt, value, valueAt } of entries) {
    const kind = KINDS.find(({ name, repository }) => key === name || key === repository);
    const version = versionOf(value);
    if (version === null) {
      return refuse(valueAt, `${JSON.stringify(value)} is no version: write it as "9.2.0"`);
    }
    if (kind === void 0) {
      if (/^cloud-platform-terraform-[\w-]+$/.test(key)) continue;
      const known = KINDS.map(({ name }) => name).join(", ");
      return refuse(keyAt, `there is no kind ${JSON.stringify(key)}: the kinds are ${known}`);
    }
    if (latest.has(kind.name)) return refuse(keyAt, `the version of ${kind.name} is given twice`);
    latest.set(kind.name, { version, tag: value, from: "file", origin: "--module-versions", tags: [] });
  }
  return ok(latest);
}
function readObject(text) {
  let position = 0;
  const space = () => {
    while (/[ \t\r\n]/.test(text[position] ?? "")) position += 1;
  };
  const take = (character) => {
    space();
    if (text[position] !== character) return false;
    position += 1;
    return true;
  };
  const string = () => {
    space();
    const pattern = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y;
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0];
    if (found === void 0) return null;
    position += found.length;
    return JSON.parse(found);
  };
  const stop = (expected) => ({ offset: position, expected });
  const entries = [];
  if (!take("{")) return stop('expected { and in it versions by kind, such as "rds": "9.2.0"');
  if (!take("}")) {
    for (; ; ) {
      const key = string();
      if (key === null) return stop("expected a kind or a repository in double quotes");
      const keyAt = position - JSON.stringify(key).length;
      if (!take(":")) return stop(`expected : behind ${JSON.stringify(key)}`);
      space();
      const valueAt = position;
      const value = string();
      if (value === null) return stop('expected a version in double quotes, such as "9.2.0"');
      entries.push({ key, keyAt, value, valueAt });
      if (take("}")) break;
      if (!take(",")) return stop("expected , or }");
    }
  }
  space();
  return position === text.length ? entries : stop("expected nothing behind the }");
}
export {
  readModuleVersions
};
