import { describe, expect, it } from 'vitest';
import { mergeHours, sayImpact } from '../../src/report/impact.ts';
import { phraseString } from '../../src/report/phrase.ts';
import { CREDENTIALS, change } from './credentials.ts';
import { consequences, secretUse, token, told, use, used } from './used.ts';

function impact(kind: string, given: Parameters<typeof consequences>[0]): string {
  const found = CREDENTIALS.find((each) => each.kind === kind)!;
  const { consequences: _, ...rest } = used(change(found, '2026-11-23'));
  return phraseString(sayImpact({ ...rest, ...consequences(given) })).replace(/^[^:]*: /, '');
}

describe('the impact of a rotation, in one line', () => {
  it.each<[string, string, Parameters<typeof consequences>[0], string]>([
    [
      'a password in a Secret',
      'rds',
      { uses: [secretUse()] },
      'pods lose the database from the apply until they restart',
    ],
    [
      'a password also in another namespace',
      'rds',
      { uses: [secretUse(), secretUse({ namespace: told('court-diary-prod'), isOwn: false })] },
      'pods lose the database from the apply until they restart; a copy is in court-diary-prod',
    ],
    [
      'a password that nothing here takes',
      'rds',
      { uses: [use({ carriesSecret: false })] },
      'whoever has the password loses the database from the apply until they get the new one',
    ],
    [
      'a cache',
      'elasticache',
      { uses: [secretUse()] },
      'no downtime: the token in use until now stays valid until the next rotation',
    ],
    [
      'a token for CircleCI',
      'serviceaccount',
      { token: token({ circleCi: true }) },
      'CircleCI cannot deploy from the apply until the new token is pasted',
    ],
    [
      'a token that the module writes to GitHub',
      'serviceaccount',
      { token: token({ repositories: [told('court-diary')] }) },
      'no downtime: the same apply writes the new token to GitHub; a workflow run that is under way then fails',
    ],
    [
      'a token of which nobody says where it is',
      'serviceaccount',
      { token: token() },
      'whoever has the token cannot deploy from the apply until they get the new one',
    ],
  ])('of %s', (_, kind, given, line) => {
    expect(impact(kind, given)).toBe(line);
  });
});

describe('the hours to merge in', () => {
  it('are those in which a database runs that is stopped overnight', () => {
    expect(mergeHours({ kind: 'rds' }, [{ code: 'stopped-overnight', message: '' }])).toEqual({
      from: '06:00',
      to: '22:00',
    });
  });

  it('are any where no rule of the kind says otherwise', () => {
    expect(mergeHours({ kind: 'rds' }, [{ code: 'never-rotated', message: '' }])).toBeNull();
    expect(mergeHours({ kind: 'serviceaccount' }, [{ code: 'stopped-overnight', message: '' }])).toBeNull();
  });
});
