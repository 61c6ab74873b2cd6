import { describe, expect, it } from 'vitest';
import { BUILT_IN_KINDS } from '../../src/kinds/registry.ts';
import { parseModuleSource } from '../../src/kinds/source.ts';

const NAME = 'cloud-platform-terraform-rds-instance';
const PATH = `ministryofjustice/${NAME}`;

describe('parseModuleSource', () => {
  it.each([
    [`github.com/${PATH}?ref=9.2.0`, '9.2.0'],
    [`github.com/${PATH}`, null],
    [`github.com/${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`https://github.com/${PATH}?ref=9.2.0`, '9.2.0'],
    [`git::https://github.com/${PATH}.git?ref=v9.2.0`, 'v9.2.0'],
    [`git::https://user:pass@github.com/${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`git::ssh://git@github.com/${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`git::ssh://git@github.com:22/${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`git::git@github.com:${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`git@github.com:${PATH}.git?ref=9.2.0`, '9.2.0'],
    [`git@github.com:${PATH}.git//sub/folder?ref=9.2.0`, '9.2.0'],
    [`github.com/${PATH}//sub/folder?ref=9.2.0`, '9.2.0'],
    [`git::https://github.com/${PATH}.git//sub/folder?ref=9.2.0`, '9.2.0'],
    [`git::https://github.com/${PATH}?depth=1&ref=9.2.0`, '9.2.0'],
    [`git::https://github.com/${PATH}?ref=9.2.0&sshkey=x`, '9.2.0'],
    [`github.com/${PATH}?depth=1`, null],
    [`github.com/${PATH}?ref=`, null],
    [`github.com/${PATH}?ref=add-oracle`, 'add-oracle'],
    [`github.com/${PATH}?ref=feature%2Fx`, 'feature/x'],
    [`github.com/${PATH}/tree/migration`, 'migration'],
    [`https://github.com/${PATH}/tree/feature/x`, 'feature/x'],
    [`github.com/${PATH}/tree/migration?ref=9.2.0`, '9.2.0'],
    [`GitHub.com/${PATH}?ref=9.2.0`, '9.2.0'],
    [`github.com/MinistryOfJustice/Cloud-Platform-Terraform-RDS-Instance?ref=9.2.0`, '9.2.0'],
    [`  github.com/${PATH}?ref=9.2.0 `, '9.2.0'],
  ])('finds the repository in %s', (source, ref) => {
    const parsed = parseModuleSource(source);

    expect(parsed).toMatchObject({ repository: NAME, ref });
    expect(parsed?.owner.toLowerCase()).toBe('ministryofjustice');
    expect(BUILT_IN_KINDS.byModule.get(parsed?.repository ?? '')?.name).toBe('rds');
  });

  it.each([
    `github.com/ministryofjustice/${NAME}-extra?ref=9.2.0`,
    `github.com/ministryofjustice/my-${NAME}?ref=9.2.0`,
    `github.com/ministryofjustice/${NAME}.github.io`,
    `github.com/ministryofjustice/modules//${NAME}?ref=9.2.0`,
    `github.com/ministryofjustice/modules?ref=${NAME}`,
    `github.com/ministryofjustice/modules/tree/${NAME}`,
    `github.com/${NAME}`,
    `./${NAME}`,
    `../modules/${NAME}`,
    `/modules/ministryofjustice/${NAME}`,
    `ministryofjustice/${NAME}/aws`,
    NAME,
    '',
  ])('finds no kind in %s', (source) => {
    const parsed = parseModuleSource(source);

    expect(parsed === null ? undefined : BUILT_IN_KINDS.byModule.get(parsed.repository)).toBeUndefined();
  });

  it.each(['./rds', '../../rds', '/rds', 'terraform-aws-modules/rds/aws', 'hashicorp/consul/aws', 'rds', ''])(
    'names no repository for what is none of git: %j',
    (source) => {
      expect(parseModuleSource(source)).toBeNull();
    },
  );

  it('takes no time for a long line', () => {
    const started = performance.now();

    parseModuleSource(`git::ssh://${'a.-@'.repeat(50_000)}`);
    parseModuleSource(`${'a-'.repeat(100_000)}:${'/'.repeat(100_000)}`);

    expect(performance.now() - started).toBeLessThan(1000);
  });
});
