/**
 * Adds lines one after the other: type, Enter, type, Enter. What was typed and left is added, too, and stays in the field
 * with the reason when it cannot be.
 */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceUnsaved, asCallError, inWords } from '../../api';
import classes from './AddLine.module.css';

interface AddLineProps {
  /** What is added: "Add a segment". */
  label: string;
  placeholder?: string;
  add: (text: string) => Promise<unknown>;
}

export function AddLine({ label, placeholder, add }: AddLineProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef({ text: '', add });
  latest.current.add = add;

  const type = useCallback((next: string) => {
    latest.current.text = next;
    setText(next);
  }, []);

  const commit = useCallback(async () => {
    const typed = latest.current.text.trim();
    if (!typed) return;
    // Emptied before it is added, so that Enter and leaving the field never add it twice.
    type('');
    try {
      await latest.current.add(typed);
      setError(null);
    } catch (thrown) {
      if (!latest.current.text) type(typed);
      setError(inWords(asCallError(thrown)));
    }
  }, [type]);

  const isTyped = text.trim() !== '';
  useEffect(() => (isTyped ? announceUnsaved(commit) : undefined), [isTyped, commit]);
  useEffect(() => () => void commit(), [commit]);

  return (
    <div className={classes.add}>
      <TextInput
        ref={input}
        className={classes.input}
        aria-label={label}
        placeholder={placeholder ?? `${label} …`}
        leftSection={<IconPlus size={16} aria-hidden />}
        value={text}
        error={error}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void commit();
        }}
      />
      {isTyped && (
        <Button
          size="compact-md"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            void commit();
            input.current?.focus();
          }}
        >
          Add
        </Button>
      )}
    </div>
  );
}
