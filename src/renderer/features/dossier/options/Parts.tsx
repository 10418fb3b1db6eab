import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierOutline, DossierSectionId } from '#contract/dossier.ts';
import { changeDraft, useDossier } from '../dossier-store.ts';
import { partsNow, withParts, type DossierDraft } from './draft.ts';
import { OptionGroup } from './OptionGroup.tsx';
import classes from './options.module.css';
import { PartItems } from './PartItems.tsx';
import { PartRow, type PartMove } from './PartRow.tsx';
import { movedPart, withPart } from './parts.ts';

/**
 * The parts in the order in which they are printed. One stop for Tab; arrows go from part to part, with Alt they move the
 * part, right and left unfold and fold it, F2 gives it another title, Space leaves it out.
 */
export function Parts({
  draft,
  outline,
}: {
  draft: DossierDraft;
  outline: DossierOutline | undefined;
}) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const unfolded = useDossier((state) => state.unfolded);
  const [stop, setStop] = useState<DossierSectionId | null>(null);
  const [told, setTold] = useState('');
  /** The part that is dragged, and the place it would go to. */
  const [drag, setDrag] = useState<{ id: DossierSectionId; to: number | null } | null>(null);
  const parts = partsNow(draft);
  const leftOut = new Set(draft.leftOut);
  const sections = outline?.sections ?? [];
  const partsOut = parts.filter(({ out }) => out).length;
  const itemsOut = sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => leftOut.has(id)).length;
  const isUsual = (draft.parts[draft.kind] ?? []).length === 0 && itemsOut === 0;
  const active = parts.some(({ id }) => id === stop) ? stop : (parts[0]?.id ?? null);

  const set = (next: typeof parts): void => changeDraft(withParts(draft, next));
  const moveTo = (id: DossierSectionId, to: number): void => {
    const next = movedPart(parts, id, to);
    set(next);
    setTold(
      t('dossier.partMoved', {
        part: t(`dossier.part.${id}`),
        place: next.findIndex((part) => part.id === id) + 1,
        of: next.length,
      }),
    );
    refocus(id);
  };
  const refocus = (id: DossierSectionId): void => {
    setStop(id);
    // A row that goes to another place of the list may lose the focus on the way.
    requestAnimationFrame(() => {
      const box = list.current?.querySelector<HTMLElement>(`[data-part="${id}"] input`);
      box?.focus();
      box?.scrollIntoView({ block: 'nearest' });
    });
  };
  const act =
    (id: DossierSectionId, at: number) =>
    (move: PartMove): void => {
      if (move === 'up' || move === 'down') {
        moveTo(id, at + (move === 'up' ? -1 : 1));
        return;
      }
      if (move === 'unfold' || move === 'fold') {
        useDossier.setState({ unfolded: move === 'unfold' ? id : null });
        requestAnimationFrame(() =>
          list.current?.querySelector(`[data-part="${id}"]`)?.scrollIntoView({ block: 'nearest' }),
        );
        return;
      }
      const to = { previous: at - 1, next: at + 1, first: 0, last: parts.length - 1 }[move];
      const next = parts[Math.max(0, Math.min(parts.length - 1, to))];
      if (next !== undefined) refocus(next.id);
    };
  const reset = (): void => {
    const here = new Set(sections.flatMap(({ items }) => items.map(({ id }) => id)));
    changeDraft({
      parts: { ...draft.parts, [draft.kind]: [] },
      leftOut: draft.leftOut.filter((id) => !here.has(id)),
    });
  };

  const counted = [
    partsOut > 0 ? t('dossier.partsOut', { count: partsOut }) : '',
    itemsOut > 0 ? t('dossier.itemsOut', { count: itemsOut }) : '',
  ].filter((words) => words !== '');

  return (
    <OptionGroup name="parts" title={t('dossier.parts')} summary={counted.join(' · ')} always>
      <p className="lg-hidden" role="status">
        {told}
      </p>
      <ul ref={list} className={classes['parts']} aria-label={t('dossier.parts')}>
        {parts.map((part, at) => {
          const section = sections.find(({ id }) => id === part.id);
          const items = section?.items ?? [];
          return (
            <PartRow
              key={part.id}
              part={part}
              section={section}
              itemsOut={items.filter(({ id }) => leftOut.has(id)).length}
              active={part.id === active}
              unfolded={part.id === unfolded && items.length > 0}
              dropped={drag?.to === at ? 'above' : drag?.to === at + 1 ? 'below' : null}
              onActive={() => setStop(part.id)}
              onMove={act(part.id, at)}
              onOut={(out) => set(withPart(parts, part.id, { out }))}
              onTitle={(title) => {
                set(withPart(parts, part.id, { title }));
                refocus(part.id);
              }}
              onDrag={() => setDrag({ id: part.id, to: null })}
              onDragEnd={() => setDrag(null)}
              onDragOver={(below) =>
                setDrag((now) => (now === null ? now : { ...now, to: at + (below ? 1 : 0) }))
              }
              onDrop={() => {
                if (drag === null || drag.to === null) return;
                const from = parts.findIndex(({ id }) => id === drag.id);
                moveTo(drag.id, drag.to > from ? drag.to - 1 : drag.to);
                setDrag(null);
              }}
            >
              <PartItems
                title={t(`dossier.part.${part.id}`)}
                items={items}
                graded={part.id !== 'photographs'}
                leftOut={leftOut}
                onLeftOut={(ids, out) => {
                  const next = new Set(draft.leftOut);
                  for (const id of ids) {
                    if (out) next.add(id);
                    else next.delete(id);
                  }
                  changeDraft({ leftOut: [...next] });
                }}
              />
            </PartRow>
          );
        })}
      </ul>
      <p className={classes['hint']}>
        {t('dossier.partsHint')}{' '}
        {!isUsual && (
          <button type="button" className={classes['textButton']} onClick={reset}>
            {t('dossier.partsReset')}
          </button>
        )}
      </p>
    </OptionGroup>
  );
}
