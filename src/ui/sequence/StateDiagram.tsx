import { useEffect, useRef, useState } from 'react';
import { type StateDiagram as Diagram, stateDiagramText } from '#chart/stateDiagramText.ts';
import { renderState } from './mermaidDoor.ts';

export interface StateDiagramProps {
  readonly diagram: Diagram;
  /** What it shows, for a screen reader. */
  readonly label: string;
}

/** A state diagram with the current state marked; of several asked for while one is being drawn, the newest stays. */
export function StateDiagram({ diagram, label }: StateDiagramProps) {
  const host = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string>();
  const text = stateDiagramText(diagram);
  useEffect(() => {
    let wanted = true;
    renderState(text).then(
      (svg) => {
        if (!wanted || host.current === null) return;
        host.current.innerHTML = svg;
        setFailure(undefined);
      },
      (error) => {
        if (wanted) setFailure(String(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return (
    <>
      {failure !== undefined && <p role="alert">The diagram could not be drawn: {failure}</p>}
      <div className="stateDiagram" role="img" aria-label={label} ref={host} />
    </>
  );
}
