import { escapeLabel } from './escapeLabel.ts';

export interface StateDiagram {
  readonly states: readonly { readonly id: string; readonly label: string }[];
  readonly transitions: readonly { readonly from: string; readonly to: string; readonly labels: readonly string[] }[];
  /** Id of the state to start in. */
  readonly initial: string;
  /** Id of the state that a run is in now; it gets the class `current`. Without one, nothing is marked. */
  readonly current?: string | undefined;
}

/**
 * A state machine -> Mermaid state diagram, states by ids of our own (S0, S1 ...), one transition a line however many labels it has.
 * @throws {RangeError} if a transition, `initial` or `current` names a state that is not listed.
 */
export function stateDiagramText(diagram: StateDiagram): string {
  const index = new Map(diagram.states.map((state, i) => [state.id, `S${i}`]));
  const id = (state: string): string => {
    const own = index.get(state);
    if (own === undefined) throw new RangeError(`no state "${state}"`);
    return own;
  };
  const transition = (from: string, to: string, labels: readonly string[]) =>
    `  ${id(from)} --> ${id(to)}${labels.length === 0 ? '' : ` : ${labels.map(escapeLabel).join('<br/>')}`}`;
  return [
    'stateDiagram-v2',
    ...diagram.states.map((state) => `  state "${escapeLabel(state.label)}" as ${id(state.id)}`),
    `  [*] --> ${id(diagram.initial)}`,
    ...diagram.transitions.map(({ from, to, labels }) => transition(from, to, labels)),
    ...(diagram.current === undefined
      ? []
      : ['  classDef current stroke-width:3px', `  class ${id(diagram.current)} current`]),
    '',
  ].join('\n');
}
