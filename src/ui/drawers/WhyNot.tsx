/** What is not possible now: the conditions that fail, what holds instead, and the clause that asks for them. */
import { whyNotPossible } from '#store/whyNotView.ts';
import { Glossed } from '../controls/Glossed.tsx';
import { useWalk } from '../useWalk.ts';

export function WhyNot() {
  const refused = useWalk(whyNotPossible);
  if (refused.length === 0) return <p>At this step nothing is held back.</p>;
  return (
    <ul className="drawerList">
      {refused.map((each) => (
        <li key={each.key}>
          <strong>
            <Glossed text={each.title} />
          </strong>
          <ul>
            {each.failing.map((failing) => (
              <li key={`${failing.needs} ${failing.clause}`}>
                <Glossed text={`It needs: ${failing.needs}.${failing.now === '' ? '' : ` It is: ${failing.now}.`}`} />{' '}
                <span className="force">
                  [<Glossed text={failing.clause} />
                  {failing.unconfirmed && ', unconfirmed'}]
                </span>
              </li>
            ))}
          </ul>
          <details>
            <summary>What it would do</summary>
            <ul>
              {each.would.map((would) => (
                <li key={`${would.words} ${would.clause}`}>
                  <Glossed text={would.now === undefined ? would.words : `${would.words} (now ${would.now})`} />{' '}
                  <span className="force">
                    [<Glossed text={would.clause} />]
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
