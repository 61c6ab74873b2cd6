import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  MANIFEST_MARKS,
  TERRAFORM_MARKS,
  findInTerraform
} from "./chunk-AZM5KN2I.js";
import {
  decodeText
} from "./chunk-JZ6XBEDV.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";

// src/commands/read/other-credentials.ts
async function readOtherCredentials(reader, folders) {
  const owners = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    for (const { path, applied } of folder.resources) {
      if (applied && path.endsWith(".tf")) owners.set(path, folder);
    }
    for (const file of folder.files) if (/\.ya?ml$/.test(file)) owners.set(`${folder.path}/${file}`, folder);
  }
  const texts = [];
  const problems = [];
  await reader.read(owners.keys(), (path, content) => {
    const marks = path.endsWith(".tf") ? TERRAFORM : MANIFEST;
    if (content instanceof Uint8Array && !contains(content, marks)) return;
    const decoded = content instanceof Uint8Array ? decodeText(content) : content;
    if ("text" in decoded) texts.push({ path, text: decoded.text });
    else if (!path.endsWith(".tf")) problems.push(unreadable(path, decoded.message));
  });
  const found = [];
  for (const { path, text } of texts) {
    const owner = owners.get(path);
    if (path.endsWith(".tf")) {
      found.push(...findInTerraform({ path, text, scan: scan(text) }, owner));
    } else {
      const { findInManifest } = await import("./other-credentials-yaml-B3P4N6V2.js");
      const manifest = findInManifest(path, text, owner);
      found.push(...manifest.found);
      problems.push(...manifest.problems);
    }
  }
  return { found, problems };
}
var TERRAFORM = TERRAFORM_MARKS.map((mark) => Buffer.from(mark));
var MANIFEST = MANIFEST_MARKS.map((mark) => Buffer.from(mark));
function contains(content, marks) {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return marks.some((mark) => bytes.includes(mark));
}
function unreadable(file, message) {
  return { file, line: 1, column: 1, code: "manifest-unreadable", message };
}

export {
  readOtherCredentials
};
