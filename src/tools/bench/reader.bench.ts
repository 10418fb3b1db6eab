import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright';
import { makeTag, passageOf, putTag } from '#engine/annotations/index.ts';
import { createCase } from '#engine/cases/index.ts';
import { closeExtraction, importDocuments } from '#engine/sources/index.ts';
import type { CaseStore } from '#engine/store/index.ts';
import { asIfAsked } from '../../../e2e/launch/environment.ts';
import { startLocalHost } from '../../../e2e/launch/local-host.ts';
import { chromiumFlags, getBrowser } from '../browser.ts';
import type { Figure } from './figure.ts';
import { median } from './median.ts';
import { Prose } from './prose.ts';
import { type Reading, read } from './reading.ts';
import { inScratchFolder } from './scratch.ts';

const length = 3_000_000;
const rounds = 3;
/** Passages in the long source, overlapping one another. */
const passages = 5000;
/** Where the first of them begins: the caret is put before it, where the keys select words and move no ends. */
const first = 400;

/** Opening, scrolling and tagging a very long source full of passages in the workbench, beside a page that shows the same text and no more. */
export function bench(): Promise<Figure[]> {
  return inScratchFolder(async (folder) => {
    const text = new Prose(3).text(length);
    const path = await makeCase(folder, text);
    const executablePath = getBrowser();
    if (executablePath === undefined) throw new Error('there is no browser to measure in');
    const plain = await servePlainPage(text);
    const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
    const ours: Reading[] = [];
    const bare: Reading[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await inPlainPage(browser, plain.address));
        // A copy of its own each round: the words that are tagged in one are no passage yet in the next.
        const copy = join(folder, `round-${round}.casefile`);
        copyFileSync(path, copy);
        ours.push(await inWorkbench(browser, folder, copy));
      }
    } finally {
      await browser.close();
      plain.server.close();
    }
    const figure = (name: string, of: (reading: Reading) => number): Figure => ({
      name,
      figure: median(ours.map(of)),
      baseline: median(bare.map(of)),
      against: 'plain page with the text in one <pre>',
      unit: 'ms',
    });
    const what = `reader, 3 million characters, ${passages} passages`;
    return [
      figure(`${what}: from click to text`, ({ shown }) => shown),
      figure(`${what}: from click to a key heeded`, ({ heeded }) => heeded),
      figure(`${what}: longest task while scrolling`, ({ longest }) => longest),
      { ...figure(`${what}: from key to tag shown`, ({ marked }) => marked), against: marking },
    ];
  });
}

const marking = 'the words put into a <mark> in that page';

/** A case with the long source, full of passages, and a short one. */
async function makeCase(folder: string, text: string): Promise<string> {
  const path = join(folder, 'long.casefile');
  const store = createCase(
    { path, title: 'Long', reference: '', language: 'en', handling: 'AMBER' },
    () => ({ name: 'Bench', initials: 'B', organization: '' }),
  );
  try {
    const documents = join(folder, 'documents');
    mkdirSync(documents);
    const paths = [
      ['long.txt', text],
      ['short.txt', 'A short text.\n'],
    ].map(([name = '', content = '']) => {
      const file = join(documents, name);
      writeFileSync(file, content);
      return file;
    });
    await importDocuments(store, paths, {}, { started: () => {}, settled: () => {} });
    takePassages(store, text);
    return path;
  } finally {
    store.close();
    await closeExtraction();
  }
}

/** Takes passages of a few words up to a few pages, tagged, spread evenly: each place lies under several of them. */
function takePassages(store: CaseStore, text: string): void {
  const { id: source = '' } =
    store.one<{ id: string }>(`SELECT id FROM source ORDER BY text_length DESC`) ?? {};
  const lengths = [30, 60, 200, 600, 900, 2500, 6000];
  store.gesture('excerpt.tag', (writer) => {
    const tags = Array.from({ length: 40 }, (_, at) =>
      makeTag(writer, { name: `tag ${at}`, parent: null }),
    );
    for (let at = 0; at < passages; at += 1) {
      const start = first + Math.floor((at * (text.length - 10_000)) / passages);
      const end = start + (lengths[at % lengths.length] ?? 30);
      const { id } = passageOf(store, writer, { source, start, end });
      putTag(writer, id, tags[at % tags.length] ?? '');
      if (at % 3 === 0) putTag(writer, id, tags[(at + 7) % tags.length] ?? '');
    }
  });
}

async function inWorkbench(browser: Browser, folder: string, path: string): Promise<Reading> {
  const home = join(folder, '.home');
  asIfAsked(home);
  const host = await startLocalHost(folder, home, path);
  try {
    return await inNewPage(browser, host.address, async (page) => {
      // From another source the list of sources is at hand, and what the first reader loads has been loaded.
      await page.getByRole('row').filter({ hasText: 'short' }).dblclick();
      await page.locator('.cm-line').first().waitFor();
      const link = page.getByRole('option').filter({ hasText: 'long' });
      return read(page, link, {
        line: '.cm-line',
        scroller: '.cm-scroller',
        selects: true,
        keys: ['t', 'Enter'],
        ready: '[role=dialog] [role=option]',
        mark: '.lg-stripe',
      });
    });
  } finally {
    await host.stop();
  }
}

async function inPlainPage(browser: Browser, address: string): Promise<Reading> {
  return inNewPage(browser, address, (page) =>
    read(page, page.getByRole('button'), {
      line: 'pre',
      scroller: 'main',
      selects: false,
      keys: ['m'],
      mark: 'mark',
    }),
  );
}

async function inNewPage<T>(
  browser: Browser,
  address: string,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    return await work(page);
  } finally {
    await context.close();
  }
}

const plainPage = `<!doctype html>
<title>Plain</title>
<style>
  main { height: 600px; overflow: auto; }
  pre { white-space: pre-wrap; font: 16px/1.6 serif; width: 700px; }
</style>
<button>Open</button>
<main></main>
<script>
  document.querySelector('button').onclick = async () => {
    const text = await (await fetch('text')).text();
    const pre = document.createElement('pre');
    pre.tabIndex = 0;
    pre.textContent = text;
    document.querySelector('main').replaceChildren(pre);
  };
  onkeydown = ({ key }) => {
    if (key === 'm') getSelection().getRangeAt(0).surroundContents(document.createElement('mark'));
  };
</script>`;

async function servePlainPage(text: string): Promise<{ address: string; server: Server }> {
  const server = createServer((request, response) => {
    const asked = request.url === '/text';
    response.setHeader('content-type', `text/${asked ? 'plain' : 'html'}; charset=utf-8`);
    response.end(asked ? text : plainPage);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('it listens on no port');
  return { address: `http://127.0.0.1:${at.port}/`, server };
}
