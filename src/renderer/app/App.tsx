import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { connect, type Connection } from '../connection/index.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ServicesContext, createQueryClient, servicesOf } from './api.ts';
import classes from './App.module.css';
import { useFileDrop } from './file-drop.ts';
import { rememberedLook } from './look.ts';
import { styleNonce } from './nonce.ts';
import { SettingsKeeper } from './settings.tsx';
import { cssVariables, theme } from './theme.ts';
import { beginView } from './view-store.ts';
import { Window } from './Window.tsx';

const nonce = styleNonce();
const queries = createQueryClient();

/** The page: its look, its way to the engine, and what it shows. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme={rememberedLook().colorScheme}
      {...(nonce !== undefined && { getStyleNonce: () => nonce })}
    >
      <Notifications position="bottom-right" limit={3} className={classes['notices'] ?? ''} />
      <QueryClientProvider client={queries}>
        <Connected />
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Waits for the engine, and says so when it cannot be reached. */
function Connected() {
  const [services, setServices] = useState<ReturnType<typeof servicesOf> | null>(null);
  const [error, setError] = useState<unknown>(null);
  const begin = useCallback(() => {
    let wanted = true;
    let made: Connection | null = null;
    const start = async (): Promise<void> => {
      const connection = await connect();
      made = connection;
      // Panels that are drawn begin as wide as they were left.
      if (wanted) await beginView(connection.client);
      if (wanted) setServices(servicesOf(connection));
      else connection.close();
    };
    start().catch((reason: unknown) => {
      if (wanted) setError(reason);
    });
    return () => {
      wanted = false;
      made?.close();
    };
  }, []);
  useEffect(begin, [begin]);

  if (services !== null) {
    return (
      <ServicesContext value={services}>
        <SettingsKeeper>
          <Window />
        </SettingsKeeper>
      </ServicesContext>
    );
  }
  if (error === null) return null;
  return (
    <Unreachable
      error={error}
      onRetry={() => {
        setError(null);
        begin();
      }}
    />
  );
}

function Unreachable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  useFileDrop(null);
  return (
    <main className={classes['unreachable']}>
      <ErrorNotice error={error} onRetry={onRetry} />
    </main>
  );
}
