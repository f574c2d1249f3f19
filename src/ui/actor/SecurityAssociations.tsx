/** Security associations in closed form: each pair as a line from end to end, how it stands at both in words and by shape. */
import { type MarkedPair, saMarks } from '#store/panelView.ts';
import { useActions, useWalk } from '../useWalk.ts';
import './securityAssociations.css';
import { Glossed } from '../controls/Glossed.tsx';

export function SecurityAssociations() {
  const connections = useWalk(saMarks);
  const isOpen = useWalk((state) => state.drawer === 'securityAssociations');
  const { open } = useActions();
  return (
    <section aria-label="Security associations" className="saBand" data-several={connections.length > 1}>
      <div className="saConnections">
        {connections.map(({ apn, pairs }, at) => (
          <div className="saConnection" key={apn}>
            {connections.length > 1 && <span className="saApn">{apn}</span>}
            {pairs.map((pair) => (
              <Pair key={pair.name} pair={pair} named={at === 0} />
            ))}
          </div>
        ))}
      </div>
      <button
        type="button"
        className="plainButton"
        aria-expanded={isOpen}
        onClick={() => open(isOpen ? undefined : 'securityAssociations')}
      >
        SA tables
      </button>
    </section>
  );
}

interface PairProps {
  readonly pair: MarkedPair;
  /** Its name stands on the line; of a second connection it is not repeated, and only read out. */
  readonly named: boolean;
}

function Pair({ pair, named }: PairProps) {
  return (
    <p className="saPair">
      {named ? (
        <span className="saLine" data-whole={pair.ue === 'up' && pair.pdnGw === 'up'}>
          <span className="saName">
            <Glossed text={pair.name} />
          </span>
        </span>
      ) : (
        <span className="visuallyHidden">{pair.name}</span>
      )}
      <span className="visuallyHidden">: UE </span>
      <span className="saMark saMarkUe" data-mark={pair.ue} data-changed={pair.changed.ue}>
        {pair.ue}
      </span>
      <span className="visuallyHidden">, PDN GW </span>
      <span className="saMark" data-mark={pair.pdnGw} data-changed={pair.changed.pdnGw}>
        {pair.pdnGw}
      </span>
    </p>
  );
}
