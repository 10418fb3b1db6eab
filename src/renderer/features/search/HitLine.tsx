import {
  IconFileText,
  IconHighlight,
  IconNote,
  IconReport,
  IconTag,
  IconTextCaption,
  type Icon,
} from '@tabler/icons-react';
import type { HitKind, SearchHit } from '#contract/search.ts';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { Marked } from '../../ui/Marked.tsx';
import classes from './HitLine.module.css';

const icons: Record<Exclude<HitKind, 'entity'>, Icon> = {
  source: IconFileText,
  text: IconTextCaption,
  excerpt: IconHighlight,
  note: IconNote,
  finding: IconReport,
  tag: IconTag,
};

/** One hit: what was found, in its context. */
export function HitLine({ hit }: { hit: SearchHit }) {
  const Icon = hit.kind === 'entity' ? null : icons[hit.kind];
  const context = hit.context.text === hit.title ? null : hit.context;
  return (
    <span className={classes['hit']} data-single={context === null}>
      {Icon === null ? (
        <KindIcon kind={hit.entityKind ?? 'object'} />
      ) : (
        <Icon className={classes['icon']} size={16} stroke={1.6} aria-hidden="true" />
      )}
      <span className={classes['words']}>
        <span className={classes['title']}>
          {context === null ? <Marked text={hit.context} /> : hit.title}
          {hit.place !== null && <span className={classes['place']}>{hit.place}</span>}
        </span>
        {context !== null && (
          <span className={classes['context']}>
            <Marked text={context} />
          </span>
        )}
      </span>
    </span>
  );
}
