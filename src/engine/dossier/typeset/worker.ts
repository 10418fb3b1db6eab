import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { Typesetter } from './compiler.ts';
import { TypesetFolders, TypesetRequest } from './message.ts';

/** Told first of what is going to be asked, so that the fonts are read by then. */
const Message = z.union([TypesetRequest, TypesetFolders.strict()]);

/** Entry of the typesetting worker: one dossier at a time, in the order asked. */
const typesetter = new Typesetter();
const port = parentPort;
port?.on('message', (message: unknown) => {
  const asked = Message.parse(message);
  if (!('id' in asked)) {
    typesetter.getReady(asked);
    return;
  }
  const reply = typesetter.typeset(asked);
  port.postMessage(reply, reply.outcome === 'done' ? [reply.pdf.buffer] : []);
});
