import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  referenceIn
} from "./chunk-XNC3SULY.js";
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  NOT_ROTATABLE,
  REPOSITORY_NAMES,
  kindOfRepository
} from "./chunk-7CRAZKEU.js";
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  parseModuleSource
} from "./chunk-HHLM6MFS.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";
import {
  findAttribute,
  findBlocks,
  findDuplicates,
  literalBoolean,
  literalString
} from "./chunk-4M4F2YVT.js";
import {
  versionOf
} from "./chunk-G4AB7EGA.js";

// src/rotation/blockers.ts
function isOverrideFile(path) {
  return path.endsWith("_override.tf") || path.endsWith("/override.tf") || path === "override.tf";
}
function findOverridden(files) {
  const overridden = /* @__PURE__ */ new Map();
  for (const { path, text, scan: scan2 } of files.filter((file) => isOverrideFile(file.path))) {
    for (const block of findBlocks(scan2.body, "module")) {
      const name = block.labels[0]?.text;
      if (name !== void 0) overridden.set(name, `${path}:${positionAt(text, block.start).line}`);
    }
  }
  return overridden;
}
function syntaxObstacle({ text, scan: scan2 }) {
  const [error] = scan2.errors;
  if (error === void 0) return null;
  const { line, column } = positionAt(text, error.offset);
  const what = `${error.message}: ${error.help}`;
  return {
    code: "invalid-hcl",
    message: `the file does not parse (line ${line}, column ${column}): ${what}`,
    offset: error.offset
  };
}
function moduleObstacle(file, { block, name }, isLink, { names, overridden }) {
  const offset = block.start;
  if (isLink) {
    return {
      code: "symbolic-link",
      message: "the file is a symbolic link: rotate it where it leads",
      offset
    };
  }
  const [duplicate] = findDuplicates(block.body);
  if (duplicate !== void 0) {
    const { line } = positionAt(file.text, duplicate.start);
    const message = `${duplicate.name} is set twice, again on line ${line}: remove one`;
    return { code: "duplicate-argument", message, offset: duplicate.start };
  }
  if (isOverrideFile(file.path)) {
    return {
      code: "override-file",
      message: "Terraform merges this file over another: rotate it by hand",
      offset
    };
  }
  const override = overridden.get(name);
  if (override !== void 0) {
    return { code: "overridden", message: `${override} overrides this module: rotate it by hand`, offset };
  }
  if ((names.get(name) ?? 0) > 1) {
    return {
      code: "duplicate-module",
      message: `two modules of this folder are named ${name}: rename one`,
      offset
    };
  }
  return null;
}

// src/rotation/modules.ts
function findModules(text, scan2) {
  const modules = [];
  const unrotatable = [];
  const seen = /* @__PURE__ */ new Map();
  for (const block of scan2.body) {
    if (block.type !== "block" || block.keyword !== "module") continue;
    const name = block.labels[0]?.text;
    if (name === void 0) continue;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const attribute = findAttribute(block.body, "source");
    const source = attribute === null ? null : literalString(text, attribute.expression)?.value ?? null;
    if (source === null) continue;
    const parsed = parseModuleSource(source);
    if (parsed === null) continue;
    const message = NOT_ROTATABLE.get(parsed.repository);
    if (message !== void 0) unrotatable.push({ block, name, source, message });
    const kind = kindOfRepository(parsed.repository);
    if (kind === null) continue;
    const date = findAttribute(block.body, kind.variable);
    modules.push({
      kind,
      block,
      name,
      occurrence,
      source,
      ref: parsed.ref,
      version: versionOf(parsed.ref),
      date,
      companionHolds: companionHolds(text, block, kind)
    });
  }
  return { modules, unrotatable };
}
function companionHolds(text, block, { companion }) {
  if (companion === null) return true;
  const attribute = findAttribute(block.body, companion.argument);
  return attribute !== null && literalBoolean(text, attribute.expression) === (companion.value === "true");
}

// src/commands/read/module-files.ts
var COMMON = "cloud-platform-terraform-";
var COMMON_BYTES = Buffer.from(COMMON);
var ENDINGS = REPOSITORY_NAMES.map((name) => name.slice(COMMON.length));
var LONGEST_ENDING = Math.max(...ENDINGS.map((ending) => ending.length));
function namesModule(bytes) {
  for (let at = bytes.indexOf(COMMON_BYTES); at !== -1; at = bytes.indexOf(COMMON_BYTES, at + 1)) {
    const start = at + COMMON.length;
    const behind = bytes.toString("latin1", start, start + LONGEST_ENDING);
    if (ENDINGS.some((ending) => behind.startsWith(ending))) return true;
  }
  return false;
}
async function readModuleFiles(reader, folders, problems, onProgress = () => {
}) {
  const files = /* @__PURE__ */ new Map();
  const paths = [];
  const done = /* @__PURE__ */ new Map();
  for (const [index, { resources }] of folders.entries()) {
    paths.push(...resources.map(({ path }) => path).filter(isTerraform));
    done.set(paths.at(-1) ?? "", index + 1);
  }
  onProgress(0, folders.length);
  await reader.read(paths, (path, content) => {
    const folder = done.get(path);
    if (folder !== void 0) onProgress(folder, folders.length);
    const read = readModules(path, content);
    if (read === null) return;
    if ("text" in read) files.set(path, read);
    else problems.push(read);
  });
  return files;
}
function isTerraform(path) {
  return path.endsWith(".tf") || path.endsWith(".tf.json");
}
function readModules(path, content) {
  if (!(content instanceof Uint8Array)) return wholeFile(path, content.code, content.message);
  const isEncrypted = content[0] === 0;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!isEncrypted && !namesModule(bytes)) return null;
  const decoded = decodeText(content);
  if (!("text" in decoded)) {
    const { code, message, line, column } = decoded;
    return { file: path, line, column, code, message };
  }
  if (path.endsWith(".json")) {
    return wholeFile(path, "json-syntax", "Terraform in JSON is not read: rotate what it declares by hand");
  }
  const { text } = decoded;
  const scanned = scan(text);
  return { path, text, scan: scanned, ...findModules(text, scanned) };
}
function wholeFile(file, code, message) {
  return { file, line: 1, column: 1, code, message };
}
function needsWholeFolder(folder, known) {
  return folder.resources.some(
    ({ path, applied }) => applied && (isOverrideFile(path) || refersElsewhere(known.get(path)))
  );
}
async function readWholeFolder(reader, folder, known) {
  const applied = folder.resources.filter((resource) => resource.applied).map(({ path }) => path);
  const files = [];
  const paths = applied.filter((path) => path.endsWith(".tf") || path.endsWith(".tfvars"));
  await reader.read(paths, (path, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : null;
    const file = known.get(path);
    if (file !== void 0) files.push(file);
    else if (decoded !== null && "text" in decoded) {
      files.push({ path, text: decoded.text, scan: scan(decoded.text) });
    }
  });
  return files;
}
function refersElsewhere(file) {
  if (file === void 0) return false;
  return file.modules.some(({ kind, block, date }) => {
    const arguments_ = kind.reads.map((name) => findAttribute(block.body, name));
    return [date, ...arguments_].some(
      (attribute) => attribute !== null && referenceIn(file.text, attribute.expression) !== null
    );
  });
}

export {
  findModules,
  findOverridden,
  syntaxObstacle,
  moduleObstacle,
  namesModule,
  readModuleFiles,
  wholeFile,
  needsWholeFolder,
  readWholeFolder
};
