import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  scan
} from "./chunk-MTUHX64O.js";
import {
  findAttribute,
  findBlocks,
  literalString
} from "./chunk-OKCFSVEF.js";
import {
  decodeText
} from "./chunk-LXCM5DFB.js";

// src/rotation/other-credentials.ts
var TOKEN_TYPE = "kubernetes.io/service-account-token";
var WHAT = {
  certificate: "a cert-manager Certificate: deleting its Secret makes a new key",
  "iam-access-key": "an AWS access key, which no date rotates: ask the Cloud Platform team",
  "token-secret": "a service account token outside the module: ask the Cloud Platform team"
};
var TERRAFORM_MARKS = ["aws_iam_access_key", TOKEN_TYPE];
function findInTerraform(file, { cluster, namespace }) {
  return findBlocks(file.scan.body, "resource").flatMap((block) => {
    const [type, label] = block.labels;
    if (type === void 0 || label === void 0) return [];
    const line = positionAt(file.text, block.start).line;
    const common = { cluster, namespace, file: file.path, line, name: label.text };
    if (type.text === "aws_iam_access_key") {
      return [{ ...common, code: "iam-access-key", message: WHAT["iam-access-key"], secret: null }];
    }
    if (!/^kubernetes_secret(?:_v1)?$/.test(type.text)) return [];
    if (stringOf(file, block, "type") !== TOKEN_TYPE) return [];
    const [metadata] = findBlocks(block.body, "metadata");
    const secret = metadata === void 0 ? null : stringOf(file, metadata, "name");
    return [{ ...common, code: "token-secret", message: WHAT["token-secret"], secret }];
  });
}
function stringOf(file, block, name) {
  const attribute = findAttribute(block.body, name);
  return attribute === null ? null : literalString(file.text, attribute.expression)?.value ?? null;
}

// src/rotation/other-credentials-yaml.ts
var MANIFEST_MARKS = ["Certificate", TOKEN_TYPE];
var MAX_ALIASES = 50;
var MAX_LENGTH = 256 * 1024;
function findInManifest(yaml, path, text, owner) {
  if (text.length > MAX_LENGTH) {
    const problem = problemAt(
      path,
      1,
      1,
      `larger than ${MAX_LENGTH / 1024} KB: not searched for Certificates`
    );
    return { found: [], problems: [problem] };
  }
  try {
    return readDocuments(yaml, path, text, owner);
  } catch (error) {
    return { found: [], problems: [problemAt(path, 1, 1, wordsOf(error))] };
  }
}
function readDocuments(yaml, path, text, owner) {
  const lines = new yaml.LineCounter();
  const options = {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "silent"
  };
  const found = [];
  const problems = [];
  for (const document of yaml.parseAllDocuments(text, options)) {
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
      const offset = yaml.isNode(node) ? node.range?.[0] : void 0;
      const line = Math.max(1, offset === void 0 ? start : lines.linePos(offset).line);
      const credential = credentialOf(fieldsOf(item), path, line, owner);
      if (credential !== null) found.push(credential);
    }
  }
  return { found, problems };
}
function credentialOf(item, file, line, { cluster, namespace }) {
  const metadata = fieldsOf(item.metadata);
  const name = stringOf2(metadata.name) ?? "";
  const common = { cluster, namespace: stringOf2(metadata.namespace) ?? namespace, file, line, name };
  if (item.kind === "Certificate" && /^cert-?manager\./.test(stringOf2(item.apiVersion) ?? "cert-manager.io")) {
    const secret = stringOf2(fieldsOf(item.spec).secretName);
    return { ...common, code: "certificate", message: WHAT.certificate, secret };
  }
  if (item.kind === "Secret" && item.type === TOKEN_TYPE) {
    return {
      ...common,
      code: "token-secret",
      message: WHAT["token-secret"],
      secret: name === "" ? null : name
    };
  }
  return null;
}
function fieldsOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
function stringOf2(value) {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
function problemAt(file, line, column, message) {
  return { file, line, column, code: "manifest-unreadable", message };
}
function wordsOf(error) {
  const text = error instanceof Error ? error.message : String(error);
  const [first = ""] = text.split("\n");
  return `not valid YAML: ${first.replace(/[\x00-\x1f\x7f]/g, " ").slice(0, 200)}`;
}

// src/commands/other-credentials.ts
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
      const manifest = findInManifest(await import("./dist-HQBZRHHM.js"), path, text, owner);
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
