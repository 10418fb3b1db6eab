import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFor, Excerpt } from '#contract/annotation.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { GradeChip } from '../../ui/GradeChip.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { KindIcon } from '../../ui/KindIcon.tsx';
import { MarkingBadge } from '../../ui/MarkingBadge.tsx';
import { Quotation } from '../../ui/Quotation.tsx';
import { factLabel } from '../entity/fact-words.ts';
import { useOntology } from '../entity/use-ontology.ts';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { CitedIn } from '../notes/CitedIn.tsx';
import type { Act } from '../reader/reader-store.ts';
import { TagDot } from '../tags/TagDot.tsx';
import { EvidenceControls } from './EvidenceControls.tsx';
import classes from './inspector.module.css';
import { Notes } from './Notes.tsx';
import { placeWords } from './place-words.ts';
import { Section } from './Section.tsx';
import { useChange } from './use-change.ts';

/** One passage with all that hangs on it. */
export function PassageInspector({
  id,
  language,
  onAct,
}: {
  id: string;
  /** Of its source, BCP 47, or empty when not known. */
  language: string;
  /** Begins an act on the passage, beside its words. */
  onAct: (act: Act) => void;
}) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const api = useApi();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { data, error } = useQuery(api.excerpts.get.queryOptions({ input: { handle, id } }));
  if (error !== null) {
    return (
      <div className={classes['body']}>
        <ErrorNotice error={error} />
      </div>
    );
  }
  if (data === undefined) return null;
  return (
    <div className={classes['body']}>
      <div className={classes['passage']}>
        <Quotation text={data.quotation} language={language} lines={10} />
        <p className={classes['where']}>
          <GradeChip reliability={data.reliability} />
          {placeWords(data.place, t)}
          <span className={classes['marked']}>
            <MarkingBadge handling={data.handling} />
            {canWrite && <ActButton act="handling" label={t('inspector.change')} onAct={onAct} />}
          </span>
        </p>
      </div>
      <Tags excerpt={data} onAct={onAct} />
      <Mentions excerpt={data} onAct={onAct} />
      <Section
        title={t('inspector.evidenceFor')}
        count={data.evidence.length}
        action={canWrite && <ActButton act="fact" onAct={onAct} />}
      >
        {data.evidence.map((evidence) => (
          <EvidenceRow key={evidence.id} evidence={evidence} excerpt={data} />
        ))}
      </Section>
      <Notes
        on={id}
        notes={data.notes}
        onAdd={(body) => client.excerpts.note({ handle, passage: { excerpt: id }, body })}
      />
      <CitedIn excerpt={id} />
      <RecordHistory record={{ table: 'excerpt', id }} />
      {canWrite && (
        <div className={classes['foot']}>
          <Button
            variant="subtle"
            color="red"
            aria-keyshortcuts={hint('reading.remove').aria}
            rightSection={<Keys keys={hint('reading.remove').keys} />}
            onClick={() => onAct('remove')}
          >
            {t('reader.act.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

function ActButton({ act, label, onAct }: { act: Act; label?: string; onAct: (act: Act) => void }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={t(`reader.act.${act}`)}
      aria-keyshortcuts={hint(`reading.${act}`).aria}
      rightSection={<Keys keys={hint(`reading.${act}`).keys} />}
      onClick={() => onAct(act)}
    >
      {label ?? t('common.add')}
    </Button>
  );
}

function Tags({ excerpt, onAct }: { excerpt: Excerpt; onAct: (act: Act) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const change = useChange();
  const { handle, canWrite } = useCase();
  return (
    <Section
      title={t('rail.tags')}
      count={excerpt.tags.length}
      action={canWrite && <ActButton act="tag" onAct={onAct} />}
    >
      {excerpt.tags.length > 0 && (
        <ul className={classes['chips']}>
          {excerpt.tags.map((tag) => (
            <li key={tag.id} className={classes['chip']}>
              <TagDot color={tag.color} />
              <button
                type="button"
                className={classes['link']}
                onClick={() => go({ screen: 'tags', id: tag.id })}
              >
                {tag.name}
              </button>
              {canWrite && (
                <button
                  type="button"
                  className={classes['chipRemove']}
                  aria-label={t('inspector.untag', { name: tag.name })}
                  onClick={() =>
                    change(() =>
                      client.excerpts.untag({ handle, excerpt: excerpt.id, tag: tag.id }),
                    )
                  }
                >
                  <IconX size={12} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Mentions({ excerpt, onAct }: { excerpt: Excerpt; onAct: (act: Act) => void }) {
  const { t } = useTranslation();
  const client = useClient();
  const change = useChange();
  const { handle, canWrite } = useCase();
  return (
    <Section
      title={t('rail.entities')}
      count={excerpt.mentions.length}
      action={canWrite && <ActButton act="entity" onAct={onAct} />}
    >
      <ul className={classes['rows']}>
        {excerpt.mentions.map(({ id, entity, kind, name }) => (
          <li key={id} className={classes['row']}>
            <KindIcon kind={kind} />
            <button
              type="button"
              className={classes['link']}
              onClick={() => go({ screen: 'entity', id: entity })}
            >
              {name}
            </button>
            {canWrite && (
              <ActionIcon
                aria-label={t('inspector.unmention', { name })}
                onClick={() => change(() => client.excerpts.unmention({ handle, id }))}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function EvidenceRow({ evidence, excerpt }: { evidence: EvidenceFor; excerpt: Excerpt }) {
  const { t } = useTranslation();
  const ontology = useOntology();
  const { entity, other, factKind, label, value } = evidence;
  const words = factLabel(factKind, label, ontology, t, currentLanguage());
  const about = [entity.name, words, other?.name ?? value].join(' · ');
  return (
    <article className={classes['evidence']}>
      <p className={classes['fact']}>
        <KindIcon kind={entity.kind} />
        <button
          type="button"
          className={classes['link']}
          onClick={() => go({ screen: 'entity', id: entity.id })}
        >
          {entity.name}
        </button>{' '}
        <span className={classes['label']}>{words}</span>{' '}
        {other === null ? (
          <span>{value}</span>
        ) : (
          <>
            <KindIcon kind={other.kind} />{' '}
            <button
              type="button"
              className={classes['link']}
              onClick={() => go({ screen: 'entity', id: other.id })}
            >
              {other.name}
            </button>
          </>
        )}
      </p>
      <EvidenceControls
        evidence={{ ...evidence, reliability: excerpt.reliability }}
        about={about}
      />
    </article>
  );
}
