/**
 * A field that saves itself: on leaving it and after a pause, never in the middle of a word, never twice the same.
 * What was typed stays typed: an answer from outside replaces only what is already saved, and a save that failed leaves
 * the text where it is, with the reason beside it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceUnsaved, asCallError, inWords, tellError } from '../../api';

export interface FieldSaveOptions {
  /** What the file holds, as text. */
  value: string;
  /** Puts the text into the file. */
  save: (text: string) => Promise<unknown>;
  /** Says what is wrong with a text that cannot be saved, or null. */
  check?: (text: string) => string | null;
  /** Whether two texts mean the same ("1200" and "1,200"). */
  same?: (one: string, other: string) => boolean;
  /** Milliseconds without typing after which the text is saved. */
  pause?: number;
}

export interface FieldSave {
  /** What the field shows. */
  text: string;
  change: (text: string) => void;
  focus: () => void;
  blur: () => void;
  /** Saves now, whatever the pause; for choices and for Enter. */
  commit: () => Promise<void>;
  /** What stands at the field when it could not be saved. */
  error: string | null;
}

const sameText = (one: string, other: string) => one.trim() === other.trim();

export function useFieldSave(options: FieldSaveOptions): FieldSave {
  const { value, pause = 900 } = options;
  const latest = useRef(options);
  latest.current = options;

  // The text in the field, or null while it shows the file's.
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const field = useRef({
    draft: null as string | null,
    saved: null as string | null,
    focused: false,
    mounted: true,
    timer: 0,
    withdraw: null as (() => void) | null,
  });

  const show = useCallback((text: string | null) => {
    field.current.draft = text;
    if (field.current.mounted) setDraft(text);
  }, []);

  const settle = useCallback(() => {
    window.clearTimeout(field.current.timer);
    field.current.withdraw?.();
    field.current.withdraw = null;
  }, []);

  const save = useCallback(
    async (isFinal: boolean): Promise<void> => {
      const at = field.current;
      const { value, check, same = sameText } = latest.current;
      const text = at.draft;
      if (text === null || text === at.saved) return;
      if (same(text, value) && at.saved === null) {
        settle();
        if (!at.focused) show(null);
        setError(null);
        return;
      }
      const problem = check?.(text) ?? null;
      if (problem) {
        // Half a number is no mistake yet; it is one when the field is left.
        if (isFinal) setError(problem);
        return;
      }
      settle();
      const before = at.saved;
      at.saved = text;
      try {
        await latest.current.save(text);
        if (at.mounted) setError(null);
      } catch (thrown) {
        if (at.saved === text) at.saved = before;
        if (!at.mounted) tellError(thrown);
        else setError(inWords(asCallError(thrown)));
      }
    },
    [settle, show],
  );

  const change = useCallback(
    (text: string) => {
      show(text);
      settle();
      field.current.withdraw = announceUnsaved(() => save(true));
      field.current.timer = window.setTimeout(() => void save(false), pause);
    },
    [pause, save, settle, show],
  );

  // What the file holds has changed. It wins over text that is saved, and waits for text that is not.
  useEffect(() => {
    const at = field.current;
    if (at.draft === null || (at.draft !== at.saved && at.saved !== null)) return;
    const { same = sameText } = latest.current;
    if (at.saved === null && !same(at.draft, value)) return;
    if (at.focused && same(at.draft, value)) return;
    at.saved = null;
    settle();
    show(null);
  }, [value, settle, show]);

  // Leaving the screen saves, too.
  useEffect(() => {
    const at = field.current;
    at.mounted = true;
    return () => {
      at.mounted = false;
      void save(true).finally(settle);
    };
  }, [save, settle]);

  return {
    text: draft ?? value,
    change,
    focus: useCallback(() => {
      field.current.focused = true;
    }, []),
    blur: useCallback(() => {
      const at = field.current;
      at.focused = false;
      void save(true).then(() => {
        const { value, same = sameText } = latest.current;
        if (!at.focused && at.draft !== null && same(at.draft, value)) {
          at.saved = null;
          show(null);
        }
      });
    }, [save, show]),
    commit: useCallback(() => save(true), [save]),
    error,
  };
}
