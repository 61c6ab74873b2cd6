import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fitsBody, formatMarker, type Marker, parseMarker, withMarker } from '../../src/publish/marker.ts';

function groupOf(
  count: number,
  id = (at: number) => `namespace-${at}-prod/serviceaccount-${at}.tf#circleci_${at}`,
): Marker {
  return {
    v: 1,
    namespace: null,
    cluster: null,
    group: 'all',
    head: 'a'.repeat(40),
    base: 'b'.repeat(40),
    files: { '*': 'c'.repeat(64) },
    changes: Object.fromEntries(Array.from({ length: count }, (_, at) => [id(at), '23-11-2026'])),
    incident: 'A leak --> @everybody <!--',
  };
}

/** A marker as it would stand in a body, of any JSON. */
const written = (value: unknown) => `<!-- rotate-pr ${JSON.stringify(value)} -->`;

describe('the marker of a group', () => {
  it.each([0, 1, 2_500])('comes back with its %i credentials', (count) => {
    expect(parseMarker(withMarker('Text', groupOf(count)))).toEqual(groupOf(count));
  });

  it('fits into a body with 2,500 credentials beside a text', () => {
    expect(fitsBody(groupOf(2_500))).toBe(true);
  });

  it('does not fit with more than a body can hold, and says so', () => {
    const noise = (at: number) =>
      Buffer.from(`${Math.sin(at)}`)
        .toString('base64')
        .repeat(2);

    expect(fitsBody(groupOf(9_000, noise))).toBe(false);
  });

  it('keeps what the base had, in less than the ids take, and is read where it does not', () => {
    const { changes } = groupOf(2_500);
    const values = ['20-03-2026', null, 'time_rotating.weekly.unix', '-->'];
    const from = Object.fromEntries(Object.keys(changes).map((id, at) => [id, values[at % 4] ?? null]));
    const marker: Marker = { ...groupOf(2_500), from };

    expect(parseMarker(formatMarker(marker))).toEqual(marker);
    expect(fitsBody(marker)).toBe(true);
    expect(formatMarker(marker).length).toBeLessThan(formatMarker(groupOf(2_500)).length * 1.3);
  });

  it('hides what is in it: no end of a comment, nobody mentioned', () => {
    const comment = formatMarker(groupOf(3));

    expect(comment.slice('<!--'.length, -'-->'.length)).not.toMatch(/[<>@]|--|\n/);
  });

  it('keeps that it is not dressed yet', () => {
    const bare: Marker = { ...groupOf(1), undressed: true };

    expect(parseMarker(formatMarker(bare))).toEqual(bare);
  });

  it.each([
    ['no Base64', { ...groupOf(0), changes: undefined, packed: '%%%' }],
    ['something that does not inflate', { ...groupOf(0), changes: undefined, packed: 'AAAA' }],
    ['something that is no record', { ...groupOf(0), changes: undefined, packed: pack('[1]') }],
    ['a bomb', { ...groupOf(0), changes: undefined, packed: pack(`{"x":"${'0'.repeat(5_000_000)}"}`) }],
    ['a namespace and a group at once', { ...groupOf(0), namespace: 'a', cluster: 'live' }],
    [
      'values that are no list',
      { ...groupOf(0), changes: undefined, packed: pack('{}'), packedFrom: pack('{}') },
    ],
    [
      'a value that is no text',
      { ...groupOf(0), changes: undefined, packed: pack('{"a":"b"}'), packedFrom: pack('[1]') },
    ],
    ['an incident that is no text', { ...groupOf(0), incident: 1 }],
    ['a state that there is not', { ...groupOf(0), undressed: 'yes' }],
  ])('is none when somebody wrote %s into it', (_, value) => {
    expect(parseMarker(written(value))).toBeNull();
  });
});

function pack(text: string): string {
  return deflateRawSync(text, { level: 9 }).toString('base64');
}
