import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';

const GOOD = `kinds:
  api-password:
    resource: random_password
    argument: keepers.rotated_at
    format: yyyy-MM-dd
`;

function parse(text: string) {
  return parseConfig(text, 'x.yml', BUILT_IN_KINDS.names);
}

/** `line:column message` of each mistake. */
function mistakes(text: string): readonly string[] {
  const parsed = parse(text);
  if ('config' in parsed) return [];
  return parsed.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function kindsOf(text: string) {
  const parsed = parse(text);
  if (!('config' in parsed)) throw new Error(mistakes(text).join('\n'));
  return parsed.config.kinds;
}

describe('kinds of a config file', () => {
  it('stand behind those of the program, and may be named by every rule', () => {
    const text = `${GOOD}maxAge: { api-password: 30, rds: 60 }\nexclude:\n  - match: { kind: api-password }\n    reason: x\n`;
    const { names, byName, byDefault } = kindsOf(text);

    expect(names).toEqual([...BUILT_IN_KINDS.names, 'api-password']);
    expect(byDefault).toContain('api-password');
    expect(byName.get('api-password')).toMatchObject({
      about: { block: 'resource', type: 'random_password' },
      argument: 'keepers.rotated_at',
      format: 'yyyy-MM-dd',
      since: null,
    });
  });

  it('are the only ones with extends: none', () => {
    const { names, notRotatable, moduleNames } = kindsOf(`extends: none\n${GOOD}`);

    expect(names).toEqual(['api-password']);
    expect(notRotatable.size + moduleNames.length).toBe(0);
    expect(mistakes(`extends: none\n${GOOD}maxAge: { rds: 60 }\n`)).toEqual([
      expect.stringContaining('7:11 there is no key "rds" in maxAge'),
    ]);
  });

  it('tell a module by its repository from one by its address in a registry', () => {
    const text = (module: string) =>
      `kinds:\n  db:\n    module: ${module}\n    argument: rotated\n    format: rfc3339\n`;

    expect(kindsOf(text('My-Database')).byModule.get('my-database')?.name).toBe('db');
    expect(kindsOf(text('acme/rds/aws')).byRegistry.get('acme/rds/aws')?.name).toBe('db');
    expect(mistakes(text('acme/rds'))).toEqual([
      '3:13 kinds.db.module is "acme/rds", expected the name of a repository, or an address in a registry such as hashicorp/consul/aws',
    ]);
  });

  it.each([
    [
      'a kind without an argument',
      'argument: keepers.rotated_at',
      '',
      [
        '3:5 kinds.api-password.argument is missing: expected the name of an argument, or a path of names such as keepers.rotated_at',
      ],
    ],
    [
      'a path that names no key',
      'keepers.rotated_at',
      'keepers.',
      [
        '4:15 kinds.api-password.argument is "keepers.", expected the name of an argument, or a path of names such as keepers.rotated_at',
      ],
    ],
    [
      'a format that does not exist',
      'yyyy-MM-dd',
      'MM/dd/yyyy',
      ['5:13 kinds.api-password.format is "MM/dd/yyyy", expected one of dd-MM-yyyy, yyyy-MM-dd, rfc3339'],
    ],
    [
      'a key that does not exist',
      'format:',
      'fromat: a\n    format:',
      ['5:5 there is no key "fromat" in kinds.api-password: did you mean format?'],
    ],
    [
      'neither module nor resource',
      'resource: random_password',
      'since: "1.2"',
      [
        '3:5 kinds.api-password is a map, expected a map with either module or resource, and argument and format',
      ],
    ],
    [
      'a name that is taken',
      'api-password:',
      'rds:',
      ['3:5 kinds.rds: this name is taken: choose another, or write extends: none'],
    ],
    [
      'a name that is none',
      'api-password:',
      'API password:',
      ['2:3 "API password" in kinds: expected the name of a kind: small letters, digits and -'],
    ],
  ])('are refused in their place: %s', (_, from, to, expected) => {
    expect(mistakes(GOOD.replace(from, to))).toEqual(expected);
  });

  it('may not bear a name of JavaScript’s own', () => {
    expect(mistakes(GOOD.replace('api-password:', '__proto__:'))).toEqual([
      '3:5 __proto__ cannot be the name of a kind: choose another',
    ]);
  });

  it('may not claim the blocks of another', () => {
    const again = GOOD.slice('kinds:\n'.length).replace('api-password', 'other');
    const built =
      'kinds:\n  db:\n    module: cloud-platform-terraform-rds-instance\n    argument: x\n    format: rfc3339\n';

    expect(mistakes(GOOD + again)).toEqual([
      '7:15 kinds.other and api-password would claim the same blocks: keep one of them, or give them different arguments',
    ]);
    expect(mistakes(GOOD + again.replace('rotated_at', 'changed'))).toEqual([]);
    expect(mistakes(built)).toEqual(['3:13 kinds.db and rds would claim the same blocks: keep one of them']);
  });

  it('have rules that compare with a value, or with none', () => {
    const rule = (more: string) =>
      `${GOOD}    rules:\n      - { argument: length, ${more}, effect: blocked, code: too-short, message: m, unknown: { effect: warning, message: u } }\n`;

    expect(mistakes(rule('is: below, value: "16.0"'))).toEqual([]);
    expect(mistakes(rule('is: below'))).toEqual([
      expect.stringContaining('a rule with is: below needs a value to compare with'),
    ]);
    expect(mistakes(rule('is: set, value: "1"'))).toEqual([
      expect.stringContaining('a rule with is: set compares with no value: take it out'),
    ]);
  });
});
