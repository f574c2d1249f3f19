/** What a person has chosen for the page itself, apart from the run. */
import { isRecord } from '#report/jsonText.ts';
import { readPublicAddress } from './publicAddress.ts';

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark' | 'contrast';
  /** Whether single keys step, play, lose and so on. */
  readonly keys: boolean;
  /** In class: what comes next is hidden, in the diagram and among the next events. */
  readonly hideNext: boolean;
  /** How many times faster than virtual time Play runs. */
  readonly speed: 0.25 | 0.5 | 1 | 2 | 4;
  /** Where others find this page, for links and their QR code; empty where it is the page's own address. */
  readonly publicAddress: string;
}

export const defaultSettings: Settings = { theme: 'system', keys: true, hideNext: false, speed: 1, publicAddress: '' };
export const settingsKey = 'lifetime-zero.settings.1';
export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export const speeds = [0.25, 0.5, 1, 2, 4] as const;

/** Settings from what was stored; what is missing or of another version has its default, and `ignored` names it. */
export function readSettings(stored: unknown): { readonly settings: Settings; readonly ignored: readonly string[] } {
  if (stored === undefined) return { settings: defaultSettings, ignored: [] };
  if (!isRecord(stored)) {
    return { settings: defaultSettings, ignored: ['all of them'] };
  }
  const checks: { readonly [K in keyof Settings]: (value: unknown) => boolean } = {
    theme: (value) => themes.some((each) => each === value),
    keys: (value) => typeof value === 'boolean',
    hideNext: (value) => typeof value === 'boolean',
    speed: (value) => speeds.some((each) => each === value),
    publicAddress: (value) => typeof value === 'string' && readPublicAddress(value).ok,
  };
  const kept: Record<string, unknown> = { ...defaultSettings };
  const ignored: string[] = [];
  for (const [name, value] of Object.entries(stored)) {
    if (Object.hasOwn(checks, name) && checks[name as keyof Settings](value)) kept[name] = value;
    else ignored.push(name);
  }
  return { settings: kept as unknown as Settings, ignored };
}
