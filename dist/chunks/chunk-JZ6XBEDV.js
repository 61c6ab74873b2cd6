import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);

// src/environments/text.ts
var GIT_CRYPT_MAGIC = "\0GITCRYPT\0";
var strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
var lenient = new TextDecoder("utf-8", { ignoreBOM: true });
function isGitCrypt(bytes) {
  if (bytes[0] !== 0 || bytes.length < GIT_CRYPT_MAGIC.length) return false;
  for (let i = 0; i < GIT_CRYPT_MAGIC.length; i++) {
    if (bytes[i] !== GIT_CRYPT_MAGIC.charCodeAt(i)) return false;
  }
  return true;
}
function decodeText(bytes) {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return notText(bytes, nul);
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    return { code: "not-utf8", message: "the file is not UTF-8 text: convert it first", ...place(bytes, at) };
  }
}
function notText(bytes, nul) {
  if (isGitCrypt(bytes)) {
    const message = "the file is encrypted with git-crypt: run git-crypt unlock, or leave it as it is";
    return { code: "git-crypt", message, line: 1, column: 1 };
  }
  return { code: "binary", message: "the file is no text: it holds a zero byte", ...place(bytes, nul) };
}
function firstBadByte(bytes) {
  const back = new TextEncoder().encode(lenient.decode(bytes));
  let at = 0;
  while (at < bytes.length && bytes[at] === back[at]) at++;
  return at;
}
function place(bytes, at) {
  let line = 1;
  let start = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] !== 10) continue;
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}

export {
  decodeText
};
