import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SearchField } from './Filters';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

function Held({ asked }: { asked: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <MantineProvider env="test">
      <SearchField
        text={text}
        search={(next) => {
          asked(next);
          setText(next);
        }}
      />
      <button type="button" onClick={() => setText('')}>
        Clear
      </button>
    </MantineProvider>
  );
}

const input = () => screen.getByLabelText<HTMLInputElement>('Search');
const type = (text: string) => fireEvent.change(input(), { target: { value: text } });
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the search of the ledger', () => {
  it('leaves what is typed as it is, and asks for it without the spaces around it', async () => {
    const asked = vi.fn();
    render(<Held asked={asked} />);
    type('John ');
    await wait(300);
    expect(asked).toHaveBeenLastCalledWith('John');
    expect(input().value).toBe('John ');
    type('John S');
    await wait(100);
    expect(input().value).toBe('John S');
    await wait(300);
    expect(asked).toHaveBeenLastCalledWith('John S');
  });
  it('is emptied when the filters are cleared elsewhere', async () => {
    render(<Held asked={() => {}} />);
    type('John');
    await wait(300);
    fireEvent.click(screen.getByText('Clear'));
    expect(input().value).toBe('');
  });
});
