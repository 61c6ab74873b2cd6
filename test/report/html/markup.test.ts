import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, jsonData, ownCode } from '../../../src/report/html/markup.ts';
import { HOSTILE } from './page.ts';

describe('html', () => {
  it('makes text of every text, between tags and in attributes', () => {
    const { html: written } = html`<p title="${HOSTILE}">${HOSTILE}</p>`;

    expect(written.match(/[<>]/g)).toEqual(['<', '>', '<', '>']);
    expect(written.match(/"/g)).toHaveLength(2);
    expect(written).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('keeps markup of its own, alone and in lists', () => {
    const items = ['a', '<b>'].map((each) => html`<li>${each}</li>`);

    expect(html`<ul>${items}</ul>${html`<hr>`}${12}`.html).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>12',
    );
  });
});

describe('data in a script element', () => {
  it('reads as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(jsonData(value).html)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('can end neither the element nor a line of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('</script', '<!--', '<script', ']]>', '\u2028', HOSTILE)),
        (texts) => {
          expect(jsonData({ [texts.join('')]: texts }).html).not.toMatch(/[<>&\u2028\u2029]/);
        },
      ),
    );
  });
});

it.each(['</script>', '</STYLE >', '<!-- x'])('own code that holds %s is a mistake of the build', (text) => {
  expect(() => ownCode(`a${text}b`)).toThrow(/end tag/);
});
