import type { EditorView } from '@codemirror/view';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Highlight, PassageRef } from '#contract/annotation.ts';
import type { Source } from '#contract/source.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { AttributeForm } from '../entity/forms/AttributeForm.tsx';
import { EvidenceForm } from '../entity/forms/EvidenceForm.tsx';
import { FormFrame } from '../entity/forms/FormFrame.tsx';
import { LinkForm } from '../entity/forms/LinkForm.tsx';
import { NameForm } from '../entity/forms/NameForm.tsx';
import { useAct } from '../entity/forms/use-act.ts';
import { EntityField, type EntityDraft } from '../entity/picker/EntityField.tsx';
import { noteDrafts } from '../notes/use-draft.ts';
import { TagField } from '../tags/TagField.tsx';
import { MergeAct } from './MergeAct.tsx';
import { NoteAct } from './NoteAct.tsx';
import { passageRef, type Act, type ReaderStore } from './reader-store.ts';
import { CredibilityAct, HandlingAct } from './ScaleActs.tsx';
import { useGestures, type Added } from './use-at-once.ts';

/** Longest passage that is offered as a name, in UTF-16 code units: beyond it, it is a sentence. */
const LONGEST_NAME = 80;

/** The form of one act on the passage at hand. When it is done the passage stays at hand and the text has the focus. */
export function PassagePanel({
  act,
  view,
  store,
  source,
  onLeave,
}: {
  act: Act;
  view: EditorView;
  store: ReaderStore;
  source: Source;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  const api = useApi();
  const client = useClient();
  const queries = useQueryClient();
  const { handle } = useCase();
  const { run, busy, error } = useAct();
  const hand = useStore(store);
  const passage = passageRef(hand, source.id);
  const { change, done: shown, atOnce } = useGestures(view, store, source.id);
  const key = api.excerpts.highlights.queryKey({ input: { handle, source: source.id } });
  if (passage === null) return null;

  const known = queries.getQueryData<Highlight[]>(key)?.find(({ id }) => id === hand.passage);
  const start = known?.start ?? hand.selection?.from ?? 0;
  const end = known?.end ?? hand.selection?.to ?? 0;
  const words = view.state.sliceDoc(start, end).replace(/\s+/g, ' ').trim();
  const name = words.length <= LONGEST_NAME ? words : '';

  const range = { from: start, to: end };
  const subject = { ...range, ref: passage, known };
  const done = (excerpt: string | undefined, added: Added = {}): void =>
    shown(excerpt, range, added);
  const onFact = ({ excerpt }: { excerpt?: string | undefined }): void =>
    done(excerpt, { evidence: true });

  const noteOn = `note/${source.id}/${start}-${end}`;
  const shared = { passage, onLeave };
  switch (act) {
    case 'tag':
      return (
        <TagField
          label={t('reader.act.tag')}
          onTake={(tag) =>
            void atOnce(
              subject,
              'tag' in tag ? { tag: tag.tag } : {},
              (ref) => client.excerpts.tag({ handle, passage: ref, tag }),
              (outcome) => ({ tag: outcome.tag }),
            )
          }
        />
      );
    case 'entity':
      return (
        <EntityAct
          name={name}
          onTake={({ ref: entity, kind }) =>
            void atOnce(
              subject,
              { kind, ...('entity' in entity && { entity: entity.entity }) },
              (ref) => client.excerpts.mention({ handle, passage: ref, entity }),
              (outcome) => ({ kind, entity: outcome.entity }),
            )
          }
        />
      );
    case 'alias':
      return <NameForm {...shared} value={name} onDone={onFact} />;
    case 'link':
      return <LinkForm {...shared} onDone={onFact} />;
    case 'attribute':
      return <AttributeForm {...shared} value={name} onDone={onFact} />;
    case 'fact':
      return (
        <EvidenceForm
          {...shared}
          onDone={() => done(hand.passage ?? undefined, { evidence: true })}
        />
      );
    case 'note':
      return (
        <NoteAct
          draft={noteOn}
          busy={busy}
          error={error}
          onLeave={() => {
            noteDrafts.drop(noteOn);
            onLeave();
          }}
          onKeep={(body) =>
            void run(
              () => client.excerpts.note({ handle, passage, body }),
              (outcome) => {
                noteDrafts.drop(noteOn);
                done(outcome.excerpt);
              },
            )
          }
        />
      );
    case 'credibility':
      return (
        <CredibilityAct
          passage={passage}
          onDone={() => done(undefined)}
          onFact={() => done(hand.passage ?? undefined, { evidence: true })}
          onLeave={onLeave}
        />
      );
    case 'handling':
      return (
        <HandlingAct
          passage={passage}
          source={source}
          own={known?.handling ?? null}
          onDone={(excerpt, handling) => done(excerpt, { handling })}
        />
      );
    case 'merge':
      return hand.passage === null ? null : (
        <MergeAct
          id={hand.passage}
          view={view}
          store={store}
          source={source.id}
          onDone={() => view.focus()}
        />
      );
    case 'remove':
      return (
        <RemoveAct
          passage={passage}
          busy={busy}
          error={error}
          onLeave={onLeave}
          onRemove={(id) =>
            void run(
              () => client.excerpts.remove({ handle, id }),
              () => {
                change((before) => before.filter((one) => one.id !== id));
                store.setState({ act: null, passage: null, bar: false, choices: [] });
                view.focus();
              },
            )
          }
        />
      );
  }
}

/** Makes an entity of the passage, or attaches it to one: taking a row does it. */
function EntityAct({
  name,
  onTake,
}: {
  name: string;
  onTake: (chosen: NonNullable<EntityDraft['chosen']>) => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<EntityDraft>({ query: name, chosen: null });
  return (
    <EntityField
      label={t('reader.act.entity')}
      draft={draft}
      inline
      onDraft={(next) => {
        if (next.chosen === null) setDraft(next);
        else onTake(next.chosen);
      }}
    />
  );
}

function RemoveAct({
  passage,
  busy,
  error,
  onRemove,
  onLeave,
}: {
  passage: PassageRef;
  busy: boolean;
  error: unknown;
  onRemove: (id: string) => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  if (!('excerpt' in passage)) return null;
  return (
    <FormFrame
      title={t('reader.act.remove')}
      submit={t('common.remove')}
      danger
      busy={busy}
      error={error}
      onSubmit={() => onRemove(passage.excerpt)}
      onLeave={onLeave}
    >
      <p>{t('reader.removeWhat')}</p>
    </FormFrame>
  );
}
