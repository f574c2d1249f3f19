/** The whole run as one download for Wireshark; its code is fetched when it is first asked for. */
import { useContext, useState } from 'react';
import { WalkContext } from '../useWalk.ts';

export function WiresharkButton() {
  const store = useContext(WalkContext);
  const [told, setTold] = useState('');
  const onClick = async () => {
    if (store === undefined) return;
    const { saveForWireshark } = await import('#store/wiresharkFiles.ts');
    setTold(saveForWireshark(store.getState()));
  };
  return (
    <>
      <button type="button" className="plainButton" onClick={onClick}>
        For Wireshark
      </button>
      <span role="status" className="drawerNote">
        {told}
      </span>
    </>
  );
}
