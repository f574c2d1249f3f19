import { expect, it } from 'vitest';
import { mermaidCuts } from '../../.config/mermaidCuts.ts';

const cutOf = (name: string) => mermaidCuts.find((each) => each.name === name)!.cut;

it('cuts an import of exactly these names, and has them throw where they are called', () => {
  const cut = cutOf('front matter');
  const code = 'import {\n  JSON_SCHEMA,\n  load\n} from "./chunks/yaml.mjs";\nimport { other } from "./other.mjs";\n';
  const rest = cut(code);
  expect(rest).not.toContain('yaml.mjs');
  expect(rest).toContain('import { other } from "./other.mjs";');
  const load = new Function(`${rest.replace(/^import.*$/gm, '')}; return load;`)();
  expect(load).toThrow('load is not in this build');
  expect(cut(code.replace('load', 'load,\n  dump'))).toBe(code.replace('load', 'load,\n  dump'));
});

it('hands out one copy of the configuration until there is another configuration', () => {
  const code = [
    'var copies = 0;',
    'var assign = (to, from) => { copies += 1; return Object.assign(to, from); };',
    'var currentConfig = { look: 1 };',
    'var change = () => { currentConfig = { look: 2 }; };',
    'var getConfig = __name(() => {',
    '  return assign({}, currentConfig);',
    '}, "getConfig");',
  ].join('\n');
  const module = new Function(
    '__name',
    `${cutOf('copies of the configuration')(code)}; return { getConfig, change, copies: () => copies };`,
  )((made: unknown) => made);
  const first = module.getConfig();
  expect(module.getConfig()).toBe(first);
  expect(module.copies()).toBe(1);
  module.change();
  expect(module.getConfig()).toEqual({ look: 2 });
  expect(first).toEqual({ look: 1 });
  expect(module.copies()).toBe(2);
});

it('puts the second before a log line without a library, and only where it is all that the library is for', () => {
  const cut = cutOf('the clock of log lines');
  const code = 'import dayjs from "dayjs";\nvar time = () => dayjs().format("ss.SSS");\n';
  const rest = cut(code);
  expect(rest).not.toContain('dayjs');
  expect(new Function(`${rest}; return time();`)()).toMatch(/^\d\d\.\d{3}$/);
  const more = `${code}var day = dayjs("2001-01-01");\n`;
  expect(cut(more)).toBe(more);
});

it('leaves other code as it is', () => {
  for (const { cut } of mermaidCuts) expect(cut('export const one = 1;\n')).toBe('export const one = 1;\n');
});
