import { describe, expect, it } from 'vitest';
import { COMMANDS, flagNames } from '../../src/cli/commands.ts';
import { complete } from '../../src/cli/completion.ts';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';

const NAMES = {
  namespace: ['allotment-register-dev', 'allotment-register-prod', 'canal-permits-dev'],
  cluster: ['live-2.cloud-platform.service.justice.gov.uk', 'live.cloud-platform.service.justice.gov.uk'],
  team: ['allotments', 'waterways'],
  kind: BUILT_IN_KINDS.names,
};

/** What is offered for the last word of a line; `|` is where the cursor stands. */
function offered(line: string, roots: (string | undefined)[] = []): readonly string[] | 'files' {
  const words = line.replace('|', '').split(' ');
  const found = complete(words, (what, root) => {
    roots.push(root);
    return NAMES[what];
  });
  return found === 'files' ? found : found.map(({ word }) => word);
}

describe('completion', () => {
  it('offers the commands first', () => {
    expect(offered('|')).toEqual(COMMANDS.map(({ name }) => name));
    expect(offered('pl|')).toEqual(['plan']);
  });

  it.each([
    ['audit --namespace allo|', ['allotment-register-dev', 'allotment-register-prod']],
    ['audit -n canal|', ['canal-permits-dev']],
    ['-n canal|', ['canal-permits-dev']],
    ['open --team |', ['allotments', 'waterways']],
    ['plan --cluster live.|', ['live.cloud-platform.service.justice.gov.uk']],
    ['audit --kind e|', ['elasticache']],
    ['audit -k rds -k s|', ['serviceaccount']],
    ['audit --format |', ['text', 'json', 'markdown', 'csv', 'html']],
    ['audit --format=j|', ['--format=json']],
    ['audit --namespace=can|', ['--namespace=canal-permits-dev']],
    ['apply --upgrade=|', ['--upgrade=minor', '--upgrade=major']],
    ['audit --fail-on b|', ['blocked']],
    ['completion |', ['bash', 'zsh', 'fish']],
    ['audit |', []],
    ['audit --date |', []],
    ['nonsense --form|', ['--format']],
  ])('%s', (line, words) => {
    expect(offered(line)).toEqual(words);
  });

  it('takes no value of a flag for the command', () => {
    expect(offered('--namespace audit --fail|')).not.toContain('--fail-on');
    expect(offered('--namespace audit pl|')).toEqual(['plan']);
  });

  it.each(['--root', '--module-versions'])('leaves paths to the shell: %s', (flag) => {
    expect(offered(`audit ${flag} fix|`)).toBe('files');
  });

  it.each(COMMANDS.map(({ name }) => name))(
    'offers every flag of %s, and none that it does not have',
    (name) => {
      const command = COMMANDS.find((one) => one.name === name)!;
      const words = offered(`${name} --|`);

      expect(words).toEqual(expect.arrayContaining(Object.keys(command.flags).map((flag) => `--${flag}`)));
      expect([...words].filter((word) => !flagNames(command).includes(word.slice(2)))).toEqual([]);
    },
  );

  it('offers a flag once more only where it may be given twice', () => {
    expect(offered('audit --due --namespace x --d|')).toEqual(['--date', '--due-within']);
    expect(offered('audit --due --namespace x --n|')).toContain('--namespace');
    expect(offered('audit --no-production --pro|')).toEqual([]);
  });

  it('looks into the repository that the command line names', () => {
    const roots: (string | undefined)[] = [];

    offered('audit --root ../estate -n |', roots);
    offered('audit --root=../estate -n |', roots);
    offered('audit -n |', roots);

    expect(roots).toEqual(['../estate', '../estate', undefined]);
  });
});
