import type { Token, Tokens } from 'marked';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Citation } from './Citation.tsx';
import { isA, isCitation, markdownOf, plainText } from '#shared/markdown.ts';
import classes from './notes.module.css';
import { useCited, type Cited } from './use-cited.ts';

/**
 * A note's text drawn from Markdown. Raw HTML stands as the text it is; images are named, never fetched; the address of a
 * link is shown, to be copied, and never opened. Citations show the passage as it is now.
 */
export function Markdown({ body }: { body: string }) {
  const tokens = useMemo(() => markdownOf(body), [body]);
  const cited = useCited(body);
  return (
    <div className={classes['markdown']}>
      <Parts tokens={tokens} cited={cited} />
    </div>
  );
}

function Parts({ tokens, cited }: { tokens: readonly Token[] | undefined; cited: Cited }) {
  return (
    <>
      {tokens?.map((token, at) => (
        // What a text is made of has no names; its order is what it is.
        // oxlint-disable-next-line react/no-array-index-key
        <Part key={at} token={token} cited={cited} />
      ))}
    </>
  );
}

function Part({ token, cited }: { token: Token; cited: Cited }): ReactNode {
  if (isCitation(token)) return <Citation id={token.passage} passage={cited(token.passage)} />;
  if (isA(token, 'space') || isA(token, 'def')) return null;
  if (isA(token, 'list')) return <List list={token} cited={cited} />;
  if (isA(token, 'table')) return <Table table={token} cited={cited} />;
  if (isA(token, 'link'))
    return <Address shown={token.tokens} address={token.href} cited={cited} />;
  if (isA(token, 'image'))
    return <Address shown={token.tokens} address={token.href} cited={cited} />;
  if (isA(token, 'codespan')) return <code>{token.text}</code>;
  if (isA(token, 'code')) {
    return (
      <pre>
        <code>{token.text}</code>
      </pre>
    );
  }
  if (isA(token, 'checkbox')) return <span aria-hidden="true">{token.checked ? '☑ ' : '☐ '}</span>;
  if (isA(token, 'br')) return <br />;
  if (isA(token, 'hr')) return <hr />;
  if (isA(token, 'heading')) return <Heading heading={token} cited={cited} />;
  if (isA(token, 'paragraph')) {
    return (
      <p data-running={isRunning(token.tokens)}>
        <Parts tokens={token.tokens} cited={cited} />
      </p>
    );
  }
  if (isA(token, 'blockquote')) {
    return (
      <blockquote>
        <Parts tokens={token.tokens} cited={cited} />
      </blockquote>
    );
  }
  if (isA(token, 'strong')) {
    return (
      <strong>
        <Parts tokens={token.tokens} cited={cited} />
      </strong>
    );
  }
  if (isA(token, 'em')) {
    return (
      <em>
        <Parts tokens={token.tokens} cited={cited} />
      </em>
    );
  }
  if (isA(token, 'del')) {
    return (
      <del>
        <Parts tokens={token.tokens} cited={cited} />
      </del>
    );
  }
  if (isA(token, 'text')) {
    return token.tokens === undefined ? (
      plainText(token.text)
    ) : (
      <Parts tokens={token.tokens} cited={cited} />
    );
  }
  if (isA(token, 'escape')) return token.text;
  // Raw HTML, and whatever else a later version reads: as it was written.
  return token.raw;
}

/** Whether citations stand among words, where they are short, and not by themselves. */
function isRunning(tokens: readonly Token[]): boolean {
  return tokens.some((token) => !isCitation(token) && token.raw.trim() !== '');
}

/** The page's own headings stand above those of a note. */
function Heading({ heading: { depth, tokens }, cited }: { heading: Tokens.Heading; cited: Cited }) {
  const parts = <Parts tokens={tokens} cited={cited} />;
  if (depth === 1) return <h4 data-depth="1">{parts}</h4>;
  if (depth === 2) return <h5 data-depth="2">{parts}</h5>;
  return <h6>{parts}</h6>;
}

function List({ list: { ordered, start, items }, cited }: { list: Tokens.List; cited: Cited }) {
  const lines = items.map(({ tokens, task }, at) => (
    // oxlint-disable-next-line react/no-array-index-key
    <li key={at} data-task={task}>
      <Parts tokens={tokens} cited={cited} />
    </li>
  ));
  return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>;
}

function Table({ table: { header, rows }, cited }: { table: Tokens.Table; cited: Cited }) {
  return (
    <table>
      <thead>
        <tr>
          {header.map((cell, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <th key={at} scope="col">
              <Parts tokens={cell.tokens} cited={cited} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, line) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={line}>
            {row.map((cell, at) => (
              // oxlint-disable-next-line react/no-array-index-key
              <td key={at}>
                <Parts tokens={cell.tokens} cited={cited} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A link or an image: its words and its address, which can be copied. Nothing is ever fetched or opened. */
function Address({
  shown,
  address,
  cited,
}: {
  shown: readonly Token[];
  address: string;
  cited: Cited;
}) {
  const { t } = useTranslation();
  const alone = shown.length === 1 && shown[0]?.raw === address;
  return (
    <span className={classes['address']} title={t('notes.address')}>
      {!alone && <Parts tokens={shown} cited={cited} />}
      <code>{address}</code>
    </span>
  );
}
