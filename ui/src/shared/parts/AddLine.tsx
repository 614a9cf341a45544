/**
 * Adds lines one after the other: type, Enter, type, Enter. What was typed and left is added, too, and stays in the field
 * with the reason when it cannot be.
 */
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceField, asCallError, fieldsChanged, inWords, tellLost } from '../../api';
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
  const latest = useRef({
    text: '',
    add,
    label,
    error: null as string | null,
    underWay: null as Promise<void> | null,
    mounted: true,
  });
  Object.assign(latest.current, { add, label });

  const type = useCallback((next: string) => {
    latest.current.text = next;
    setText(next);
  }, []);

  const complain = useCallback((problem: string | null) => {
    latest.current.error = problem;
    setError(problem);
    fieldsChanged();
  }, []);

  const commit = useCallback(async () => {
    const at = latest.current;
    const typed = at.text.trim();
    if (!typed) return at.underWay ?? undefined;
    // Emptied before it is added, so that Enter and leaving the field never add it twice.
    type('');
    const adding = async () => {
      try {
        await at.add(typed);
        complain(null);
      } catch (thrown) {
        const why = inWords(asCallError(thrown));
        if (!at.mounted) tellLost(at.label, typed, why);
        else if (!at.text) type(typed);
        complain(why);
      }
    };
    const mine = adding().finally(() => {
      if (at.underWay === mine) at.underWay = null;
    });
    at.underWay = mine;
    await mine;
  }, [type, complain]);

  const isTyped = text.trim() !== '';
  useEffect(() => {
    const at = latest.current;
    at.mounted = true;
    const withdraw = announceField({
      name: () => at.label,
      isUnsaved: () => at.underWay !== null || at.text.trim() !== '',
      isSaving: () => at.underWay !== null,
      isWrong: () => at.error !== null,
      save: commit,
      forget: () => {
        type('');
        complain(null);
      },
    });
    return () => {
      at.mounted = false;
      void commit().finally(withdraw);
    };
  }, [commit, type, complain]);

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
        onChange={(event) => {
          type(event.currentTarget.value);
          // Emptied by hand: nothing waits to be added any more.
          if (event.currentTarget.value.trim() === '') complain(null);
        }}
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
