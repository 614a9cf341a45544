/** Says what is to be done about a piece; for a shorter version, of which pages. */
import { Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { leaveAnd, type PieceLine, tell, useAct } from '../../../api';
import { useDraft, useOnTop } from '../../../shared';
import { SmallForm } from '../../parts/SmallForm';
import { useRefused } from '../../parts/useRefused';
import { readPages } from '../../requests/pages';
import { type About, abouts } from './abouts';

interface AboutDialogProps {
  line: PieceLine;
  /** Nothing while it is closed. */
  about: About | null;
  onClose: () => void;
}

export function AboutDialog({ line, about, onClose }: AboutDialogProps) {
  const onTop = useOnTop(onClose);
  return (
    <Modal {...onTop} opened={about !== null} title={about ? abouts[about].name : ''}>
      {about && <AboutForm line={line} about={about} close={onClose} />}
    </Modal>
  );
}

interface AboutFormProps {
  line: PieceLine;
  about: About;
  close: () => void;
}

function AboutForm({ line: { piece, version }, about, close }: AboutFormProps) {
  const ask = useAct('ask_for_piece');
  const refused = useRefused(['wanted', 'pages']);
  const [text, setText] = useState('');
  const [pages, setPages] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const { asks, name } = abouts[about];
  const isShorter = about === 'shorter';
  useDraft(name, text.trim() !== '' || pages.trim() !== '', () => {
    setText('');
    setPages('');
  });
  const submit = async () => {
    const read = readPages(pages, version?.pages ?? 0);
    setProblem(read.problem);
    if (read.pages === null) return;
    const wanted = {
      piece: piece.id,
      kind: about,
      wanted: text,
      ...(isShorter ? { pages: read.pages } : {}),
    };
    if (!(await refused.attempt(() => ask.attempt(wanted)))) return;
    close();
    tell('Passed on. It stands under Requests until it is answered.');
  };
  return (
    <SmallForm
      deed="Pass it on"
      submit={submit}
      isRunning={ask.isRunning}
      disabled={text.trim() === '' && pages.trim() === ''}
      error={refused.elsewhere}
      cancel={() => leaveAnd(close)}
    >
      {isShorter && (
        <TextInput
          label="Which pages?"
          placeholder="1-3, 5"
          value={pages}
          onChange={(event) => {
            setPages(event.currentTarget.value);
            setProblem(null);
          }}
          error={problem ?? refused.at('pages')}
          data-autofocus
        />
      )}
      <Textarea
        label={asks}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={refused.at('wanted')}
        data-autofocus={!isShorter || undefined}
      />
    </SmallForm>
  );
}
