import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { exampleDossier, exampleVerification } from '../../typeset/example/index.ts';
import { type WritingOptions, writtenAs } from '../written.ts';
import { hostileTexts, saying } from '../testing/hostile.ts';

type Kind = Parameters<typeof exampleDossier>[0];
const look = { paper: 'a4', twoSided: false } as const;

async function written(
  given: ReturnType<typeof exampleDossier>,
  more: Partial<WritingOptions['look']> = {},
): Promise<string> {
  const { model, files } = given;
  const options = { look: { ...look, ...more }, verification: exampleVerification };
  return new TextDecoder('utf-8', { fatal: true }).decode(
    await writtenAs('html', model, files, options),
  );
}

async function page(kind: Kind = 'profile') {
  return parseHTML(await written(exampleDossier(kind))).document;
}

type Page = ReturnType<typeof parseHTML>['document'];

function attributesOf(document: Page, name: string): string[] {
  return [...document.querySelectorAll(`[${name}]`)].map(
    (element) => element.getAttribute(name) ?? '',
  );
}

describe('a dossier as one HTML file', () => {
  it('has no script, and nothing in it is fetched', async () => {
    const document = await page('case');
    expect(
      document.querySelectorAll('script, link, iframe, object, embed, form, base'),
    ).toHaveLength(0);
    const addresses = [...attributesOf(document, 'src'), ...attributesOf(document, 'href')];
    expect(addresses.filter((address) => !/^(#|data:image\/)/.test(address))).toEqual([]);
    expect(document.querySelector('style')?.textContent).not.toMatch(/@import|url\(/);
  });

  it('forbids all but its own style and its pictures', async () => {
    const document = await page();
    const policy = document
      .querySelector('meta[http-equiv="Content-Security-Policy"]')
      ?.getAttribute('content');
    const style = document.querySelector('style')?.textContent ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(document.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('leads from each citation to its excerpt and back', async () => {
    const document = await page('case');
    const ids = attributesOf(document, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const targets = attributesOf(document, 'href').map((href) => href.slice(1));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    const cited = document.querySelector('#cited-2-1');
    expect(cited?.getAttribute('href')).toBe('#excerpt-2');
    expect(cited?.getAttribute('aria-label')).toBe('Excerpt 2');
    expect(document.querySelector('#excerpt-2 .back a')?.getAttribute('href')).toBe('#cited-2-1');
  });

  it('names the source where passages are not printed', async () => {
    const { model, files } = exampleDossier('profile');
    const without = {
      model: { ...model, sections: model.sections.filter(({ id }) => id !== 'excerpts') },
      files,
    };
    const { document } = parseHTML(await written(without));
    expect(document.querySelector('#section-identity td:last-child a')?.textContent).toBe('[S1]');
    expect(document.querySelectorAll('.cite')).toHaveLength(0);
  });

  it('quotes in the language and direction of the source', async () => {
    const document = await page();
    const quoted = (number: number) => document.querySelector(`#excerpt-${number} blockquote`);
    expect(quoted(1)?.getAttribute('lang')).toBe('es');
    expect(quoted(4)?.getAttribute('lang')).toBe('ar');
    expect(quoted(4)?.getAttribute('dir')).toBe('rtl');
    expect(quoted(3)?.hasAttribute('lang')).toBe(false);
    expect(document.querySelector('#section-identity bdi')?.textContent).toBe('أوريليو سانتانخيل');
    expect(document.documentElement.getAttribute('lang')).toBe('en-GB');
  });

  it('says what its pictures show, and names the headings of its tables', async () => {
    const document = await page();
    const pictures = [...document.querySelectorAll('img')];
    expect(pictures.length).toBeGreaterThan(1);
    expect(pictures.every((picture) => (picture.getAttribute('alt') ?? '') !== '')).toBe(true);
    const drawings = [...document.querySelectorAll('figure svg')];
    expect(drawings).toHaveLength(3);
    expect(drawings.every((one) => (one.getAttribute('aria-label') ?? '') !== '')).toBe(true);
    for (const row of document.querySelectorAll('tbody tr')) {
      expect(row.querySelector('th[scope="row"]')).not.toBeNull();
    }
  });

  it('has the marking and the number of the page on each sheet', async () => {
    const style = (await page()).querySelector('style')?.textContent ?? '';
    expect(style).toContain('@top-right { content: "TLP\\3a AMBER\\2b STRICT"');
    expect(style).toContain('content: "page " counter(page) " of " counter(pages)');
    expect(style).toContain('size: A4');
    const letter = await written(exampleDossier(), { paper: 'letter', twoSided: true });
    expect(letter).toContain('size: letter');
    expect(letter).toContain('@page :left');
  });

  it.each(hostileTexts.filter((text) => text.trim() !== ''))(
    'lets no text be markup: %j',
    async (text) => {
      const { document } = parseHTML(await written(saying(text)));
      const { document: plain } = parseHTML(await written(saying('word')));
      const shape = (one: Page) =>
        [...one.querySelectorAll('*')]
          .map((element) => `${element.tagName} ${element.getAttributeNames().join(' ')}`)
          .filter((name) => !/^(BDI|P|BLOCKQUOTE)\b/i.test(name));
      expect(new Set(shape(document))).toEqual(new Set(shape(plain)));
      for (const name of new Set(
        [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()),
      )) {
        expect(name).not.toMatch(/^on/i);
      }
      expect(document.querySelector('style')?.textContent).not.toMatch(/@import|url\(/);
    },
  );

  it('draws nothing of a drawing but its lines and words', async () => {
    const { model, files } = exampleDossier();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" style="x"><script>alert(2)</script><a href="https://evil.example"><text>in a link</text></a><image href="https://evil.example/x.png"/><foreignObject><p/></foreignObject><rect id="r" fill="url(https://evil.example)" clip-path="url(#c)"/><use href="#r"/><text onclick="x">kept &amp; seen</text></svg>`;
    const drawn = new Map(files).set('chart.svg', new TextEncoder().encode(svg));
    const { document } = parseHTML(await written({ model, files: drawn }));
    const chart = document.querySelector('#section-chart svg')?.outerHTML ?? '';
    expect(chart).toContain('kept &amp; seen');
    expect(chart).not.toMatch(/alert|evil|image|foreign|onload|onclick|style/i);
    expect(chart).toMatch(/<rect id="drawing-(\d+)-r" clip-path="url\(#drawing-\1-c\)"/);
    expect(chart).toMatch(/<use href="#drawing-\d+-r"/);
  });

  it('says that a picture cannot be shown where there is none', async () => {
    const { model } = exampleDossier();
    const { document } = parseHTML(
      await written({ model, files: new Map([['portrait.png', new Uint8Array([1, 2])]]) }),
    );
    expect(document.querySelector('#section-photographs')?.textContent).toContain(
      'This photograph cannot be shown.',
    );
  });

  it('is the same bytes for the same dossier', async () => {
    expect(await written(exampleDossier())).toBe(await written(exampleDossier()));
  });
});
