/** The run in view in forms to be taken away, and a run from such a file opened again. */
import { useContext, useState } from 'react';
import { type TakeAwayForm, takeAwayForms } from '#store/takeAwayForms.ts';
import type { WalkStore } from '#store/walkStore.ts';
import { WalkContext } from '../useWalk.ts';
import './takeAway.css';
import { Glossed } from '../controls/Glossed.tsx';
import { ShortButton } from '../controls/ShortButton.tsx';

const groups = [
  { group: 'picture', title: 'Figure' },
  { group: 'text', title: 'Text of other tools' },
  { group: 'run', title: 'To open again' },
] as const;

export function TakeAway() {
  const walk = useContext(WalkContext);
  const [told, setTold] = useState('');
  if (walk === undefined) return null;
  const save = (form: TakeAwayForm) => async () => {
    const { saveTakeAway } = await import('#store/takeAway.ts');
    setTold(await saveTakeAway(walk.getState(), form));
  };
  const copy = async () => {
    const { copyTakeAway } = await import('#store/takeAway.ts');
    setTold(await copyTakeAway(walk.getState()));
  };
  const pack = (form: 'docx' | 'markdown') => async () => {
    setTold('The review pack is being made.');
    const { savePack } = await import('#store/takeAwayPack.ts');
    setTold(await savePack(walk, form));
  };
  const changes = async () => {
    const { copyChanges } = await import('#store/takeAwayPack.ts');
    setTold(await copyChanges(walk.getState()));
  };
  return (
    <section className="takeAway" aria-labelledby="takeAway">
      <h3 id="takeAway">Take away</h3>
      <p>
        <Glossed text="This run as a figure for a document, or as a file. A picture saved as PNG can be opened again as a run." />
      </p>
      <dl>
        {groups.map(({ group, title }) => (
          <div key={group}>
            <dt>{title}</dt>
            <dd>
              {takeAwayForms
                .filter((each) => each.group === group)
                .map(({ form, label }) => (
                  <ShortButton key={form} className="plainButton" onClick={save(form)}>
                    {label}
                  </ShortButton>
                ))}
              {group === 'picture' && (
                <button type="button" className="plainButton" onClick={copy}>
                  Copy as picture
                </button>
              )}
            </dd>
          </div>
        ))}
        <div>
          <dt>Review pack: figure, steps, fields, timers, questions, proposed changes</dt>
          <dd>
            <ShortButton className="plainButton" onClick={pack('docx')}>
              Word (DOCX)
            </ShortButton>
            <button type="button" className="plainButton" onClick={pack('markdown')}>
              Markdown
            </button>
            <button type="button" className="plainButton" onClick={changes}>
              Copy proposed changes
            </button>
          </dd>
        </div>
      </dl>
      <p role="status" className="drawerNote">
        {told}
      </p>
      <OpenRun walk={walk} />
    </section>
  );
}

function OpenRun({ walk }: { readonly walk: WalkStore }) {
  const [told, setTold] = useState('');
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const { openRunFile } = await import('#store/openRunFile.ts');
    setTold(await openRunFile(walk, file));
    // So that the same file can be chosen once more.
    input.value = '';
  };
  return (
    <>
      <p>
        <label>
          Open a run (run file or PNG):{' '}
          <input type="file" accept=".json,.png" onChange={(event) => open(event.currentTarget)} />
        </label>
      </p>
      <p role="status" className="drawerNote">
        {told}
      </p>
    </>
  );
}
