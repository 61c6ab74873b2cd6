/** Light or dark, as the reader wishes; as the system says until then. The wish is kept where the browser lets a file keep one. */
import { part } from './dom.ts';

const KEY = 'rotate-pr-theme';
const THEMES: readonly string[] = ['auto', 'light', 'dark'];

export function watchTheme(): void {
  const form = part('theme', HTMLElement);
  const boxes = [...form.querySelectorAll('input')];
  const wish = recall();
  show(wish);
  for (const box of boxes) {
    box.checked = box.value === wish;
    box.addEventListener('change', () => {
      show(box.value);
      keep(box.value);
    });
  }
}

function show(theme: string): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function recall(): string {
  try {
    const kept = localStorage.getItem(KEY) ?? '';
    return THEMES.includes(kept) ? kept : 'auto';
  } catch {
    return 'auto';
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // a page in a sandbox has no storage: the wish lasts as long as the page
  }
}
