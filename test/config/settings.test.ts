import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  type OpenSettings,
  plainSettings,
  readAuthor,
  resolveSettings,
} from '../../src/config/settings.ts';
import { fillTitle } from '../../src/config/title.ts';
import { DEFAULT_REFRESH_AFTER_DAYS } from '../../src/publish/decide.ts';
import { configOf } from './configs.ts';

/** Of each setting what a file says, what a flag says, and what they mean. */
const ROWS: readonly (readonly [keyof OpenSettings, string, unknown, object, unknown])[] = [
  ['limit', 'limit: 5', 5, { limit: 7 }, 7],
  ['maxOpen', 'maxOpen: 5', 5, { maxOpen: 7 }, 7],
  ['hourlyLimit', 'hourlyLimit: 5', 5, { hourlyLimit: 7 }, 7],
  [
    'stagger',
    'stagger: false',
    { ...DEFAULT_SETTINGS.stagger, enabled: false },
    { together: false },
    DEFAULT_SETTINGS.stagger,
  ],
  [
    'stagger',
    'stagger: {holdProductionDays: 9, notOneApplication: [x]}',
    { enabled: true, holdProductionDays: 9, notOneApplication: ['x'] },
    { together: true },
    { enabled: false, holdProductionDays: 9, notOneApplication: ['x'] },
  ],
  ['refreshAfter', 'refreshAfter: 5', 5, { refreshAfter: 7 }, 7],
  ['labels', 'labels: [a]', ['a'], { label: ['b', 'c'] }, ['b', 'c']],
  ['reviewers', 'reviewers: [a]', ['a'], { reviewer: ['b'] }, ['b']],
  ['teamReviewers', 'teamReviewers: [a]', ['a'], { teamReviewer: ['b'] }, ['b']],
  ['requestReview', 'requestReview: false', false, { requestReview: true }, true],
  ['assignees', 'assignees: [a]', ['a'], { assignee: ['b'] }, ['b']],
  ['draft', 'draft: true', true, { draft: false }, false],
  ['autoMerge', 'autoMerge: squash', 'squash', { autoMerge: 'rebase' }, 'rebase'],
  ['sign', 'sign: true', true, { sign: false }, false],
  [
    'author',
    'author: A B <a@b.org>',
    { name: 'A B', email: 'a@b.org' },
    { author: 'C <c@d.org>' },
    { name: 'C', email: 'c@d.org' },
  ],
  ['base', 'base: next', 'next', { base: 'main' }, 'main'],
];

describe('a setting', () => {
  it.each(ROWS)(
    '%s: the flag wins over the file, the file over the default',
    (key, text, written, flags, given) => {
      const config = configOf(`# one line above\n${text}`);

      expect(resolveSettings(null)[key]).toEqual({
        value: DEFAULT_SETTINGS[key],
        origin: { from: 'default' },
      });
      expect(resolveSettings(config)[key]).toEqual({
        value: written,
        origin: { from: 'file', file: '.github/rotate-pr.yml', line: 2 },
      });
      expect(resolveSettings(config, flags)[key]).toMatchObject({ value: given, origin: { from: 'flag' } });
    },
  );

  it('of a title comes from the file alone', () => {
    expect(resolveSettings(configOf('title: Rotate {count}')).title.value).toBe('Rotate {count}');
  });

  it('names the flag as it was typed', () => {
    const { requestReview, draft, stagger } = resolveSettings(null, {
      requestReview: false,
      draft: true,
      together: true,
    });

    expect([requestReview.origin, draft.origin, stagger.origin]).toEqual([
      { from: 'flag', flag: '--no-request-review' },
      { from: 'flag', flag: '--draft' },
      { from: 'flag', flag: '--together' },
    ]);
  });

  it('is a plain value for whoever works with it', () => {
    expect(plainSettings(resolveSettings(configOf('')))).toEqual(DEFAULT_SETTINGS);
    expect(plainSettings(resolveSettings(configOf('limit: 3')))).toEqual({ ...DEFAULT_SETTINGS, limit: 3 });
  });

  it('has the default that open works by', () => {
    expect(DEFAULT_SETTINGS.refreshAfter).toBe(DEFAULT_REFRESH_AFTER_DAYS);
  });
});

describe('a title', () => {
  const values = {
    namespace: 'a-dev',
    cluster: 'live',
    team: 'a',
    count: '2',
    kinds: 'rds',
    date: '2026-11-23',
  };

  it('is filled in', () => {
    expect(fillTitle('{count}: {kinds} of {namespace} ({team}, {cluster}), {date}', values)).toBe(
      '2: rds of a-dev (a, live), 2026-11-23',
    );
  });

  it('is filled in once: what stands in a value is no placeholder', () => {
    expect(fillTitle('{team}', { ...values, team: '{count} $&' })).toBe('{count} $&');
  });
});

it.each([
  ['A B <a@b.org>', { name: 'A B', email: 'a@b.org' }],
  ['<a@b.org>', null],
  ['A', null],
])('the author %s is %j', (text, author) => {
  expect(readAuthor(text)).toEqual(author);
});
