/** What is not possible now: the conditions that fail, what holds instead, and the clause that asks for them. */
import { whyNotPossible } from '#store/whyNotView.ts';
import { useWalk } from '../useWalk.ts';

export function WhyNot() {
  const refused = useWalk(whyNotPossible);
  if (refused.length === 0) return <p>At this step nothing is held back.</p>;
  return (
    <ul className="drawerList">
      {refused.map((each) => (
        <li key={each.key}>
          <strong>{each.title}</strong>
          <ul>
            {each.failing.map((failing) => (
              <li key={`${failing.needs} ${failing.clause}`}>
                It needs: {failing.needs}.{failing.now !== '' && <> It is: {failing.now}.</>}{' '}
                <span className="force">
                  [{failing.clause}
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
                  {would.words}
                  {would.now !== undefined && <> (now {would.now})</>} <span className="force">[{would.clause}]</span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
