import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redact, secretForms } from '../../src/github/redact.ts';
import { findToken } from '../../src/github/token.ts';
import { tempFolder } from '../publish/clones.ts';

describe('redacting', () => {
  const token = 'ghp_a+b/c=0123456789';

  it.each(secretForms(token).map((form) => [form]))('masks %s', (form) => {
    expect(redact(`before ${form} after`, secretForms(token))).toBe('before *** after');
  });

  it('takes the credentials out of every URL', () => {
    expect(redact("fatal: unable to access 'https://user:pw@github.com/o/r/': 403", [])).toBe(
      "fatal: unable to access 'https://github.com/o/r/': 403",
    );
  });
});

describe('finding the token', () => {
  const gh = (script: string) => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'gh'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'gh'), 0o755);
    return folder;
  };

  it.each([
    ['GITHUB_TOKEN first', { GITHUB_TOKEN: 'a', GH_TOKEN: 'b' }, { value: 'a', origin: 'GITHUB_TOKEN' }],
    ['then GH_TOKEN', { GITHUB_TOKEN: '', GH_TOKEN: ' b\n' }, { value: 'b', origin: 'GH_TOKEN' }],
    ['none without gh', {}, null],
  ])('%s', async (_name, env, expected) => {
    expect(await findToken({ PATH: tempFolder(), ...env })).toEqual(expected);
  });

  it('asks gh last, for the host', async () => {
    const PATH = gh('[ "$*" = "auth token --hostname ghe.example" ] && echo gho_1');

    expect(await findToken({ PATH }, 'ghe.example')).toEqual({ value: 'gho_1', origin: 'gh' });
  });

  it.each([
    ['fails', 'echo "no oauth token found" >&2; exit 1'],
    ['says something else', 'echo you are not logged in'],
    ['says nothing', 'true'],
  ])('is null when gh %s', async (_name, script) => {
    expect(await findToken({ PATH: gh(script) })).toBeNull();
  });
});
