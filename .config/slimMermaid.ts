/**
 * Leaves in the bundle only the Mermaid diagrams that are drawn here: sequence and state, laid out by dagre.
 *
 * Mermaid loads each diagram type, layout and KaTeX from a file of its own; all but the wanted ones become empty.
 */
import type { Plugin } from 'vite';

const wanted = ['sequenceDiagram', 'stateDiagram-v2', 'dagre'];
/** Code that several diagrams share. */
const shared = ['chunk', 'sizeCapture'];
const emptyModule = '\0slim-mermaid-empty';

export function slimMermaid(): Plugin {
  let mermaidSeen = false;
  const dropped = new Set<string>();
  const kept = new Set<string>();
  return {
    name: 'slim-mermaid',
    enforce: 'pre',
    buildStart() {
      mermaidSeen = false;
      dropped.clear();
      kept.clear();
    },
    resolveId(source, importer) {
      if (!importer || !/[\\/]mermaid[\\/]dist[\\/]/.test(importer)) return null;
      mermaidSeen = true;
      const file = source === 'katex' ? source : /^\.\/(?:.*\/)?([^/]+)\.mjs$/.exec(source)?.[1];
      if (file === undefined) return null;
      const name = [...wanted, ...shared].find((each) => file.startsWith(`${each}-`));
      (name ? kept : dropped).add(name ?? file);
      return name ? null : emptyModule;
    },
    load: (id) => (id === emptyModule ? 'export default {}; export const diagram = undefined;' : null),
    buildEnd(error) {
      if (error || !mermaidSeen || this.environment?.mode !== 'build') return;
      const missing = wanted.filter((name) => !kept.has(name));
      if (missing.length > 0 || dropped.size === 0) {
        this.error(`slim-mermaid: Mermaid's files have new names (${dropped.size} dropped, missing: ${missing})`);
      }
    },
  };
}
