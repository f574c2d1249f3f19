/** Security associations in closed form: for each pair how it stands at both ends, in words and by shape. */
import { saMarks } from '#store/panelView.ts';
import { useActions, useWalk } from '../useWalk.ts';
import './securityAssociations.css';

export function SecurityAssociations() {
  const connections = useWalk(saMarks);
  const isOpen = useWalk((state) => state.drawer === 'securityAssociations');
  const { open } = useActions();
  return (
    <section aria-label="Security associations" className="saBand" data-several={connections.length > 1}>
      <div className="saConnections">
        {connections.map(({ apn, pairs }) => (
          <div className="saConnection" key={apn}>
            {connections.length > 1 && <span className="saApn">{apn}</span>}
            {pairs.map((pair) => (
              <span key={pair.name} className="saPair">
                <span className="saName">{pair.name}</span>
                <span className="visuallyHidden">UE </span>
                <span className="saMark" data-mark={pair.ue}>
                  {pair.ue}
                </span>
                <span aria-hidden="true" className="saLine" data-whole={pair.ue === 'up' && pair.pdnGw === 'up'} />
                <span className="visuallyHidden">, PDN GW </span>
                <span className="saMark" data-mark={pair.pdnGw}>
                  {pair.pdnGw}
                </span>
              </span>
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
