/** The keys that help lists are those that the page listens to, all of them and no others. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keyList } from '#store/helpView.ts';

const source = readFileSync(new URL('../../src/ui/useKeys.ts', import.meta.url), 'utf8');
const names: Readonly<Record<string, string>> = {
  ArrowRight: 'Right',
  ArrowLeft: 'Left',
  ' ': 'Space',
  Escape: 'Esc',
};

/** What `act` has a case for, by the name on the keyboard: P for 'p' and 'P'. */
function keysHandled(): ReadonlySet<string> {
  const act = source.slice(source.indexOf('function act('), source.indexOf('function takeNumbered('));
  const keys = [...act.matchAll(/case '(.+?)':/g)].map(([, key = '']) => key);
  return new Set(keys.map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key)));
}

/** What `actOnHistory` asks for, with Ctrl. */
function lettersOfHistory(): ReadonlySet<string> {
  const history = source.slice(source.indexOf('function actOnHistory('), source.indexOf('function isWritten('));
  return new Set([...history.matchAll(/letter === '(.)'/g)].map(([, letter = '']) => letter.toUpperCase()));
}

/** Each key of the list alone; what belongs to a message or a diagram is no key of the page. */
const listed = keyList
  .map(([keys]) => keys)
  .filter((keys) => !/ on a | in a /.test(keys))
  .flatMap((keys) => keys.replace(', while presenting', '').split(', '));

describe('the keys that help lists', () => {
  it('are all that the page has a case for', () => {
    const handled = keysHandled();
    expect(handled.size).toBeGreaterThan(14);
    expect(listed.filter((key) => key.length > 0 && !/^Ctrl|^1 to 9$/.test(key)).toSorted()).toEqual(
      [...handled].toSorted(),
    );
  });

  it('have the digits, and undo with Ctrl', () => {
    expect(source).toContain('/^[1-9]$/');
    expect(listed).toContain('1 to 9');
    const withCtrl = listed.filter((key) => key.startsWith('Ctrl+'));
    expect(new Set(withCtrl.map((key) => key.at(-1)))).toEqual(lettersOfHistory());
    expect(withCtrl).toContain('Ctrl+Shift+Z');
  });
});
