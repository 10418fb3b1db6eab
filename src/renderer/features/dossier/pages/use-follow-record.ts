import { useQueryClient } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { useApi } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showIn, type Route } from '../../../app/navigation.ts';
import { showError } from '../../../app/notices.tsx';
import { useTabs } from '../../../app/tabs-store.ts';
import { changeView, useView } from '../../../app/view-store.ts';
import { useDossier } from '../dossier-store.ts';
import type { LinkTarget } from './links.ts';

/** Below this width of the window, in pixels, the options give their room to the record. */
const ROOMY = 1500;

/** Opens the record or the passage that a printed word stands for, beside the pages, and gives it the keys. */
export function useFollowRecord(): (target: Exclude<LinkTarget, { kind: 'within' }>) => void {
  const api = useApi();
  const queries = useQueryClient();
  const { handle } = useCase();
  const show = (route: Route): void => {
    const isSplit = useTabs.getState().beside !== null;
    const givesRoom = !isSplit && window.innerWidth < ROOMY && useView.getState().navigatorOpen;
    if (givesRoom) changeView({ navigatorOpen: false });
    flushSync(() => showIn('beside', route));
    if (givesRoom) useDossier.setState({ gaveRoom: true });
    const half = document.getElementById('work-beside');
    if (half?.contains(document.activeElement) !== true) half?.focus();
  };
  return (target) => {
    if (target.kind === 'entity') {
      show(target.route);
      return;
    }
    queries
      .fetchQuery(api.excerpts.get.queryOptions({ input: { handle, id: target.id } }))
      .then(({ source, id }) => show({ screen: 'source', id: source, excerpt: id }), showError);
  };
}
