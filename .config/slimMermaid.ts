/**
 * Leaves in the bundle only the Mermaid diagrams that are drawn here: sequence and state, laid out by dagre.
 *
 * Mermaid loads each diagram type, layout and KaTeX from a file of its own; all but the wanted ones become empty. What the way in
 * imports at once, though a sequence diagram never calls it, is cut out by `mermaidCuts.ts`.
 */
import type { Plugin } from 'vite';
import { mermaidCuts } from './mermaidCuts.ts';

const wanted = ['sequenceDiagram', 'stateDiagram-v2', 'dagre'];
/** Code that several diagrams share. */
const shared = ['chunk', 'sizeCapture'];
const emptyModule = '\0slim-mermaid-empty';
const ofMermaid = /[\\/]mermaid[\\/]dist[\\/]/;

export function slimMermaid(): Plugin {
  let mermaidSeen = false;
  const dropped = new Set<string>();
  const kept = new Set<string>();
  const cutsMade = new Set<string>();
  return {
    name: 'slim-mermaid',
    enforce: 'pre',
    buildStart() {
      mermaidSeen = false;
      for (const seen of [dropped, kept, cutsMade]) seen.clear();
    },
    resolveId(source, importer) {
      if (!importer || !ofMermaid.test(importer)) return null;
      mermaidSeen = true;
      const file = source === 'katex' ? source : /^\.\/(?:.*\/)?([^/]+)\.mjs$/.exec(source)?.[1];
      if (file === undefined) return null;
      const name = [...wanted, ...shared].find((each) => file.startsWith(`${each}-`));
      (name ? kept : dropped).add(name ?? file);
      return name ? null : emptyModule;
    },
    load: (id) => (id === emptyModule ? 'export default {}; export const diagram = undefined;' : null),
    transform(code, id) {
      if (!ofMermaid.test(id)) return null;
      let slim = code;
      for (const { name, file, cut } of mermaidCuts) {
        if (!file.test(id)) continue;
        const before = slim;
        slim = cut(before);
        if (slim !== before) cutsMade.add(name);
      }
      return slim === code ? null : { code: slim, map: null };
    },
    buildEnd(error) {
      if (error || !mermaidSeen || this.environment?.mode !== 'build') return;
      const missing = wanted.filter((name) => !kept.has(name));
      if (missing.length > 0 || dropped.size === 0) {
        this.error(`slim-mermaid: Mermaid's files have new names (${dropped.size} dropped, missing: ${missing})`);
      }
      const uncut = mermaidCuts.filter(({ name }) => !cutsMade.has(name)).map(({ name }) => name);
      if (uncut.length > 0)
        this.error(`slim-mermaid: Mermaid's code has changed (nothing to cut for: ${uncut.join(', ')})`);
    },
  };
}
