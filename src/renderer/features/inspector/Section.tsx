import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './inspector.module.css';

/** A part of the inspector under its heading, with one act at the heading's end. */
export function Section({
  title,
  count,
  action,
  children,
}: {
  title: string;
  count?: number;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes['section']}>
      <header className={classes['sectionHead']}>
        <h2 id={id}>
          {title}
          {count !== undefined && count > 0 && <span className={classes['count']}>{count}</span>}
        </h2>
        {action}
      </header>
      {children}
    </section>
  );
}
