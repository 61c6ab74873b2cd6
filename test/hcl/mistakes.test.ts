import { describe, expect, it } from 'vitest';
import { findWrongLabels } from '../../src/hcl/mistakes.ts';
import { scan } from '../../src/hcl/scan.ts';

/** The first error stands where `¦` does; what is said of it holds these words. */
const MISTAKES: readonly (readonly [text: string, words: string])[] = [
  ['module "a" {\n¦<<<<<<< HEAD\n  b = 1\n=======\n  b = 2\n>>>>>>> main\n}\n', 'merge conflict'],
  ['a = [\n¦<<<<<<< HEAD\n  "x",\n=======\n]\n', 'merge conflict'],
  ['¦=======\n', 'merge conflict'],
  ['¦>>>>>>> main\r\n', 'merge conflict'],
  ['¦||||||| 0a1b2c3\n', 'merge conflict'],
  ['a = "20-03-2026"¦"\n', 'a second " stands behind the string'],
  ['a = ["x"¦", "y"]\n', 'a second " stands behind the string'],
  ['a = "x"¦" # tail\n', 'a second " stands behind the string'],
  ['a = ¦""20-03-2026"\n', 'begins with two "'],
  ['a = true¦"\n', 'none before it'],
  ['a = var.b¦"\r\n', 'none before it'],
  ['a = "b" ¦"c"\n', 'a second value'],
  ['a¦\u00a0= 1\n', 'a no-break space (U+00A0)'],
  ['a =¦\u00a01\n', 'a no-break space (U+00A0)'],
  ['¦\u00a0a = 1\n', 'write a plain blank'],
  ['module¦\u00a0"a" {\n}\n', 'a no-break space (U+00A0)'],
  ['a = ¦\u200b"x"\n', 'a zero-width space (U+200B)'],
  ['a¦\u200b = "x"\n', 'remove it'],
  ['a = 1\n¦\ufeffb = 1\n', 'a byte order mark (U+FEFF)'],
  ['a = 1¦\u200e\n', 'an invisible character stands here: U+200E'],
  ['a = ¦<<EOF \nx\nEOF\n', "a blank stands behind the heredoc's marker EOF"],
  ['a = ¦<<EOF x\nEOF\n', "something stands behind the heredoc's marker EOF"],
  ["a = ¦<<'EOF'\nx\nEOF\n", 'no quotes in HCL'],
  ['a = ¦<<-"EOF"\nx\nEOF\n', 'write <<-EOF'],
  ['a = ¦<< EOF\nx\nEOF\n', "a blank stands before the heredoc's marker"],
  ['a = ¦<<EOF\nx\nEOF;\n', '"EOF;" does not end it'],
  ['a = [\n  "x"\n  ¦"y"\n]\n', 'a comma is missing before this value'],
  ['¦topic_arn.  = 1\n', 'holds no dot'],
  ['¦var.index = [1]\n', 'holds no dot'],
  ['¦a "x"\n', 'the = behind a is missing'],
  ['¦a var.b # c\n', 'the = behind a is missing'],
  ['¦a true\n', 'the = behind a is missing'],
  ['¦a [\n  1\n]\n', 'the = behind a is missing'],
  ['¦a: "x"\n', 'a is followed by : where HCL has ='],
  ['¦a == 1\n', 'which compares'],
  ['¦This token was rotated\n', 'prose'],
  ["¦it's the old one\n", 'prose'],
  ['¦Note: this is the old one\n', 'prose'],
  ['¦- rotate this\n', 'a list of Markdown or YAML'],
  ['¦```hcl\na = 1\n```\n', 'a Markdown code fence'],
  ['¦+a = 1\n', 'a line of a diff'],
  ['¦module "a"\n  b = 1\n', 'the { of this module block is missing: write module "…" {'],
  ['¦resource "a" "b"\n{\n}\n', 'stands on a line of its own'],
  ['¦module a" {\n}\n', 'a quote is missing in the header'],
  ['¦module "a {\n}\n', 'a quote is missing in the header'],
];

describe('the likely mistake', () => {
  it.each(MISTAKES)('in %j is said, at its place: %s', (marked, words) => {
    const [error] = scan(marked.replace('¦', '')).errors;

    expect(`${error?.message}: ${error?.help}`).toContain(words);
    expect(error?.offset).toBe(marked.indexOf('¦'));
  });

  it.each([
    ['a = {\n  b c\n}\n', 'a second value'],
    ['a = "<<EOF x" y\n', 'a second value'],
    ['a b\n', 'the header of this a block'],
    ['a\n', 'a is followed by neither'],
  ])('is not guessed in %j', (text, words) => {
    expect(scan(text).errors[0]?.message).toContain(words);
  });
});

describe('a block whose labels are not what Terraform wants', () => {
  it.each([
    ['module "a" {\n}\n¦module {\n}\n', 'this module block has no label, and Terraform wants one'],
    ['¦resource "x" {\n}\n', 'this resource block has one label, and Terraform wants 2'],
    ['¦variable "a" "b" {\n}\n', 'this variable block has 2 labels'],
  ])('is named itself, and no neighbour of it: %j', (marked, words) => {
    const found = findWrongLabels(scan(marked.replace('¦', '')).body);

    expect(found?.message).toContain(words);
    expect(found?.offset).toBe(marked.indexOf('¦'));
  });

  it('is none that has them, or of a keyword of somebody else', () => {
    const text = 'module "a" {\n  b {\n  }\n}\nlocals {\n}\nresource "a" "b" {\n}\nmoved {\n}\n';

    expect(findWrongLabels(scan(text).body)).toBeNull();
  });
});
