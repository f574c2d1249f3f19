/** Latency and timer values that virtual time runs on. */
import { useActions, useWalk } from '../useWalk.ts';

export function Timing() {
  const timing = useWalk((state) => state.timing);
  const { setTiming } = useActions();
  const rows = [
    {
      name: 'Latency, either way',
      value: timing.latencyMilliseconds,
      set: (value: number) => setTiming({ latencyMilliseconds: value }),
    },
    {
      name: 'T-BU, first wait',
      value: timing.bindingUpdate.firstMilliseconds,
      set: (value: number) => setTiming({ bindingUpdate: { ...timing.bindingUpdate, firstMilliseconds: value } }),
    },
    {
      name: 'T-IKE, first wait',
      value: timing.ikeDelete.firstMilliseconds,
      set: (value: number) => setTiming({ ikeDelete: { ...timing.ikeDelete, firstMilliseconds: value } }),
    },
    {
      name: 'T-BRI, first wait (unconfirmed)',
      value: timing.notification.firstMilliseconds,
      set: (value: number) => setTiming({ notification: { ...timing.notification, firstMilliseconds: value } }),
    },
  ];
  return (
    <table className="choiceTable">
      <caption>Virtual time, in milliseconds</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>
              <input
                key={row.value}
                className="choiceField"
                aria-label={row.name}
                type="number"
                min={0}
                max={3_600_000}
                defaultValue={row.value}
                onBlur={(event) => {
                  const value = event.target.valueAsNumber;
                  if (value !== row.value) row.set(value);
                }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
