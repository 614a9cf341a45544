/** Two versions of a piece side by side: pages and size, and the words that came and went, page by page. */
import { Modal, Select } from '@mantine/core';
import { Fragment, useState } from 'react';
import { type PageChange, type PieceComparison, type PieceVersion, useAsk } from '../../../api';
import { useFormats, useOnTop } from '../../../shared';
import classes from './Compare.module.css';
import { comparedInWords, measuresInWords, pageInWords, wordsInWords } from './words';

interface CompareDialogProps {
  piece: string;
  /** The latest first. */
  versions: readonly PieceVersion[];
  opened: boolean;
  onClose: () => void;
}

export function CompareDialog({ piece, versions, opened, onClose }: CompareDialogProps) {
  const onTop = useOnTop(onClose);
  return (
    <Modal {...onTop} opened={opened} title="Compare two versions" size="min(64rem, 92vw)">
      <Compared piece={piece} versions={versions} />
    </Modal>
  );
}

function Compared({ piece, versions }: Pick<CompareDialogProps, 'piece' | 'versions'>) {
  const { instant, number } = useFormats();
  const [from, setFrom] = useState(versions[1]?.id ?? '');
  const [to, setTo] = useState(versions[0]?.id ?? '');
  const compared = useAsk('compare_piece_versions', { piece, from, to }, { keep: true });
  const data = versions.map((version, place) => ({
    value: version.id,
    label: `${number(versions.length - place)}: ${version.file_name}, ${instant(version.added_at)}`,
  }));
  return (
    <div className={classes.compared}>
      <div className={classes.both}>
        <Select
          label="From"
          data={data}
          value={from}
          allowDeselect={false}
          onChange={(id) => id && setFrom(id)}
        />
        <Select label="To" data={data} value={to} allowDeselect={false} onChange={(id) => id && setTo(id)} />
      </div>
      {compared.error && (
        <p role="alert">
          {compared.error.message} {compared.error.hint}
        </p>
      )}
      {compared.data && <Differences of={compared.data} />}
    </div>
  );
}

function Differences({ of }: { of: PieceComparison }) {
  const { number } = useFormats();
  const shown = of.pages.filter(({ parts }) => parts.length > 0);
  const hidden = of.pages.length - shown.length;
  return (
    <div role="status">
      <p className="tabular">{measuresInWords(of.from, of.to, number)}.</p>
      <p className={classes.finding}>{of.why_not ?? comparedInWords(of, number)}</p>
      {of.notes.map((note) => (
        <p key={note} className="soft">
          {note}
        </p>
      ))}
      {shown.map((page) => (
        <Page key={`${page.before}-${page.after}`} page={page} />
      ))}
      {hidden > 0 && (
        <p className="soft">
          {hidden === 1
            ? 'One more page differs; its words are not shown.'
            : `${number(hidden)} more pages differ; their words are not shown.`}
        </p>
      )}
    </div>
  );
}

/** What came is underlined and what went is struck through: colour is not all that tells them apart. */
function Page({ page }: { page: PageChange }) {
  const { number } = useFormats();
  const name = pageInWords(page, number);
  return (
    <section aria-label={name} className={classes.page}>
      <h4>
        {name} <span className="soft">{wordsInWords(page, number)}</span>
      </h4>
      {page.is_whole && (
        <p className="soft">This page is too long to compare word by word, so it is shown as a whole.</p>
      )}
      <p className={classes.text}>
        {page.parts.map(({ fate, text }, place) => {
          const key = `${place}-${fate}`;
          // The space between two parts belongs to neither.
          return (
            <Fragment key={key}>
              <Part fate={fate}>{text}</Part>{' '}
            </Fragment>
          );
        })}
      </p>
    </section>
  );
}

function Part({ fate, children }: { fate: PageChange['parts'][number]['fate']; children: string }) {
  if (fate === 'added') return <ins>{children}</ins>;
  return fate === 'removed' ? <del>{children}</del> : <span>{children}</span>;
}
