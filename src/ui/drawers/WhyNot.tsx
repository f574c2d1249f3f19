/** What is not possible now: the conditions that fail, what holds instead, and the clause that asks for them. */
import { whyNotPossible } from '#store/whyNotView.ts';
import { useWalk } from '../useWalk.ts';

export function WhyNot() {
  const refused = useWalk(whyNotPossible);
  return (
    <ul className="drawerList">
      {refused.map((each) => (
        <li key={each.key}>
          <strong>{each.title}</strong>
          <ul>
            {each.failing.map((failing) => (
              <li key={failing.needs}>
                needs that {failing.needs}
                {failing.now !== '' && <>; now {failing.now}</>} <span className="force">[{failing.clause}]</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
