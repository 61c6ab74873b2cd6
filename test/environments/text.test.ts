import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, isGitCrypt } from '../../src/environments/text.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file that is text', () => {
  it.each([
    ['with a byte order mark', '\ufeffmodule "a" {}\r\n'],
    ['without final newline', 'a = 1'],
    ['with letters of the whole world', '# é 漢字 😀\n'],
    ['that is empty', ''],
  ])('%s comes back byte for byte', (_case, text) => {
    expect(decodeText(bytes(text))).toEqual({ text });
  });

  it('is given only if its bytes come back the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (data) => {
        const decoded = decodeText(data);
        if ('text' in decoded) expect(bytes(decoded.text)).toEqual(data);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a file that is no text is named', () => {
  it('as encrypted by git-crypt', () => {
    const data = Uint8Array.from([...bytes('\0GITCRYPT\0'), 0x9c, 0x02]);

    expect(decodeText(data)).toMatchObject({ code: 'git-crypt', line: 1, column: 1 });
    expect(isGitCrypt(data)).toBe(true);
    expect(isGitCrypt(bytes('\0GITCRYPT'))).toBe(false);
  });

  it('as not UTF-8, with the place of the first bad byte', () => {
    const latin1 = Uint8Array.from([...bytes('a = 1\n# caf'), 0xe9, 0x0a]);

    expect(decodeText(latin1)).toMatchObject({ code: 'not-utf8', line: 2, column: 6 });
  });

  it('as not UTF-8 when a character is cut off at the end', () => {
    expect(decodeText(Uint8Array.from([0x61, 0xe2, 0x82]))).toMatchObject({
      code: 'not-utf8',
      line: 1,
      column: 2,
    });
  });

  it('as binary where it holds a zero byte', () => {
    expect(decodeText(bytes('a\nb\0c'))).toMatchObject({ code: 'binary', line: 2, column: 2 });
  });

  it.each([
    ['with a byte order mark', Buffer.from('\ufeffmodule "a" {}\n', 'utf16le')],
    ['without one', Buffer.from('module "a" {}\n', 'utf16le')],
    ['the other way round', Buffer.from('\ufeffmodule "a" {}\n', 'utf16le').swap16()],
  ])('names UTF-16 %s', (_, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ code: 'not-utf8', message: expect.stringContaining('UTF-16') });
  });
});
