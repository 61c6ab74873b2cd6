import { describe, expect, it } from 'vitest';
import { exclusionOf, isExcluded, maxAgeFor, needsFacts, snoozedUntil } from '../../src/config/rules.ts';
import { configOf, subject } from './configs.ts';

describe('the maximum age of a credential', () => {
  it.each([
    ['no file', null, 90],
    ['an empty file', '', 90],
    ['one number', 'maxAge: 30', 30],
    ['its kind', 'maxAge: {default: 30, rds: 60}', 60],
    ['the default for other kinds', 'maxAge: {default: 30, elasticache: 60}', 30],
    ['other kinds alone', 'maxAge: {elasticache: 60}', 90],
    ['0', 'maxAge: 0', 0],
    ['an override', 'maxAge: 30\noverrides: [{match: {kind: rds}, maxAge: 10}]', 10],
    ['an override of others', 'maxAge: 30\noverrides: [{match: {kind: elasticache}, maxAge: 10}]', 30],
    [
      'the last of two overrides',
      'overrides: [{match: {production: true}, maxAge: 10}, {match: {kind: rds}, maxAge: 20}]',
      20,
    ],
    [
      'the last that matches',
      'overrides: [{match: {kind: rds}, maxAge: 20}, {match: {production: false}, maxAge: 10}]',
      20,
    ],
  ])('is that of %s', (_, text, days) => {
    expect(maxAgeFor(text === null ? null : configOf(text), subject())).toBe(days);
  });
});

describe('a rule', () => {
  it.each([
    ['{namespace: orchard-prod}', true],
    ['{namespace: orchard}', false],
    ['{namespace: orchard-*}', true],
    ['{namespace: [a, "*-prod"]}', true],
    ['{namespace: "!orchard-prod"}', false],
    ['{cluster: live}', true],
    ['{cluster: live.cloud-platform.service.justice.gov.uk}', true],
    ['{cluster: live-2}', false],
    ['{team: growers}', true],
    ['{team: grow*}', true],
    ['{team: [nobody]}', false],
    ['{kind: rds}', true],
    ['{kind: [elasticache, serviceaccount]}', false],
    ['{production: true}', true],
    ['{production: false}', false],
    ['{module: r?s}', true],
    ['{credential: "orchard-prod/rds.tf#rds"}', true],
    ['{credential: "orchard-prod/*"}', true],
    ['{credential: "orchard/*"}', false],
    ['{namespace: orchard-*, kind: rds, team: gardeners}', true],
    ['{namespace: orchard-*, kind: rds, team: nobody}', false],
  ])('with match: %s applies to the database: %s', (match, applies) => {
    const config = configOf(`exclude: [{match: ${match}, reason: x}]`);

    expect(isExcluded(config, subject())).toBe(applies);
  });

  it.each(['true', 'false'])(
    'about production: %s says nothing of a namespace that does not say',
    (value) => {
      const config = configOf(`exclude: [{match: {production: ${value}}, reason: x}]`);

      expect(isExcluded(config, subject({ production: null }))).toBe(false);
    },
  );

  it.each([
    ['overrides: [{match: {team: x}, maxAge: 1}]', true],
    ['exclude: [{match: {production: false}, reason: x}]', true],
    ['snooze: [{match: {team: [x]}, until: 2027-01-01, reason: x}]', true],
    ['exclude: [{match: {namespace: x, kind: rds, module: x, credential: x, cluster: x}, reason: x}]', false],
    ['maxAge: 3\nwindows: [{days: [mon]}]', false],
  ])('says whether the manifests of the namespaces have to be read: %s: %s', (text, needed) => {
    expect(needsFacts(configOf(text))).toBe(needed);
  });
});

describe('an exclusion', () => {
  it('gives the reason and the line of the first entry that matches', () => {
    const config = configOf(
      'exclude:\n  - {match: {kind: elasticache}, reason: a}\n  - {match: {kind: rds}, reason: b}\n  - {match: {module: rds}, reason: c}\n',
    );

    expect(exclusionOf(config, subject())).toMatchObject({ reason: 'b', line: 3 });
    expect(exclusionOf(null, subject())).toBeNull();
  });
});

describe('a snooze', () => {
  const config = configOf(
    [
      'snooze:',
      '  - {match: {kind: rds}, until: 2026-11-30, reason: short}',
      '  - {match: {module: rds}, until: 2027-01-04, reason: long}',
      '  - {match: {kind: elasticache}, until: 2030-01-01, reason: of others}',
    ].join('\n'),
  );

  it.each([
    ['2026-11-23', '2027-01-04'],
    ['2027-01-03', '2027-01-04'],
    // on the day itself it is over
    ['2027-01-04', null],
    ['2031-01-01', null],
  ])('on %s lasts until %s: the longest counts', (today, until) => {
    expect(snoozedUntil(config, subject(), today)).toBe(until);
  });

  it('says nothing where there is no file', () => {
    expect(snoozedUntil(null, subject(), '2026-11-23')).toBeNull();
  });
});
