/** Fourth: what would happen, to the last row; and the one button that makes it happen. */
import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { StagedFile } from '../../platform';
import { useFormats } from '../../shared';
import { haveShell } from '../../shared/shell';
import { takenIn } from '../words';
import { Counts } from './Counts';
import classes from './Import.module.css';
import type { StepParts } from './ImportPage';
import { Reading } from './Reading';
import { Foot, StepTitle } from './Steps';
import { canGoOn, type ReadyFile } from './state';
import { useProgress } from './useStagedFiles';

export function PreviewStep({ files, back }: StepParts) {
  const { number } = useFormats();
  const progress = useProgress();
  const next = files.find((file) => file.preview === null && file.report === null);
  const toCount =
    next && files.every((file) => file.doing === null) && next.trouble === null ? next.token : null;
  useEffect(() => {
    if (toCount !== null) void haveShell('preview_import', { token: toCount });
  }, [toCount]);
  // Who goes elsewhere wants an answer there: nothing is counted behind their back.
  useEffect(() => () => void stopCounting(), []);

  if (!canGoOn(files)) return null;
  const taking = files.find((file) => file.doing === 'importing');
  const left = inOrder(files.filter((file) => file.report === null));
  const counting = left.find((file) => file.preview === null);
  const trouble = left.find((file) => file.trouble !== null);
  const news = left.filter((file) => isNew(file));
  const what = takenIn(
    news.map((file) => ({
      kind: file.draft.kind ?? 'leads',
      count: (file.preview?.added ?? 0) + (file.preview?.updated ?? 0),
    })),
    number,
  );
  const takeIn = () => void haveShell('import_staged_files', { tokens: left.map((file) => file.token) });
  return (
    <>
      <StepTitle>{title(files, counting, news, what)}</StepTitle>
      {inOrder(files).map((file) => (
        <section key={file.token} className={classes.preview} aria-label={file.label}>
          <h3 className={classes.fileName}>
            {file.label}
            {file.report && <span className="faint"> is in</span>}
          </h3>
          {file.doing === 'previewing' && (
            <Reading what="Counting what would happen" progress={progress(file.token)} onStop={back} />
          )}
          {file.trouble && (
            <p role="alert" className={classes.trouble}>
              <strong>{file.trouble.message}</strong> {file.trouble.hint}{' '}
              <Button
                size="compact-sm"
                onClick={() => void haveShell('preview_import', { token: file.token })}
              >
                Count again
              </Button>
            </p>
          )}
          {(file.report ?? file.preview) && (
            <Counts
              file={file}
              report={file.report ?? file.preview}
              done={file.report !== null}
              joinsLater={joinsLater(file, left)}
            />
          )}
        </section>
      ))}
      {taking ? (
        <Foot>
          <Reading what={`Taking in ${taking.label}`} progress={progress(taking.token)} />
        </Foot>
      ) : (
        <Foot back={back} note={!counting && !trouble && news.length === 0 && nothing(files)}>
          <Button variant="filled" disabled={!!counting || news.length === 0} onClick={takeIn}>
            {counting || news.length === 0 ? 'Take in' : `Take in ${what}`}
          </Button>
        </Foot>
      )}
    </>
  );
}

async function stopCounting() {
  const files = await haveShell('staged_files', {});
  if (files?.some((file) => file.doing === 'previewing')) await haveShell('stop_import', {});
}

function isNew(file: StagedFile): boolean {
  return file.preview !== null && file.preview.added + file.preview.updated > 0;
}

const order = { leads: 0, opportunities: 1, costs: 2 };

/** Leads go in first, so that what follows finds them. */
function inOrder(files: readonly ReadyFile[]): ReadyFile[] {
  const place = (file: ReadyFile) => order[file.draft.kind ?? 'costs'];
  return [...files].sort((one, other) => place(one) - place(other));
}

/** Whether the leads that the file's opportunities came from are only now taken in. */
function joinsLater(file: ReadyFile, left: readonly ReadyFile[]): boolean {
  const ahead = left.slice(0, left.indexOf(file));
  return file.draft.kind === 'opportunities' && ahead.some((other) => other.draft.kind === 'leads');
}

const rejectedRows = (files: readonly ReadyFile[]) =>
  files.reduce((sum, file) => sum + (file.preview?.rejected ?? 0), 0);

/** What is said where nothing can be taken in. */
function nothing(files: readonly ReadyFile[]): string {
  return rejectedRows(files) === 0
    ? 'There is nothing to take in: all of it is known.'
    : 'There is nothing to take in: what is not known already cannot be read. The rows and the reasons stand above.';
}

function title(
  files: readonly ReadyFile[],
  counting: ReadyFile | undefined,
  news: readonly ReadyFile[],
  what: string,
): string {
  if (counting) return counting.trouble ? 'It could not be counted' : 'Counting…';
  const rejected = rejectedRows(files);
  if (news.length === 0)
    return rejected === 0
      ? 'Nothing new'
      : `${rejected === 1 ? 'A row' : 'Rows'} that cannot be read, and nothing new`;
  const unread = rejected === 1 ? ', and one row cannot be read' : ', and some rows cannot be read';
  return `${what} can be taken in${rejected === 0 ? '' : unread}`;
}
