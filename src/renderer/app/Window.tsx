import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { OpenCase } from '#contract/case.ts';
import { useConnectionStatus } from '../connection/index.ts';
import { FileChooserHost } from '../features/files/FileChooserHost.tsx';
import { Locking } from '../features/lock/Locking.tsx';
import { WhoWorksHere } from '../features/settings/WhoWorksHere.tsx';
import { PassphrasePrompt } from '../features/welcome/PassphrasePrompt.tsx';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { useApi, useBridge, useClient, useConnection } from './api.ts';
import { CaseContext, type CaseInHand } from './case-context.tsx';
import { useCaseEvents } from './case-events.ts';
import { useKeyboard } from './commands.ts';
import { closeCase, openCase, rejoin, resume, useSession } from './session.ts';
import { Shell } from './Shell.tsx';

/** What the window shows: the welcome screen, or a case. */
export function Window() {
  const client = useClient();
  const bridge = useBridge();
  const connection = useConnection();
  const status = useConnectionStatus(connection);
  const { phase, open, locked } = useSession();
  useKeyboard();

  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void bridge
      .launchFile()
      .catch(() => null)
      .then((file) => resume(client, file));
  }, [bridge, client]);

  useEffect(() => bridge.onOpenFile((path) => void openCase(client, path)), [bridge, client]);

  useEffect(() => {
    if (bridge.setRecentFiles === undefined || phase === 'starting') return;
    client.cases.recent().then(
      (recent) =>
        bridge.setRecentFiles?.(
          recent.filter(({ exists }) => exists).map(({ path, title }) => ({ path, title })),
        ),
      () => undefined,
    );
  }, [bridge, client, open, phase]);

  const lost = useRef(false);
  useEffect(() => {
    if (status === 'lost') lost.current = true;
    if (status !== 'open' || !lost.current) return;
    lost.current = false;
    void rejoin(client);
  }, [client, status]);

  return (
    <>
      {phase === 'welcome' && <Welcome />}
      {phase === 'open' && open !== null && <CaseWindow key={open.handle} open={open} />}
      {locked !== null && <PassphrasePrompt path={locked.path} error={locked.error} />}
      <FileChooserHost />
    </>
  );
}

function CaseWindow({ open }: { open: OpenCase }) {
  const api = useApi();
  const client = useClient();
  const { handle } = open;
  const { data } = useQuery(api.cases.info.queryOptions({ input: { handle }, initialData: open }));
  useCaseEvents(handle);

  const current = useMemo<CaseInHand>(
    () => ({ ...data, canWrite: data.access === 'write', close: () => void closeCase(client) }),
    [client, data],
  );
  return (
    <CaseContext value={current}>
      <Shell />
      <Locking />
      <WhoWorksHere />
    </CaseContext>
  );
}
