import { useRef, useState } from 'react';
import { extensions } from '#contract/bridge.ts';
import { useBridge, useClient } from '../../../app/api.ts';
import { useCase } from '../../../app/case-context.tsx';
import { showError } from '../../../app/notices.tsx';

/** Whether a file is a picture by its name. What it is by its content, the engine says. */
export function isPicture(name: string): boolean {
  return extensions.photos.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
}

/** Adds pictures to an entity, one after the other; one that cannot be added is told of, and the others go in. */
export function useAddingPhotos(entity: string) {
  const client = useClient();
  const bridge = useBridge();
  const { handle } = useCase();
  const [adding, setAdding] = useState(false);
  const under = useRef(false);
  const run = async (pathsOf: () => Promise<readonly string[]>): Promise<void> => {
    if (under.current) return;
    under.current = true;
    setAdding(true);
    try {
      for (const path of await pathsOf()) {
        await client.photos.add({ handle, entity, path }).catch(showError);
      }
    } catch (error) {
      showError(error);
    } finally {
      under.current = false;
      setAdding(false);
    }
  };
  return {
    adding,
    choose: () =>
      void run(async () => (await bridge.chooseFile({ purpose: 'photos', multiple: true })) ?? []),
    add: (files: readonly File[]) => void run(() => bridge.pathsOf(files)),
  };
}
