/** The panels of both actors and the marks of the SAs at the step in view, with what the last step changed. */
import type { ConnectionPanel, PanelRow } from '#session/panel.ts';
import { panelsOf } from '#session/panel.ts';
import type { SaPair, Side } from '#session/securityAssociations.ts';
import { securityAssociations } from '#session/securityAssociations.ts';
import type { Session } from '#session/session.ts';
import { lastOf } from './lastOf.ts';
import { session } from './view.ts';
import type { WalkState } from './walkState.ts';

export interface MarkedPanel {
  readonly panel: ConnectionPanel;
  readonly phaseChanged: boolean;
  /** Keys of the rows that the last step changed; a running clock is no change. */
  readonly changed: ReadonlySet<string>;
}

const viewFor = (side: Side) =>
  lastOf((concrete: Session, step: number): readonly MarkedPanel[] => {
    const before = step === 0 ? undefined : panelsOf(concrete, step - 1, side);
    return panelsOf(concrete, step, side).map((panel, at) => {
      const old = before?.[at];
      const changed = panel.rows.filter((row, place) => {
        const was = old?.rows[place];
        if (old === undefined || was === undefined) return false;
        return row.key === 'timer' ? runs(old) !== runs(panel) : differs(was, row);
      });
      return {
        panel,
        phaseChanged: old !== undefined && old.headline !== panel.headline,
        changed: new Set(changed.map((row) => row.key)),
      };
    });
  });

const views = { ue: viewFor('ue'), pdnGw: viewFor('pdnGw') };

function differs(was: PanelRow, row: PanelRow): boolean {
  return was.kind !== row.kind || was.value !== row.value;
}

/** Which timers run, each for which transmission; not how much of them is left. */
function runs({ timers }: ConnectionPanel): string {
  return timers.map(({ name, transmission }) => `${name} ${transmission}`).join(', ');
}

export function actorPanels(side: Side): (state: WalkState) => readonly MarkedPanel[] {
  return side === 'ue' ? uePanels : pdnGwPanels;
}

function uePanels(state: WalkState) {
  return views.ue(session(state), state.run.step);
}

function pdnGwPanels(state: WalkState) {
  return views.pdnGw(session(state), state.run.step);
}

export interface MarkedPair extends SaPair {
  /** Whether the last step changed how it stands at that end. */
  readonly changed: Readonly<Record<Side, boolean>>;
}

export interface MarkedSas {
  readonly apn: string;
  readonly pairs: readonly MarkedPair[];
}

const sasFor = lastOf((concrete: Session, step: number): readonly MarkedSas[] => {
  const before = step === 0 ? [] : securityAssociations(concrete, step - 1);
  return securityAssociations(concrete, step).map(({ apn, pairs }) => {
    const old = before.find((each) => each.apn === apn)?.pairs ?? [];
    return {
      apn,
      pairs: pairs.map((pair) => {
        const was = old.find((each) => each.name === pair.name);
        const changed = {
          ue: was !== undefined && was.ue !== pair.ue,
          pdnGw: was !== undefined && was.pdnGw !== pair.pdnGw,
        };
        return { ...pair, changed };
      }),
    };
  });
});

export function saMarks(state: WalkState): readonly MarkedSas[] {
  return sasFor(session(state), state.run.step);
}
