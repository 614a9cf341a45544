/** Afterwards: what happened, the way back, and where to look next. */
import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { StagedFile } from '../../platform';
import { Page, useFormats } from '../../shared';
import { haveShell } from '../../shared/shell';
import { TakeBack } from '../imports/TakeBack';
import { takenIn } from '../words';
import { removeImported } from './anew';
import { Counts } from './Counts';
import classes from './Import.module.css';

export function DoneStep({ files }: { files: readonly StagedFile[] }) {
  const { number } = useFormats();
  const navigate = useNavigate();
  const title = useRef<HTMLSpanElement>(null);
  useEffect(() => title.current?.focus(), []);
  // What was seen is seen: whoever takes in leads later begins anew.
  useEffect(() => () => void removeImported(), []);
  const news = files.flatMap(({ report }) => {
    const count = report ? report.added + report.updated : 0;
    return report && count > 0 ? [{ kind: report.kind, count }] : [];
  });
  const only = news.length === 1 ? news[0] : undefined;
  const more = async () => {
    await navigate({ to: '/leads/import', search: {} });
    await removeImported();
  };
  const done = (to: '/leads' | '/leads/ledger' | '/leads/funnel' | '/leads/lost') =>
    void navigate({ to, search: {} });
  const places = [
    { to: '/leads/funnel', name: 'The funnel by source', why: 'what became of the leads of each source' },
    { to: '/leads/lost', name: 'Lost and ignored', why: 'what nobody touched, and where' },
    { to: '/leads/ledger', name: 'The ledger', why: 'every lead, one by one' },
  ] as const;
  return (
    <Page
      title={
        <span ref={title} tabIndex={-1}>
          {news.length === 0
            ? 'Everything was known already'
            : `${takenIn(news, number)} ${only?.count === 1 ? 'is' : 'are'} in`}
        </span>
      }
      lead="The next export of the same kind takes one click: how it is read is remembered."
      actions={
        <>
          <Button onClick={() => void more()}>Take in more files</Button>
          <Button variant="filled" onClick={() => done('/leads')}>
            See what they say
          </Button>
        </>
      }
      wide
    >
      {files.map((file) => (
        <section key={file.token} className={classes.preview} aria-label={file.label}>
          <div className={classes.doneHead}>
            <h2 className={classes.fileName}>{file.label}</h2>
            {file.report?.import && (
              <TakeBack
                id={file.report.import}
                fileName={file.label}
                onDone={() => void haveShell('remove_staged_file', { token: file.token })}
              />
            )}
          </div>
          <Counts file={file} report={file.report} done />
        </section>
      ))}
      <section className={classes.preview} aria-labelledby="next">
        <h2 className={classes.fileName} id="next">
          Where to look next
        </h2>
        <ul className={classes.notes}>
          {places.map(({ to, name, why }) => (
            <li key={to}>
              <Link
                to={to}
                search={{}}
                onClick={(event) => {
                  event.preventDefault();
                  done(to);
                }}
              >
                {name}
              </Link>
              : {why}
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
