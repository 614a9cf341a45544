/**
 * A field that saves itself: on leaving it and after a pause, never in the middle of a word, never twice the same.
 * What was typed stays typed: an answer from outside replaces only what is already saved, and a save that failed leaves
 * the text where it is, with the reason beside it, until it is put right.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { announceField, asCallError, fieldsChanged, inWords, tellLost } from '../../api';

export interface FieldSaveOptions {
  /** What the field is called. */
  name: string;
  /** What the file holds, as text. */
  value: string;
  /** Puts the text into the file. */
  save: (text: string) => Promise<unknown>;
  /** Says what is wrong with a text that cannot be saved, or null. */
  check?: (text: string) => string | null;
  /** Whether a text may still become another one, so that it is saved only when the field is left. */
  isHalf?: (text: string) => boolean;
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
    error: null as string | null,
    focused: false,
    mounted: true,
    timer: 0,
    underWay: null as Promise<void> | null,
  });

  const show = useCallback((text: string | null) => {
    field.current.draft = text;
    if (field.current.mounted) setDraft(text);
  }, []);

  const complain = useCallback((problem: string | null) => {
    const at = field.current;
    at.error = problem;
    if (at.mounted) setError(problem);
    else if (problem) tellLost(latest.current.name, at.draft ?? '', problem);
    fieldsChanged();
  }, []);

  const put = useCallback(
    async (text: string): Promise<void> => {
      const at = field.current;
      const before = at.saved;
      at.saved = text;
      try {
        await latest.current.save(text);
        complain(null);
      } catch (thrown) {
        if (at.saved === text) at.saved = before;
        complain(inWords(asCallError(thrown)));
      }
    },
    [complain],
  );

  const save = useCallback(
    async (isFinal: boolean): Promise<void> => {
      const at = field.current;
      const { value, check, isHalf, same = sameText } = latest.current;
      const text = at.draft;
      if (text === null || text === at.saved) return at.underWay ?? undefined;
      if (same(text, value) && at.saved === null) {
        window.clearTimeout(at.timer);
        if (!at.focused) show(null);
        complain(null);
        return;
      }
      if (!isFinal && isHalf?.(text)) return;
      const problem = check?.(text) ?? null;
      if (problem) {
        // Half a number is no mistake yet; it is one when the field is left.
        if (isFinal) complain(problem);
        return;
      }
      window.clearTimeout(at.timer);
      const mine = put(text).finally(() => {
        if (at.underWay === mine) at.underWay = null;
      });
      at.underWay = mine;
      await mine;
    },
    [complain, put, show],
  );

  const change = useCallback(
    (text: string) => {
      show(text);
      window.clearTimeout(field.current.timer);
      field.current.timer = window.setTimeout(() => void save(false), pause);
    },
    [pause, save, show],
  );

  // What the file holds has changed. It wins over text that is saved, and waits for text that is not.
  useEffect(() => {
    const at = field.current;
    if (at.draft === null || (at.draft !== at.saved && at.saved !== null)) return;
    const { same = sameText } = latest.current;
    if (at.saved === null && !same(at.draft, value)) return;
    if (at.focused && same(at.draft, value)) return;
    at.saved = null;
    window.clearTimeout(at.timer);
    show(null);
    complain(null);
  }, [value, show, complain]);

  // Leaving the screen saves, too.
  useEffect(() => {
    const at = field.current;
    at.mounted = true;
    const isUnsaved = () => {
      const { value, same = sameText } = latest.current;
      if (at.underWay) return true;
      if (at.draft === null || at.draft === at.saved) return false;
      return at.saved !== null || !same(at.draft, value);
    };
    const withdraw = announceField({
      name: () => latest.current.name,
      isUnsaved,
      isSaving: () => at.underWay !== null,
      isWrong: () => at.error !== null,
      save: () => save(true),
      forget: () => {
        window.clearTimeout(at.timer);
        at.saved = null;
        show(null);
        complain(null);
      },
    });
    return () => {
      at.mounted = false;
      window.clearTimeout(at.timer);
      void save(true).finally(withdraw);
    };
  }, [save, show, complain]);

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
        if (!at.focused && at.draft !== null && at.error === null && same(at.draft, value)) {
          at.saved = null;
          show(null);
        }
      });
    }, [save, show]),
    commit: useCallback(() => save(true), [save]),
    error,
  };
}
