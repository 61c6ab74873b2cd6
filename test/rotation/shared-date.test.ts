import { expect, it } from 'vitest';
import { scan } from '../../src/hcl/scan.ts';
import { findAttribute } from '../../src/hcl/values.ts';
import { buildScope, resolveString } from '../../src/rotation/references.ts';

it('names a few of the many places that use a date, and how many more there are', () => {
  const text = `locals {\n  day = "20-03-2026"\n}\na = local.day\n${'output "o" {\n  value = local.day\n}\n'.repeat(50)}`;
  const file = { path: 'main.tf', text, scan: scan(text) };
  const attribute = findAttribute(file.scan.body, 'a');
  if (attribute === null) throw new Error('no attribute');

  const found = resolveString(file, attribute.expression, [], buildScope([file], []));

  const uses = found.found === 'literal' ? found.otherUses : [];
  expect(uses).toHaveLength(21);
  expect(uses.at(-1)).toMatch(/^about \d\d more places$/);
});
