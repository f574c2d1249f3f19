/** What only a printed page has: above the diagram the run and its reading, below it the steps with their sentences. */
import { handout } from '#store/handoutView.ts';
import type { WalkState } from '#store/walkState.ts';
import { useShortForms } from '../controls/Glossed.tsx';
import './handout.css';

export interface HandoutProps {
  readonly state: WalkState;
  readonly part: 'head' | 'steps';
}

export function Handout({ state, part }: HandoutProps) {
  // Nothing can be waited for while the page is printed.
  const drawn = document.querySelector('[data-row]') !== null;
  const { title, look, reading, bound, place, steps } = handout(state);
  if (part === 'head') {
    return (
      <header className="handout handoutHead">
        <p className="handoutWhat">Mobile IP detach over S2c, TR 24.801 8.4.3</p>
        <h2>{title}</h2>
        {look !== '' && <p>{look}</p>}
        <p>
          <strong>Reading:</strong> {reading}, {bound}. <strong>{place}.</strong>
        </p>
        {!drawn && <p>The diagram was not drawn yet when this was printed: print it again.</p>}
      </header>
    );
  }
  return (
    <section className="handout handoutSteps">
      <h2>Steps, and the sentence behind each</h2>
      <ol>
        {steps.map((step) => (
          <li key={step.number} data-later={step.later}>
            <strong>{step.title}.</strong> {step.sentence} <cite>{step.source}</cite>
          </li>
        ))}
      </ol>
      <ShortForms texts={steps.flatMap((step) => [step.title, step.sentence, step.source])} />
      <p className="handoutFoot">
        The report is informative, and its clause a proposal: this is a reading of it, in words of our own. Lifetime
        Zero.
      </p>
    </section>
  );
}

/** On paper nothing can be pointed at: each short form of the steps stands at their end. */
function ShortForms({ texts }: { readonly texts: readonly string[] }) {
  const short = useShortForms(texts);
  if (short.length === 0) return null;
  return (
    <dl className="handoutShort" aria-label="Short forms">
      {short.map(({ name, expansion }) => (
        <div key={name}>
          <dt>{name}</dt> <dd>{expansion}</dd>
        </div>
      ))}
    </dl>
  );
}
