/** Bytes of a file → the text that is edited, without losing one byte on the way there and back. */

/** Why a file's bytes are not text; 1-based place of the first byte that is not. */
export interface TextFailure {
  readonly code: 'git-crypt' | 'not-utf8' | 'binary';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What git-crypt writes before the ciphertext (AGWA/git-crypt, commands.cpp, `clean`): 10 bytes. */
const GIT_CRYPT_MAGIC = '\0GITCRYPT\0';

/** `ignoreBOM: true` keeps a byte order mark in the text; `fatal` refuses what would come back as other bytes. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Says whether git-crypt has encrypted these bytes. */
export function isGitCrypt(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0 || bytes.length < GIT_CRYPT_MAGIC.length) return false;
  for (let i = 0; i < GIT_CRYPT_MAGIC.length; i++) {
    if (bytes[i] !== GIT_CRYPT_MAGIC.charCodeAt(i)) return false;
  }
  return true;
}

/** Whether the bytes begin with UTF-16's byte order mark, or with two ASCII characters in UTF-16. */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  return (b === 0 && d === 0 && Boolean(a) && Boolean(c)) || (a === 0 && c === 0 && Boolean(b) && Boolean(d));
}

/** The text of UTF-8 bytes, a byte order mark included; encoding it gives the same bytes. Anything else is named. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | TextFailure {
  if (isUtf16(bytes)) {
    const message = 'the file is UTF-16 text, which Terraform does not read: save it as UTF-8';
    return { code: 'not-utf8', message, line: 1, column: 1 };
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return notText(bytes, nul);
  try {
    return { text: strict.decode(bytes) };
  } catch {
    const at = firstBadByte(bytes);
    return { code: 'not-utf8', message: 'the file is not UTF-8 text: convert it first', ...place(bytes, at) };
  }
}

function notText(bytes: Uint8Array, nul: number): TextFailure {
  if (isGitCrypt(bytes)) {
    const message = 'the file is encrypted with git-crypt: run git-crypt unlock, or leave it as it is';
    return { code: 'git-crypt', message, line: 1, column: 1 };
  }
  return { code: 'binary', message: 'the file is no text: it holds a zero byte', ...place(bytes, nul) };
}

/** Where decoding leniently and encoding again first gives another byte. */
function firstBadByte(bytes: Uint8Array): number {
  const back = new TextEncoder().encode(lenient.decode(bytes));
  let at = 0;
  while (at < bytes.length && bytes[at] === back[at]) at++;
  return at;
}

/** 1-based line and column (in bytes) of an offset. */
function place(bytes: Uint8Array, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < at; i++) {
    if (bytes[i] !== 10) continue;
    line++;
    start = i + 1;
  }
  return { line, column: at - start + 1 };
}
