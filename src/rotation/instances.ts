import type { FoundModule } from './modules.ts';
import { valuesByKey } from './references.ts';
import type { Scope } from './scope.ts';
import type { SourceFile } from './source-file.ts';

/**
 * The credentials that a block makes: itself, or where each entry of its `for_each` has a date of its own, one for each, by
 * the address that Terraform gives it: `random_password.api["review"]`.
 */
export function instancesOf(module: FoundModule, file: SourceFile, scope: Scope): readonly FoundModule[] {
  const { date, block, address, name } = module;
  if (date === null || !date.isReached) return [module];
  const values = valuesByKey(file, block, date.expression, address, scope);
  if (values === null) return [module];
  return [...values].map(([key, ofKey]) => ({
    ...module,
    name: `${name}[${JSON.stringify(key)}]`,
    date: { ...date, ofKey },
  }));
}
