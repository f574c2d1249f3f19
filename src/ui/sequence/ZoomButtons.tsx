/** The buttons of a picture's zoom, for those who have neither two fingers nor a wheel. */
import type { ReactNode } from 'react';
import { LEAST_ZOOM, MOST_ZOOM, type PinchZoom } from './usePinchZoom.ts';
import './zoom.css';

export interface ZoomButtonsProps {
  readonly zoom: PinchZoom;
  /** What is zoomed, for a screen reader: "Sequence diagram". */
  readonly of: string;
  /** Further buttons, at the end. */
  readonly children?: ReactNode;
}

export function ZoomButtons({ zoom: { zoom, zoomIn, zoomOut, fit }, of, children }: ZoomButtonsProps) {
  return (
    <div className="zoomButtons" role="toolbar" aria-label={`Zoom: ${of}`} data-zoomed={zoom !== 1}>
      <ZoomButton name="Zoom out" sign="−" can={zoom > LEAST_ZOOM} onPress={zoomOut} />
      <ZoomButton name="Zoom in" sign="+" can={zoom < MOST_ZOOM} onPress={zoomIn} />
      <ZoomButton name="Fit" sign="Fit" can={zoom !== 1} onPress={fit} />
      {children}
      <span className="visuallyHidden" role="status">
        {zoom === 1 ? '' : `${Math.round(zoom * 100)} %`}
      </span>
    </div>
  );
}

interface ZoomButtonProps {
  readonly name: string;
  readonly sign: string;
  readonly can: boolean;
  readonly onPress: () => void;
}

/** Stays in the tab order where it can do nothing, so that the focus is not lost. */
function ZoomButton({ name, sign, can, onPress }: ZoomButtonProps) {
  return (
    <button
      type="button"
      className="plainButton"
      aria-label={name}
      title={name}
      aria-disabled={!can}
      onClick={() => can && onPress()}
    >
      {sign}
    </button>
  );
}
