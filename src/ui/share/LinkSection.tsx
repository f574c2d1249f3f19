/** The link to what is in view: as text, on the clipboard, as a QR code; and where others find this page. */
import { useId, useState } from 'react';
import { copyLink, linkView } from '#store/linkView.ts';
import { readPublicAddress } from '#store/publicAddress.ts';
import { useActions, useWalk } from '../useWalk.ts';
import { QrCodeView } from './QrCodeView.tsx';
import './link.css';
import { Glossed } from '../controls/Glossed.tsx';

export function LinkSection() {
  const { address, dead, code, tooLong } = useWalk(linkView);
  // What was copied is told of that link, and of no other.
  const [told, setTold] = useState({ address: '', words: '' });
  const id = useId();
  const copy = async () => {
    const copied = await copyLink(address);
    setTold({ address, words: copied ? 'Copied.' : 'This browser gives no clipboard: copy the text of the link.' });
  };
  return (
    <section className="linkSection" aria-labelledby={id}>
      <h3 id={id}>Link to this step</h3>
      {dead !== undefined && (
        <p className="linkDead">
          <strong>{dead}</strong>{' '}
          <Glossed text="Say below where others find this page, and a QR code comes with the link; or hand out the HTML file, which needs no address." />
        </p>
      )}
      <label className="linkText">
        The link
        <textarea readOnly rows={3} value={address} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <p className="linkActs">
        <button type="button" className="plainButton" onClick={copy}>
          Copy link
        </button>
        <span role="status">{told.address === address ? told.words : ''}</span>
      </p>
      {tooLong !== undefined && <p>{tooLong}</p>}
      {code !== undefined && <QrCodeView code={code} address={address} />}
      <PublicAddress />
    </section>
  );
}

/** Kept as soon as it is an address; until then it is said what it lacks. */
function PublicAddress() {
  const kept = useWalk((state) => state.settings.publicAddress);
  const { set } = useActions();
  const [draft, setDraft] = useState(kept);
  const read = readPublicAddress(draft);
  const error = useId();
  return (
    <>
      <label className="linkText">
        Public address of this page (https://…), if it is another one
        <input
          type="url"
          className="choiceField"
          value={draft}
          aria-invalid={!read.ok}
          aria-describedby={error}
          onChange={({ target }) => {
            setDraft(target.value);
            const now = readPublicAddress(target.value);
            if (now.ok) set({ publicAddress: now.value });
          }}
        />
      </label>
      <p id={error} className="linkFault" aria-live="polite">
        {read.ok ? '' : read.error}
      </p>
    </>
  );
}
