/**
 * HTML as a value of its own: what is not Markup is text, and is escaped. So nothing that the repository contains can
 * become a tag, whoever forgets about it.
 */

export interface Markup {
  readonly html: string;
}

type Part = string | number | Markup | readonly Markup[];

/** html`<p title="${text}">${text}</p>`: for text between tags and inside double quotes, nowhere else. */
export function html(prose: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let out = prose[0] ?? '';
  for (const [at, part] of parts.entries()) out += render(part) + (prose[at + 1] ?? '');
  return { html: out };
}

function render(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'html' in part ? part.html : part.map(({ html: each }) => each).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * A value as JSON inside `<script type="application/json">`. Without `<` in it nothing can end the element or open a
 * comment in it (HTML, "Restrictions for contents of script elements"), and without line separators and bidi overrides
 * the source reads as it is. JSON takes the escapes for the same characters.
 */
export function jsonData(value: unknown): Markup {
  return { html: JSON.stringify(value).replace(/[<>&\p{Zl}\p{Zp}\p{Cf}]/gu, escapeJson) };
}

function escapeJson(character: string): string {
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}

/**
 * Our own script or style, as it is: its hash stands in the page's policy, so nothing in it may be escaped.
 *
 * @throws Error when it would end its own element: a mistake of the build
 */
export function ownCode(text: string): Markup {
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error('The page’s own code holds an end tag.');
  return { html: text };
}
