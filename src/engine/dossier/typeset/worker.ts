import { parentPort } from 'node:worker_threads';
import { Typesetter } from './compiler.ts';
import { TypesetRequest } from './message.ts';

/** Entry of the typesetting worker: one dossier at a time, in the order asked. */
const typesetter = new Typesetter();
const port = parentPort;
port?.on('message', (message: unknown) => {
  const reply = typesetter.typeset(TypesetRequest.parse(message));
  port.postMessage(reply, reply.outcome === 'done' ? [reply.pdf.buffer] : []);
});
