/** Saves chosen pieces as one pack with a cover sheet. What is not approved and current is named, and goes only when somebody says so. */
import { Checkbox, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { leaveAnd, useAsk } from '../../api';
import { StatusMark, sizeInWords, useDraft, useFormats, useOnTop } from '../../shared';
import { haveShell, tellExported } from '../../shared/shell';
import { SmallForm } from '../parts/SmallForm';
import { piecesInWords } from '../several/words';
import classes from './Sending.module.css';
import { canGo, notReadyInWords } from './words';

interface SendDialogProps {
  ids: readonly string[];
  opened: boolean;
  onClose: () => void;
}

export function SendDialog({ ids, opened, onClose }: SendDialogProps) {
  const { number } = useFormats();
  const onTop = useOnTop(onClose);
  return (
    <Modal {...onTop} opened={opened} title={`Send ${piecesInWords(ids.length, number)}`} size="lg">
      <SendForm ids={ids} close={onClose} />
    </Modal>
  );
}

function SendForm({ ids, close }: Pick<SendDialogProps, 'ids'> & { close: () => void }) {
  const { number } = useFormats();
  const pack = useAsk('open_send_pack', { pieces: [...ids] });
  const [message, setMessage] = useState('');
  const [isSaidOutright, setSaidOutright] = useState(false);
  const [isRunning, setRunning] = useState(false);
  useDraft('The line to the recipient', message.trim() !== '', () => setMessage(''));
  const items = pack.data?.items ?? [];
  const notReady = notReadyInWords(items);
  const isAnyRetired = items.some((item) => item.is_retired);
  const save = async () => {
    setRunning(true);
    const saved = await haveShell('export_send_pack', {
      pieces: [...ids],
      message,
      notApproved: isSaidOutright,
    });
    setRunning(false);
    if (!saved) return;
    close();
    tellExported(saved);
  };
  return (
    <SmallForm
      deed="Save the pack…"
      submit={save}
      isRunning={isRunning}
      disabled={!pack.data || !canGo(items, isSaidOutright)}
      error={pack.error?.message ?? ''}
      cancel={() => leaveAnd(close)}
    >
      <p className="soft">
        One ZIP file with a cover sheet that lists each piece
        {pack.data && pack.data.size > 0 && `, about ${sizeInWords(pack.data.size, number)}`}.
        {items.some(({ link }) => link !== '') && ' Links stand on the cover sheet.'}
      </p>
      <ul className={classes.items} aria-label="What goes">
        {items.map((item) => (
          <li key={item.id}>
            {item.title || 'Without a title'} <span className="soft">{item.kind_name}</span>
            {item.is_for_ourselves && <StatusMark status="at_risk" word="written for our own people" />}
          </li>
        ))}
      </ul>
      {notReady.length > 0 && (
        <div className={classes.notReady}>
          <p>Not approved by both sides and current:</p>
          <ul>
            {notReady.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
          {isAnyRetired ? (
            <p>Retired pieces are not sent. Choose others, or bring them back first.</p>
          ) : (
            <Checkbox
              label="Send them all the same; the cover sheet says so"
              checked={isSaidOutright}
              onChange={(event) => setSaidOutright(event.currentTarget.checked)}
            />
          )}
        </div>
      )}
      <Textarea
        label="A line to the recipient (optional)"
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        maxLength={600}
        autosize
        minRows={2}
        data-autofocus
      />
    </SmallForm>
  );
}
