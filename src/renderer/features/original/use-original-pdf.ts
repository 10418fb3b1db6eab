import {
  PDFDataRangeTransport,
  PasswordResponses,
  type PDFDocumentLoadingTask,
  type PDFDocumentProxy,
} from 'pdfjs-dist';
import { useEffect, useState } from 'react';
import type { Source } from '#contract/source.ts';
import { useClient } from '../../app/api.ts';
import { useCase } from '../../app/case-context.tsx';
import { openPdf } from '../pdf/use-pdf.ts';

/** Bytes that are asked for at once, and at first. */
const stretch = 512 * 1024;

/** A PDF on its way to be looked at. */
export interface OpenedPdf {
  pdf: PDFDocumentProxy | null;
  error: unknown;
  /** Tries a password on one that is encrypted; null: it needs none, or has it. It is kept nowhere. */
  unlock: ((password: string) => void) | null;
  /** The password that was tried last is not its own. */
  wrong: boolean;
}

const nothing: OpenedPdf = { pdf: null, error: null, unlock: null, wrong: false };

/** The PDF that a source was made from. Only the pages that are looked at are fetched from the case. */
export function useOriginalPdf({ id, byteSize }: Pick<Source, 'id' | 'byteSize'>): OpenedPdf {
  const client = useClient();
  const { handle } = useCase();
  const [opened, setOpened] = useState(nothing);
  useEffect(() => {
    let wanted = true;
    let task: PDFDocumentLoadingTask | null = null;
    const bytes = async (start: number, end: number): Promise<Uint8Array> => {
      const blob = await client.sources.original({ handle, id, start, end });
      return new Uint8Array(await blob.arrayBuffer());
    };
    const read = async (): Promise<PDFDocumentProxy> => {
      const first = await bytes(0, stretch);
      if (!wanted) throw new DOMException('Another one is wanted', 'AbortError');
      const range = new Stretches(byteSize, first, bytes, (error) => {
        if (wanted) setOpened({ ...nothing, error });
      });
      task = openPdf({ range, rangeChunkSize: stretch, disableAutoFetch: true });
      task.onPassword = (unlock: (password: string) => void, reason: number) => {
        if (wanted) {
          const wrong = reason === PasswordResponses.INCORRECT_PASSWORD;
          setOpened({ ...nothing, unlock, wrong });
        }
      };
      return task.promise;
    };
    read().then(
      (pdf) => {
        if (wanted) setOpened({ ...nothing, pdf });
      },
      (error: unknown) => {
        if (wanted) setOpened({ ...nothing, error });
      },
    );
    return () => {
      wanted = false;
      setOpened(nothing);
      void task?.destroy();
    };
  }, [byteSize, client, handle, id]);
  return opened;
}

/** Hands stretches of the original to pdf.js as it asks for them. */
class Stretches extends PDFDataRangeTransport {
  readonly #bytes: (start: number, end: number) => Promise<Uint8Array>;
  readonly #fail: (error: unknown) => void;

  constructor(
    length: number,
    first: Uint8Array,
    bytes: (start: number, end: number) => Promise<Uint8Array>,
    fail: (error: unknown) => void,
  ) {
    super(length, first);
    this.#bytes = bytes;
    this.#fail = fail;
  }

  override requestDataRange(begin: number, end: number): void {
    this.#bytes(begin, end).then(
      (chunk) => this.onDataRange(begin, chunk),
      (error: unknown) => this.#fail(error),
    );
  }
}
