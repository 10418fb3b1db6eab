import { EventEmitter } from 'node:events';
import type { StandInSession } from './session.ts';

/** An event whose default can be prevented, and which tells whether it was. */
export function preventable<T extends object>(
  details: T,
): T & { preventDefault(): void; prevented: boolean } {
  return {
    ...details,
    prevented: false,
    preventDefault() {
      this.prevented = true;
    },
  };
}

/** Stands in for `WebContents`: remembers what was done to it. */
export class StandInContents extends EventEmitter {
  readonly id: number;
  readonly session: StandInSession;
  readonly sent: { channel: string; args: unknown[] }[] = [];
  readonly done: string[] = [];
  mayOpen: (() => { action: string }) | undefined;
  /** Answers the print dialog. */
  answerPrint: ((success: boolean, reason: string) => void) | undefined;

  constructor(id: number, session: StandInSession) {
    super();
    this.id = id;
    this.session = session;
  }

  send(channel: string, ...args: unknown[]): void {
    this.sent.push({ channel, args });
  }
  reload(): void {
    this.done.push('reload');
  }
  undo(): void {
    this.done.push('undo');
  }
  redo(): void {
    this.done.push('redo');
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.mayOpen = handler;
  }
  print(_options: object, done: (success: boolean, reason: string) => void): void {
    this.answerPrint = done;
  }

  /** Tries to go somewhere, by any of the events with which pages go. Whether it was kept from it. */
  goes(by: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', url: string): boolean {
    const event = preventable({ url });
    this.emit(by, event);
    return !event.prevented;
  }
}
