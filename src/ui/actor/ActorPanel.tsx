/** One actor: its phase, and the few facts that matter at this step; what the last step changed is marked. */
import { useMemo } from 'react';
import type { MarkedPanel } from '#store/panelView.ts';
import { actorPanels } from '#store/panelView.ts';
import { Glossed, useGlossed } from '../controls/Glossed.tsx';
import { useActions, useWalk } from '../useWalk.ts';
import './actorPanel.css';

interface Props {
  readonly side: 'ue' | 'pdnGw';
}

const names = { ue: 'UE', pdnGw: 'PDN GW' } as const;

export function ActorPanel({ side }: Props) {
  const panels = useWalk(actorPanels(side));
  const drawer = useWalk((state) => state.drawer);
  const { open } = useActions();
  const name = names[side];
  const toggles = [
    { drawer: `${side}Tables`, words: 'tables' },
    { drawer: `${side}Diagram`, words: 'state diagram' },
  ] as const;
  return (
    <section aria-label={name} className="actorPanel" data-several={panels.length > 1}>
      <header className="actorPanelHead">
        <h2>
          <Glossed text={name} />
        </h2>
        <div className="actorPanelMore">
          {toggles.map((toggle) => (
            <button
              key={toggle.drawer}
              type="button"
              className="plainButton"
              aria-expanded={drawer === toggle.drawer}
              onClick={() => open(drawer === toggle.drawer ? undefined : toggle.drawer)}
            >
              <span className="visuallyHidden">{name} </span>
              {toggle.words}
            </button>
          ))}
        </div>
      </header>
      {panels.map((each) => (
        <Connection key={each.panel.apn} marked={each} several={panels.length > 1} />
      ))}
    </section>
  );
}

function Connection({ marked, several }: { readonly marked: MarkedPanel; readonly several: boolean }) {
  const { panel, phaseChanged, changed } = marked;
  const words = panel.rows.map((row) => row.label).join('\n');
  // The labels stay while the values change.
  const labels = useMemo(() => words.split('\n'), [words]);
  const glossed = useGlossed(labels);
  return (
    <div className="actorConnection">
      <div className="actorPhase" data-changed={phaseChanged}>
        {several && <h3>{panel.apn}</h3>}
        <p>
          <Glossed text={panel.headline} />
        </p>
      </div>
      <dl>
        {panel.rows.map((row, index) => (
          <div key={row.key} className="actorRow" data-changed={changed.has(row.key)} data-kind={row.kind}>
            <dt>
              <Glossed text={row.label} parts={glossed?.[index]} />
            </dt>
            <dd>
              <Glossed text={row.value} />
            </dd>
            {row.note !== undefined && (
              <dd className="actorNote">
                <Glossed text={row.note} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </div>
  );
}
