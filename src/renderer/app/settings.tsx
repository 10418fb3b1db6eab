import { useMantineColorScheme } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { useEffect, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Settings, SettingsChanges } from '#contract/settings.ts';
import { languageFor } from '../i18n/i18n.ts';
import { useApi, useBridge } from './api.ts';
import { useKeyMap } from './key-map.ts';
import { rememberLook } from './look.ts';
import { showError } from './notices.tsx';

const defaults: Settings = {
  analyst: { name: '', initials: '', organization: '' },
  analystAsked: false,
  lockAfterMinutes: 15,
  language: null,
  colorScheme: 'auto',
  readingSize: 17,
  keys: {},
  backup: { everyMinutes: 60, keepHours: 24, keepDays: 7, keepWeeks: 4 },
  backupFolder: null,
};

/** The settings kept on this computer; null until the engine has answered. */
export function useKnownSettings(): Settings | null {
  const api = useApi();
  return useQuery(api.settings.get.queryOptions()).data ?? null;
}

/** The settings kept on this computer; their defaults until the engine has answered. */
export function useSettings(): Settings {
  const api = useApi();
  return useQuery(api.settings.get.queryOptions()).data ?? defaults;
}

/** Changes settings at once in the page, and in the engine. */
export function useChangeSettings(): (changes: z.infer<typeof SettingsChanges>) => void {
  const api = useApi();
  const queries = useQueryClient();
  const { mutate } = useMutation(
    api.settings.change.mutationOptions({
      onSuccess: (settings) => queries.setQueryData(api.settings.get.queryKey(), settings),
      onError: showError,
    }),
  );
  return mutate;
}

/** Draws the page by the settings: language, light or dark, reading size. */
export function SettingsKeeper({ children }: { children: ReactNode }) {
  const api = useApi();
  const bridge = useBridge();
  const { data } = useQuery(api.settings.get.queryOptions());
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    if (data === undefined) return;
    const language = data.language ?? languageFor(navigator.languages);
    rememberLook(data);
    useKeyMap.setState({ changes: data.keys });
    setColorScheme(data.colorScheme);
    document.documentElement.style.setProperty('--lg-reading-size', `${data.readingSize}px`);
    bridge.setLanguage(language);
    bridge.setColorScheme?.(data.colorScheme);
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [bridge, data, setColorScheme]);
  return children;
}
