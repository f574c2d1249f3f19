/** How a property of one's own is written, and what it can speak of in the reading in view. */
import type { PropertyTerms } from '#store/ownProperties.ts';
import { propertyTerms } from '#store/ownProperties.ts';
import { useWalk } from '../useWalk.ts';

export function PropertyGuide() {
  const trace = useWalk((state) => state.run.trace);
  const { fields, messages } = propertyTerms(trace);
  return (
    <details className="propertyGuide">
      <summary>How they are written: fields, messages, grammar</summary>
      <p>
        <code>always</code> (in every state), <code>at rest</code> (where nothing is in flight and nothing but a fault
        can happen) or <code>sometimes</code> (in one state at least); then a name of its own; if wanted the claim in
        words, in quotation marks; if wanted <code>when</code> and a condition, for the states that it speaks of; a
        colon; a condition. <code>#</code> begins a remark.
      </p>
      <p>
        A condition is a field that is yes or no; <code>FIELD = VALUE</code>, with{' '}
        <code>= != &lt; &lt;= &gt; &gt;=</code>; <code>in flight TYPE (argument = value)</code>;{' '}
        <code>in flight anything</code>; and these joined by <code>not</code>, <code>and</code>, <code>or</code>,{' '}
        <code>implies</code> and parentheses.
      </p>
      <Terms title="Fields of the reading in view" terms={fields} />
      <Terms title="Messages, as in: in flight bindingAck (status = 133)" terms={messages} />
    </details>
  );
}

interface TermsProps {
  readonly title: string;
  readonly terms: PropertyTerms['fields'];
}

function Terms({ title, terms }: TermsProps) {
  return (
    <table className="stackedTable">
      <caption>{title}</caption>
      <tbody>
        {terms.map(([name, words]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{words}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
