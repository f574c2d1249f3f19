/** In the running text: what a person's own copy says where ours stands, or that it says nothing there. */
import { OwnSentences } from './OwnSentences.tsx';
import { useOwnText } from './useOwnText.ts';

export function BesideOurs({ id }: { readonly id: string }) {
  const view = useOwnText((state) => state.view);
  if (view === undefined) return null;
  const words = view.words.get(id);
  if (words === undefined) return <span className="ownBeside">Your copy: nothing was found that says this.</span>;
  return (
    <span className="ownBeside">
      <span className="ownLabel">Your copy:</span> <OwnSentences sentences={words.sentences} />
      {words.moved && <span className="force">[in another place]</span>}
      {words.sharedWith.length > 0 && <span className="force">[with {words.sharedWith.join(', ')}]</span>}
    </span>
  );
}
