import { el, part } from './dom.ts';
import type { Tip } from './map.ts';

/** One box of words that follows what is pointed at; screen readers have the names of the squares themselves. */
export function makeTip(): Tip {
  const box = part('tip', HTMLElement);
  return (near, ...lines) => {
    if (near === null) {
      box.hidden = true;
      return;
    }
    box.replaceChildren(...lines.map((line) => el('span', {}, line)));
    box.hidden = false;
    const at = near.getBoundingClientRect();
    const { width, height } = box.getBoundingClientRect();
    const left = Math.max(8, Math.min(innerWidth - width - 8, at.left + at.width / 2 - width / 2));
    const above = at.top - height - 8;
    box.style.left = `${left}px`;
    box.style.top = `${above < 8 ? at.bottom + 8 : above}px`;
  };
}
