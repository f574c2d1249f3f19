/**
 * What is cut out of Mermaid's own text, so that a sequence diagram loads no code of other diagrams.
 *
 * A function that is cut away throws where it is called, so that a diagram in need of it fails aloud. Each cut must find its
 * place in the installed Mermaid; the build ends otherwise.
 */
export interface Cut {
  /** What goes, for the message of a build that does not find it. */
  readonly name: string;
  /** The files, by path, that it is looked for in. */
  readonly file: RegExp;
  /** Returns the code without the part; the same code where there is no such part. */
  readonly cut: (code: string) => string;
}

const core = /[\\/]mermaid\.core\.mjs$/;
const sequence = /[\\/]sequenceDiagram-\w+\.mjs$/;
const common = /[\\/]chunk-\w+\.mjs$/;
/** `base` is the one in use; Mermaid makes its default configuration from `default`. */
const themesInUse = ['base', 'default'];

export const mermaidCuts: readonly Cut[] = [
  // These two hold the shapes, edges and icons of node diagrams; a state diagram brings them along itself.
  { name: 'layouts by registration', file: core, cut: withoutImport('registerLayoutLoaders') },
  { name: 'icons by registration', file: core, cut: withoutImport('registerIconPacks') },
  {
    name: 'shapes ahead of need',
    file: core,
    cut: (code) => code.replace(/^import "\.\/chunks\/[^"]+";$/gm, ''),
  },
  // The texts drawn here have neither front matter nor participants with attributes.
  { name: 'front matter', file: core, cut: withoutImport('JSON_SCHEMA', 'load') },
  { name: "participants' attributes", file: sequence, cut: withoutImport('JSON_SCHEMA', 'load') },
  { name: 'themes', file: common, cut: withoutThemes },
  { name: 'the clock of log lines', file: common, cut: withPlainClock },
  { name: 'copies of the configuration', file: common, cut: withOneCopyOfTheConfiguration },
];

/** A cut of the import statement that takes exactly these names; each becomes a function that throws. */
function withoutImport(...names: readonly string[]): (code: string) => string {
  const statement = new RegExp(`^import \\{\\s*${names.join(',\\s*')}\\s*\\} from "[^"]+";$`, 'm');
  const standIns = names.map((name) => `const ${name} = () => { throw new Error('${name} is not in this build'); };`);
  return (code) => code.replace(statement, () => standIns.join('\n'));
}

/** Takes the unused themes off Mermaid's list of themes, and the blocks that keep their classes in a bundle even so. */
function withoutThemes(code: string): string {
  const list = /^var themes_default = \{[\s\S]*?^\};$/m.exec(code)?.[0];
  if (list === undefined) return code;
  const shorter = list.replace(/^ {2}"?([\w-]+)"?: \{[\s\S]*?^ {2}\},?\n/gm, (theme, name) =>
    themesInUse.includes(name) ? theme : '',
  );
  return code.replace(list, () => shorter).replace(/^ {2}static \{\s*__name\(this, "Theme"\);\s*\}\n/gm, '');
}

/** Log lines have the second in front, for which a whole library of dates is loaded. */
function withPlainClock(code: string): string {
  const clock = 'dayjs().format("ss.SSS")';
  const library = /^import dayjs from "dayjs";\n/m;
  if (!library.test(code) || code.split('dayjs(').length !== 2 || !code.includes(clock)) return code;
  return code.replace(library, '').replace(clock, () => 'new Date().toISOString().slice(17, 23)');
}

/**
 * Mermaid copies its whole configuration, hundreds of keys, several times for each message: more than half of a drawing's time. Every
 * change makes a new configuration object, so one copy serves until then.
 */
function withOneCopyOfTheConfiguration(code: string): string {
  const copied = /return (\w+\(\{\}, currentConfig\));(?=\s*\}, "getConfig"\);)/.exec(code);
  if (copied === null) return code;
  const [statement, copy] = copied;
  const once = `if (copiedConfig !== currentConfig) { copyOfConfig = ${copy}; copiedConfig = currentConfig; } return copyOfConfig;`;
  return `${code.replace(statement, () => once)}\nvar copiedConfig, copyOfConfig;\n`;
}
