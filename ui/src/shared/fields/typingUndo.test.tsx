import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { undoTyping, useIsTyping, watchTyping } from './typingUndo';

function Field() {
  const [text, setText] = useState('as it was');
  const typing = useIsTyping();
  return (
    <>
      <input aria-label="name" value={text} onChange={(event) => setText(event.target.value)} />
      <button type="button">{typing ? 'Undo the typing' : 'Undo a step'}</button>
    </>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('name');
const later = () => act(() => new Promise((resolve) => setTimeout(resolve, 5)));

let stop = () => {};
beforeEach(() => {
  stop = watchTyping();
});
afterEach(() => stop());

describe('undo inside a field', () => {
  it('takes the typing back, and only when there is none leaves the keys to the workspace', async () => {
    render(<Field />);
    act(() => input().focus());
    expect(undoTyping()).toBe(false);
    fireEvent.change(input(), { target: { value: 'half ty' } });
    await later();
    expect(screen.getByRole('button').textContent).toBe('Undo the typing');
    act(() => expect(undoTyping()).toBe(true));
    expect(input().value).toBe('as it was');
    await later();
    expect(screen.getByRole('button').textContent).toBe('Undo a step');
    expect(undoTyping()).toBe(false);
  });
});
