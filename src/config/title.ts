/** The title of a pull request as the config file words it. */

/** What may stand in braces in the config file's `title`. */
export const TITLE_PLACEHOLDERS = ['namespace', 'cluster', 'team', 'count', 'kinds', 'date'] as const;

export type TitleValues = Readonly<Record<(typeof TITLE_PLACEHOLDERS)[number], string>>;

/**
 * A title from its template. The values are data of the repository: the caller escapes them for where the title goes.
 *
 * @param template as the schema accepts it: no other word in braces
 */
export function fillTitle(template: string, values: TitleValues): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    isPlaceholder(name) ? values[name] : whole,
  );
}

function isPlaceholder(name: string): name is keyof TitleValues {
  return TITLE_PLACEHOLDERS.some((known) => known === name);
}
