/** Looks over the page for short forms of the glossary that stand in text, with nothing in the same panel that explains them. */
import type { Page } from '@playwright/test';
import { glossary } from '#spec/glossary.ts';

export interface ShortFormsFound {
  /** "UE, in Check: ...": each that is not explained, with its panel and the text around it. */
  readonly unexplained: readonly string[];
  /** Stops of the keyboard on the same short form in one panel, beyond the first. */
  readonly stopsTooMany: readonly string[];
  /** How many explain themselves, so that a look at an empty page is none. */
  readonly explained: number;
}

const names = glossary.map(({ abbreviation }) => abbreviation).toSorted((a, b) => b.length - a.length);

export function findShortForms(page: Page): Promise<ShortFormsFound> {
  return page.evaluate((all) => {
    const pattern = new RegExp(`(?<![\\w-])(${all.join('|')})s?(?![\\w-])`, 'g');
    const panels = '[role="dialog"], [data-area], main, body';
    // A control has no other within it; what is defined or written as code stands for itself; the rest is not seen.
    const controls = 'button, a, select, textarea, summary, svg, label:has(input)';
    const roles = ['tab', 'option', 'combobox', 'treeitem', 'tooltip'].map((role) => `[role="${role}"]`).join();
    const others = 'script, style, noscript, code, dfn, .abbreviation, .visuallyHidden, .seqUnseen';
    const panelOf = (element: Element) => element.closest(panels) ?? document.body;
    const nameOf = (panel: Element) =>
      panel.querySelector('.drawerTitle')?.textContent ?? panel.getAttribute('data-area') ?? panel.tagName;
    const explained = new Map<Element, Set<string>>();
    const stops = new Map<string, number>();
    const places = [...document.querySelectorAll<HTMLElement>('.abbreviation, dfn')];
    for (const place of places) {
      const panel = panelOf(place);
      const text = place.textContent ?? '';
      explained.set(panel, (explained.get(panel) ?? new Set()).add(text).add(text.replace(/s$/, '')));
      if (place.tagName !== 'BUTTON' || place.closest('details') !== null) continue;
      const described = document.getElementById(place.getAttribute('aria-describedby') ?? '')?.textContent;
      const stop = `${place.getAttribute('aria-description') ?? described ?? text} in ${nameOf(panel)}`;
      stops.set(stop, (stops.get(stop) ?? 0) + 1);
    }
    const unexplained: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const around = node.parentElement;
      if (around === null || around.closest(`${controls}, ${roles}, ${others}`) || !around.checkVisibility()) continue;
      const panel = panelOf(around);
      for (const [, name = ''] of (node.nodeValue ?? '').matchAll(pattern)) {
        if (explained.get(panel)?.has(name)) continue;
        unexplained.push(`${name}, in ${nameOf(panel)}: ${node.nodeValue?.slice(0, 80)}`);
      }
    }
    return {
      unexplained,
      stopsTooMany: [...stops].filter(([, count]) => count > 1).map(([stop]) => stop),
      explained: places.length,
    };
  }, names);
}
