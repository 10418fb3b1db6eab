import { implement } from '@orpc/server';
import { CaseError } from '#contract/error.ts';
import { localHostContract } from '#contract/local-host.ts';
import type { Launch } from '#contract/local-host.ts';
import { toWire } from '#contract/wire.ts';
import type { Places } from './confinement.ts';
import { openDownload } from './downloads.ts';
import type { DownloadTickets } from './downloads.ts';
import { createFolder, listFolder, placeFile } from './folders.ts';

/** Where downloads are fetched; the ticket follows. */
export const downloadAddress = '/download/';

/** The local host's own procedures. Their paths have passed the guard before they come here. */
export function createLocalRouter(launch: Launch, places: Places, tickets: DownloadTickets) {
  const local = implement(localHostContract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      throw error instanceof CaseError ? toWire(error) : error;
    }
  });
  return local.router({
    launch: local.launch.handler(() => launch),
    folders: {
      list: local.folders.list.handler(({ input }) =>
        listFolder(input.path ?? places.root, places),
      ),
      create: local.folders.create.handler(({ input }) =>
        createFolder(input.parent, input.name, places),
      ),
      place: local.folders.place.handler(({ input }) =>
        placeFile(input.parent, input.name, places),
      ),
    },
    download: {
      ticket: local.download.ticket.handler(async ({ input }) => {
        const { close } = await openDownload(input.path);
        void close();
        return { url: downloadAddress + tickets.issue(input.path) };
      }),
    },
  });
}
