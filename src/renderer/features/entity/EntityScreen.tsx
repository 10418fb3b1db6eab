import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Entity } from '#contract/entity.ts';
import { useApi, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { go } from '../../app/navigation.ts';
import type { Route } from '../../app/route.ts';
import { Inspector } from '../../app/slots.tsx';
import { useTabTitle } from '../../app/tab-title.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Findings } from '../findings/Findings.tsx';
import { newFinding } from '../findings/FindingList.tsx';
import { RecordHistory } from '../history/RecordHistory.tsx';
import { FactInspector } from '../inspector/FactInspector.tsx';
import { Notes } from '../inspector/Notes.tsx';
import { useWriting } from '../notes/use-draft.ts';
import { EntityEdit } from './EntityEdit.tsx';
import { EntityHeader, additionKeys, type Addition } from './EntityHeader.tsx';
import classes from './entity.module.css';
import { FactGroups } from './FactGroups.tsx';
import { factRows } from './fact-rows.ts';
import { AttributeForm } from './forms/AttributeForm.tsx';
import { LinkForm } from './forms/LinkForm.tsx';
import { NameForm } from './forms/NameForm.tsx';
import { SameForm } from './forms/SameForm.tsx';
import { Members } from './Members.tsx';
import { Mentions } from './Mentions.tsx';
import { PhotoDrop } from './photos/PhotoDrop.tsx';
import { Photographs } from './photos/Photographs.tsx';
import { PhotoView } from './photos/PhotoView.tsx';
import photoClasses from './photos/photos.module.css';
import { Picture } from './photos/Picture.tsx';
import { useAddingPhotos } from './photos/use-adding-photos.ts';
import { usePhotos } from './photos/use-photos.ts';
import { draftOf } from './picker/EntityField.tsx';
import { Summary } from './Summary.tsx';
import { useArrival } from './use-arrival.ts';
import { useOntology } from './use-ontology.ts';

/** One entity: who or what it is, every fact about it, and what each rests on. */
export function EntityScreen({ route }: { route: Route }) {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const id = route.id ?? '';
  const { data, error, refetch } = useQuery(
    api.entities.get.queryOptions({ input: { handle, id } }),
  );
  useTabTitle(route, data?.name, data?.kind);
  if (error !== null) {
    return (
      <div className={classes['screen']}>
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (data === undefined) {
    return (
      <p className={classes['waiting']} role="status">
        {t('common.loading')}
      </p>
    );
  }
  return <EntityPage entity={data} route={route} />;
}

function EntityPage({ entity, route }: { entity: Entity; route: Route }) {
  const { t } = useTranslation();
  useArrival(route);
  const client = useClient();
  const ontology = useOntology();
  const { handle, canWrite } = useCase();
  const [chosen, setChosen] = useState<string | null>(null);
  const [adding, setAdding] = useState<Addition | 'edit' | null>(null);
  const language = currentLanguage();
  const groups = useMemo(
    () => factRows(entity, ontology, t, language),
    [entity, language, ontology, t],
  );
  const row = groups.flatMap(({ rows }) => rows).find(({ id }) => id === chosen);
  const add = (addition: Addition) =>
    canWrite
      ? {
          id: `entity.${addition}` as const,
          title: `entity.addNamed.${addition}` as const,
          group: 'entity' as const,
          keys: [additionKeys[addition]],
          run: () => {
            holdTyping();
            setAdding(addition);
          },
        }
      : null;
  useCommand(add('name'));
  useCommand(add('attribute'));
  useCommand(add('link'));
  useCommand(add('same'));
  useCommand({
    id: 'entity.dossier',
    title: 'entity.dossier',
    group: 'entity',
    keys: ['d'],
    run: () => go({ screen: 'dossiers', id: entity.id }),
  });

  const photos = usePhotos(entity.id);
  const [portrait] = photos;
  const pictures = useAddingPhotos(entity.id);
  const [shown, setShown] = useState<string | null>(null);
  const [concluding, setConcluding] = useWriting(newFinding(entity.id));
  useCommand(
    canWrite
      ? {
          id: 'entity.finding',
          title: 'finding.add',
          group: 'entity',
          keys: ['f'],
          run: () => {
            holdTyping();
            setConcluding(true);
          },
        }
      : null,
  );
  useCommand(
    canWrite
      ? {
          id: 'entity.photo',
          title: 'photo.add',
          group: 'entity',
          keys: ['i'],
          run: pictures.choose,
        }
      : null,
  );

  const shared = {
    onDone: () => setAdding(null),
    onLeave: () => setAdding(null),
  };
  const self = draftOf(entity);
  return (
    <div className={classes['screen']}>
      <div className={classes['sheet']}>
        <EntityHeader
          entity={entity}
          onAdd={setAdding}
          onEdit={() => setAdding('edit')}
          portrait={
            portrait === undefined ? null : (
              <button
                type="button"
                className={photoClasses['portrait']}
                aria-label={t('photo.enlarge', {
                  photo: portrait.caption === '' ? entity.name : portrait.caption,
                })}
                onClick={() => setShown(portrait.id)}
              >
                <Picture photo={portrait} name={entity.name} />
              </button>
            )
          }
        />
        {adding !== null && (
          <div className={classes['form']} key={adding}>
            {adding === 'name' && <NameForm entity={self} {...shared} />}
            {adding === 'attribute' && <AttributeForm entity={self} {...shared} />}
            {adding === 'link' && <LinkForm from={self} {...shared} />}
            {adding === 'same' && <SameForm entity={entity} {...shared} />}
            {adding === 'edit' && <EntityEdit entity={entity} onLeave={shared.onLeave} />}
          </div>
        )}
        <Summary key={`summary/${entity.id}`} entity={entity} />
        <FactGroups groups={groups} chosen={chosen} onChoose={({ id }) => setChosen(id)} />
        <Photographs
          photos={photos}
          name={entity.name}
          adding={pictures.adding}
          onAdd={pictures.choose}
          onShow={setShown}
        />
        <Findings
          entity={entity.id}
          adding={concluding}
          onAdd={() => setConcluding(true)}
          onAdded={() => setConcluding(false)}
        />
        <Members entity={entity} />
        <Mentions mentions={entity.mentions} />
        <Notes
          key={`notes/${entity.id}`}
          on={entity.id}
          notes={entity.notes}
          onAdd={(body) =>
            client.notes.add({ handle, subject: { table: 'entity', id: entity.id }, body })
          }
        />
        <RecordHistory record={{ table: 'entity', id: entity.id }} />
      </div>
      <PhotoView photos={photos} shown={shown} name={entity.name} onShow={setShown} />
      {canWrite && <PhotoDrop name={entity.name} onPictures={pictures.add} />}
      <Inspector>
        <FactInspector entity={entity} row={row} />
      </Inspector>
    </div>
  );
}
