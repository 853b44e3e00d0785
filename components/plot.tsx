import { useEffect, useRef } from 'react';
import type UPlot from 'uplot';

export type PlotModule = typeof UPlot;

/** A colour of the theme by its name, as the page has it now. */
export type Paint = (name: string) => string;

export interface Drawn {
  readonly data: UPlot.AlignedData;
  /** All of it but the size. `paint` is asked anew whenever something is drawn. */
  options(plot: PlotModule, paint: Paint): Omit<UPlot.Options, 'width' | 'height'>;
}

interface Props {
  /** What the picture shows, for those who cannot see it; the figures are in a table beside it. */
  readonly label: string;
  readonly height: number;
  /** Made anew only where something else is to be drawn. */
  readonly drawn: Drawn;
}

/** A picture of figures, as wide as it may be. It is drawn again in the other theme. */
export function Plot({ label, height, drawn }: Props) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const frame = place.current;
    // Where nothing can be drawn the table is all there is.
    if (!frame || !('Path2D' in globalThis)) return;
    const end = new AbortController();
    void draw(frame, height, drawn, end.signal);
    return () => end.abort();
  }, [height, drawn]);
  return <div ref={place} className="plot" role="img" aria-label={label} style={{ blockSize: height }} />;
}

async function draw(frame: HTMLElement, height: number, { data, options }: Drawn, signal: AbortSignal) {
  // A page without a picture does not carry what draws them.
  const { default: Module } = await import('uplot');
  if (signal.aborted) return;
  const paint: Paint = name => getComputedStyle(frame).getPropertyValue(name).trim();
  const plot = new Module({ ...options(Module, paint), width: frame.clientWidth, height }, data, frame);
  const fit = new ResizeObserver(() => plot.setSize({ width: frame.clientWidth, height }));
  fit.observe(frame);
  const redraw = () => plot.redraw();
  for (const query of ['(prefers-color-scheme: dark)', 'print']) {
    window.matchMedia(query).addEventListener('change', redraw, { signal });
  }
  signal.addEventListener('abort', () => {
    fit.disconnect();
    plot.destroy();
  });
}
