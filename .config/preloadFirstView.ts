/**
 * Has the built page fetch at once all that the first view needs: the app, which runs after the first paint, and the drawing code of
 * the sequence diagram, which the app imports when something is to be drawn. Without this each would wait for the one before.
 */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const firstView = [/[\\/]src[\\/]ui[\\/]start\.tsx$/, /[\\/]mermaid\.core\.mjs$/, /[\\/]sequenceDiagram-\w+\.mjs$/];

export function preloadFirstView(): Plugin {
  return {
    name: 'preload-first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const needed = new Set(firstView.flatMap((module) => [...withImports(chunkOf(module, chunks), chunks)]));
        const styles = [...needed].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]);
        const scripts = [...needed].map(({ fileName }) => fileName);
        return [...styles.map(preloadStyle), ...scripts.map(preloadScript)].filter(
          ({ attrs }) => !html.includes(String(attrs?.href)),
        );
      },
    },
  };
}

/** @throws {Error} if no chunk holds such a module: Mermaid's files have other names. */
function chunkOf(module: RegExp, chunks: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => module.test(id)));
  if (chunk === undefined) throw new Error(`preload-first-view: no chunk holds ${module}`);
  return chunk;
}

/** A chunk and all that it imports at once. */
function withImports(
  chunk: Rolldown.OutputChunk,
  chunks: readonly Rolldown.OutputChunk[],
): Iterable<Rolldown.OutputChunk> {
  const found = new Set<Rolldown.OutputChunk>();
  const add = (each: Rolldown.OutputChunk) => {
    if (found.has(each)) return;
    found.add(each);
    for (const other of chunks) if (each.imports.includes(other.fileName)) add(other);
  };
  add(chunk);
  return found;
}

const preloadScript = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
  injectTo: 'head',
});

const preloadStyle = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'preload', as: 'style', crossorigin: true, href: `./${file}` },
  injectTo: 'head',
});
