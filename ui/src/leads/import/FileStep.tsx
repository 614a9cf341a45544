/** First: which files, and what each holds. */
import { Button, Select } from '@mantine/core';
import { IconFileText, IconTrash } from '@tabler/icons-react';
import type { StagedFile } from '../../platform';
import { useFormats, ValueField } from '../../shared';
import { askShell, haveShell } from '../../shared/shell';
import { kindNames } from '../words';
import classes from './Import.module.css';
import type { StepParts } from './ImportPage';
import { Reading } from './Reading';
import { Foot, nextName, StepTitle } from './Steps';
import { canGoOn, isReady } from './state';
import { useProgress } from './useStagedFiles';

export function FileStep({ files, on, next, straightOn }: StepParts & { straightOn: (() => void) | null }) {
  const progress = useProgress();
  const ready = canGoOn(files);
  const choose = () => void haveShell('choose_files_to_import', {});
  return (
    <>
      <StepTitle>
        {files.length === 0
          ? 'Which files?'
          : `${files.length === 1 ? 'One file waits' : `${files.length} files wait`}`}
      </StepTitle>
      {files.length > 0 && (
        <ul className={classes.files}>
          {files.map((file) => (
            <FileCard key={file.token} file={file} progress={progress(file.token)} />
          ))}
        </ul>
      )}
      <div className={classes.drop} data-small={files.length > 0 || undefined}>
        <p className={classes.dropTitle}>
          {files.length === 0 ? 'Drop exported files here' : 'Drop more files here'}
        </p>
        <p className="soft">
          CSV, TSV, TXT or XLSX, several at once. Leads, opportunities and campaign costs find each other.
        </p>
        <Button variant={files.length === 0 ? 'filled' : 'default'} onClick={choose}>
          {files.length === 0 ? 'Choose files…' : 'Choose more files…'}
        </Button>
      </div>
      {files.length > 0 && (
        <Foot
          note={
            straightOn
              ? 'Files of this shape were taken in before: they are read the same way.'
              : !ready && files.every((file) => file.doing === null) && 'Every file must say what it holds.'
          }
        >
          {straightOn && <Button onClick={on}>Look at the columns</Button>}
          <Button variant="filled" disabled={!ready} onClick={straightOn ?? on}>
            {straightOn ? 'Go on to the preview' : nextName(next)}
          </Button>
        </Foot>
      )}
    </>
  );
}

function FileCard({ file, progress }: { file: StagedFile; progress: number | null }) {
  const { number } = useFormats();
  const { token, draft } = file;
  return (
    <li className={classes.file}>
      <IconFileText size={26} aria-hidden className={classes.fileIcon} />
      <div className={classes.fileBody}>
        <h3 className={classes.fileName}>{file.label}</h3>
        {file.doing === 'surveying' && <Reading what="Looking through the file" progress={progress} />}
        {file.trouble && (
          <p role="alert" className={classes.trouble}>
            <strong>{file.trouble.message}</strong> {file.trouble.hint}
          </p>
        )}
        {draft && (
          <>
            <p className="soft">
              {number(draft.rows)} {draft.rows === 1 ? 'row' : 'rows'}. {draft.how}.
              {draft.unreadable > 0 && ` ${number(draft.unreadable)} of the rows are damaged.`}
            </p>
            <p className={isReady(file) ? 'soft' : classes.ask}>
              {draft.kind === null
                ? draft.why
                : draft.remembered
                  ? 'A file of this shape was taken in before: it is read the same way.'
                  : `${draft.why} ${sure(draft.confidence)}`}
            </p>
            {file.left_out.map((sheet) => (
              <p key={sheet} className="soft">
                {sheet}
              </p>
            ))}
            <div className={classes.fileFields}>
              <Select
                label={`${file.label} holds`}
                placeholder="Choose"
                value={draft.kind}
                data={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
                onChange={(kind) =>
                  kind &&
                  kind !== draft.kind &&
                  void haveShell('set_record_kind', {
                    token,
                    kind: kind as keyof typeof kindNames,
                    afresh: false,
                  })
                }
              />
              {draft.sheets.length > 1 && (
                <Select
                  label="Sheet"
                  value={draft.sheet}
                  data={draft.sheets}
                  onChange={(sheet) =>
                    sheet &&
                    sheet !== draft.sheet &&
                    void haveShell('reread_staged_file', { token, sheet, headerRow: null })
                  }
                />
              )}
              <ValueField
                label="Row with the column names"
                unit="count"
                needed
                value={draft.header_row}
                save={(row) => askShell('reread_staged_file', { token, sheet: null, headerRow: row ?? null })}
              />
            </div>
          </>
        )}
      </div>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => void haveShell('remove_staged_file', { token })}
        aria-label={`Put away ${file.label}`}
      >
        Put away
      </Button>
    </li>
  );
}

function sure(confidence: number): string {
  if (confidence === 100) return '';
  return confidence >= 80 ? `${confidence} of 100 sure.` : `Only ${confidence} of 100 sure: have a look.`;
}
