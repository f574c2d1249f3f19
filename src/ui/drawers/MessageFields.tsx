/** The fields of the message that is selected. */
import { messageFields } from '#store/messageView.ts';
import { useWalk } from '../useWalk.ts';
import { Candidates } from './Candidates.tsx';

export function MessageFields() {
  const message = useWalk(messageFields);
  if (message === undefined) return <p>No message is selected. A click or Enter on a message selects it.</p>;
  return (
    <>
      <table>
        <caption>
          ({message.number}) {message.title}
        </caption>
        <tbody>
          {message.fields.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {message.note !== undefined && (
        <>
          <p>{message.note}</p>
          <Candidates />
        </>
      )}
    </>
  );
}
