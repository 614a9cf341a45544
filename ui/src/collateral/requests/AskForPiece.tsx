/** Asks for a piece that there is not yet: what is needed, for whom, in which phase. */
import { Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { leaveAnd, tell, useAct } from '../../api';
import { useDraft } from '../../shared';
import { ForWhom, type Whom } from '../parts/ForWhom';
import { SmallForm } from '../parts/SmallForm';
import { useNeed } from '../parts/useForWhom';
import { useRefused } from '../parts/useRefused';

interface AskForPieceProps {
  opened: boolean;
  onClose: () => void;
  /** What is known before somebody types: the persona, the phase and the need of a gap, and words for it. */
  persona?: string;
  phase?: string;
  need?: string;
  wanted?: string;
}

export function AskForPiece({ opened, onClose, ...known }: AskForPieceProps) {
  return (
    <Modal opened={opened} onClose={() => leaveAnd(onClose)} title="Ask for a piece">
      <AskForm {...known} close={onClose} />
    </Modal>
  );
}

type AskFormProps = Omit<AskForPieceProps, 'opened' | 'onClose'> & { close: () => void };

function AskForm({ persona, phase, need, wanted = '', close }: AskFormProps) {
  const ask = useAct('ask_for_piece');
  const refused = useRefused(['wanted']);
  const [text, setText] = useState(wanted);
  const [whom, setWhom] = useState<Whom>({ persona, phase });
  const needed = useNeed()(need);
  useDraft('What is needed', text.trim() !== wanted.trim(), () => setText(wanted));
  const submit = async () => {
    const isDone = await refused.attempt(() =>
      ask.attempt({ kind: 'new', wanted: text, ...whom, ...(need ? { need } : {}) }),
    );
    if (!isDone) return;
    close();
    tell('Asked for. It stands under Requests until it is answered.');
  };
  return (
    <SmallForm
      deed="Ask for it"
      submit={submit}
      isRunning={ask.isRunning}
      error={refused.elsewhere}
      cancel={() => leaveAnd(close)}
    >
      {needed && (
        <p>
          <span className="soft">They need to know:</span> {needed}
        </p>
      )}
      <Textarea
        label="What is needed?"
        placeholder="a case study from a hospital of about 300 beds"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={refused.at('wanted')}
        data-autofocus
      />
      <ForWhom whom={whom} choose={setWhom} />
    </SmallForm>
  );
}
