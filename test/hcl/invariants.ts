import { identifierEnd } from '../../src/hcl/cursor.ts';
import type { Body, Range, Scan } from '../../src/hcl/syntax.ts';

/** What has to hold of the scan of any text whatever: the first thing that does not, or null. */
export function brokenInvariant(text: string, { body, comments, errors }: Scan): string | null {
  const whole = { start: 0, end: text.length };
  for (const { offset, message, help } of errors) {
    if (!(offset >= 0 && offset <= text.length)) return `the error ${message} is at ${offset}`;
    if (message === '' || help === '') return 'an error says nothing';
  }
  const inComments = inOrder(comments, whole, 'comment');
  if (inComments !== null) return inComments;
  for (const { start, end, style } of comments) {
    const written = text.slice(start, end);
    if (!(style === 'line' ? /^(?:#|\/\/)[^\n]*$/ : /^\/\*/).test(written)) return `${start} is no comment`;
  }
  return brokenBody(text, body, whole, errors.length === 0);
}

function brokenBody(text: string, body: Body, outer: Range, isValid: boolean): string | null {
  const problem = inOrder(body, outer, 'item');
  if (problem !== null) return problem;
  for (const item of body) {
    const where = `${item.type} at ${item.start}`;
    const name = item.type === 'attribute' ? item.name : item.keyword;
    if (!text.startsWith(name, item.start)) return `${where} does not begin with ${name}`;
    if (identifierEnd(text, item.start) !== item.start + name.length) return `${where} is cut short`;
    if (item.type === 'attribute') {
      const { equals, expression } = item;
      if (text[equals] !== '=' || equals <= item.start) return `${where} has no = at ${equals}`;
      if (!(equals < expression.start && expression.start <= expression.end)) return `${where}: its value`;
      if (item.end !== expression.end) return `${where} does not end with its value`;
      if (isValid && expression.start === expression.end) return `${where} has no value`;
      const value = text.slice(expression.start, expression.end);
      // the line of a heredoc's end marker belongs to it whole
      if (isValid && (/^\s/.test(value) || (/\s$/.test(value) && !value.startsWith('<<')))) {
        return `${where} has white space around its value`;
      }
      continue;
    }
    const { open, close, labels } = item;
    if (text[open] !== '{' || !(item.start < open && open < close + 1 && close <= item.end)) {
      return `${where} has its braces at ${open} and ${close}`;
    }
    if (isValid && (text[close] !== '}' || item.end !== close + 1)) return `${where} is not closed`;
    const inLabels = inOrder(labels, { start: item.start + name.length, end: open }, 'label');
    if (inLabels !== null) return inLabels;
    for (const label of labels) {
      const written = text.slice(label.start, label.end);
      if (written !== label.text && written !== `"${label.text}"`) return `${where} has the label ${written}`;
    }
    const inside = brokenBody(text, item.body, { start: open + 1, end: close }, isValid);
    if (inside !== null) return inside;
  }
  return null;
}

function inOrder(ranges: readonly Range[], outer: Range, what: string): string | null {
  let position = outer.start;
  for (const { start, end } of ranges) {
    if (!Number.isInteger(start) || start < position || end < start || end > outer.end) {
      return `the ${what} ${start}–${end} is not in order within ${outer.start}–${outer.end}`;
    }
    position = end;
  }
  return null;
}
