import { IconChevronRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { toggleGroup, useDossier, type OptionGroup as GroupName } from '../dossier-store.ts';
import classes from './options.module.css';

/** Options of one sort under a head that folds them away and says in a few words what they are. */
export function OptionGroup({
  name,
  title,
  summary,
  always = false,
  children,
}: {
  name: GroupName;
  title: string;
  /** Shown beside the title while the options are folded away. */
  summary?: string | undefined;
  /** Shown while they are not, too. */
  always?: boolean;
  children: ReactNode;
}) {
  const id = useId();
  const open = useDossier(({ closed }) => !closed.has(name));
  return (
    <section className={classes['optionGroup']} aria-labelledby={`${id}-title`}>
      <h3 className={classes['groupHead']}>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={`${id}-options`}
          onClick={() => toggleGroup(name)}
        >
          <IconChevronRight size={14} aria-hidden="true" />
          <span id={`${id}-title`}>{title}</span>
          {summary !== undefined && summary !== '' && (always || !open) && (
            <span className={classes['groupSummary']} title={summary}>
              {summary}
            </span>
          )}
        </button>
      </h3>
      <div id={`${id}-options`} className={classes['groupBody']} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
