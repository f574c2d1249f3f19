/** What the second reading has more, and what it lacks: states, events, and combinations of phases. */
import type { CompareAnswer } from '#shell/checkMessages.ts';
import { Glossed } from '../controls/Glossed.tsx';

interface Props {
  readonly comparison: CompareAnswer;
  readonly titles: { readonly a: string; readonly b: string };
}

export function SpacesCompared({ comparison: { a, b, spaces, titles: events }, titles }: Props) {
  const count = (number: number) => number.toLocaleString('en');
  return (
    <section aria-label="States and events">
      <h3>States and events</h3>
      <p>
        {titles.a}: {count(a.states)} states, {count(a.transitions)} transitions, depth {a.depth}, {count(a.ends)} at
        rest
        {a.finished ? '' : ', not finished'}. {titles.b}: {count(b.states)} states, {count(b.transitions)} transitions,
        depth {b.depth}, {count(b.ends)} at rest{b.finished ? '' : ', not finished'}.
      </p>
      {spaces === undefined ? (
        <p>What is in them was not compared: not all states were seen, or there are too many.</p>
      ) : (
        <>
          <p>
            Without what is noted for claims only, {titles.a} has {count(spaces.states.a)} states and {titles.b}{' '}
            {count(spaces.states.b)}. Both have {count(spaces.states.common)}; {titles.b} has{' '}
            {count(spaces.states.gained)} that {titles.a} lacks, and lacks {count(spaces.states.lost)}.
          </p>
          <div className="compareColumns">
            <Events title={`Possible in ${titles.b} alone`} texts={spaces.events.gained} titles={events} />
            <Events title={`Possible in ${titles.a} alone`} texts={spaces.events.lost} titles={events} />
          </div>
          <details>
            <summary>States by phases</summary>
            <table className="compareTable">
              <caption className="visuallyHidden">States by phases</caption>
              <thead>
                <tr>
                  <th scope="col">Phases</th>
                  <th scope="col">{titles.a}</th>
                  <th scope="col">{titles.b}</th>
                </tr>
              </thead>
              <tbody>
                {spaces.phases.map(({ phases, a: inA, b: inB }) => (
                  <tr key={phases.map(({ words }) => words).join()}>
                    <th scope="row">
                      <Glossed text={phases.map(({ words }) => words).join(', ')} />
                    </th>
                    <td>{inA === 0 ? 'none' : count(inA)}</td>
                    <td>{inB === 0 ? 'none' : count(inB)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}

interface EventsProps {
  readonly title: string;
  readonly texts: readonly string[];
  readonly titles: Readonly<Record<string, string>>;
}

function Events({ title, texts, titles }: EventsProps) {
  return (
    <div>
      <h4>
        {title} ({texts.length})
      </h4>
      {texts.length === 0 ? (
        <p>No event.</p>
      ) : (
        <ul className="eventTexts">
          {texts.map((text) => (
            <li key={text}>
              <Glossed text={titles[text] ?? ''} /> <code>{text}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
