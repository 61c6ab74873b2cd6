import { describe, expect, it } from 'vitest';
import { boxKey, boxLine, readBoxKey, tickedBoxes, withTicks } from '../../src/dashboard/checkboxes.ts';

const LINE = boxLine('live/alpha-dev', '`alpha-dev`: 1 RDS password');

describe('a box', () => {
  it('names its namespace in a mark that a page does not show', () => {
    expect(boxKey('live-2.cloud-platform.service.justice.gov.uk', 'alpha')).toBe('live-2/alpha');
    expect(LINE).toBe('- [ ] <!-- rotate-pr:rotate live/alpha-dev --> `alpha-dev`: 1 RDS password');
    expect(tickedBoxes(LINE)).toEqual([]);
  });

  it.each([
    ['as GitHub ticks it', '- [x] <!-- rotate-pr:rotate live/a -->'],
    ['by hand', '  * [X] <!-- rotate-pr:rotate live/a --> words'],
    ['in a text with CRLF', 'words\r\n- [x] <!-- rotate-pr:rotate live/a --> words\r\nwords'],
    ['twice', '- [x] <!-- rotate-pr:rotate live/a -->\n- [x] <!-- rotate-pr:rotate live/a -->'],
  ])('that is ticked %s is found once', (_, text) => {
    expect(tickedBoxes(text)).toEqual(['live/a']);
  });

  it.each([
    ['without a mark', '- [x] live/a'],
    ['with the mark on another line', '- [x]\n<!-- rotate-pr:rotate live/a -->'],
    ['in the middle of a line', 'see - [x] <!-- rotate-pr:rotate live/a -->'],
    ['that is not ticked', '- [ ] <!-- rotate-pr:rotate live/a -->'],
  ])('%s is none', (_, text) => {
    expect(tickedBoxes(text)).toEqual([]);
  });

  it.each([
    '',
    'a',
    'live/',
    '/a',
    'live/a/b',
    'live/../..',
    'live/*',
    'LIVE/a',
    'live/-a',
    'live/a b',
    'live/a\n',
  ])('whose mark says %j names nothing', (key) => {
    expect(readBoxKey(key)).toBeNull();
  });

  it('keeps its tick in a text that is written anew, and no other gets one', () => {
    const text = `${LINE}\n${boxLine('live/beta', '$& `beta`')}`;

    const ticked = withTicks(text, new Set(['live/beta', 'live/gone']));

    expect(ticked).toBe(`${LINE}\n- [x] <!-- rotate-pr:rotate live/beta --> $& \`beta\``);
    expect(tickedBoxes(ticked)).toEqual(['live/beta']);
    expect(readBoxKey('live/beta')).toEqual({ clusterLabel: 'live', namespace: 'beta' });
  });
});
