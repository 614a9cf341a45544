import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CallError, saveAllFields, settleAllFields } from '../../api';
import { forgetUnsavedFields } from '../../api/flush';
import { makeFormats } from '../formats/formats';
import { useFieldSave } from './useFieldSave';

const { show } = vi.hoisted(() => ({ show: vi.fn() }));
vi.mock('@mantine/notifications', () => ({ notifications: { show, hide: vi.fn() } }));
vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const formats = makeFormats('en-GB', 'EUR');

type Save = (text: string) => Promise<unknown>;

/** A field over a file: what is saved comes back as the value, unless `echo` is off. */
function Field(props: {
  first: string;
  save: Save;
  check?: (text: string) => string | null;
  outside?: string;
}) {
  const [stored, setStored] = useState(props.first);
  const field = useFieldSave({
    name: 'name',
    value: props.outside ?? stored,
    check: props.check,
    save: async (text) => {
      await props.save(text);
      setStored(text);
    },
  });
  return (
    <>
      <input
        aria-label="name"
        value={field.text}
        onChange={(event) => field.change(event.target.value)}
        onFocus={field.focus}
        onBlur={field.blur}
      />
      <p role="alert">{field.error}</p>
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('name');
const type = (text: string) => fireEvent.change(input(), { target: { value: text } });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a field that saves itself', () => {
  it('saves after a pause, once, and not while somebody types', async () => {
    const save = vi.fn(async () => {});
    render(<Field first="" save={save} />);
    input().focus();
    type('W');
    await wait(500);
    type('Wi');
    await wait(500);
    expect(save).not.toHaveBeenCalled();
    await wait(500);
    expect(save).toHaveBeenCalledExactlyOnceWith('Wi');
    await wait(5000);
    input().blur();
    await wait(0);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('saves on leaving, at once', async () => {
    const save = vi.fn(async () => {});
    render(<Field first="old" save={save} />);
    input().focus();
    type('new');
    act(() => input().blur());
    expect(save).toHaveBeenCalledExactlyOnceWith('new');
  });

  it('saves when the screen goes away in the middle of a word', async () => {
    const save = vi.fn(async () => {});
    const screenOnTheWall = render(<Field first="" save={save} />);
    input().focus();
    type('half a sent');
    screenOnTheWall.unmount();
    expect(save).toHaveBeenCalledExactlyOnceWith('half a sent');
  });

  it('does not save what was not changed', async () => {
    const save = vi.fn(async () => {});
    render(<Field first="same" save={save} />);
    input().focus();
    type('same!');
    type('same');
    act(() => input().blur());
    await wait(2000);
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps what was typed when saving fails, says why, and saves it on the next try', async () => {
    const full = {
      code: 'file',
      message: 'Not saved: the disk is full.',
      hint: 'Free some space.',
      field: null,
    };
    const save = vi
      .fn<Save>()
      .mockRejectedValueOnce(new CallError(full as never))
      .mockResolvedValue(undefined);
    render(<Field first="" save={save} />);
    input().focus();
    type('precious');
    act(() => input().blur());
    await wait(0);
    expect(input().value).toBe('precious');
    expect(screen.getByRole('alert').textContent).toBe('Not saved: the disk is full. Free some space.');
    input().focus();
    act(() => input().blur());
    await wait(0);
    expect(save).toHaveBeenLastCalledWith('precious');
    expect(screen.getByRole('alert').textContent).toBe('');
  });

  it('never replaces what is being typed by an answer from outside', async () => {
    const save = vi.fn(async () => {});
    const { rerender } = render(<Field first="" save={save} outside="from the file" />);
    input().focus();
    type('my words');
    rerender(<Field first="" save={save} outside="somebody else's" />);
    expect(input().value).toBe('my words');
  });

  it('shows what an undo brought back once its own text is saved', async () => {
    const save = vi.fn(async () => {});
    const { rerender } = render(<Field first="" save={save} outside="A" />);
    input().focus();
    type('AB');
    await wait(1000);
    rerender(<Field first="" save={save} outside="AB" />);
    expect(input().value).toBe('AB');
    rerender(<Field first="" save={save} outside="A" />);
    expect(input().value).toBe('A');
  });

  it('saves the rest that was typed while the first part was on its way', async () => {
    let done = () => {};
    const save = vi.fn<Save>().mockImplementationOnce(() => new Promise<void>((resolve) => (done = resolve)));
    save.mockResolvedValue(undefined);
    render(<Field first="" save={save} />);
    input().focus();
    type('first');
    await wait(1000);
    type('first and rest');
    done();
    await wait(0);
    expect(input().value).toBe('first and rest');
    await wait(1000);
    expect(save.mock.calls.map(([text]) => text)).toEqual(['first', 'first and rest']);
    expect(input().value).toBe('first and rest');
  });

  it('takes half a number for no mistake until it is left', async () => {
    const save = vi.fn(async () => {});
    const check = (text: string) => (formats.read('count', text) === null ? 'Write a whole number.' : null);
    render(<Field first="" save={save} check={check} />);
    input().focus();
    type('1,2');
    await wait(1500);
    expect(screen.getByRole('alert').textContent).toBe('');
    act(() => input().blur());
    expect(screen.getByRole('alert').textContent).toBe('Write a whole number.');
    expect(save).not.toHaveBeenCalled();
    expect(input().value).toBe('1,2');
  });

  it('is saved before somebody acts elsewhere', async () => {
    const save = vi.fn(async () => {});
    render(<Field first="" save={save} />);
    input().focus();
    type('typed, then Ctrl+Z');
    await act(() => saveAllFields());
    expect(save).toHaveBeenCalledExactlyOnceWith('typed, then Ctrl+Z');
  });

  it('counts as unsaved until its save has settled, and again after a failure', async () => {
    let settle = (_error?: CallError) => {};
    const save = vi.fn<Save>(
      () =>
        new Promise<void>((resolve, reject) => {
          settle = (error) => (error ? reject(error) : resolve());
        }),
    );
    render(<Field first="" save={save} />);
    input().focus();
    type('on its way');
    act(() => input().blur());
    let unsaved: readonly string[] | null = null;
    const asked = settleAllFields().then((names) => {
      unsaved = names;
    });
    await wait(0);
    expect(unsaved).toBeNull();
    const why = { code: 'invalid', message: 'This is too long.', hint: null, field: 'name' };
    settle(new CallError(why as never));
    await act(() => asked);
    expect(unsaved).toEqual(['name']);
    expect(input().value).toBe('on its way');
    expect(save).toHaveBeenCalledTimes(1);
    // What the person gives up is gone, and nothing is left to save.
    act(forgetUnsavedFields);
    expect(input().value).toBe('');
    expect(await settleAllFields()).toEqual([]);
  });

  it('that goes away with a text that cannot be saved leaves it in a message', async () => {
    const check = () => 'Write a whole number.';
    const view = render(<Field first="" save={async () => {}} check={check} />);
    input().focus();
    type('1,2x');
    view.unmount();
    await wait(0);
    expect(show).toHaveBeenCalledWith(expect.objectContaining({ title: 'Not saved: “1,2x” in “name”.' }));
  });
});
