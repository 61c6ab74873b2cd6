/** Which files of a folder Terraform loads by itself, told from their paths. */

/** Terraform's configuration, in either syntax; what an editor or the system leaves behind is none (`IsIgnoredFile`). */
export function isConfiguration(path: string): boolean {
  return (path.endsWith('.tf') || path.endsWith('.tf.json')) && !isIgnored(path);
}

/**
 * Values of variables that are loaded without being asked for: `terraform.tfvars`, `*.auto.tfvars`, and both in JSON
 * (developer.hashicorp.com/terraform/language/values/variables). Any other `.tfvars` file needs `-var-file`.
 */
export function isLoadedValues(path: string): boolean {
  const name = nameOf(path);
  return /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/.test(name) && !isIgnored(path);
}

/** In the order in which Terraform loads files of values: a later one wins. */
export function inLoadingOrder<T extends { readonly path: string }>(files: readonly T[]): T[] {
  const rank = (name: string): number =>
    name === 'terraform.tfvars' ? 0 : name === 'terraform.tfvars.json' ? 1 : 2;
  return [...files].sort((a, b) => {
    const [left, right] = [nameOf(a.path), nameOf(b.path)];
    return rank(left) - rank(right) || (left < right ? -1 : left > right ? 1 : 0);
  });
}

/** Files that Terraform merges over the others (developer.hashicorp.com/terraform/language/files/override). */
export function isOverrideFile(path: string): boolean {
  return /(?:^|_)override\.tf(?:\.json)?$/.test(nameOf(path));
}

/** Whether a file is written in JSON. */
export function isJson(path: string): boolean {
  return path.endsWith('.json');
}

function isIgnored(path: string): boolean {
  const name = nameOf(path);
  return name.startsWith('.') || name.endsWith('~') || (name.startsWith('#') && name.endsWith('#'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
