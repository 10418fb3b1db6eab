import { useState } from 'react';
import type { Half } from './half.ts';
import type { Route } from './route.ts';
import classes from './Shell.module.css';
import { endTabDrag } from './tab-drag.ts';

/** Lies over a half, or over the place of the second, while a tab is dragged. For the keyboard there is a command. */
export function DropHalf({
  half,
  record,
  onDrop,
}: {
  half: Half;
  record: Route;
  onDrop: (half: Half, record: Route) => void;
}) {
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes['dropHalf']}
      data-half={half}
      data-over={over}
      aria-hidden="true"
      onDragEnter={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        endTabDrag();
        onDrop(half, record);
      }}
    />
  );
}
