import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconCommand, IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { HitLine } from '../features/search/HitLine.tsx';
import { hitRoute } from '../features/search/hit-route.ts';
import { Keys } from '../ui/Keys.tsx';
import { moveInList } from '../ui/list-keys.ts';
import { useHeldPress } from '../ui/use-held-press.ts';
import { useApi } from './api.ts';
import { useCase } from './case-context.tsx';
import { useCommand, useCommands } from './commands.ts';
import { findCommands } from './find-commands.ts';
import { holdTyping, isModifier } from './held-typing.ts';
import { go } from './navigation.ts';
import { useOverlays } from './overlays-store.ts';
import classes from './Palette.module.css';

/** The one box: commands and hits as a person types. Arrows move, Enter goes there. */
export function Palette() {
  const { t } = useTranslation();
  const { shown, show } = useOverlays();
  useCommand({
    id: 'view.palette',
    title: 'palette.open',
    group: 'view',
    keys: ['mod+k', '/'],
    run: () => {
      holdTyping();
      show('palette');
    },
    keyboardOnly: true,
  });
  return (
    <Modal
      opened={shown === 'palette'}
      onClose={() => show(null)}
      withCloseButton={false}
      centered={false}
      padding={0}
      size={640}
      yOffset={64}
      title={null}
      attributes={{ content: { 'aria-label': t('palette.open') } }}
    >
      <PaletteBox opened={shown === 'palette'} onDone={() => show(null)} />
    </Modal>
  );
}

interface Choice {
  key: string;
  /** It is there whatever the engine finds, and so can be taken before it has answered. */
  settled?: boolean;
  run: () => void;
  content: React.ReactNode;
}

function PaletteBox({ opened, onDone }: { opened: boolean; onDone: () => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  // Opened again while it still goes away, it begins anew: what is typed is not added to what was.
  const [wasOpened, setWasOpened] = useState(opened);
  if (wasOpened !== opened) {
    setWasOpened(opened);
    if (opened) {
      setText('');
      setActive(0);
    }
  }
  const { choices, settled } = useChoices(text);
  const place = Math.min(active, choices.length - 1);
  const take = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onDone();
    choice.run();
  };
  const current = choices[place];
  const enter = useHeldPress(settled || current?.settled === true, () => take(choices[place]));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && !isModifier(event.key)) enter.forget();
    // Home and End belong to the text that is being typed.
    const next =
      event.key === 'Home' || event.key === 'End'
        ? null
        : moveInList(event.key, place, choices.length, 8);
    if (next !== null) {
      event.preventDefault();
      setActive(next);
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      enter.press();
    }
  };
  return (
    <div className={classes['palette']}>
      <div className={classes['field']}>
        <IconSearch size={18} aria-hidden="true" />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={place >= 0 ? `${listId}-${place}` : undefined}
          aria-label={t('palette.open')}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        id={listId}
        className={classes['choices']}
        role="listbox"
        aria-label={t('palette.results')}
      >
        {choices.map((choice, index) => (
          // The field above keeps the focus and handles the keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={choice.key}
            id={`${listId}-${index}`}
            className={classes['choice']}
            role="option"
            tabIndex={-1}
            aria-selected={index === place}
            onPointerMove={() => setActive(index)}
            onClick={() => take(choice)}
          >
            {choice.content}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={classes['nothing']}>{t('palette.nothing')}</p>}
    </div>
  );
}

/** Commands whose title holds what is typed, then the best hits of each kind, then the way to all of them. */
function useChoices(text: string): { choices: readonly Choice[]; settled: boolean } {
  const { t } = useTranslation();
  const api = useApi();
  const { handle } = useCase();
  const commands = useCommands((state) => state.commands);
  const typed = text.trim();
  const [query] = useDebouncedValue(typed, 100);
  const { data, isPending, isPlaceholderData } = useQuery(
    api.search.query.queryOptions({
      input: { handle, query: query === '' ? ' ' : query, limit: 6 },
      enabled: query !== '',
      placeholderData: keepPreviousData,
    }),
  );
  const choices = useMemo(() => {
    const found = findCommands(
      commands.map((command) => ({ ...command, words: t(command.title) })),
      typed,
    );
    const hits = typed === '' ? [] : (data?.hits ?? []);
    const fromCommands = found.slice(0, typed === '' ? 40 : 5).map<Choice>((command) => ({
      key: `command/${command.id}`,
      settled: true,
      run: command.run,
      content: (
        <>
          <IconCommand className={classes['icon']} size={16} stroke={1.6} aria-hidden="true" />
          <span className={classes['words']}>{command.words}</span>
          {command.keys?.[0] !== undefined && <Keys keys={command.keys[0]} />}
        </>
      ),
    }));
    const fromHits = hits.map<Choice>((hit) => ({
      key: `hit/${hit.kind}/${hit.id}/${hit.start ?? ''}`,
      run: () => go(hitRoute(hit)),
      content: <HitLine hit={hit} />,
    }));
    const all: Choice[] =
      typed === ''
        ? []
        : [
            {
              key: 'all',
              run: () => go({ screen: 'search', query: typed }),
              content: (
                <>
                  <IconSearch
                    className={classes['icon']}
                    size={16}
                    stroke={1.6}
                    aria-hidden="true"
                  />
                  <span className={classes['words']}>{t('palette.all', { query: typed })}</span>
                </>
              ),
            },
          ];
    return [...fromCommands, ...fromHits, ...all];
  }, [commands, data, t, typed]);
  const settled = typed === '' || (query === typed && !isPending && !isPlaceholderData);
  return { choices, settled };
}
