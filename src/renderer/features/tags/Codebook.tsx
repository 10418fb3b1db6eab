import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useBridge, useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { useCommand } from '../../app/commands.ts';
import { holdTyping } from '../../app/held-typing.ts';
import { isMac } from '../../app/hotkeys.ts';
import { useKeyHints } from '../../app/key-map.ts';
import { go } from '../../app/navigation.ts';
import { showDone, showError } from '../../app/notices.tsx';
import type { Route } from '../../app/route.ts';
import { Keys } from '../../ui/Keys.tsx';
import { fileNameFrom } from '../welcome/file-name.ts';
import { canMove, inward, outward } from './tag-moves.ts';
import { rowsOf } from './tag-tree.ts';
import { useTagTree } from './tag-tree-state.ts';
import { TagTree } from './TagTree.tsx';
import { showTagForm, useTagWork } from './tag-work-store.ts';
import classes from './tags.module.css';
import { combine } from './use-combination.ts';
import { combinationPlace, matrixPlace, useCodebook } from './use-codebook.ts';

/** The codebook at the left: its hierarchy, which is moved about by keys and by dragging, and its way in and out. */
export function Codebook({ route }: { route: Route }) {
  const { t } = useTranslation();
  const hint = useKeyHints();
  const client = useClient();
  const { handle, canWrite } = useCase();
  const { nodes, all, chosen } = useCodebook(route);
  const { closed, setOpen } = useTagTree();
  const cut = useTagWork((state) => state.cut);
  const rows = useMemo(() => rowsOf(nodes, (id) => !closed.has(id)), [closed, nodes]);
  const [told, setTold] = useState('');
  const { takeIn, handOver } = useCodebookFiles();
  const named = (id: string | null): string =>
    all.find(({ tag }) => tag.id === id)?.tag.name ?? t('tags.top');
  const at = chosen?.tag ?? null;

  useCommand(canWrite ? { ...formCommand('new', 'n'), title: 'tags.new' } : null);
  const onTag = canWrite && at !== null;
  useCommand(onTag ? { ...formCommand('below', 'shift+n'), title: 'tags.newBelow' } : null);
  useCommand(onTag ? { ...formCommand('edit', 'F2'), title: 'tags.edit' } : null);
  useCommand(onTag ? { ...formCommand('merge', 'm'), title: 'tags.merge' } : null);
  useCommand(
    canWrite
      ? { id: 'tags.takeIn', title: 'tags.takeIn', group: 'case', run: () => void takeIn() }
      : null,
  );
  useCommand(
    all.length > 0
      ? { id: 'tags.handOver', title: 'tags.handOver', group: 'case', run: () => void handOver() }
      : null,
  );

  const move = (id: string, parent: string | null): void => {
    if (!canMove(nodes, id, parent)) return;
    if (parent !== null) setOpen(parent, true);
    void client.tags
      .update({ handle, id, changes: { parent } })
      .then(() => setTold(t('tags.moved', { name: named(id), parent: named(parent) })))
      .catch(showError);
  };
  const press = (event: KeyboardEvent): boolean => {
    if (at === null) return false;
    const { key } = event;
    if (key === '+' || key === '&') {
      combine({ kind: 'tag', id: at.id, below: false });
      go({ screen: 'tags', id: combinationPlace });
      return true;
    }
    if (!canWrite) return false;
    if (event.altKey && (key === 'ArrowRight' || key === 'ArrowLeft')) {
      const parent = key === 'ArrowRight' ? inward(nodes, at.id) : outward(nodes, at.id);
      if (parent !== undefined) move(at.id, parent);
      return true;
    }
    if (isMac ? event.metaKey : event.ctrlKey) {
      if (key === 'x') {
        useTagWork.setState({ cut: at.id });
        setTold(t('tags.cutDone', { name: at.name }));
        return true;
      }
      if (key === 'v' && cut !== null) {
        move(cut, at.id);
        useTagWork.setState({ cut: null });
        return true;
      }
      return false;
    }
    if (key === 'Escape' && cut !== null) {
      useTagWork.setState({ cut: null });
      return true;
    }
    if (key === 'Enter' || key === 'Delete') {
      showTagForm({ kind: 'edit' });
      return true;
    }
    return false;
  };

  return (
    <>
      <header className={classes['bookHead']}>
        <h2>{t('tags.codebook')}</h2>
        {canWrite && (
          <Button
            aria-keyshortcuts={hint('tags.new').aria}
            rightSection={<Keys keys={hint('tags.new').keys} />}
            onClick={() => showTagForm({ kind: 'new' })}
          >
            {t('tags.newShort')}
          </Button>
        )}
      </header>
      {rows.length > 0 && (
        <TagTree
          rows={rows}
          chosen={at?.id ?? null}
          cut={cut}
          onChoose={(id, added) => {
            showTagForm(null);
            if (added) {
              combine({ kind: 'tag', id, below: false });
              go({ screen: 'tags', id: combinationPlace });
            } else {
              go({ screen: 'tags', id }, { replace: route.id !== matrixPlace });
            }
          }}
          onKey={press}
          {...(canWrite && {
            onMove: move,
            canMove: (id: string, parent: string | null) => canMove(nodes, id, parent),
          })}
        />
      )}
      <footer className={classes['bookFoot']}>
        {canWrite && rows.length > 1 && (
          <p>
            <Keys keys="alt+ArrowRight" /> <Keys keys="alt+ArrowLeft" /> {t('tags.moveHelp')}
          </p>
        )}
        {canWrite && (
          <Tooltip label={t('tags.takeIn')}>
            <ActionIcon aria-label={t('tags.takeIn')} onClick={() => void takeIn()}>
              <IconFileImport size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
        {all.length > 0 && (
          <Tooltip label={t('tags.handOver')}>
            <ActionIcon aria-label={t('tags.handOver')} onClick={() => void handOver()}>
              <IconFileExport size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        )}
      </footer>
      <span className="lg-hidden" role="status">
        {told}
      </span>
    </>
  );
}

function formCommand(kind: 'new' | 'below' | 'edit' | 'merge', keys: string) {
  return {
    id: `tags.${kind}` as const,
    group: 'entity' as const,
    keys: [keys],
    run: () => {
      holdTyping();
      showTagForm({ kind });
    },
  };
}

/** A codebook as a file: chosen to be looked at, or written. */
function useCodebookFiles() {
  const { t } = useTranslation();
  const bridge = useBridge();
  const client = useClient();
  const { handle, info } = useCase();
  return {
    takeIn: async () => {
      try {
        const [path] = (await bridge.chooseFile({ purpose: 'codebook', multiple: false })) ?? [];
        if (path !== undefined) showTagForm({ kind: 'take', path });
      } catch (error) {
        showError(error);
      }
    },
    handOver: async () => {
      try {
        const path = await bridge.chooseSavePath({
          purpose: 'codebook',
          suggestedName: fileNameFrom(info.title, 'qdc'),
        });
        if (path === null) return;
        const saved = await client.tags.exportCodebook({ handle, path });
        showDone(t('tags.handedOver', { path: saved.path }), {
          act: {
            label: bridge.can.reveal ? t('exchange.reveal') : t('exchange.download'),
            run: () => void bridge.deliver(saved.path),
          },
        });
      } catch (error) {
        showError(error);
      }
    },
  };
}
