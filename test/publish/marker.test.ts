import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMarker, MAX_BODY, type Marker, parseMarker, withMarker } from '../../src/publish/marker.ts';

const MARKER: Marker = {
  v: 1,
  namespace: 'my-ns',
  cluster: 'live.cloud-platform.service.justice.gov.uk',
  head: 'a'.repeat(40),
  base: 'b'.repeat(40),
  files: { 'namespaces/live/my-ns/resources/sa.tf': 'c'.repeat(40) },
  changes: { 'my-ns/sa.tf#sa': '23-11-2026' },
};

describe('marker', () => {
  it('comes back as it was written', () => {
    expect(parseMarker(withMarker('Hello', MARKER))).toEqual(MARKER);
  });

  it('keeps what the base had, also that it had nothing', () => {
    const marker: Marker = { ...MARKER, from: { 'my-ns/sa.tf#sa': null, '__proto__-->': '20-03-2026' } };

    expect(parseMarker(withMarker('Hello', marker))).toEqual(marker);
  });

  it.each([
    '--> <script>',
    '-->',
    '--!>',
    '@ministryofjustice/webops',
    '<!-- rotate-pr {} -->',
    '"\\\n\r\u2028',
    '__proto__',
    '<!--',
  ])('survives %j as a name, hidden', (hostile) => {
    const marker = {
      ...MARKER,
      namespace: hostile,
      changes: { [hostile]: hostile },
      files: { [hostile]: hostile },
    };

    const comment = formatMarker(marker);

    expect(parseMarker(`text\n${comment}\n`)).toEqual(marker);
    expect(comment.slice('<!--'.length, -'-->'.length)).not.toMatch(/[<>@]|--|\n/);
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, body) => {
        const marker = { ...MARKER, changes: { [name]: name } };
        expect(parseMarker(withMarker(body, marker))).toEqual(marker);
      }),
    );
  });

  it.each([
    ['no marker', 'Hello'],
    ['cut off', formatMarker(MARKER).slice(0, -20)],
    ['not JSON', '<!-- rotate-pr {"v":1, -->'],
    ['another version', formatMarker(MARKER).replace('"v":1', '"v":2')],
    ['a field missing', formatMarker(MARKER).replace('"head"', '"tail"')],
    ['a former value that is no text', formatMarker({ ...MARKER, from: { a: 'b' } }).replace('"b"', '1')],
    ['a field of another type', formatMarker(MARKER).replace(/"changes":\{[^}]*\}/, '"changes":[1]')],
  ])('is null for %s', (_name, body) => {
    expect(parseMarker(body)).toBeNull();
  });

  it('is read from a body that GitHub gave CRLF line endings', () => {
    expect(parseMarker(withMarker('a\nb', MARKER).replaceAll('\n', '\r\n'))).toEqual(MARKER);
  });

  it('takes the last marker, not one that stands in the visible text', () => {
    const fake = formatMarker({ ...MARKER, head: 'f'.repeat(40) });

    expect(parseMarker(`${fake}\n${formatMarker(MARKER)}`)?.head).toBe(MARKER.head);
  });

  it('replaces an older marker', () => {
    const body = withMarker(withMarker('Hello', { ...MARKER, head: 'old' }), MARKER);

    expect(body.match(/rotate-pr \{/g)).toHaveLength(1);
    expect(body.startsWith('Hello\n')).toBe(true);
  });
});

describe('a body above the limit', () => {
  const line = '- a line of the table\n';

  it('is cut with a sentence that says so, and keeps the marker', () => {
    const body = withMarker(line.repeat(5000), MARKER);

    expect(body.length).toBeLessThanOrEqual(MAX_BODY);
    expect(body.length).toBeGreaterThan(MAX_BODY - 300);
    expect(body).toContain('is cut here');
    expect(parseMarker(body)).toEqual(MARKER);
  });

  it('has its open code fence and details closed', () => {
    const body = withMarker(`<details>\n\n\`\`\`diff\n${line.repeat(5000)}\`\`\`\n</details>`, MARKER);

    expect(body).toMatch(/\n```\n\n<\/details>\n\nThis text was too long[^\n]*\n\n<!-- rotate-pr /);
  });

  it('is left whole at exactly the limit', () => {
    const room = MAX_BODY - withMarker('', MARKER).length;

    expect(withMarker('x'.repeat(room), MARKER)).toHaveLength(MAX_BODY);
    expect(withMarker('x'.repeat(room), MARKER)).not.toContain('is cut here');
    expect(withMarker('x'.repeat(room + 1), MARKER)).toContain('is cut here');
  });
});
