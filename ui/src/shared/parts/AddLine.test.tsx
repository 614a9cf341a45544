import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError, saveAllFields } from '../../api';
import { AddLine } from './AddLine';

vi.mock('../../platform', () => ({ callCore: vi.fn(), onShell: () => () => {} }));

const show = (add: (text: string) => Promise<unknown>) =>
  render(
    <MantineProvider env="test">
      <AddLine label="Add a segment" add={add} />
    </MantineProvider>,
  );
const input = () => screen.getByLabelText<HTMLInputElement>('Add a segment');
const type = (text: string) => fireEvent.change(input(), { target: { value: text } });
const leave = () => act(async () => void fireEvent.blur(input()));

describe('a new line', () => {
  it('is added by Enter, and the field is free for the next', async () => {
    const add = vi.fn(async () => {});
    show(add);
    for (const text of ['Clinics', 'Hospitals']) {
      type(text);
      await act(async () => void fireEvent.keyDown(input(), { key: 'Enter' }));
      expect(input().value).toBe('');
    }
    expect(add.mock.calls).toEqual([['Clinics'], ['Hospitals']]);
  });
  it('that was typed and left is added once', async () => {
    const add = vi.fn(async () => {});
    show(add);
    type('Clinics');
    await leave();
    await leave();
    expect(add).toHaveBeenCalledExactlyOnceWith('Clinics');
  });
  it('that is only spaces is none', async () => {
    const add = vi.fn(async () => {});
    show(add);
    type('   ');
    await leave();
    expect(add).not.toHaveBeenCalled();
  });
  it('is added before somebody acts elsewhere, even when adding saves all fields itself', async () => {
    const add = vi.fn(() => saveAllFields());
    show(add);
    type('Clinics');
    await act(() => saveAllFields());
    expect(add).toHaveBeenCalledExactlyOnceWith('Clinics');
  });
  it('that was refused stays in the field with the reason', async () => {
    const refused = new CallError({
      code: 'refused',
      message: 'The plan is proposed.',
      hint: null,
      field: null,
    });
    show(() => Promise.reject(refused));
    type('Clinics');
    await leave();
    expect(input().value).toBe('Clinics');
    expect(screen.getByText('The plan is proposed.')).toBeTruthy();
  });
  it('half typed is added when the screen goes away', async () => {
    const add = vi.fn(async () => {});
    const page = show(add);
    type('Clinics');
    page.unmount();
    expect(add).toHaveBeenCalledExactlyOnceWith('Clinics');
  });
});
