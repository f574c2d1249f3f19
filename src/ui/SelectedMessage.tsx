/** The Message panel in its closed form: one line on the message that is selected, and the way to its fields. */
import { selectedMessage } from '#store/messageView.ts';
import './selectedMessage.css';
import { Glossed } from './controls/Glossed.tsx';
import { useActions, useWalk } from './useWalk.ts';

export function SelectedMessage() {
  const message = useWalk(selectedMessage);
  const { open, select } = useActions();
  return (
    <section aria-label="Message" className="selectedMessage" data-shown={message !== undefined}>
      {message === undefined ? (
        <p className="visuallyHidden">No message is selected.</p>
      ) : (
        <>
          <p>
            <strong>
              ({message.number}) <Glossed text={message.title} />
            </strong>{' '}
            <Glossed text={message.about} />
          </p>
          <button type="button" className="plainButton" onClick={() => open('message')}>
            {message.unnamed ? 'Choose which message' : 'Fields'}
          </button>
          <button
            type="button"
            className="plainButton"
            onClick={() => {
              document.querySelector<SVGGElement>('[data-row][data-selected]')?.focus();
              select(undefined);
            }}
          >
            Deselect
          </button>
        </>
      )}
    </section>
  );
}
