/** A capture from a file: opened with progress and cancel, its frames as a list, the chosen one in the panel of packets. */
import { useEffect, useRef, useState } from 'react';
import type { FrameSummary } from '#shell/captureMessages.ts';
import type { OpenedCapture } from '#store/captureView.ts';
import { frameView, openChosen } from '#store/captureView.ts';
import type { PacketView } from '#store/packetView.ts';
import { PacketPanel } from './PacketPanel.tsx';

/** Lines that the list draws at a time. */
const A_PAGE = 200;

export function CaptureView() {
  const [frames, setFrames] = useState<readonly FrameSummary[]>([]);
  const [from, setFrom] = useState(0);
  const [told, setTold] = useState('');
  const [opened, setOpened] = useState<OpenedCapture>();
  const [shown, setShown] = useState<{ readonly frame: FrameSummary; readonly view: PacketView | undefined }>();
  const [reading, setReading] = useState<AbortController>();
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  const open = async (files: readonly File[]) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setReading(controller);
    setFrames([]);
    setFrom(0);
    setOpened(undefined);
    setShown(undefined);
    setTold('');
    try {
      const capture = await openChosen(
        files,
        ({ added, read, size, frames: count }) => {
          setFrames((before) => [...before, ...added]);
          setTold(`${count} frames, ${size === 0 ? 100 : Math.floor((100 * read) / size)} %`);
        },
        controller.signal,
      );
      if (typeof capture === 'string') setTold(capture);
      else {
        setOpened(capture);
        setTold(capture.result.error ?? `${capture.result.frames} frames.`);
      }
    } catch (reason) {
      if (!controller.signal.aborted) setTold(`The capture cannot be read: ${String(reason)}.`);
      else if (current.current === controller) setTold('Cancelled.');
    }
    if (current.current === controller) setReading(undefined);
  };
  return (
    <section aria-label="Capture" className="capture">
      <label>
        Capture (pcap or pcapng, also gzip), with its key tables if there are any{' '}
        <input type="file" multiple onChange={({ target }) => open([...(target.files ?? [])])} />
      </label>
      {reading !== undefined && (
        <button type="button" className="plainButton" onClick={() => reading.abort()}>
          Cancel
        </button>
      )}
      <p role="status">{told}</p>
      <ol className="captureList" start={from + 1}>
        {frames.slice(from, from + A_PAGE).map((frame) => (
          <li key={frame.number}>
            <button
              type="button"
              className="linkButton"
              aria-pressed={shown?.frame === frame}
              aria-disabled={opened === undefined}
              onClick={async () => {
                if (opened !== undefined) setShown({ frame, view: await frameView(opened, frame) });
              }}
            >
              {frame.line}
            </button>
          </li>
        ))}
      </ol>
      {frames.length > A_PAGE && (
        <div className="changeRow">
          <button type="button" className="plainButton" onClick={() => setFrom(Math.max(0, from - A_PAGE))}>
            Earlier frames
          </button>
          <button
            type="button"
            className="plainButton"
            onClick={() => setFrom(from + A_PAGE < frames.length ? from + A_PAGE : from)}
          >
            Later frames
          </button>
        </div>
      )}
      {shown?.view !== undefined && <PacketPanel view={shown.view} name={`Frame ${shown.frame.number}`} />}
      {shown !== undefined && shown.view === undefined && <p>Frame {shown.frame.number} has no IP packet to show.</p>}
    </section>
  );
}
