import { describe, expect, it } from 'vitest';
import { help } from '#store/helpView.ts';
import { defaultSettings, readSettings, themes } from '#store/settings.ts';

describe('stored settings', () => {
  it('keep every theme that can be chosen, high contrast among them', () => {
    expect(themes).toContain('contrast');
    for (const theme of themes) {
      expect(readSettings({ theme })).toEqual({ settings: { ...defaultSettings, theme }, ignored: [] });
    }
  });

  it('leave out a theme of another version, and name it', () => {
    expect(readSettings({ theme: 'sepia', keys: false })).toEqual({
      settings: { ...defaultSettings, keys: false },
      ignored: ['theme'],
    });
  });
});

describe('the help', () => {
  it('offers each theme once, in words', () => {
    expect(help.themes.map((each) => each.value)).toEqual([...themes]);
    expect(help.themes.find((each) => each.value === 'contrast')?.label).toBe('high contrast');
  });
});
