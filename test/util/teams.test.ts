import { describe, expect, it } from 'vitest';
import { groupByTeam, matchTeams, teamKey } from '../../src/util/teams.ts';

describe('a team', () => {
  it('is one in all its spellings', () => {
    const spellings = ['Move a Prisoner', 'move-a-prisoner', ' move_a  prisoner ', 'MOVE-A-PRISONER'];
    expect(new Set(spellings.map(teamKey))).toEqual(new Set(['move-a-prisoner']));
    expect(teamKey('Équipe')).toBe('equipe');
  });

  it.each(['...', '-', ''])('whose name %j has no letter stays as it is', (name) => {
    expect(teamKey(name)).toBe(name);
  });

  it('goes by the spelling that comes first; what has none is together', () => {
    const names = ['Connect DPS', null, 'keepers', 'connect-dps', null];

    const groups = groupByTeam(names, (name) => name);

    expect(groups.map(({ team, items }) => [team, items.length])).toEqual([
      ['Connect DPS', 2],
      [null, 2],
      ['keepers', 1],
    ]);
  });

  it.each([
    ['move-a-prisoner', true],
    ['Move a Prisoner', true],
    ['move-*', true],
    ['Move *', true],
    ['move', false],
  ])('is selected by %j in whatever spelling: %j', (pattern, expected) => {
    expect(matchTeams([pattern])('Move a Prisoner')).toBe(expected);
    expect(matchTeams([pattern])('move-a-prisoner')).toBe(expected);
  });
});
