import { describe, expect, it } from 'vitest';
import { secretForms } from '../../src/github/redact.ts';
import { gitFailure, remoteFailure } from '../../src/publish/remote.ts';

describe('what git says', () => {
  it.each([
    [
      'forbidden',
      "remote: Permission to o/r.git denied to robot.\nfatal: unable to access 'https://github.com/o/r.git/': The requested URL returned error: 403",
    ],
    [
      'forbidden',
      'remote: Write access to repository not granted.\nfatal: unable to access: The requested URL returned error: 403',
    ],
    [
      'authentication',
      "remote: Invalid username or token.\nfatal: Authentication failed for 'https://github.com/o/r.git/'",
    ],
    ['authentication', "fatal: could not read Username for 'https://github.com': terminal prompts disabled"],
    [
      'authentication',
      'git@github.com: Permission denied (publickey).\nfatal: Could not read from remote repository.',
    ],
    ['not-found', "remote: Repository not found.\nfatal: repository 'https://github.com/o/r.git/' not found"],
    [
      'unreachable',
      "fatal: unable to access 'https://github.com/o/r.git/': Could not resolve host: github.com",
    ],
    ['unreachable', 'ssh: connect to host github.com port 22: Connection timed out'],
    ['unreachable', 'error: RPC failed; curl 92 HTTP/2 stream 0 was not closed cleanly\nfatal: early EOF'],
    ['git', 'fatal: something new'],
  ])('is %s: %s', (code, stderr) => {
    const failure = gitFailure('https://github.com/o/r.git', stderr);

    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(/^git could not talk to https:\/\/github\.com\/o\/r\.git: .*\.$/);
    expect(failure.message).not.toMatch(/remote:|fatal:|\n/);
  });

  it('has no secret in it', () => {
    const token = 'ghp_verysecret0123456789';
    const secrets = secretForms(token);
    const remote = {
      clone: { folder: '.', env: {} },
      reading: { folder: '.', env: {} },
      pushing: { folder: '.', env: {} },
      name: 'origin',
      reached: '',
      url: '',
      shown: 'https://github.com/o/r',
      secrets,
    };

    const failure = remoteFailure(
      remote,
      `fatal: header ${secrets.join(' ')} at https://x:${token}@github.com/o/r`,
    );

    expect(failure.message).toContain('***');
    for (const secret of secrets) expect(failure.message).not.toContain(secret);
  });
});
